//! A page's own block types: a JSON declaration becomes a [`BlockSchema`], so that palette,
//! panel, validation and locks treat it like those of the kit.
//!
//! ```
//! use palier_contract::document::{blocks, declare};
//! let declared = declare(&serde_json::json!({
//!     "type": "acme-offer",
//!     "label": { "en": "Offer", "fr": "Offre" },
//!     "props": [{ "name": "title", "kind": "text", "required": true }],
//! }), blocks::ALL).unwrap();
//! assert_eq!(declared.schema.kind, "acme-offer");
//! assert_eq!(declared.element, "acme-offer");
//! ```

mod fields;
mod prop;

use core::fmt;

use serde_json::Value;

use super::{BlockSchema, Labels, SlotSchema, is_anchor};
use fields::{Fields, Reading, kept, kept_all};

/// A block type as a page declared it.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// What an edit of it is held to.
    pub schema: BlockSchema,
    /// The custom element that draws it.
    pub element: &'static str,
    /// What it is called.
    pub label: Labels,
    /// SVG path data on a 24 × 24 grid; `None` for the icon of any block.
    pub icon: Option<&'static str>,
}

/// What is wrong with a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationError {
    /// Where, as JavaScript would write it: `props[1].max`; empty for the declaration itself.
    pub path: String,
    /// What was expected there.
    pub expected: String,
}

impl fmt::Display for DeclarationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => write!(f, "expected {}", self.expected),
            path => write!(f, "{path}: expected {}", self.expected),
        }
    }
}

impl core::error::Error for DeclarationError {}

/// Most letters of an icon's path data.
const LONGEST_ICON: usize = 4000;

/// Reads a declaration. What it says is kept for the life of the program: a page declares its
/// blocks once.
///
/// # Errors
/// Everything that is wrong with it, in the order in which it was found.
pub fn declare(json: &Value, known: &[BlockSchema]) -> Result<Declared, Vec<DeclarationError>> {
    let mut reading = Reading::default();
    let declared = block(json, known, &mut reading);
    match declared {
        Some(declared) if reading.errors.is_empty() => Ok(declared),
        _ => Err(reading.errors),
    }
}

fn block(json: &Value, known: &[BlockSchema], reading: &mut Reading) -> Option<Declared> {
    const KEYS: &[&str] = &[
        "type", "element", "label", "icon", "columns", "slots", "props",
    ];
    let fields = reading.object(json, "", KEYS)?;
    let kind = kind(&fields, known, reading);
    let element = match fields.get("element") {
        None => kind,
        Some(_) => reading.text(&fields, "element", is_element, ELEMENT),
    };
    let label = reading.labels(&fields, "label");
    if label.is_empty() && !fields.has("label") {
        reading.expected(
            fields.at("label"),
            "a text, or an object of texts per language",
        );
    }
    let icon = fields.has("icon").then(|| {
        let path = "SVG path data (the `d` of a path) on a 24 by 24 grid";
        reading.text(&fields, "icon", is_path_data, path)
    });
    let (narrowest, widest) = columns(&fields, reading);
    let slots = slots(&fields, reading);
    let props = prop::all(&fields, "props", reading);
    Some(Declared {
        schema: BlockSchema {
            kind: kept(kind?),
            steps: &[],
            slots,
            labels: None,
            narrowest,
            widest,
            props,
        },
        element: kept(element?),
        label,
        icon: icon.flatten().map(kept),
    })
}

const ELEMENT: &str = "the name of a custom element, for instance \"acme-offer\"";

fn kind<'v>(fields: &Fields<'v>, known: &[BlockSchema], reading: &mut Reading) -> Option<&'v str> {
    let expected = "lower-case letters, digits and hyphens, with one hyphen at least, for \
                    instance \"acme-offer\"";
    let kind = reading.text(fields, "type", is_element, expected)?;
    let own = kind.starts_with("palier-");
    if own || known.iter().any(|block| block.kind == kind) {
        let expected = format!("a type that is not taken; {kind:?} is");
        reading.expected(fields.at("type"), expected);
    }
    Some(kind)
}

fn columns(fields: &Fields<'_>, reading: &mut Reading) -> (u8, u8) {
    let Some(value) = fields.get("columns") else {
        return (1, 12);
    };
    let path = fields.at("columns");
    let Some(columns) = reading.object(value, &path, &["min", "max"]) else {
        return (1, 12);
    };
    let mut side = |name, otherwise| match columns.has(name) {
        true => reading.whole(&columns, name, 1, 12).unwrap_or(otherwise),
        false => otherwise,
    };
    let (min, max) = (side("min", 1), side("max", 12));
    if min > max {
        reading.expected(columns.at("max"), format!("at least min, which is {min}"));
    }
    let narrow = |columns: i64| u8::try_from(columns).unwrap_or(12);
    (narrow(min), narrow(max))
}

fn slots(fields: &Fields<'_>, reading: &mut Reading) -> &'static [SlotSchema] {
    let mut slots: Vec<SlotSchema> = Vec::new();
    for (path, value) in reading.list(fields, "slots") {
        let Some(of) = reading.object(value, &path, &["name", "accepts", "max"]) else {
            continue;
        };
        let expected = "letters, digits and hyphens, beginning with a letter";
        let Some(name) = reading.text(&of, "name", is_anchor, expected) else {
            continue;
        };
        if slots.iter().any(|slot| slot.name == name) {
            reading.expected(of.at("name"), format!("another name; {name:?} is taken"));
        }
        let accepts = reading.words(&of, "accepts");
        let max = of.has("max").then(|| reading.whole(&of, "max", 1, 1000));
        slots.push(SlotSchema {
            name: kept(name),
            accepts: kept_all(accepts.into_iter().map(kept).collect()),
            max: max.flatten().and_then(|max| usize::try_from(max).ok()),
        });
    }
    kept_all(slots)
}

/// A name with a hyphen in it, as those of custom elements are.
fn is_element(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.contains('-')
        && name.len() <= 64
        && name.chars().all(plain)
}

/// Letters of path commands, numbers, and what stands between them.
fn is_path_data(path: &str) -> bool {
    let allowed = |c: char| "MmLlHhVvCcSsQqTtAaZzeE0123456789.,+- \n".contains(c);
    path.starts_with(['M', 'm']) && path.len() <= LONGEST_ICON && path.chars().all(allowed)
}
