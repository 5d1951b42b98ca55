//! Props in calls: each mistake on its token, with what the component takes.

use liveview::prelude::*;

#[derive(Clone, Copy, Default)]
enum Tone {
    #[default]
    Calm,
}

#[component]
fn Card(
    title: &str,
    size: u8,
    #[prop(default)] tone: Tone,
    icon: Option<&str>,
    #[prop(default)] open: bool,
) -> impl Render {
    let _ = tone;
    html! { <p title={title} data-size={size} data-icon={icon} hidden={!open}></p> }
}

#[component]
fn Field(on_click: Option<&str>, attributes: Attributes) -> impl Render {
    html! { <button type="button" data-name={on_click} {..attributes}></button> }
}

fn main() {
    let (name, missing) = (String::from("a"), None::<u8>);
    let _ = html! {
        <Card titel="a" title="a" size={1} />
        <Card title="a" size={1} colour="red" />
        <Card size={1} />
        <Card />
        <Card title="a" size={1} title={&name} />
        <Card title size={1} />
        <Card title="a" size="1" />
        <Card title={7} size={missing} />
        <Card title="a" size={1} icon={7} />
        <Card title="a" size={1} tone="calm" />
        <Card title="a" size={1} class="wide" data-row={name} />
        <Card title="a" size={1} class:wide={true} />
        <Card title="a" size={1} {..name} />
        <Field ondrag="x" />
        <Field onclick="x" />
        <Field style="top: 0" />
    };
}
