//! Findings in the editor's language.

use palier_contract::document::{BlockSchema, Finding, FindingCode, Node, SlotSchema, TextMap};
use serde_json::Value;

use crate::designer::properties::{language_name, names};
use crate::designer::{excerpt, theme, words};
use crate::i18n::{I18n, Key, keys};

/// So many characters of what is written are quoted. Longer addresses are told by their beginning.
const LONGEST: usize = 60;

/// What is wrong, in words; `block` is the schema of the block that it is about.
pub(super) fn finding(
    finding: &Finding,
    node: Option<&Node>,
    block: Option<&BlockSchema>,
    languages: &str,
    i18n: I18n,
) -> String {
    let mut field = field(&finding.path, block, i18n);
    if let Some(item) = node.and_then(|node| item(&finding.path, node, i18n)) {
        field = [&field, " · ", &item].concat();
    }
    let value = node.and_then(|node| value(&finding.path, node));
    let key = match (finding.code, &value) {
        (FindingCode::PropInvalid, Some(_)) => keys::DESIGNER_PROBLEMS_CODE_PROP_INVALID_VALUE,
        (code, _) => key(code),
    };
    let value = value.unwrap_or_default();
    let values = [
        ("field", &*field),
        ("value", &*value),
        ("languages", languages),
    ];
    let told = i18n.with(key, &values);
    match node
        .zip(block)
        .and_then(|(node, block)| part(&finding.path, node, block, i18n))
    {
        Some(part) => [&part, " · ", &told].concat(),
        None => told,
    }
}

/// Which of a block's several parts a pointer leads to, by name.
fn part(path: &str, node: &Node, block: &BlockSchema, i18n: I18n) -> Option<String> {
    let (index, _) = slot(path, block)?;
    let part = words::part(node, Some(block), index, i18n);
    (!part.is_empty()).then_some(part)
}

/// The slot that a pointer ends with, and which of its block's it is.
pub(in crate::designer) fn slot<'b>(
    path: &str,
    block: &'b BlockSchema,
) -> Option<(usize, &'b SlotSchema)> {
    let (before, name) = path.rsplit_once('/')?;
    let mut slots = block.slots.iter().enumerate();
    let found = slots.find(|(_, slot)| slot.name == name);
    found.filter(|_| before.ends_with("/slots"))
}

/// The languages of the programme that a text is not there in, by name: of a block, or of the page.
pub(super) fn lacking(
    finding: &Finding,
    node: Option<&Node>,
    title: &TextMap,
    locales: &[String],
    i18n: I18n,
) -> String {
    let says = |tag: &str| match node {
        Some(node) => {
            let text = written(&finding.path, node).and_then(|texts| texts.get(tag));
            text.is_some_and(|text| !excerpt::all(text).is_empty())
        }
        None => title.get(tag).is_some_and(|text| !text.trim().is_empty()),
    };
    let lacking = locales.iter().filter(|tag| !says(tag));
    let names = lacking.map(|tag| language_name(tag, &i18n.locale()));
    names.collect::<Vec<_>>().join(", ")
}

/// What a block holds at a pointer.
fn written<'n>(path: &str, node: &'n Node) -> Option<&'n Value> {
    let name = prop(path)?;
    let (_, within) = path.rsplit_once(&["/props/", name].concat())?;
    node.props.get(name)?.pointer(within)
}

/// What is written at a pointer, where that is a line of text or a number: no more than can be
/// read at a glance.
fn value(path: &str, node: &Node) -> Option<String> {
    let text = match written(path, node)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(match text.char_indices().nth(LONGEST) {
        Some((end, _)) => [text.get(..end)?, "…"].concat(),
        None => text,
    })
}

/// Which item of a list a pointer leads to: by what it says, else by its number.
fn item(path: &str, node: &Node, i18n: I18n) -> Option<String> {
    let name = prop(path)?;
    let (_, within) = path.rsplit_once(&["/", name, "/"].concat())?;
    let index: usize = within.split('/').next()?.parse().ok()?;
    let item = node.props.get(name)?.get(index)?;
    let number = i64::try_from(index.saturating_add(1)).unwrap_or(i64::MAX);
    Some(excerpt::of_item(item, &i18n.locale()).unwrap_or_else(|| i18n.number(number)))
}

/// The setting that a pointer leads to, as people say it.
fn field(path: &str, block: Option<&BlockSchema>, i18n: I18n) -> String {
    if let Some(token) = path.strip_prefix("/theme/tokens/") {
        return theme::token_name(i18n, token);
    }
    if path.starts_with("/title") {
        return i18n.t(keys::DESIGNER_PROBLEMS_FIELD_TITLE);
    }
    match prop(path) {
        Some(name) => match block.and_then(|block| block.prop(name)) {
            Some(prop) => names::prop(prop, i18n),
            None => names::readable(name),
        },
        None => i18n.t(keys::DESIGNER_PROBLEMS_FIELD_OTHER),
    }
}

