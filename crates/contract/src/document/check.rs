//! Whether a prop holds what its schema says.

use serde_json::{Map, Value};

use super::{
    PropKind, PropSchema, SPACES, TokenKind,
    address::{is_anchor, is_safe_link, is_safe_media, leads_off_the_page},
    finding::below,
    reread,
};
use crate::rich_text::{RichNode, RichText};

/// What does not fit, and where below the value.
#[derive(Debug)]
pub(super) struct Misfit {
    /// JSON pointer below the prop's value.
    pub at: String,
    /// The field that does not fit, when it is one within the value.
    pub field: Option<&'static str>,
    pub why: Why,
}

#[derive(Debug)]
pub(super) enum Why {
    /// Something else than expected, which is in words.
    Expected(String),
    /// The text in the default language is missing.
    NoText,
    /// The object lacks that field.
    Missing(&'static str),
    /// The object has a field that is not known.
    Unknown(String),
}

/// Checks the value of one prop; nothing when it fits.
pub(super) fn check(kind: PropKind, value: &Value, default_locale: &str) -> Vec<Misfit> {
    let mut found = Vec::new();
    let mut checking = Checking {
        default_locale,
        found: &mut found,
    };
    checking.value(kind, value, String::new(), None);
    found
}

struct Checking<'a> {
    default_locale: &'a str,
    found: &'a mut Vec<Misfit>,
}

impl Checking<'_> {
    fn report(&mut self, at: String, field: Option<&'static str>, why: Why) {
        self.found.push(Misfit { at, field, why });
    }

    fn value(&mut self, kind: PropKind, value: &Value, at: String, field: Option<&'static str>) {
        let text = value.as_str();
        let fits = match kind {
            PropKind::Texts => return self.texts(kind, value, at, field, &Value::is_string),
            PropKind::RichTexts => return self.texts(kind, value, at, field, &is_rich_text),
            PropKind::List { of, max } => match value.as_array().filter(|l| l.len() <= max) {
                Some(items) => {
                    for (index, item) in items.iter().enumerate() {
                        self.object(of, item, &format!("{at}/{index}"), field);
                    }
                    return;
                }
                None => false,
            },
            PropKind::Object(of) => return self.object(of, value, &at, field),
            PropKind::Media => text.is_some_and(is_safe_media),
            PropKind::Link => text.is_some_and(is_safe_link),
            PropKind::Anchor => text.is_some_and(is_anchor),
            PropKind::Reference(_) => text.is_some_and(|id| !id.is_empty()),
            PropKind::Integer(min, max) | PropKind::Measure { min, max, .. } => {
                value.as_i64().is_some_and(|n| (min..=max).contains(&n))
            }
            PropKind::Word(words) => text.is_some_and(|word| words.contains(&word)),
            PropKind::Space => text.is_some_and(|word| SPACES.contains(&word)),
            PropKind::Colour => text.is_some_and(is_colour_token),
            PropKind::Flag => value.is_boolean(),
        };
        if !fits {
            self.report(at, field, Why::Expected(expectation(kind)));
        }
    }

    fn object(
        &mut self,
        of: &'static [PropSchema],
        value: &Value,
        at: &str,
        field: Option<&'static str>,
    ) {
        let Some(fields) = value.as_object() else {
            let why = Why::Expected(expectation(PropKind::Object(of)));
            return self.report(at.to_owned(), field, why);
        };
        for schema in of {
            match fields.get(schema.name) {
                Some(value) => {
                    self.value(
                        schema.kind,
                        value,
                        below(at, schema.name),
                        Some(schema.name),
                    );
                }
                None if schema.required => {
                    let at = below(at, schema.name);
                    self.report(at, Some(schema.name), Why::Missing(schema.name));
                }
                None => {}
            }
        }
        for name in unknown(of, fields) {
            self.report(below(at, name), field, Why::Unknown(name.to_owned()));
        }
    }

    fn texts(
        &mut self,
        kind: PropKind,
        value: &Value,
        at: String,
        field: Option<&'static str>,
        is_text: &dyn Fn(&Value) -> bool,
    ) {
        let texts = value.as_object().filter(|t| t.values().all(is_text));
        let Some(texts) = texts else {
            return self.report(at, field, Why::Expected(expectation(kind)));
        };
        if !texts.get(self.default_locale).is_some_and(is_filled) {
            self.report(at, field, Why::NoText);
        }
    }
}

fn unknown<'v>(
    of: &'static [PropSchema],
    fields: &'v Map<String, Value>,
) -> impl Iterator<Item = &'v str> {
    let known = move |name: &&str| !of.iter().any(|schema| schema.name == *name);
    fields.keys().map(String::as_str).filter(known)
}

/// Whether a text, plain or rich, says anything.
pub(super) fn is_filled(text: &Value) -> bool {
    match text {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(nodes) => !nodes.is_empty(),
        _ => false,
    }
}

fn expectation(kind: PropKind) -> String {
    match kind {
        PropKind::Texts => "a text per language, for instance {\"en\": \"Rewards\"}".into(),
        PropKind::RichTexts => "a rich text per language".into(),
        PropKind::Media => "an https: address or a path that begins with /".into(),
        PropKind::Link => {
            "an https:, mailto: or tel: address, a path that begins with /, or #anchor".into()
        }
        PropKind::Anchor => "letters, digits and hyphens, beginning with a letter".into(),
        PropKind::Reference(kind) => format!("the id of a {}", kind.word()),
        PropKind::Integer(min, max) => format!("a whole number from {min} to {max}"),
        PropKind::Measure { min, max, unit } => {
            format!("a whole number from {min} to {max}, counted in {unit}")
        }
        PropKind::Word(words) => format!("one of {}", words.join(", ")),
        PropKind::Space => format!("one of {}", SPACES.join(", ")),
        PropKind::Colour => "the name of a colour token, for instance color.accent".into(),
        PropKind::Flag => "true or false".into(),
        PropKind::List { max, .. } => format!("a list of at most {max} objects"),
        PropKind::Object(of) => {
            let names: Vec<&str> = of.iter().map(|schema| schema.name).collect();
            format!("an object of {}", names.join(", "))
        }
    }
}

fn is_rich_text(value: &Value) -> bool {
    reread::<RichText>(value).is_ok_and(|nodes| nodes.iter().all(has_safe_links))
}

fn has_safe_links(node: &RichNode) -> bool {
    node.href.as_deref().is_none_or(leads_off_the_page) && node.children.iter().all(has_safe_links)
}

fn is_colour_token(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    TokenKind::of(name) == Some(TokenKind::Colour) && name.contains('.') && name.chars().all(plain)
}
