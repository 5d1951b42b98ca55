//! Blocks as other languages write them.

use liveview::html;

fn main() {
    let (rows, shown) = ([1, 2], true);
    let _ = html! {
        <ul>
            for row in rows { <li>{row}</li> }
        </ul>
        <div>
            if shown { <b>yes</b> } else { <b>no</b> }
        </div>
        <p>{#if shown}yes{/if}</p>
        <p hidden?={shown}>text</p>
        <p title=text>text</p>
    };
}
