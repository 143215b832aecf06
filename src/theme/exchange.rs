//! Themes as design tokens for other tools, and back: Design Tokens Format Module 2025.10
//! (`$value`, `$type`, groups).

use palier_contract::document::{Theme, TokenKind};
use serde_json::{Map, Value, json};

use super::tokens::{COLOURS, PLAIN, Scheme};
use super::{Colour, colour_of, decimal, plain_of, presets};

/// Where our own part of an export is (§ 5.2.3 of the module).
const OURS: &str = "org.palier";

/// The theme with all that it inherits, as other tools read it.
#[must_use]
pub fn export(theme: &Theme) -> Value {
    let mut root = Map::new();
    for token in COLOURS {
        for scheme in Scheme::ALL {
            if let Some(found) = colour_of(theme, token.name, scheme) {
                put(&mut root, &token.key(theme, scheme), &found.value);
            }
        }
    }
    for token in PLAIN {
        let found = plain_of(theme, token.name).filter(|found| !found.value.is_empty());
        if let Some(found) = found {
            put(&mut root, token.name, &found.value);
        }
    }
    let ours = json!({ "scheme": theme.scheme, "preset": theme.preset });
    root.insert("$extensions".into(), json!({ OURS: ours }));
    Value::Object(root)
}

/// What an import leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The theme as it would be.
    pub theme: Theme,
    /// How many tokens were understood.
    pub understood: usize,
    /// Paths of tokens that mean nothing here, or whose value cannot be used.
    pub rejected: Vec<String>,
}

/// Reads design tokens over a theme. Tokens that already hold are left as they are, so that
/// importing an export changes nothing.
///
/// # Errors
/// When the text is no JSON object, or there is no token in it.
pub fn import(theme: &Theme, text: &str) -> Result<Import, ImportError> {
    let root: Value = serde_json::from_str(text).map_err(|_| ImportError::NotJson)?;
    let groups = root.as_object().ok_or(ImportError::NotJson)?;
    let mut found = Vec::new();
    walk(&root, groups, &mut Vec::new(), None, &mut found);
    if found.is_empty() {
        return Err(ImportError::NoTokens);
    }
    let mut base = begun(theme, &root);
    let own = Scheme::own(&base);
    let mut rejected = Vec::new();
    let mut understood: usize = 0;
    // The other scheme may follow from the own one, so that comes first.
    for others in [false, true] {
        for (path, value) in &found {
            let place = place(&base, path);
            let is_other = matches!(place, Some(Place::Colour(_, scheme)) if scheme != own);
            if is_other != others {
                continue;
            }
            match (place, value) {
                (Some(place), Some(value)) if place.admits(value) => {
                    understood = understood.saturating_add(1);
                    if !place.holds(&base, value) {
                        base.tokens.insert(place.key(&base), value.clone());
                    }
                }
                _ => rejected.push(path.clone()),
            }
        }
    }
    Ok(Import {
        theme: base,
        understood,
        rejected,
    })
}

/// Why there is nothing to import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportError {
    /// The text is no JSON object.
    NotJson,
    /// There is no `$value` in it.
    NoTokens,
}

/// The theme that the file's tokens are put over: another preset or scheme starts afresh, but for
/// what the brand holds.
fn begun(theme: &Theme, root: &Value) -> Theme {
    let ours = root.get("$extensions").and_then(|all| all.get(OURS));
    let Some(ours) = ours else {
        return theme.clone();
    };
    let word = |name: &str| ours.get(name).and_then(Value::as_str).map(str::to_owned);
    let scheme = word("scheme").filter(|word| ["light", "dark", "auto"].contains(&word.as_str()));
    let preset = word("preset").filter(|name| presets::preset(name).is_some());
    let mut base = theme.clone();
    if (&scheme, &preset) != (&theme.scheme, &theme.preset) {
        base.tokens.retain(|name, _| theme.locked.contains(name));
        base.scheme = scheme;
        base.preset = preset;
    }
    base
}

