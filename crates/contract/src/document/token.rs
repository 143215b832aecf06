//! Theme tokens: the name says the type, the value must be of it. Never CSS text.

/// The type of a token's value (after the Design Tokens Format Module).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `#rrggbb`.
    Colour,
    /// A number with `px`, `rem` or `em`; or `0`.
    Dimension,
    /// A number with `ms` or `s`.
    Duration,
    /// A plain number.
    Number,
    /// Names of fonts, separated by commas.
    FontFamily,
}

/// What gives CSS text away, whatever the type.
const CSS_TEXT: &[&str] = &[
    "url(",
    ";",
    "{",
    "}",
    "/*",
    "\\",
    "@",
    "<",
    "var(",
    "expression(",
];

const LONGEST_FAMILY: usize = 200;

impl TokenKind {
    /// The type of a token, by the first part of its name; `None` when it tells nothing.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name.split('.').next().unwrap_or_default() {
            "color" => Some(Self::Colour),
            "radius" | "space" | "size" | "border" => Some(Self::Dimension),
            "motion" | "duration" => Some(Self::Duration),
            "density" | "scale" | "weight" | "opacity" => Some(Self::Number),
            "font" => Some(Self::FontFamily),
            _ => None,
        }
    }

    /// Whether `value` is of this type.
    #[must_use]
    pub fn admits(self, value: &str) -> bool {
        match self {
            Self::Colour => is_colour(value),
            Self::Dimension => value == "0" || has_unit(value, &["rem", "px", "em"]),
            Self::Duration => has_unit(value, &["ms", "s"]),
            Self::Number => is_number(value),
            Self::FontFamily => is_family(value),
        }
    }

    /// What is expected, in words.
    #[must_use]
    pub const fn expects(self) -> &'static str {
        match self {
            Self::Colour => "a colour such as #1f6b4a",
            Self::Dimension => "a length such as 12px or 0.75rem",
            Self::Duration => "a duration such as 200ms",
            Self::Number => "a number such as 1.1",
            Self::FontFamily => "names of fonts such as Georgia, serif",
        }
    }
}

/// Whether a value smuggles CSS text.
pub(super) fn is_css_text(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    CSS_TEXT.iter().any(|mark| lower.contains(mark))
}

fn is_colour(value: &str) -> bool {
    value
        .strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn has_unit(value: &str, units: &[&str]) -> bool {
    units
        .iter()
        .any(|unit| value.strip_suffix(unit).is_some_and(is_number))
}

/// Digits with at most one point within: no sign, exponent or blank, all of which CSS reads
/// differently from Rust.
fn is_number(value: &str) -> bool {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(fraction) && value.len() <= 12
}

fn is_family(value: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '_' | '\'' | '"');
    !value.trim().is_empty()
        && value.chars().count() <= LONGEST_FAMILY
        && value.chars().all(allowed)
        && ['\'', '"']
            .iter()
            .all(|q| value.matches(*q).count() % 2 == 0)
}
