//! Meant: a form to sign up with. A name is spelt as HTML forms often spell it, not as the field is.

use liveview::prelude::*;

#[derive(EventParams)]
struct NewUser {
    first_name: String,
    newsletter: bool,
}

#[live_view]
#[derive(Default)]
struct SignUp {
    names: Vec<String>,
}

#[live_view]
impl SignUp {
    #[event_handler]
    fn sign_up(&mut self, user: NewUser) {
        if user.newsletter {
            self.names.push(user.first_name);
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-submit="sign_up">
                <label>Name <input name="first-name" /></label>
                <label>Newsletter <input type="text" name="newsletter" /></label>
                <button>Sign up</button>
            </form>
        }
    }
}

fn main() {}
