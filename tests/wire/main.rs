//! Golden conversations: what a server says of pages that change, read by Rust here and by the client's tests. No sockets.
//!
//! Each `tests/wire/*.json` is one conversation:
//!
//! * `page`: the HTML inside the root when the page is first shown, markers included;
//! * `block`: the text of the page's JSON block;
//! * `steps`: in order, each with `what` it shows, `down`, the exact frame, and `html`, what the root then shows, without
//!   markers. A step with `up` is an answer to that frame; one with `effects` has the browser do these, in order.
//!
//! Rust says each conversation anew and compares every byte; the client applies the frames and compares its document.
//! After a change that is meant, `BLESS=1 cargo test --test wire` writes them again.

mod budgets;
mod conversation;
mod effects;
mod pages;
mod said;

use conversation::Conversation;
use liveview::rendered::Rendered;
use liveview::wire::frame::Standing;
use pages::{Badge, Card, Profile, Row, rows};

#[test]
fn values() {
    let mut profile = Profile::default();
    let mut talk = Conversation::begin("values", pages::profile(&profile));
    profile.name = "Ada <b> & \"Co\" \u{2028} 'x' \\ \u{1f980}".into();
    talk.say(
        "text needs no escaping but JSON's",
        pages::profile(&profile),
    );
    profile.title = Some("a \"title\"\ttab".into());
    profile.is_busy = true;
    talk.say(
        "an attribute comes, one is true, a class token is on",
        pages::profile(&profile),
    );
    profile.title = None;
    profile.is_busy = false;
    talk.say("and they go", pages::profile(&profile));
    profile.link = "/people?id=7&tab=1".into();
    talk.say("a relative address", pages::profile(&profile));
    profile.link = " java\tscript:alert(1)".into();
    talk.say(
        "an address that could run a program is refused",
        pages::profile(&profile),
    );
    profile.kind = "admin  big".into();
    profile.width = Some("50%".into());
    talk.say(
        "class tokens and a style property",
        pages::profile(&profile),
    );
    profile.kind = String::new();
    profile.width = Some("1px;color:red".into());
    talk.say(
        "a style value that is more than one is none",
        pages::profile(&profile),
    );
    profile.bio = "first\nsecond".into();
    profile.is_member = true;
    profile.age = -41;
    talk.say(
        "properties, and numbers inside of a run",
        pages::profile(&profile),
    );
    profile.name = String::new();
    profile.bio = String::new();
    talk.say("empty texts", pages::profile(&profile));
    profile.name = "back\r\nagain".into();
    talk.say("a text where none was", pages::profile(&profile));
    talk.finish();
}

#[test]
fn spreads() {
    let mut link = pages::Link::default();
    let mut talk = Conversation::begin("spreads", pages::link(&link));
    link.title = Some("a <b>");
    link.is_current = true;
    talk.say("attributes and a class token come", pages::link(&link));
    link.kind = "b";
    talk.say("an own class changes", pages::link(&link));
    link.is_current = false;
    talk.say("some go", pages::link(&link));
    link.title = None;
    talk.say("and one more", pages::link(&link));
    link.is_shown = true;
    link.is_current = true;
    talk.say("on something new", pages::link(&link));
    talk.finish();
}

#[test]
fn branches() {
    let mut card = Card::default();
    let mut talk = Conversation::begin("branches", pages::card(&card));
    card.count = 1;
    talk.say("a branch appears, with its template", pages::card(&card));
    card.count = 2;
    talk.say("a value inside of it", pages::card(&card));
    card.badge = Badge::Text("new");
    talk.say("another arm", pages::card(&card));
    card.badge = Badge::Link {
        to: "/a",
        label: "A",
    };
    talk.say("a third arm", pages::card(&card));
    card.badge = Badge::Link {
        to: "/b",
        label: "A",
    };
    talk.say("one attribute in it", pages::card(&card));
    card.badge = Badge::None;
    card.count = 0;
    talk.say("an arm without anything, and no branch", pages::card(&card));
    card.count = 7;
    card.is_open = true;
    talk.say("a branch in a branch", pages::card(&card));
    card.count = 8;
    talk.say("values in both", pages::card(&card));
    card.is_open = false;
    talk.say("the inner one closes", pages::card(&card));
    talk.finish();
}

#[test]
fn lists() {
    let mut all = rows(5);
    let mut talk = Conversation::begin("lists", pages::list(&all));
    all[2].text = "changed".into();
    talk.say("one row in place", pages::list(&all));
    all.push(Row::new(10));
    talk.say("append", pages::list(&all));
    all.insert(0, Row::new(11));
    talk.say("prepend", pages::list(&all));
    all.remove(0);
    talk.say("delete the first", pages::list(&all));
    all.remove(2);
    all[2].text = "behind the gap".into();
    talk.say("delete in the middle, patch behind it", pages::list(&all));
    all.reverse();
    talk.say("reverse", pages::list(&all));
    all.swap(1, 3);
    all[1].text = "moved and changed".into();
    talk.say("swap, and patch a moved row", pages::list(&all));
    all.rotate_left(1);
    talk.say("rotate", pages::list(&all));
    all = vec![
        Row::new(20),
        all[3].clone(),
        Row::new(21),
        all[0].clone(),
        Row::new(22),
    ];
    talk.say("two old rows among three new", pages::list(&all));
    all.truncate(2);
    talk.say("delete the last ones", pages::list(&all));
    all.clear();
    talk.say("delete all: what stands for no rows", pages::list(&all));
    all = rows(3);
    talk.say("rows again", pages::list(&all));
    talk.finish();
}

