//! What stands in what: the contexts and content models of the HTML standard, as far as a parser, a screen reader or a
//! browser's default sheet leans on them. Looks at no tree.

/// An element that stands only in certain others, and what its place is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The elements that it stands directly in.
    pub parents: &'static [&'static str],
    /// Where that is, for people.
    pub words: &'static str,
}

/// The elements that may stand directly in this one; nothing where all may.
pub fn children(tag: &str) -> Option<&'static [&'static str]> {
    Some(match tag {
        "table" => &[
            "caption", "colgroup", "thead", "tbody", "tfoot", "script", "template",
        ],
        "thead" | "tbody" | "tfoot" => &["tr", "script", "template"],
        "tr" => &["td", "th", "script", "template"],
        "colgroup" => &["col", "template"],
        "select" => &["option", "optgroup", "hr", "script", "template"],
        "optgroup" => &["option", "script", "template"],
        "ul" | "ol" | "menu" => &["li", "script", "template"],
        "dl" => &["dt", "dd", "div", "script", "template"],
        "picture" => &["source", "img", "script", "template"],
        "option" => &[],
        _ => return None,
    })
}

/// Where this element stands; nothing for one that stands anywhere.
pub fn home(tag: &str) -> Option<Home> {
    let (parents, words): (&[&str], &str) = match tag {
        "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => {
            (&["table"], "it stands directly in `<table>`")
        }
        "col" => (&["colgroup"], "it stands in `<colgroup>`"),
        "tr" => (
            &["tbody", "thead", "tfoot"],
            "a row stands in `<tbody>`, `<thead>` or `<tfoot>`",
        ),
        "td" | "th" => (&["tr"], "a cell stands in a row, `<tr>`"),
        "li" => (
            &["ul", "ol", "menu"],
            "it stands in `<ul>`, `<ol>` or `<menu>`",
        ),
        "dt" | "dd" => (&["dl"], "it stands in `<dl>`, or in a `<div>` in one"),
        "option" => (
            &["select", "optgroup", "datalist"],
            "it stands in `<select>`, `<optgroup>` or `<datalist>`",
        ),
        "optgroup" => (&["select"], "it stands in `<select>`"),
        "source" => (
            &["audio", "video", "picture"],
            "it stands in `<audio>`, `<video>` or `<picture>`",
        ),
        "track" => (&["audio", "video"], "it stands in `<audio>` or `<video>`"),
        "legend" => (&["fieldset"], "it stands first in `<fieldset>`"),
        "figcaption" => (&["figure"], "it stands in `<figure>`"),
        "summary" => (&["details"], "it stands first in `<details>`"),
        "rt" | "rp" => (&["ruby"], "it stands in `<ruby>`"),
        "base" | "title" => (
            &["head"],
            "it stands in the document's head, which the framework writes",
        ),
        _ => return None,
    };
    Some(Home { parents, words })
}

/// The part that stands before all others in this element.
pub fn first_part(whole: &str) -> Option<&'static str> {
    Some(match whole {
        "table" => "caption",
        "fieldset" => "legend",
        "details" => "summary",
        _ => return None,
    })
}

/// The parts of which this element has one at most, each with what to do with a second.
pub fn only_parts(whole: &str) -> &'static [(&'static str, &'static str)] {
    match whole {
        "table" => &[
            ("caption", "make one of the two"),
            ("thead", "put its rows into the first, or into a `<tbody>`"),
            ("tfoot", "put its rows into the first, or into a `<tbody>`"),
        ],
        "fieldset" => &[(
            "legend",
            "make one of the two, or a `<fieldset>` of its own in this one",
        )],
        "details" => &[("summary", "make one of the two")],
        "figure" => &[(
            "figcaption",
            "make one of the two, or a `<figure>` of its own in this one",
        )],
        "picture" => &[(
            "img",
            "a browser chooses for the first: make the other a `<source srcset=\"…\" />` before it, or put it outside",
        )],
        _ => &[],
    }
}

/// The order in which parts stand in this element, where only a reader minds.
pub fn order(whole: &str) -> &'static [&'static str] {
    match whole {
        "table" => &["colgroup", "thead", "tbody", "tfoot"],
        "audio" | "video" => &["source", "track"],
        _ => &[],
    }
}

/// An attribute without which an element does nothing.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// Its name, or those of which one is enough.
    pub one_of: &'static [&'static str],
    /// What becomes of the element without it.
    pub reason: &'static str,
}

/// The attributes without which this element does nothing.
pub fn needs(tag: &str) -> &'static [Need] {
    match tag {
        "optgroup" => &[Need {
            one_of: &["label"],
            reason: "a group without a name is an empty line",
        }],
        "track" => &[Need {
            one_of: &["src"],
            reason: "there is nothing to load without it",
        }],
        "map" => &[Need {
            one_of: &["name"],
            reason: "an image finds its map by it",
        }],
        "link" => &[
            Need {
                one_of: &["rel", "itemprop"],
                reason: "a link that is nothing to the page does nothing",
            },
            Need {
                one_of: &["href", "imagesrcset"],
                reason: "there is nothing to load without it",
            },
        ],
        "bdo" => &[Need {
            one_of: &["dir"],
            reason: "it turns nothing without it",
        }],
        "meter" => &[Need {
            one_of: &["value"],
            reason: "it shows nothing without it",
        }],
        _ => &[],
    }
}

/// Whether text directly in this element is moved or dropped by the parser, or stands in no item.
pub fn refuses_text(tag: &str) -> bool {
    children(tag).is_some() && tag != "option"
}

/// The headings.
pub fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