/// The prop in a pointer: what follows the last `props`, or the breakpoint after `at`.
pub(super) fn prop(path: &str) -> Option<&str> {
    let mut steps = path.split('/');
    let mut found = None;
    while let Some(step) = steps.next() {
        match step {
            // A slot's name and the place in it lead on to the next block.
            "slots" if found.is_none() => drop(steps.nth(1)),
            "props" if found.is_none() => found = steps.next(),
            "at" if found.is_none() => found = steps.nth(1),
            _ => {}
        }
    }
    found
}

const fn key(code: FindingCode) -> Key {
    match code {
        FindingCode::DuplicateId => keys::DESIGNER_PROBLEMS_CODE_DUPLICATE_ID,
        FindingCode::EmptyId => keys::DESIGNER_PROBLEMS_CODE_EMPTY_ID,
        FindingCode::TooDeep => keys::DESIGNER_PROBLEMS_CODE_TOO_DEEP,
        FindingCode::SpanOutOfRange => keys::DESIGNER_PROBLEMS_CODE_SPAN_OUT_OF_RANGE,
        FindingCode::UnknownBreakpoint => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_BREAKPOINT,
        FindingCode::UnknownBlock => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_BLOCK,
        FindingCode::UnknownSlot => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_SLOT,
        FindingCode::SlotRefuses => keys::DESIGNER_PROBLEMS_CODE_SLOT_REFUSES,
        FindingCode::SlotFull => keys::DESIGNER_PROBLEMS_CODE_SLOT_FULL,
        FindingCode::UnknownProp => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_PROP,
        FindingCode::PropMissing => keys::DESIGNER_PROBLEMS_CODE_PROP_MISSING,
        FindingCode::PropInvalid => keys::DESIGNER_PROBLEMS_CODE_PROP_INVALID,
        FindingCode::TextMissing => keys::DESIGNER_PROBLEMS_CODE_TEXT_MISSING,
        FindingCode::SchemeInvalid => keys::DESIGNER_PROBLEMS_CODE_SCHEME_INVALID,
        FindingCode::UnknownToken => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_TOKEN,
        FindingCode::TokenInvalid => keys::DESIGNER_PROBLEMS_CODE_TOKEN_INVALID,
        FindingCode::CssText => keys::DESIGNER_PROBLEMS_CODE_CSS_TEXT,
        FindingCode::UnknownAudience => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_AUDIENCE,
        FindingCode::UnknownLock => keys::DESIGNER_PROBLEMS_CODE_UNKNOWN_LOCK,
        FindingCode::WhenInvalid => keys::DESIGNER_PROBLEMS_CODE_WHEN_INVALID,
        FindingCode::NotResponsive => keys::DESIGNER_PROBLEMS_CODE_NOT_RESPONSIVE,
        FindingCode::AltMissing => keys::DESIGNER_PROBLEMS_CODE_ALT_MISSING,
        FindingCode::TranslationMissing => keys::DESIGNER_PROBLEMS_CODE_TRANSLATION_MISSING,
        FindingCode::DeadReference => keys::DESIGNER_PROBLEMS_CODE_DEAD_REFERENCE,
        FindingCode::DuplicateAnchor => keys::DESIGNER_PROBLEMS_CODE_DUPLICATE_ANCHOR,
        FindingCode::DeadLink => keys::DESIGNER_PROBLEMS_CODE_DEAD_LINK,
        FindingCode::SlotEmpty => keys::DESIGNER_PROBLEMS_CODE_SLOT_EMPTY,
        FindingCode::SlotUnlabelled => keys::DESIGNER_PROBLEMS_CODE_SLOT_UNLABELLED,
    }
}

#[cfg(test)]
mod tests {
    use super::{prop, value};

    #[test]
    fn what_is_wrong_is_quoted_as_far_as_it_can_be_read() {
        let long = "x".repeat(61);
        let text = format!(
            r##"{{"id":"a","type":"button","v":1,"props":{{"href":"#nowhere","count":7,"src":"{long}","items":[{{"href":"#no"}}]}}}}"##
        );
        let node = serde_json::from_str(&text).unwrap();
        for (path, quoted) in [
            ("/root/0/props/href", Some("#nowhere".to_owned())),
            ("/root/0/slots/main/2/props/count", Some("7".to_owned())),
            ("/root/0/props/items/0/href", Some("#no".to_owned())),
            ("/root/0/props/items", None),
            ("/root/0/at/md/count", None),
            ("/root/0/props/src", Some("x".repeat(60) + "…")),
        ] {
            assert_eq!(value(path, &node), quoted, "{path}");
        }
    }

    #[test]
    fn the_prop_of_the_innermost_block_is_found() {
        for (path, name) in [
            ("/root/0/props/title/en", Some("title")),
            ("/root/0/slots/main/1/props/items/0/alt", Some("items")),
            ("/root/0/at/md/count", Some("count")),
            ("/root/0/slots/props/1/props/at", Some("at")),
            ("/root/0/slots/main", None),
            ("/root/0/span/md", None),
        ] {
            assert_eq!(prop(path), name, "{path}");
        }
    }
}
