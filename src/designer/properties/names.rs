//! Names of props and of the words they take: a message where there is one, else the name itself,
//! so that a new block needs nothing here.

use crate::i18n::{I18n, Key, keys};

/// What a prop is called.
pub(in crate::designer) fn prop(name: &str, i18n: I18n) -> String {
    of(PROPS, name, i18n)
}

/// What one of a prop's words is called.
pub(super) fn word(word: &str, i18n: I18n) -> String {
    of(WORDS, word, i18n)
}

/// What a lock forbids.
pub(super) fn lock(word: &str, i18n: I18n) -> String {
    of(LOCKS, word, i18n)
}

/// What a token is called: `color.accent-ink` is "Accent ink".
pub(super) fn token(name: &str) -> String {
    readable(name.split_once('.').map_or(name, |(_, name)| name))
}

fn of(table: &[(&str, Key)], name: &str, i18n: I18n) -> String {
    match table.iter().find(|(known, _)| *known == name) {
        Some((_, key)) => i18n.t(*key),
        None => readable(name),
    }
}

/// A name as a person would write it: `page-size` is "Page size".
fn readable(name: &str) -> String {
    let words = name.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

macro_rules! named {
    ($($name:literal $key:ident)*) => { &[$(($name, keys::$key)),*] };
}

const PROPS: &[(&str, Key)] = named![
    "title" DESIGNER_PROPERTIES_PROP_TITLE
    "text" DESIGNER_PROPERTIES_PROP_TEXT
    "image" DESIGNER_PROPERTIES_PROP_IMAGE
    "logo" DESIGNER_PROPERTIES_PROP_LOGO
    "button" DESIGNER_PROPERTIES_PROP_BUTTON
    "label" DESIGNER_PROPERTIES_PROP_LABEL
    "labels" DESIGNER_PROPERTIES_PROP_LABELS
    "href" DESIGNER_PROPERTIES_PROP_HREF
    "align" DESIGNER_PROPERTIES_PROP_ALIGN
    "height" DESIGNER_PROPERTIES_PROP_HEIGHT
    "src" DESIGNER_PROPERTIES_PROP_SRC
    "alt" DESIGNER_PROPERTIES_PROP_ALT
    "aspect" DESIGNER_PROPERTIES_PROP_ASPECT
    "fit" DESIGNER_PROPERTIES_PROP_FIT
    "look" DESIGNER_PROPERTIES_PROP_LOOK
    "anchor" DESIGNER_PROPERTIES_PROP_ANCHOR
    "background" DESIGNER_PROPERTIES_PROP_BACKGROUND
    "padding" DESIGNER_PROPERTIES_PROP_PADDING
    "ratio" DESIGNER_PROPERTIES_PROP_RATIO
    "gap" DESIGNER_PROPERTIES_PROP_GAP
    "size" DESIGNER_PROPERTIES_PROP_SIZE
    "heading" DESIGNER_PROPERTIES_PROP_HEADING
    "heading-level" DESIGNER_PROPERTIES_PROP_HEADING_LEVEL
    "board" DESIGNER_PROPERTIES_PROP_BOARD
    "period" DESIGNER_PROPERTIES_PROP_PERIOD
    "view" DESIGNER_PROPERTIES_PROP_VIEW
    "limit" DESIGNER_PROPERTIES_PROP_LIMIT
    "currency" DESIGNER_PROPERTIES_PROP_CURRENCY
    "page-size" DESIGNER_PROPERTIES_PROP_PAGE_SIZE
    "category" DESIGNER_PROPERTIES_PROP_CATEGORY
    "series" DESIGNER_PROPERTIES_PROP_SERIES
];

const WORDS: &[(&str, Key)] = named![
    "start" DESIGNER_PROPERTIES_WORD_START
    "center" DESIGNER_PROPERTIES_WORD_CENTER
    "end" DESIGNER_PROPERTIES_WORD_END
    "stretch" DESIGNER_PROPERTIES_WORD_STRETCH
    "compact" DESIGNER_PROPERTIES_WORD_COMPACT
    "medium" DESIGNER_PROPERTIES_WORD_MEDIUM
    "tall" DESIGNER_PROPERTIES_WORD_TALL
    "natural" DESIGNER_PROPERTIES_WORD_NATURAL
    "square" DESIGNER_PROPERTIES_WORD_SQUARE
    "landscape" DESIGNER_PROPERTIES_WORD_LANDSCAPE
    "portrait" DESIGNER_PROPERTIES_WORD_PORTRAIT
    "wide" DESIGNER_PROPERTIES_WORD_WIDE
    "cover" DESIGNER_PROPERTIES_WORD_COVER
    "contain" DESIGNER_PROPERTIES_WORD_CONTAIN
    "primary" DESIGNER_PROPERTIES_WORD_PRIMARY
    "secondary" DESIGNER_PROPERTIES_WORD_SECONDARY
    "quiet" DESIGNER_PROPERTIES_WORD_QUIET
    "none" DESIGNER_PROPERTIES_WORD_NONE
    "s" DESIGNER_PROPERTIES_WORD_S
    "m" DESIGNER_PROPERTIES_WORD_M
    "l" DESIGNER_PROPERTIES_WORD_L
    "xl" DESIGNER_PROPERTIES_WORD_XL
    "tint" DESIGNER_PROPERTIES_WORD_TINT
    "surface" DESIGNER_PROPERTIES_WORD_SURFACE
    "accent" DESIGNER_PROPERTIES_WORD_ACCENT
    "even" DESIGNER_PROPERTIES_WORD_EVEN
    "start-wide" DESIGNER_PROPERTIES_WORD_START_WIDE
    "end-wide" DESIGNER_PROPERTIES_WORD_END_WIDE
    "top" DESIGNER_PROPERTIES_WORD_TOP
    "around-me" DESIGNER_PROPERTIES_WORD_AROUND_ME
    "grid" DESIGNER_PROPERTIES_WORD_GRID
    "list" DESIGNER_PROPERTIES_WORD_LIST
    "anonymous" DESIGNER_PROPERTIES_WORD_ANONYMOUS
    "candidate" DESIGNER_PROPERTIES_WORD_CANDIDATE
    "member" DESIGNER_PROPERTIES_WORD_MEMBER
    "suspended" DESIGNER_PROPERTIES_WORD_SUSPENDED
];

const LOCKS: &[(&str, Key)] = named![
    "move" DESIGNER_PROPERTIES_LOCK_MOVE
    "remove" DESIGNER_PROPERTIES_LOCK_REMOVE
    "edit" DESIGNER_PROPERTIES_LOCK_EDIT
    "style" DESIGNER_PROPERTIES_LOCK_STYLE
    "insert" DESIGNER_PROPERTIES_LOCK_INSERT
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_message_is_readable() {
        assert_eq!(readable("page-size"), "Page size");
        assert_eq!(readable("start_on"), "Start on");
        assert_eq!(token("color.accent-ink"), "Accent ink");
        assert_eq!(readable(""), "");
    }
}
