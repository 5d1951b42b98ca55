//! The same table by other means: written by hand, and by maud. Knows nothing of us but the escaper.

use liveview::rendered::escape::escape;
use maud::html;

use super::pages::User;

/// As one would write it without a library: one `String`, grown as it goes.
pub(crate) fn by_hand(users: &[User], side: u32) -> String {
    let mut html = String::new();
    let mut digits = itoa::Buffer::new();
    html.push_str("<output id=\"side\">");
    html.push_str(digits.format(side));
    html.push_str("</output><table><tbody>");
    for user in users {
        html.push_str("<tr id=\"row-");
        html.push_str(digits.format(user.id));
        html.push_str("\"><td>");
        html.push_str(digits.format(user.id));
        html.push_str("</td><td>");
        escape(&user.name, &mut html);
        html.push_str("</td><td>");
        escape(&user.email, &mut html);
        html.push_str("</td><td>");
        escape(&user.role, &mut html);
        html.push_str("</td></tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// In maud.
pub(crate) fn by_maud(users: &[User], side: u32) -> String {
    html! {
        output id="side" { (side) }
        table { tbody {
            @for user in users {
                tr id={ "row-" (user.id) } {
                    td { (user.id) } td { (user.name) } td { (user.email) } td { (user.role) }
                }
            }
        } }
    }
    .into_string()
}