/// A token of ours.
enum Place {
    Colour(&'static str, Scheme),
    Plain(&'static str),
}

/// The token of ours that a path means: `color.accent`, `color.accent-dark`, `radius.base`.
fn place(theme: &Theme, path: &str) -> Option<Place> {
    if let Some(token) = PLAIN.iter().find(|token| token.name == path) {
        return Some(Place::Plain(token.name));
    }
    COLOURS.iter().find_map(|token| {
        let means = |scheme: &Scheme| token.suffixed(*scheme) == path;
        let scheme = match token.name == path {
            true => Some(Scheme::own(theme)),
            false => Scheme::ALL.into_iter().find(means),
        };
        Some(Place::Colour(token.name, scheme?))
    })
}

impl Place {
    fn name(&self) -> &'static str {
        match self {
            Self::Colour(name, _) | Self::Plain(name) => name,
        }
    }

    fn admits(&self, value: &str) -> bool {
        TokenKind::of(self.name()).is_some_and(|kind| kind.admits(value))
    }

    /// Whether this value holds already, however it is written.
    fn holds(&self, theme: &Theme, value: &str) -> bool {
        let found = match self {
            Self::Colour(name, scheme) => colour_of(theme, name, *scheme),
            Self::Plain(name) => plain_of(theme, name),
        };
        found.is_some_and(|found| {
            found.value == value || read(self.name(), &found.value) == read(self.name(), value)
        })
    }

    fn key(&self, theme: &Theme) -> String {
        match self {
            Self::Colour(name, scheme) => super::tokens::colour(name)
                .map_or_else(String::new, |token| token.key(theme, *scheme)),
            Self::Plain(name) => (*name).to_owned(),
        }
    }
}

/// Collects every token below a group: its path, and its value as we write it, if we can.
fn walk(
    root: &Value,
    group: &Map<String, Value>,
    path: &mut Vec<String>,
    inherited: Option<&str>,
    found: &mut Vec<(String, Option<String>)>,
) {
    let kind = group.get("$type").and_then(Value::as_str).or(inherited);
    if let Some(value) = group.get("$value") {
        found.push((path.join("."), written(root, value, kind, 0)));
        return;
    }
    for (name, inner) in group {
        let inner = inner.as_object();
        // What begins with a dollar is the module's own, but for a group's root token.
        if let Some(inner) = inner.filter(|_| !name.starts_with('$') || name == "$root") {
            let deeper = name != "$root";
            if deeper {
                path.push(name.clone());
            }
            walk(root, inner, path, kind, found);
            if deeper {
                path.pop();
            }
        }
    }
}

/// How many references may lead from one token to the next.
const MOST_REFERENCES: u8 = 8;

/// A value as our tokens have it; `None` for what we have no token for.
fn written(root: &Value, value: &Value, kind: Option<&str>, references: u8) -> Option<String> {
    if let Some(path) = reference(value) {
        if references >= MOST_REFERENCES {
            return None;
        }
        let mut at = root;
        let mut kind = kind.map(str::to_owned);
        for step in path.split('.') {
            at = at.get(step)?;
            let own = at.get("$type").and_then(Value::as_str);
            kind = own.map(str::to_owned).or(kind);
        }
        let next = references.saturating_add(1);
        return written(root, at.get("$value")?, kind.as_deref(), next);
    }
    match (kind?, value) {
        ("color", value) => hex(value),
        ("dimension" | "duration", Value::Object(parts)) => {
            let unit = parts.get("unit")?.as_str()?;
            let number = number(parts.get("value")?)?;
            // No length at all is the same in every unit.
            let unit = if number == "0" && unit != "ms" && unit != "s" {
                ""
            } else {
                unit
            };
            Some([&number, unit].concat())
        }
        ("dimension" | "duration", Value::String(text)) => Some(text.clone()),
        ("number" | "fontWeight", value @ Value::Number(_)) => number(value),
        ("fontFamily", Value::String(name)) => Some(name.clone()),
        ("fontFamily", Value::Array(names)) => {
            let names: Option<Vec<String>> = names.iter().map(quoted).collect();
            Some(names?.join(", "))
        }
        _ => None,
    }
}

/// The path in `{group.token}`.
fn reference(value: &Value) -> Option<&str> {
    value.as_str()?.strip_prefix('{')?.strip_suffix('}')
}

fn number(value: &Value) -> Option<String> {
    let number = value.as_f64().filter(|number| *number >= 0.0)?;
    // Thousandths are finer than anything that can be seen.
    Some(decimal::written((number * 1000.0).round() as i64))
}

/// `#rrggbb` of an opaque sRGB colour, as text or as components.
fn hex(value: &Value) -> Option<String> {
    if let Some(text) = value.as_str() {
        return Colour::parse(text).map(Colour::hex);
    }
    if value.get("colorSpace")?.as_str()? != "srgb" {
        return value
            .get("hex")?
            .as_str()
            .and_then(Colour::parse)
            .map(Colour::hex);
    }
    let alpha = value.get("alpha").and_then(Value::as_f64).unwrap_or(1.0);
    let parts: Option<Vec<f64>> = value
        .get("components")?
        .as_array()?
        .iter()
        .map(Value::as_f64)
        .collect();
    match parts?.as_slice() {
        &[red, green, blue] if alpha >= 1.0 => Some(Colour::rgb(red, green, blue).hex()),
        _ => None,
    }
}

/// A font's name in a list, in quotes where CSS needs them.
fn quoted(name: &Value) -> Option<String> {
    let name = name.as_str()?;
    let plain = name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    Some(if plain {
        name.to_owned()
    } else {
        ["'", name, "'"].concat()
    })
}

/// Puts a token into its group, which has its type.
fn put(root: &mut Map<String, Value>, name: &str, value: &str) {
    let Some((kind, value)) = read(name, value) else {
        return;
    };
    let token = json!({ "$type": kind, "$value": value });
    match name.split_once('.') {
        None => {
            root.insert(name.to_owned(), token);
        }
        Some((group, rest)) => {
            let group = root.entry(group).or_insert_with(|| json!({}));
            if let Some(group) = group.as_object_mut() {
                group.insert(rest.to_owned(), token);
            }
        }
    }
}

/// Type and value as the module has them.
fn read(name: &str, value: &str) -> Option<(&'static str, Value)> {
    let parts = |units: &[&str]| {
        let unit = units.iter().find(|unit| value.ends_with(**unit))?;
        let number = decimal::read(value.strip_suffix(unit)?)?;
        Some(json!({ "value": number, "unit": unit }))
    };
    Some(match TokenKind::of(name)? {
        TokenKind::Colour => {
            let [red, green, blue] = Colour::parse(value)?.parts();
            let value =
                json!({ "colorSpace": "srgb", "components": [red, green, blue], "hex": value });
            ("color", value)
        }
        TokenKind::Dimension if value == "0" => ("dimension", json!({ "value": 0, "unit": "px" })),
        TokenKind::Dimension => ("dimension", parts(&["rem", "px"])?),
        TokenKind::Duration => ("duration", parts(&["ms", "s"])?),
        TokenKind::Number if name.starts_with("weight") => {
            ("fontWeight", json!(decimal::read(value)?))
        }
        TokenKind::Number => ("number", json!(decimal::read(value)?)),
        TokenKind::FontFamily => ("fontFamily", json!(families(value))),
    })
}

fn families(value: &str) -> Vec<String> {
    let names = value
        .split(',')
        .map(|name| name.trim().trim_matches(['\'', '"']));
    names.map(str::to_owned).collect()
}
