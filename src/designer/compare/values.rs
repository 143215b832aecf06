//! What something is, as a person would say it.

use palier_contract::Timestamp;
use palier_contract::document::{Node, PropKind, PropSchema, Theme};
use serde_json::Value;

use super::{short, sort};
use crate::designer::properties::names;
use crate::designer::{custom, excerpt, theme, window};
use crate::i18n::{DateStyle, I18n, keys};

/// A field of a block: what it was and is, with what it is called; nothing where no words tell the
/// two apart.
pub(super) fn of_block(was: &Node, is: &Node, field: &str, i18n: I18n) -> Vec<String> {
    if field == "when" {
        let parts = ["audience", "tiers", "from", "until"];
        let told = parts.map(|part| of_block(was, is, &format!("when/{part}"), i18n));
        return told.concat();
    }
    let schema = schema(is, field);
    let label = match (&schema, field) {
        (Some(schema), _) => names::prop(schema, i18n),
        (None, "when/audience") => i18n.t(keys::DESIGNER_PROPERTIES_AUDIENCE),
        (None, "when/tiers") => i18n.t(keys::DESIGNER_PROPERTIES_TIERS),
        (None, "when/from") => i18n.t(keys::DESIGNER_PROPERTIES_FROM),
        (None, "when/until") => i18n.t(keys::DESIGNER_PROPERTIES_UNTIL),
        (None, _) => i18n.t(sort(&is.kind, field).words()),
    };
    let label = at(label, field, i18n);
    let [was, is] = [was, is].map(|node| serde_json::to_value(node).unwrap_or_default());
    told(field, &was, &is, &label, schema.as_ref(), i18n)
}

/// The same of the page's theme; `field` is without that word.
pub(super) fn of_theme(was: &Theme, is: &Theme, field: &str, i18n: I18n) -> Vec<String> {
    let label = match (field.split_once('/'), field) {
        (Some((_, token)), _) => theme::token_name(i18n, token),
        (None, "scheme") => i18n.t(keys::DESIGNER_THEME_SCHEME),
        (None, "locked") => i18n.t(keys::DESIGNER_COMPARE_LOCK),
        (None, _) => i18n.t(keys::DESIGNER_COMPARE_THEME),
    };
    let [was, is] = [was, is].map(|theme| {
        let theme = serde_json::to_value(theme).unwrap_or_default();
        serde_json::json!({ "theme": theme })
    });
    told(&format!("theme/{field}"), &was, &is, &label, None, i18n)
}

/// A label with the width from which on it holds.
fn at(label: String, field: &str, i18n: I18n) -> String {
    let pixels = match field.split('/').nth(1) {
        Some("sm") => 480,
        Some("md") => 720,
        Some("lg") => 960,
        _ => return label,
    };
    i18n.with(
        keys::DESIGNER_COMPARE_FROM_PIXELS,
        &[("what", &label), ("pixels", &i18n.number(pixels))],
    )
}

fn told(
    field: &str,
    was: &Value,
    is: &Value,
    label: &str,
    schema: Option<&PropSchema>,
    i18n: I18n,
) -> Vec<String> {
    let mut value = [was, is].map(|whole| {
        let found = field
            .split('/')
            .try_fold(whole, |value, name| value.get(name))?;
        Some(called(field, found, i18n).unwrap_or_else(|| said(Some(found), schema, i18n)))
    });
    let unset = || i18n.t(keys::DESIGNER_COMPARE_UNSET);
    let [was, is] = value
        .each_mut()
        .map(|said| said.take().unwrap_or_else(unset));
    if was == is {
        return Vec::new();
    }
    let args: &[(&str, &str)] = &[("what", label), ("was", &was), ("is", &is)];
    vec![i18n.with(keys::DESIGNER_COMPARE_VALUES, args)]
}

/// The prop that a field belongs to.
pub(super) fn schema(node: &Node, field: &str) -> Option<PropSchema> {
    let mut path = field.split('/');
    let name = match path.next() {
        Some("props") => path.next(),
        // After the breakpoint.
        Some("at") => path.nth(1),
        _ => None,
    }?;
    let known = custom::all();
    let block = known.iter().find(|block| block.kind == node.kind)?;
    block.prop(name).copied()
}

/// What every block may have, and the page, with the contract's words as they are called; `None`
/// for anything else, and for nothing.
pub(super) fn called(field: &str, value: &Value, i18n: I18n) -> Option<String> {
    let list = |called: &dyn Fn(&str) -> String| {
        let words = value.as_array()?.iter().filter_map(Value::as_str);
        let words: Vec<String> = words.map(called).collect();
        (!words.is_empty()).then(|| words.join(", "))
    };
    // Whatever the breakpoint.
    let known = ["span", "hidden"];
    let head = field.split('/').next().filter(|head| known.contains(head));
    match head.unwrap_or(field) {
        "lock" => list(&|word| names::lock(word, i18n)),
        "when/audience" => list(&|word| names::word(word, i18n)),
        "when/from" | "when/until" => {
            let at = Timestamp(value.as_str()?.to_owned());
            let date = window::date(i18n, &at, DateStyle::Medium);
            Some([&date, ", ", &window::date(i18n, &at, DateStyle::Time)].concat())
        }
        "hidden" => Some(i18n.t(match value {
            Value::Bool(true) => keys::DESIGNER_COMPARE_LEFT_OUT,
            _ => keys::DESIGNER_COMPARE_THERE,
        })),
        "span" => {
            let columns = i18n.number(value.as_i64()?);
            Some(i18n.with(keys::DESIGNER_COMPARE_COLUMNS, &[("columns", &columns)]))
        }
        "theme/scheme" => Some(i18n.t(match value.as_str()? {
            "light" => keys::DESIGNER_THEME_LIGHT,
            "dark" => keys::DESIGNER_THEME_DARK,
            _ => keys::DESIGNER_THEME_AUTO,
        })),
        "theme/locked" => list(&|token| theme::token_name(i18n, token)),
        _ => None,
    }
}

/// A value as a person would say it.
pub(super) fn said(value: Option<&Value>, schema: Option<&PropSchema>, i18n: I18n) -> String {
    let text = match (value, schema.map(|schema| schema.kind)) {
        (None | Some(Value::Null), _) => return i18n.t(keys::DESIGNER_COMPARE_NOTHING),
        (Some(Value::Array(none)), _) if none.is_empty() => {
            return i18n.t(keys::DESIGNER_COMPARE_NOTHING);
        }
        (Some(Value::Bool(true)), _) => return i18n.t(keys::DESIGNER_COMPARE_YES),
        (Some(Value::Bool(false)), _) => return i18n.t(keys::DESIGNER_COMPARE_NO),
        (Some(Value::Number(number)), _) => match number.as_i64() {
            Some(number) => return i18n.number(number),
            None => return number.to_string(),
        },
        (Some(Value::String(word)), Some(PropKind::Word(words))) => {
            let named = schema.map(|schema| names::words(schema, words, i18n));
            let mut named = named.into_iter().flatten();
            named
                .find(|(name, _)| name == word)
                .map_or_else(|| word.clone(), |(_, called)| called)
        }
        // What somebody else's id is called is not known here.
        (Some(_), Some(PropKind::Reference(_))) => String::new(),
        (Some(value @ (Value::String(_) | Value::Array(_))), _) => excerpt::all(value),
        (Some(Value::Object(_)), _) => String::new(),
    };
    match text.is_empty() {
        true => i18n.t(keys::DESIGNER_COMPARE_SOMETHING),
        false => i18n.with(keys::DESIGNER_COMPARE_QUOTED, &[("text", &short(text))]),
    }
}
