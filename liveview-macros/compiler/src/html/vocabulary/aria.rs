//! Roles, states and properties for assistive technology: WAI-ARIA 1.2 with what 1.3 adds, and the roles of its modules for
//! graphics and for books. Looks at no tree.

use super::values::Values;

/// What a text must be to be the value of an `aria-` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// As for an attribute of HTML.
    Of(Values),
    /// The id of another element.
    Id,
    /// A number, perhaps with a point.
    Number,
    /// Any text.
    Text,
}

const fn word(words: &'static str) -> Type {
    Type::Of(Values::Word(words))
}

const BOOLEAN: Type = word("true false");
const OPTIONAL: Type = word("true false undefined");
const TRISTATE: Type = word("true false mixed undefined");
const INTEGER: Type = Type::Of(Values::Integer);

/// The states and properties, in alphabetical order.
const ATTRIBUTES: [(&str, Type); 53] = [
    ("aria-activedescendant", Type::Id),
    ("aria-atomic", BOOLEAN),
    ("aria-autocomplete", word("inline list both none")),
    ("aria-braillelabel", Type::Text),
    ("aria-brailleroledescription", Type::Text),
    ("aria-busy", BOOLEAN),
    ("aria-checked", TRISTATE),
    ("aria-colcount", INTEGER),
    ("aria-colindex", INTEGER),
    ("aria-colindextext", Type::Text),
    ("aria-colspan", INTEGER),
    ("aria-controls", Type::Text),
    (
        "aria-current",
        word("page step location date time true false"),
    ),
    ("aria-describedby", Type::Text),
    ("aria-description", Type::Text),
    ("aria-details", Type::Text),
    ("aria-disabled", BOOLEAN),
    (
        "aria-dropeffect",
        Type::Of(Values::Words("copy execute link move none popup")),
    ),
    ("aria-errormessage", Type::Text),
    ("aria-expanded", OPTIONAL),
    ("aria-flowto", Type::Text),
    ("aria-grabbed", OPTIONAL),
    (
        "aria-haspopup",
        word("true false menu listbox tree grid dialog"),
    ),
    ("aria-hidden", OPTIONAL),
    ("aria-invalid", word("true false grammar spelling")),
    ("aria-keyshortcuts", Type::Text),
    ("aria-label", Type::Text),
    ("aria-labelledby", Type::Text),
    ("aria-level", INTEGER),
    ("aria-live", word("off polite assertive")),
    ("aria-modal", BOOLEAN),
    ("aria-multiline", BOOLEAN),
    ("aria-multiselectable", BOOLEAN),
    ("aria-orientation", word("horizontal vertical undefined")),
    ("aria-owns", Type::Text),
    ("aria-placeholder", Type::Text),
    ("aria-posinset", INTEGER),
    ("aria-pressed", TRISTATE),
    ("aria-readonly", BOOLEAN),
    (
        "aria-relevant",
        Type::Of(Values::Words("additions removals text all")),
    ),
    ("aria-required", BOOLEAN),
    ("aria-roledescription", Type::Text),
    ("aria-rowcount", INTEGER),
    ("aria-rowindex", INTEGER),
    ("aria-rowindextext", Type::Text),
    ("aria-rowspan", INTEGER),
    ("aria-selected", OPTIONAL),
    ("aria-setsize", INTEGER),
    ("aria-sort", word("ascending descending none other")),
    ("aria-valuemax", Type::Number),
    ("aria-valuemin", Type::Number),
    ("aria-valuenow", Type::Number),
    ("aria-valuetext", Type::Text),
];

/// The roles that a page may give.
const ROLES: &str = "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox comment complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading image img insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem graphics-document graphics-object graphics-symbol doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc";

/// Roles that only sort the others, and that no page may give.
const ABSTRACT: &str = "command composite input landmark range roletype section sectionhead select structure widget window";

/// What the value of this state or property must be; nothing if there is none of that name.
pub fn type_of(attribute: &str) -> Option<Type> {
    let found = ATTRIBUTES.binary_search_by_key(&attribute, |(name, _)| name);
    found.ok().map(|index| ATTRIBUTES[index].1)
}

/// The names of all states and properties.
pub fn attributes() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.iter().map(|(name, _)| *name)
}

/// All roles that a page may give.
pub fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.split(' ')
}

/// Whether the role only sorts others.
pub fn is_abstract(role: &str) -> bool {
    ABSTRACT.split(' ').any(|one| one == role)
}
