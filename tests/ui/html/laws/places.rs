//! Parents and children that a browser's parser would rearrange: in tables, lists, choices, and what stands first.

use liveview::html;

fn main() {
    let (rows, is_open) = ([1, 2], true);
    let _ = html! {
        <table>
            <td>1</td>
            <colgroup><div>2</div></colgroup>
            @if is_open { <tbody><p>3</p></tbody> } @else { <tfoot><tr><form></form></tr></tfoot> }
            <caption>4</caption>
        </table>
    };
    let _ = html! {
        <ul>
            text
            @for row in rows; key row { <div>{row}</div> }
            @match is_open { true => { <li>5</li> } false => { <dt>6</dt> } }
        </ul>
    };
    let _ = html! {
        <dl><div><p>7</p></div></dl>
        <section><li>8</li><legend>9</legend><source src="/a" /><area alt="" /></section>
    };
    let _ = html! {
        <select aria-label="a"><button>10</button><option><b>11</b></option><optgroup label="b">{is_open}</optgroup></select>
        <details>12<summary>13</summary></details>
        <ruby><rt><rp>14</rp></rt></ruby>
        <picture><p>15</p><img src="/a" alt="" /></picture>
    };
}
