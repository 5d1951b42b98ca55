//! Raw HTML: of another type, beside other nodes, in elements that a tag in it could end, behind a condition.

use liveview::{TrustedHtml, html};

fn main() {
    let (text, html) = ("<b>", TrustedHtml::dangerously_from("<b>"));
    let html = &html;
    let _ = html! {
        <div>@html(text)</div>
        <div>@html()</div>
        <div>@html text</div>
        <p>So: @html(html)</p>
        <div>@if true { @html(html) }</div>
        <ul>@html(html)</ul>
        <a href="/"><b>@html(html)</b></a>
        <p>{html}</p>
        <p>@render(html)</p>
        <p title={html}>text</p>
        <script>@html(html)</script>
    };
}
