//! Names of props and of the words they take: a message where there is one, else the name itself,
//! so that a new block needs nothing here.

use palier_contract::document::{PropSchema, label};

use crate::i18n::{I18n, Key, keys};

/// What a prop is called: as its block says, or by its name.
pub(in crate::designer) fn prop(schema: &PropSchema, i18n: I18n) -> String {
    match label(schema.label, &i18n.locale()) {
        Some(label) => label.to_owned(),
        None => of(PROPS, schema.name, i18n),
    }
}

/// The words that a prop takes, with what each is called.
pub(in crate::designer) fn words(
    schema: &PropSchema,
    words: &'static [&'static str],
    i18n: I18n,
) -> Vec<(&'static str, String)> {
    let called = |(index, name): (usize, &&'static str)| {
        let own = schema.options.get(index).copied().unwrap_or_default();
        let own = label(own, &i18n.locale());
        (*name, own.map_or_else(|| word(name, i18n), str::to_owned))
    };
    words.iter().enumerate().map(called).collect()
}

/// What one of a prop's words is called.
pub(in crate::designer) fn word(word: &str, i18n: I18n) -> String {
    of(WORDS, word, i18n)
}

/// What a lock forbids.
pub(in crate::designer) fn lock(word: &str, i18n: I18n) -> String {
    of(LOCKS, word, i18n)
}

fn of(table: &[(&str, Key)], name: &str, i18n: I18n) -> String {
    match table.iter().find(|(known, _)| *known == name) {
        Some((_, key)) => i18n.t(*key),
        None => readable(name),
    }
}

