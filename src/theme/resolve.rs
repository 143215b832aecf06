//! What holds for a token: the document's own value, its preset's, one derived from the document's
//! accent, or the kit's; in that order.

use palier_contract::document::{Theme, TokenKind};

use super::Colour;
use super::presets::{Preset, preset};
use super::tokens::{COLOURS, PLAIN, Scheme, colour};

/// Least contrast of text that is drawn in the accent (WCAG 2.2 asks 4.5 for text; blocks draw it
/// on tints of the surface too, which cost some).
pub(super) const ACCENT_CONTRAST: f64 = 5.6;

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The document sets it.
    Document,
    /// The preset that the document starts from.
    Preset,
    /// It follows from the accent that the document sets for its own scheme.
    Derived,
    /// Nobody sets it.
    Kit,
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// As the custom property has it.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// What holds for a colour in a scheme; `None` for a name that is none of [`COLOURS`].
#[must_use]
pub fn colour_of(theme: &Theme, name: &str, scheme: Scheme) -> Option<Resolved> {
    let token = colour(name)?;
    let own = Scheme::own(theme);
    let suffixed = valid(theme, &token.suffixed(scheme));
    let plain = || (scheme == own).then(|| valid(theme, name)).flatten();
    if let Some(value) = suffixed.or_else(plain) {
        return Some(resolved(value, Origin::Document));
    }
    let base = preset_of(theme);
    if scheme != own
        && let Some(accent) = own_accent(theme, own)
        && let Some(value) = derived(accent, base, name, scheme)
    {
        return Some(resolved(&value.hex(), Origin::Derived));
    }
    if let Some(value) = base.and_then(|preset| preset.colour(name, scheme)) {
        return Some(resolved(value, Origin::Preset));
    }
    Some(resolved(token.kit(scheme), Origin::Kit))
}

/// What holds for a token that is the same in both schemes; `None` for a name that is none of
/// [`PLAIN`].
#[must_use]
pub fn plain_of(theme: &Theme, name: &str) -> Option<Resolved> {
    let token = PLAIN.iter().find(|token| token.name == name)?;
    if let Some(value) = valid(theme, name) {
        return Some(resolved(value, Origin::Document));
    }
    if let Some(value) = preset_of(theme).and_then(|preset| preset.plain(name)) {
        return Some(resolved(value, Origin::Preset));
    }
    Some(resolved(token.kit, Origin::Kit))
}

/// The preset that a theme starts from, if there is one of that name.
#[must_use]
pub fn preset_of(theme: &Theme) -> Option<&'static Preset> {
    preset(theme.preset.as_deref()?)
}

/// Every colour of a scheme as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    colours: Vec<(&'static str, Colour)>,
    /// Which scheme it is of.
    pub scheme: Scheme,
}

impl Palette {
    /// The colours of a theme in a scheme.
    #[must_use]
    pub fn of(theme: &Theme, scheme: Scheme) -> Self {
        let colours = COLOURS.iter().filter_map(|token| {
            let value = colour_of(theme, token.name, scheme)?.value;
            Some((token.name, Colour::parse(&value)?))
        });
        Self {
            colours: colours.collect(),
            scheme,
        }
    }

    /// One colour; `None` for a name that is none of [`COLOURS`].
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Colour> {
        let found = self.colours.iter().find(|(token, _)| *token == name);
        found.map(|(_, colour)| *colour)
    }

    /// The same with one colour changed.
    #[must_use]
    pub fn with(mut self, name: &str, colour: Colour) -> Self {
        for (token, value) in &mut self.colours {
            if *token == name {
                *value = colour;
            }
        }
        self
    }
}

fn resolved(value: &str, origin: Origin) -> Resolved {
    Resolved {
        value: value.to_owned(),
        origin,
    }
}

fn valid<'a>(theme: &'a Theme, token: &str) -> Option<&'a str> {
    let value = theme.tokens.get(token)?;
    TokenKind::of(token)?
        .admits(value)
        .then_some(value.as_str())
}

fn own_accent(theme: &Theme, own: Scheme) -> Option<Colour> {
    let token = colour("color.accent")?;
    let value = valid(theme, &token.suffixed(own)).or_else(|| valid(theme, token.name))?;
    Colour::parse(value)
}

/// A colour of the scheme that the document was not written for. A preset has grounds of its own
/// for it, so that only the accent follows; without one the greys take the accent's hue.
fn derived(accent: Colour, base: Option<&Preset>, name: &str, scheme: Scheme) -> Option<Colour> {
    let shade = |saturation, lightness| Colour::of(accent.hue(), saturation, lightness);
    let ground = match base {
        Some(preset) => Colour::parse(preset.colour("color.surface", scheme)?)?,
        None if scheme == Scheme::Dark => shade(0.18, 0.125),
        None => shade(0.0, 1.0),
    };
    match (name, scheme) {
        ("color.accent", _) => return Some(accent.readable_on(ground, ACCENT_CONTRAST)),
        ("color.accent-ink", Scheme::Light) => return Some(shade(0.0, 1.0)),
        ("color.accent-ink", Scheme::Dark) => return Some(shade(0.4, 0.07)),
        _ if base.is_some() => return None,
        _ => {}
    }
    Some(match (name, scheme) {
        ("color.surface", _) => ground,
        ("color.canvas", Scheme::Dark) => shade(0.22, 0.08),
        ("color.canvas", Scheme::Light) => shade(0.5, 0.972),
        ("color.line", Scheme::Dark) => shade(0.15, 0.24),
        ("color.line", Scheme::Light) => shade(0.35, 0.895),
        ("color.ink", Scheme::Dark) => shade(0.25, 0.95),
        ("color.ink", Scheme::Light) => shade(0.4, 0.14),
        ("color.ink-soft", Scheme::Dark) => shade(0.12, 0.71),
        ("color.ink-soft", Scheme::Light) => shade(0.18, 0.39),
        _ => return None,
    })
}
