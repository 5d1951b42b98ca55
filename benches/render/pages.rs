//! The bench pages as fragments: the markup of the `bench` example, without its events. Measures nothing.

use liveview::html;
use liveview::rendered::render::Render;

/// A row of the table.
#[derive(Clone)]
pub(crate) struct User {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: String,
}

impl User {
    pub(crate) fn new(id: u32) -> Self {
        User {
            id,
            name: format!("User {id}"),
            email: format!("user{id}@example.com"),
            role: "member".to_owned(),
        }
    }
}

/// So many users, counted from 1.
pub(crate) fn users(count: u32) -> Vec<User> {
    (1..=count).map(User::new).collect()
}

/// B1: a counter.
pub(crate) fn counter(count: u32) -> impl Render {
    html! {
        <h1>Counter</h1><button id="inc">"+"</button><button id="dec">-</button><output>{count}</output>
    }
}

/// B2 to B4: a table, with a counter beside it.
pub(crate) fn table(users: &[User], side: u32) -> impl Render {
    html! {
        <output id="side">{side}</output>
        <table><tbody>
            @for user in users; key user.id {
                <tr id="row-{user.id}">
                    <td>{user.id}</td><td>{user.name}</td><td>{user.email}</td><td>{user.role}</td>
                </tr>
            }
        </tbody></table>
    }
}

/// B5: a form with an error line a field.
pub(crate) fn form(lengths: &[usize]) -> impl Render {
    html! {
        <form>
            @for (index, length) in lengths.iter().enumerate(); key index {
                <div>
                    <label for="f{index}">Field {index}</label>
                    <input id="f{index}" name="f{index}" />
                    <p class="error">
                        @if *length < 100 { "too short (" {length} ")" }
                    </p>
                </div>
            }
        </form>
    }
}

/// A line of the chat.
pub(crate) struct Line {
    pub(crate) number: u32,
    pub(crate) time: &'static str,
}

/// B6: a chat.
pub(crate) fn chat(lines: &[Line]) -> impl Render {
    html! {
        <ul id="log">
            @for line in lines; key line.number {
                <li><time>{line.time}</time> <b>user{line.number % 10}</b> <span>message {line.number}</span></li>
            }
        </ul>
    }
}
