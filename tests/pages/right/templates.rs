//! The right examples of the page `templates`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

struct Ticket {
    id: u64,
    title: String,
    days: i32,
}

fn list(tickets: &[Ticket]) -> impl Render {
    html! {
        <h2>{tickets.len()} tickets</h2>
        <ul>
            @for ticket in tickets; key ticket.id {
                <li title="Ticket {ticket.id}" class:late={ticket.days < 0}>{&ticket.title}</li>
            } @empty {
                <li>Nothing to do.</li>
            }
        </ul>
    }
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {

let _ = html! {
<p><b>Bread</b><br>and butter: "don't wait" <!-- or do --></p>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {
let price = 3; 
let _ = html! {
<p>{format!("{price:.2} euros")}, or {price} euros</p>
};
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {
let footer = html! { <b>Bye</b> }; 
let _ = html! {
<p>@render(footer)</p>
};
}
}

mod example_5 {
use liveview::prelude::*;
fn page() {
let prices = [3, 4]; 
let _ = html! {
@let total: i32 = prices.iter().sum();
<p>{total} in all, {total / 2} each</p>
};
}
}

mod example_6 {
use liveview::prelude::*;
fn page() {
let (is_late, title, extra) = (true, None::<&str>, Attributes::new()); 
let _ = html! {
<p class="ticket" class:late={is_late} style:opacity={0.5} title={title} {..extra}>Ada</p>
};
}
}

mod example_7 {
use liveview::prelude::*;
fn page() {
let days = 3; 
let _ = html! {
@if days < 0 {
    <p>{-days} days late</p>
} @else if days == 0 {
    <p>today</p>
} @else {
    <p>in {days} days</p>
}
};
}
}

mod example_8 {
use liveview::prelude::*;
fn page() {
let (name, point) = (Some("Ada"), (0, 2)); 
let _ = html! {
@if let Some(name) = name { <p>{name}</p> }
@match point {
    (0, 0) => { <p>the middle</p> }
    (x, y) if x == y => { <p>on the diagonal</p> }
    _ => { <p>elsewhere</p> }
}
};
}
}

mod example_9 {
use liveview::prelude::*;
fn page() {
let tickets = ["Bread", "Butter"]; 
let _ = html! {
<dl>@for ticket in tickets; key ticket { <div><dt>{ticket}</dt><dd>to buy</dd></div> } @empty { <div><dt>Nothing</dt><dd>to buy</dd></div> }</dl>
<ol>@for step in ["Go", "Buy", "Return"]; unkeyed { <li>{step}</li> }</ol>
};
}
}
