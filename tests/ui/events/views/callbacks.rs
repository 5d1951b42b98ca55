use liveview::prelude::*;

#[live_view]
struct Todos;

#[live_view]
impl Todos {
    fn mount(&self, _name: String) -> Result<Self> {
        Ok(Todos)
    }

    fn handle_info(&mut self) {}

    async fn disconnect(&mut self, _cx: &mut Context<Self>) -> Result<()> {
        Ok(())
    }

    fn handle_params(&mut self) {}

    async fn render(&mut self) -> impl Render {
        html! { <p></p> }
    }
}

fn main() {}
