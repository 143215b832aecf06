//! The props of a declared block: the kinds are those of the kit's own blocks.

use serde_json::Value;

use super::fields::{Fields, Reading, kept, kept_all};
use super::{ELEMENT, is_element};
use crate::document::{Labels, PropKind, PropSchema, RefKind};

const COMMON: &[&str] = &[
    "name",
    "kind",
    "label",
    "required",
    "style",
    "responsive",
    "default",
    "field",
];

/// What a kind is called, and the keys that it takes besides those of every prop.
const KINDS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("rich-text", &[]),
    ("image", &[]),
    ("link", &[]),
    ("anchor", &[]),
    ("boolean", &[]),
    ("color", &[]),
    ("space", &[]),
    ("number", &["min", "max", "unit"]),
    ("choice", &["options"]),
    ("reference", &["to"]),
    ("list", &["of", "max"]),
    ("group", &["of"]),
];

const REFERENCES: &[(&str, RefKind)] = &[
    ("leaderboard", RefKind::Board),
    ("period", RefKind::Period),
    ("currency", RefKind::Currency),
    ("category", RefKind::Category),
    ("series", RefKind::Series),
    ("tier", RefKind::Tier),
    ("portal", RefKind::Portal),
];

/// The props that a list declares.
pub(super) fn all(fields: &Fields<'_>, name: &str, reading: &mut Reading) -> &'static [PropSchema] {
    let mut props: Vec<PropSchema> = Vec::new();
    for (path, value) in reading.list(fields, name) {
        let Some(prop) = one(value, &path, reading) else {
            continue;
        };
        if props.iter().any(|known| known.name == prop.name) {
            let expected = format!("another name; {:?} is taken", prop.name);
            reading.expected(format!("{path}.name"), expected);
        }
        props.push(prop);
    }
    kept_all(props)
}

fn one(value: &Value, path: &str, reading: &mut Reading) -> Option<PropSchema> {
    let word = value.get("kind").and_then(Value::as_str);
    let own = KINDS.iter().find(|(kind, _)| Some(*kind) == word);
    let Some((kind, keys)) = own else {
        let kinds: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
        let expected = format!("one of {}", kinds.join(", "));
        reading.expected(format!("{path}.kind"), expected);
        return None;
    };
    let fields = reading.object(value, path, &[COMMON, keys].concat())?;
    let expected = "lower-case letters, digits and hyphens, beginning with a letter";
    let name = reading.text(&fields, "name", is_name, expected);
    let label = reading.labels(&fields, "label");
    let required = reading.flag(&fields, "required");
    let style = reading.flag(&fields, "style");
    let responsive = reading.flag(&fields, "responsive");
    let field = fields.has("field");
    let field = field.then(|| reading.text(&fields, "field", is_element, ELEMENT));
    let (kind, options) = kind_of(kind, &fields, reading)?;
    let mut prop = PropSchema::optional(kept(name?), kind);
    prop.required = required;
    prop.responsive = responsive;
    // A prop that differs per breakpoint says how the block looks.
    prop.style = prop.style || style || responsive;
    prop.label = label;
    prop.options = options;
    prop.field = field.flatten().map(kept);
    prop.default = default(&fields, kind, reading);
    Some(prop)
}

fn kind_of(
    kind: &str,
    fields: &Fields<'_>,
    reading: &mut Reading,
) -> Option<(PropKind, &'static [Labels])> {
    let plain = match kind {
        "text" => PropKind::Texts,
        "rich-text" => PropKind::RichTexts,
        "image" => PropKind::Media,
        "link" => PropKind::Link,
        "anchor" => PropKind::Anchor,
        "boolean" => PropKind::Flag,
        "color" => PropKind::Colour,
        "space" => PropKind::Space,
        "number" => number(fields, reading)?,
        "choice" => return choice(fields, reading),
        "reference" => reference(fields, reading)?,
        "list" => PropKind::List {
            of: inner(fields, reading)?,
            max: usize::try_from(reading.whole(fields, "max", 1, 100)?).ok()?,
        },
        _ => PropKind::Object(inner(fields, reading)?),
    };
    Some((plain, &[]))
}

/// The fields of a list's items, or of a group.
fn inner(fields: &Fields<'_>, reading: &mut Reading) -> Option<&'static [PropSchema]> {
    let before = reading.errors.len();
    let of = all(fields, "of", reading);
    if of.is_empty() && reading.errors.len() == before {
        reading.expected(fields.at("of"), "a list of at least one prop");
    }
    (!of.is_empty()).then_some(of)
}

fn number(fields: &Fields<'_>, reading: &mut Reading) -> Option<PropKind> {
    const FAR: i64 = 9_007_199_254_740_991; // The last whole number that a browser can tell apart.
    let min = reading.whole(fields, "min", -FAR, FAR);
    let max = reading.whole(fields, "max", min.unwrap_or(-FAR), FAR);
    let (min, max) = (min?, max?);
    if !fields.has("unit") {
        return Some(PropKind::Integer(min, max));
    }
    let short = |unit: &str| !unit.is_empty() && unit.chars().count() <= 8;
    let unit = reading.text(fields, "unit", short, "a short word, for instance \"px\"")?;
    let unit = kept(unit);
    Some(PropKind::Measure { min, max, unit })
}

fn reference(fields: &Fields<'_>, reading: &mut Reading) -> Option<PropKind> {
    let names: Vec<&str> = REFERENCES.iter().map(|(name, _)| *name).collect();
    let expected = format!("one of {}", names.join(", "));
    let to = reading.text(fields, "to", |to| names.contains(&to), &expected)?;
    let found = REFERENCES.iter().find(|(name, _)| *name == to);
    found.map(|(_, kind)| PropKind::Reference(*kind))
}

/// Words alone, or words with what they are called.
fn choice(fields: &Fields<'_>, reading: &mut Reading) -> Option<(PropKind, &'static [Labels])> {
    let (mut words, mut labels): (Vec<&'static str>, Vec<Labels>) = (Vec::new(), Vec::new());
    for (path, value) in reading.list(fields, "options") {
        let (word, label) = match value {
            Value::String(word) => (Some(word.as_str()), &[][..]),
            other => match reading.object(other, &path, &["value", "label"]) {
                Some(option) => {
                    let full = |word: &str| !word.is_empty();
                    let word = reading.text(&option, "value", full, "a word");
                    (word, reading.labels(&option, "label"))
                }
                None => (None, &[][..]),
            },
        };
        let Some(word) = word else { continue };
        if words.contains(&word) {
            reading.expected(path, format!("another word; {word:?} is there already"));
        }
        words.push(kept(word));
        labels.push(label);
    }
    if words.len() < 2 {
        reading.expected(fields.at("options"), "a list of at least two words");
        return None;
    }
    Some((PropKind::Word(kept_all(words)), kept_all(labels)))
}

/// What holds where nothing is written: of the kind, and only of kinds that can be said in a word.
fn default(fields: &Fields<'_>, kind: PropKind, reading: &mut Reading) -> Option<&'static str> {
    let value = fields.get("default")?;
    let fits = match kind {
        PropKind::Flag => value.is_boolean(),
        PropKind::Integer(min, max) | PropKind::Measure { min, max, .. } => {
            value.as_i64().is_some_and(|n| (min..=max).contains(&n))
        }
        PropKind::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        PropKind::Space | PropKind::Colour => value.is_string(),
        _ => false,
    };
    if !fits {
        let expected = "a value of this kind, or none: only numbers, choices, spaces, colours \
                        and booleans have one";
        reading.expected(fields.at("default"), expected);
        return None;
    }
    Some(match value.as_str() {
        Some(text) => kept(text),
        None => kept(&value.to_string()),
    })
}

fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(plain)
}
