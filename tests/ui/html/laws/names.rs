//! Names that HTML does not have: elements, attributes, roles and states.

use liveview::html;

fn main() {
    let _ = html! {
        <dvi>1</dvi>
        <center>2</center>
        <nonsense>3</nonsense>
        <a hreff="/">4</a>
        <div href="/" name="a" align="left" owner="me">5</div>
        <p className="a" v-if="b" aria-labeledby="c" role="buton">6</p>
        <p role="widget" aria-hidden="yes" aria-level="two" aria-busy>7</p>
    };
    let _ = html! {
        @allow(mising_alt)
        <img src="/a" alt="" />
    };
    let _ = html! {
        @allow(unknown_names)
        <newest owner="me">8</newest>
    };
    let _ = html! {
        <p>9</p>
        @allow(missing_alt)
    };
}
