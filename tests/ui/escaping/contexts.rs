//! Values where a browser would read code, permissions or another address: each says why, and where the value goes instead.

use liveview::html;

fn main() {
    let x = "x";
    let _ = html! {
        <script>greet({x})</script>
        <script src={x}></script>
        <style>{x}</style>
        <!-- {x} -->
        <p onclick={x} style={x}>text</p>
        <iframe title="a" srcdoc={x} sandbox={x}></iframe>
        <p is={x}>text</p>
        <link rel={x} href="/a" />
        <meta http-equiv={x} content="a" />
        <meta http-equiv="set-cookie" content={x} />
        <svg><a><set attributeName={x} to="/" /></a></svg>
        <a href="javascript:{x}">a</a>
        <a href="geo:{x}">a</a>
        <p style:width="{x} !important" style:color="red;{x}">text</p>
        <template><p>{x}</p></template>
    };
}
