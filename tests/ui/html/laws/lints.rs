//! What is legal and shuts somebody out: warnings, which `@allow` at a template's head and `#[allow(deprecated)]` turn off.

use liveview::html;
use liveview::rendered::render::Render;

fn warned(binding: liveview::Binding) -> impl Render {
    html! {
        <img src="/a" />
        <form>
            <input name="a" />
            <label for="b">1</label> <input id="b" />
            <button dj-click={&binding}>2</button>
        </form>
        <p tabindex="3">4</p>
        <div dj-click={&binding}>5</div>
        <details>6</details>
        <dl><dt>7</dt><dd>8</dd><dt>9</dt></dl>
        <table><tbody></tbody><thead></thead></table>
    }
}

fn allowed(binding: liveview::Binding) -> impl Render {
    html! {
        @allow(missing_alt, missing_label, button_submits)
        @allow(positive_tabindex, click_without_button, missing_part, part_order)
        <img src="/a" />
        <form><input name="a" /><button dj-click={&binding}>2</button></form>
        <p tabindex="3">4</p>
        <div dj-click={&binding}>5</div>
        <details>6</details>
        <dl><dt>7</dt><dd>8</dd><dt>9</dt></dl>
        <table><tbody></tbody><thead></thead></table>
    }
}

#[allow(deprecated)]
fn allowed_by_rust() -> impl Render {
    html! { <img src="/a" /> }
}

fn main() {
    let _ = (warned, allowed, allowed_by_rust);
    let _ = html! { <p>end</b> };
}