#[test]
fn nested() {
    let mut groups = vec![("a", rows(2)), ("b", rows(3)), ("c", vec![])];
    let mut talk = Conversation::begin("nested", pages::groups(&groups));
    groups[1].1[2].text = "deep".into();
    talk.say("a value in a row of a row", pages::groups(&groups));
    groups[0].1.push(Row::new(9));
    groups[1].1.remove(0);
    talk.say("two inner lists at once", pages::groups(&groups));
    groups.swap(0, 2);
    groups[2].1[0].text = "moved with its group".into();
    talk.say(
        "outer rows move, an inner one changes",
        pages::groups(&groups),
    );
    groups[1].1.reverse();
    groups.insert(1, ("d", rows(2)));
    talk.say(
        "a new group with rows, beside an inner list that turns",
        pages::groups(&groups),
    );
    groups[0].1 = rows(1);
    talk.say(
        "an inner list fills: the branch inside of its row comes along",
        pages::groups(&groups),
    );
    groups[0].1[0].is_marked = true;
    talk.say("a branch in a row of a row", pages::groups(&groups));
    groups.truncate(1);
    talk.say("one group remains", pages::groups(&groups));
    talk.finish();
}

#[test]
fn rendered_values() {
    let mut badges = vec![Badge::Text("one"), Badge::Text("two")];
    let mut talk = Conversation::begin("rendered-values", pages::badges(&badges));
    badges[1] = Badge::Text("2");
    talk.say("an item in place", pages::badges(&badges));
    badges[0] = Badge::Link {
        to: "/",
        label: "home",
    };
    talk.say("an item becomes another fragment", pages::badges(&badges));
    badges[0] = Badge::Link {
        to: "/",
        label: "start",
    };
    badges.push(Badge::Text("three"));
    badges.push(Badge::Link {
        to: "/4",
        label: "four",
    });
    talk.say("a patch, and two new ones", pages::badges(&badges));
    badges.truncate(1);
    talk.say("only the first", pages::badges(&badges));
    badges.clear();
    talk.say("none", pages::badges(&badges));
    badges.push(Badge::Text("again"));
    talk.say("one again", pages::badges(&badges));
    talk.finish();
}

#[test]
fn answers() {
    let mut groups = vec![("a", rows(2)), ("b", rows(1))];
    let mut talk = Conversation::begin("answers", pages::groups(&groups));
    talk.answer("one inner row", &[0, 0, 1, 1], pages::groups(&groups));
    talk.answer("one group", &[0, 1], pages::groups(&groups));
    groups[1].1[0].is_marked = true;
    talk.say("a branch opens", pages::groups(&groups));
    talk.answer("that branch", &[0, 1, 1, 0, 2], pages::groups(&groups));
    talk.answer(
        "the root, with all definitions",
        &[],
        pages::groups(&groups),
    );
    groups[0].1[0].text = "since then".into();
    talk.say("patches go on", pages::groups(&groups));
    groups.remove(0);
    talk.join(
        "values for the page as it stands",
        pages::groups(&groups),
        Standing::Values,
    );
    groups[0].1.push(Row::new(5));
    talk.say("patches after it", pages::groups(&groups));
    groups.push(("z", rows(1)));
    talk.join("a new page", pages::groups(&groups), Standing::New);
    groups.reverse();
    talk.say("and patches after that", pages::groups(&groups));
    talk.finish();
}

#[test]
fn what_is_rendered_can_be_read() {
    let card = Card {
        count: 1,
        badge: Badge::Text("new"),
        is_open: false,
    };
    let shown = Rendered::of(pages::card(&card)).to_string();
    let lines: Vec<&str> = shown
        .lines()
        .filter(|line| !line.contains("fragment"))
        .map(str::trim_start)
        .collect();
    assert_eq!(
        lines,
        [
            "<section><!--[-->",
            "0 one of",
            "<p>",
            "0 text: \"1 of many\"",
            "</p><!--[-->",
            "1 one of: nothing",
            "<!--]-->",
            "<!--]--><hr><!--[-->",
            "1 one of",
            "<i>",
            "0 text: \"new\"",
            "</i>",
            "<!--]--><div>",
            "2 one of",
            "<em>",
            "0 text: \"odd 1\"",
            "</em>",
            "</div></section>",
        ]
    );
}
