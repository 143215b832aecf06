//! Whether a prop holds what its schema says.

use serde_json::Value;

use super::PropKind;
use crate::rich_text::{RichNode, RichText};

/// Why a value does not fit.
pub(super) enum Misfit {
    /// Something else than expected, which is in words.
    Expected(String),
    /// The text in that language is missing.
    NoText(String),
}

/// Checks one prop.
pub(super) fn check(kind: PropKind, value: &Value, default_locale: &str) -> Result<(), Misfit> {
    let fits = match kind {
        PropKind::Texts => return check_texts(value, default_locale, |text| text.is_string()),
        PropKind::RichTexts => return check_texts(value, default_locale, is_rich_text),
        PropKind::Media => value.as_str().is_some_and(is_address),
        PropKind::Reference => value.as_str().is_some_and(|id| !id.is_empty()),
        PropKind::Integer(min, max) => value.as_i64().is_some_and(|n| (min..=max).contains(&n)),
        PropKind::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        PropKind::Flag => value.is_boolean(),
    };
    if fits {
        Ok(())
    } else {
        Err(Misfit::Expected(expectation(kind)))
    }
}

fn expectation(kind: PropKind) -> String {
    match kind {
        PropKind::Texts => "a text per language, for instance {\"en\": \"Rewards\"}".into(),
        PropKind::RichTexts => "a rich text per language".into(),
        PropKind::Media => "an https: address or a path that begins with /".into(),
        PropKind::Reference => "an id".into(),
        PropKind::Integer(min, max) => format!("a whole number from {min} to {max}"),
        PropKind::Word(words) => format!("one of {}", words.join(", ")),
        PropKind::Flag => "true or false".into(),
    }
}

fn check_texts(
    value: &Value,
    default_locale: &str,
    is_text: impl Fn(&Value) -> bool,
) -> Result<(), Misfit> {
    let texts = value
        .as_object()
        .filter(|texts| texts.values().all(is_text))
        .ok_or_else(|| Misfit::Expected(expectation(PropKind::Texts)))?;
    let filled = texts.get(default_locale).is_some_and(|text| match text {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(nodes) => !nodes.is_empty(),
        _ => false,
    });
    if filled {
        Ok(())
    } else {
        Err(Misfit::NoText(default_locale.to_owned()))
    }
}

fn is_rich_text(value: &Value) -> bool {
    serde_json::from_value::<RichText>(value.clone())
        .is_ok_and(|nodes| nodes.iter().all(has_safe_links))
}

fn has_safe_links(node: &RichNode) -> bool {
    node.href.as_deref().is_none_or(is_link) && node.children.iter().all(has_safe_links)
}

/// Addresses that a page may load a medium from.
fn is_address(address: &str) -> bool {
    let path = address.starts_with('/') && !address.starts_with("//");
    (path || address.starts_with("https://")) && !has_blank_or_backslash(address)
}

fn is_link(address: &str) -> bool {
    is_address(address) || address.starts_with("mailto:") || address.starts_with("tel:")
}

/// Browsers drop control characters and read `\` as `/`, so `/\host` would leave the site.
fn has_blank_or_backslash(address: &str) -> bool {
    address
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || c == '\\')
}
