//! A to-do list: add, tick, edit in place, remove, filter. Each visitor has a list of their own; nothing is stored.

use liveview::prelude::*;

/// What the page knows. Only what `render` writes ever leaves the server.
#[live_view]
struct Todos {
    todos: Vec<Todo>,
    filter: Filter,
    next: u64,
}

struct Todo {
    id: u64,
    title: String,
    done: bool,
}

/// Which of them are shown: an event's argument, so it can be read from what the browser sends.
#[derive(Clone, Copy, PartialEq, EventParams)]
enum Filter {
    All,
    Open,
    Done,
}

impl Filter {
    fn shows(self, todo: &Todo) -> bool {
        match self {
            Filter::All => true,
            Filter::Open => !todo.done,
            Filter::Done => todo.done,
        }
    }
}

/// One row. What can be done with it beside ticking and renaming, its caller says.
#[component]
fn TodoRow(todo: &Todo, on_tick: Binding, on_rename: Binding, actions: Slot) -> impl Render {
    html! {
        <li class:done={todo.done}>
            <input type="checkbox" checked={todo.done} dj-click={on_tick} aria-label="Done: {todo.title}" />
            <input class="title" value={todo.title} dj-change={on_rename} aria-label="Edit: {todo.title}"
                autocomplete="off" />
            @render(actions)
        </li>
    }
}

/// The fields of the form at the top, by name.
#[derive(EventParams)]
struct NewTodo {
    title: String,
}

#[live_view]
impl Todos {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        let mut view = Self {
            todos: Vec::new(),
            filter: Filter::All,
            next: 1,
        };
        for title in [
            "Write a view",
            "Click it",
            "Look at the frames in the browser's tools",
        ] {
            view.push(title);
        }
        Ok(view)
    }

    #[event_handler]
    fn add(&mut self, new: NewTodo) {
        self.push(&new.title);
    }

    /// A checkbox sends what it shows, so a click that arrives late still means what the person saw.
    #[event_handler]
    fn tick(&mut self, id: u64, checked: bool) {
        if let Some(todo) = self.find(id) {
            todo.done = checked;
        }
    }

    /// A title may not be empty: then nothing changes, and the browser puts the old one back.
    #[event_handler]
    fn rename(&mut self, id: u64, value: String) {
        let title = value.trim();
        if let Some(todo) = self.find(id).filter(|_| !title.is_empty()) {
            todo.title = title.to_owned();
        }
    }

    #[event_handler]
    fn remove(&mut self, id: u64) {
        self.todos.retain(|todo| todo.id != id);
    }

    #[event_handler]
    fn clear_done(&mut self) {
        self.todos.retain(|todo| !todo.done);
    }

    #[event_handler]
    fn show(&mut self, filter: Filter) {
        self.filter = filter;
    }

    fn find(&mut self, id: u64) -> Option<&mut Todo> {
        self.todos.iter_mut().find(|todo| todo.id == id)
    }

    fn push(&mut self, title: &str) {
        let title = title.trim();
        if !title.is_empty() {
            self.todos.push(Todo {
                id: self.next,
                title: title.to_owned(),
                done: false,
            });
            self.next += 1;
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <main class="todos">
                <h1>Todos</h1>
                <form dj-submit="add" class="new">
                    <input name="title" aria-label="What needs doing?" placeholder="What needs doing?"
                        required autocomplete="off" />
                    <button>Add</button>
                </form>
                <ul>
                    @for todo in self.todos.iter().filter(|todo| self.filter.shows(todo)); key todo.id {
                        <TodoRow todo={todo} on_tick={tick(todo.id)} on_rename={rename(todo.id)}>
                            <:actions>
                                <button class="remove" dj-click={remove(todo.id)} aria-label="Remove: {todo.title}">"×"</button>
                            </:actions>
                        </TodoRow>
                    } @empty {
                        <li class="empty">Nothing to do here.</li>
                    }
                </ul>
                <footer>
                    <p aria-live="polite">{self.open()} left</p>
                    <nav aria-label="Show">
                        <button dj-click={show(Filter::All)} aria-pressed={self.filter == Filter::All}>All</button>
                        <button dj-click={show(Filter::Open)} aria-pressed={self.filter == Filter::Open}>Open</button>
                        <button dj-click={show(Filter::Done)} aria-pressed={self.filter == Filter::Done}>Done</button>
                    </nav>
                    <button class="clear" dj-click="clear_done" disabled={self.open() == self.todos.len()}>
                        Clear done
                    </button>
                </footer>
            </main>
        }
    }

    fn open(&self) -> usize {
        self.todos.iter().filter(|todo| !todo.done).count()
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    // The strict policy of the page allows styles from the same origin only: a file, served by the app.
    let css = || async { ([("content-type", "text/css")], include_str!("style.css")) };
    let todos = live::<Todos>().title("Todos").stylesheet("/style.css");
    let app = axum::Router::new()
        .route("/style.css", axum::routing::get(css))
        .live("/", todos);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