/// A name as a person would write it: `page-size` is "Page size".
pub(in crate::designer) fn readable(name: &str) -> String {
    let words = name.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

const PROPS: &[(&str, Key)] = &[
    ("title", keys::DESIGNER_PROPERTIES_PROP_TITLE),
    ("text", keys::DESIGNER_PROPERTIES_PROP_TEXT),
    ("image", keys::DESIGNER_PROPERTIES_PROP_IMAGE),
    ("logo", keys::DESIGNER_PROPERTIES_PROP_LOGO),
    ("button", keys::DESIGNER_PROPERTIES_PROP_BUTTON),
    ("label", keys::DESIGNER_PROPERTIES_PROP_LABEL),
    ("labels", keys::DESIGNER_PROPERTIES_PROP_LABELS),
    ("href", keys::DESIGNER_PROPERTIES_PROP_HREF),
    ("align", keys::DESIGNER_PROPERTIES_PROP_ALIGN),
    ("height", keys::DESIGNER_PROPERTIES_PROP_HEIGHT),
    ("src", keys::DESIGNER_PROPERTIES_PROP_SRC),
    ("alt", keys::DESIGNER_PROPERTIES_PROP_ALT),
    ("decorative", keys::DESIGNER_PROPERTIES_PROP_DECORATIVE),
    ("aspect", keys::DESIGNER_PROPERTIES_PROP_ASPECT),
    ("fit", keys::DESIGNER_PROPERTIES_PROP_FIT),
    ("look", keys::DESIGNER_PROPERTIES_PROP_LOOK),
    ("anchor", keys::DESIGNER_PROPERTIES_PROP_ANCHOR),
    ("background", keys::DESIGNER_PROPERTIES_PROP_BACKGROUND),
    ("padding", keys::DESIGNER_PROPERTIES_PROP_PADDING),
    ("ratio", keys::DESIGNER_PROPERTIES_PROP_RATIO),
    ("gap", keys::DESIGNER_PROPERTIES_PROP_GAP),
    ("size", keys::DESIGNER_PROPERTIES_PROP_SIZE),
    ("heading", keys::DESIGNER_PROPERTIES_PROP_HEADING),
    (
        "heading-level",
        keys::DESIGNER_PROPERTIES_PROP_HEADING_LEVEL,
    ),
    ("board", keys::DESIGNER_PROPERTIES_PROP_BOARD),
    ("period", keys::DESIGNER_PROPERTIES_PROP_PERIOD),
    ("view", keys::DESIGNER_PROPERTIES_PROP_VIEW),
    ("limit", keys::DESIGNER_PROPERTIES_PROP_LIMIT),
    ("currency", keys::DESIGNER_PROPERTIES_PROP_CURRENCY),
    ("page-size", keys::DESIGNER_PROPERTIES_PROP_PAGE_SIZE),
    ("category", keys::DESIGNER_PROPERTIES_PROP_CATEGORY),
    ("series", keys::DESIGNER_PROPERTIES_PROP_SERIES),
    ("layout", keys::DESIGNER_PROPERTIES_PROP_LAYOUT),
    ("benefits", keys::DESIGNER_PROPERTIES_PROP_BENEFITS),
];

const WORDS: &[(&str, Key)] = &[
    ("start", keys::DESIGNER_PROPERTIES_WORD_START),
    ("center", keys::DESIGNER_PROPERTIES_WORD_CENTER),
    ("end", keys::DESIGNER_PROPERTIES_WORD_END),
    ("stretch", keys::DESIGNER_PROPERTIES_WORD_STRETCH),
    ("compact", keys::DESIGNER_PROPERTIES_WORD_COMPACT),
    ("medium", keys::DESIGNER_PROPERTIES_WORD_MEDIUM),
    ("tall", keys::DESIGNER_PROPERTIES_WORD_TALL),
    ("natural", keys::DESIGNER_PROPERTIES_WORD_NATURAL),
    ("square", keys::DESIGNER_PROPERTIES_WORD_SQUARE),
    ("landscape", keys::DESIGNER_PROPERTIES_WORD_LANDSCAPE),
    ("portrait", keys::DESIGNER_PROPERTIES_WORD_PORTRAIT),
    ("wide", keys::DESIGNER_PROPERTIES_WORD_WIDE),
    ("cover", keys::DESIGNER_PROPERTIES_WORD_COVER),
    ("contain", keys::DESIGNER_PROPERTIES_WORD_CONTAIN),
    ("primary", keys::DESIGNER_PROPERTIES_WORD_PRIMARY),
    ("secondary", keys::DESIGNER_PROPERTIES_WORD_SECONDARY),
    ("quiet", keys::DESIGNER_PROPERTIES_WORD_QUIET),
    ("none", keys::DESIGNER_PROPERTIES_WORD_NONE),
    ("s", keys::DESIGNER_PROPERTIES_WORD_S),
    ("m", keys::DESIGNER_PROPERTIES_WORD_M),
    ("l", keys::DESIGNER_PROPERTIES_WORD_L),
    ("xl", keys::DESIGNER_PROPERTIES_WORD_XL),
    ("tint", keys::DESIGNER_PROPERTIES_WORD_TINT),
    ("surface", keys::DESIGNER_PROPERTIES_WORD_SURFACE),
    ("accent", keys::DESIGNER_PROPERTIES_WORD_ACCENT),
    ("even", keys::DESIGNER_PROPERTIES_WORD_EVEN),
    ("start-wide", keys::DESIGNER_PROPERTIES_WORD_START_WIDE),
    ("end-wide", keys::DESIGNER_PROPERTIES_WORD_END_WIDE),
    ("top", keys::DESIGNER_PROPERTIES_WORD_TOP),
    ("around-me", keys::DESIGNER_PROPERTIES_WORD_AROUND_ME),
    ("grid", keys::DESIGNER_PROPERTIES_WORD_GRID),
    ("list", keys::DESIGNER_PROPERTIES_WORD_LIST),
    ("card", keys::DESIGNER_PROPERTIES_WORD_CARD),
    ("all", keys::DESIGNER_PROPERTIES_WORD_ALL),
    ("current", keys::DESIGNER_PROPERTIES_WORD_CURRENT),
    ("anonymous", keys::DESIGNER_PROPERTIES_WORD_ANONYMOUS),
    ("candidate", keys::DESIGNER_PROPERTIES_WORD_CANDIDATE),
    ("member", keys::DESIGNER_PROPERTIES_WORD_MEMBER),
    ("suspended", keys::DESIGNER_PROPERTIES_WORD_SUSPENDED),
];

const LOCKS: &[(&str, Key)] = &[
    ("move", keys::DESIGNER_PROPERTIES_LOCK_MOVE),
    ("remove", keys::DESIGNER_PROPERTIES_LOCK_REMOVE),
    ("edit", keys::DESIGNER_PROPERTIES_LOCK_EDIT),
    ("style", keys::DESIGNER_PROPERTIES_LOCK_STYLE),
    ("insert", keys::DESIGNER_PROPERTIES_LOCK_INSERT),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_message_is_readable() {
        assert_eq!(readable("page-size"), "Page size");
        assert_eq!(readable("start_on"), "Start on");
        assert_eq!(readable(""), "");
    }
}
