//! Roots of one template that no element holds together, and what stands in a `template`, a frame, a script.

use liveview::html;

fn main() {
    let is_open = true;
    let _ = html! { <tr></tr> <p>1</p> };
    let _ = html! { @if is_open { <td>2</td> } @else { <tr></tr> } };
    let _ = html! { <circle r="1" /> <p>text</p> };
    let _ = html! {
        <template><div>3</div><tr></tr></template>
        <my-card><template shadowrootmode="open"></template></my-card>
        <iframe title="a">4</iframe>
        <script>log("</script>")</script>
        <selectedcontent></selectedcontent>
        <div><title>5</title></div>
    };
}
