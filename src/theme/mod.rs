//! Design tokens of a portal document become the custom properties that the sheets read.
//!
//! A document is written for one scheme. The other one is derived from it, with the accent's hue
//! in its greys and enough contrast for text, so that a reader who wants dark gets it everywhere.

mod colour;

pub use colour::Colour;

use palier_contract::document::{Theme, TokenKind};

/// A custom property and its value.
pub type Property = (&'static str, String);

/// Least contrast of text that is drawn in the accent (WCAG 2.2 asks 4.5 for text; blocks draw it
/// on tints of the surface too, which cost some).
const ACCENT_CONTRAST: f64 = 5.6;

/// Colours: token, property in the light scheme, property in the dark scheme.
const COLOURS: &[(&str, &str, &str)] = &[
    (
        "color.accent",
        "--palier-color-accent",
        "--palier-color-accent-dark",
    ),
    (
        "color.accent-ink",
        "--palier-color-accent-ink",
        "--palier-color-accent-ink-dark",
    ),
    (
        "color.canvas",
        "--palier-color-canvas",
        "--palier-color-canvas-dark",
    ),
    (
        "color.surface",
        "--palier-color-surface",
        "--palier-color-surface-dark",
    ),
    ("color.ink", "--palier-color-ink", "--palier-color-ink-dark"),
    (
        "color.ink-soft",
        "--palier-color-ink-soft",
        "--palier-color-ink-soft-dark",
    ),
    (
        "color.line",
        "--palier-color-line",
        "--palier-color-line-dark",
    ),
    (
        "color.control-line",
        "--palier-color-control-line",
        "--palier-color-control-line-dark",
    ),
];

/// Everything that is the same in both schemes.
const OTHERS: &[(&str, &str)] = &[
    ("font.body", "--palier-font-body"),
    ("font.heading", "--palier-font-heading"),
    ("size.font", "--palier-font-size"),
    ("radius.base", "--palier-radius"),
    ("density", "--palier-density"),
];

/// Names of all properties that a theme may set.
pub fn names() -> impl Iterator<Item = &'static str> {
    let colours = COLOURS.iter().flat_map(|(_, light, dark)| [*light, *dark]);
    colours.chain(OTHERS.iter().map(|(_, name)| *name))
}

/// The properties of a theme. Tokens that are unknown, or whose value is not of their type, have
/// no effect.
#[must_use]
pub fn properties(theme: &Theme) -> Vec<Property> {
    let dark = theme.scheme.as_deref() == Some("dark");
    let mut properties = Vec::new();
    for (token, in_light, in_dark) in COLOURS {
        if let Some(value) = valid(theme, token) {
            properties.push((if dark { *in_dark } else { *in_light }, value.to_owned()));
        }
    }
    for (token, name) in OTHERS {
        if let Some(value) = valid(theme, token) {
            properties.push((*name, value.to_owned()));
        }
    }
    if let Some(accent) = valid(theme, "color.accent").and_then(Colour::parse) {
        properties.extend(if dark { light(accent) } else { night(accent) });
    }
    properties
}

fn valid<'a>(theme: &'a Theme, token: &str) -> Option<&'a str> {
    let value = theme.tokens.get(token)?;
    TokenKind::of(token)?
        .admits(value)
        .then_some(value.as_str())
}

/// The dark scheme of a brand whose document is light.
fn night(accent: Colour) -> Vec<Property> {
    let shade = |saturation, lightness| Colour::of(accent.hue(), saturation, lightness);
    let surface = shade(0.18, 0.125);
    let lit = accent.readable_on(surface, ACCENT_CONTRAST);
    vec![
        ("--palier-color-canvas-dark", shade(0.22, 0.08).hex()),
        ("--palier-color-surface-dark", surface.hex()),
        ("--palier-color-line-dark", shade(0.15, 0.24).hex()),
        ("--palier-color-ink-dark", shade(0.25, 0.95).hex()),
        ("--palier-color-ink-soft-dark", shade(0.12, 0.71).hex()),
        ("--palier-color-accent-dark", lit.hex()),
        ("--palier-color-accent-ink-dark", shade(0.4, 0.07).hex()),
    ]
}

/// The light scheme of a brand whose document is dark.
fn light(accent: Colour) -> Vec<Property> {
    let shade = |saturation, lightness| Colour::of(accent.hue(), saturation, lightness);
    let surface = shade(0.0, 1.0);
    let deep = accent.readable_on(surface, ACCENT_CONTRAST);
    vec![
        ("--palier-color-canvas", shade(0.5, 0.972).hex()),
        ("--palier-color-surface", surface.hex()),
        ("--palier-color-line", shade(0.35, 0.895).hex()),
        ("--palier-color-ink", shade(0.4, 0.14).hex()),
        ("--palier-color-ink-soft", shade(0.18, 0.39).hex()),
        ("--palier-color-accent", deep.hex()),
        ("--palier-color-accent-ink", surface.hex()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(json: &str) -> Theme {
        serde_json::from_str(json).unwrap()
    }

    fn value<'a>(properties: &'a [Property], name: &str) -> Option<&'a str> {
        let found = properties.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn tokens_become_the_properties_of_the_documents_own_scheme() {
        let day = properties(&theme(
            r##"{"tokens":{"color.accent":"#1f6b4a","radius.base":"14px"}}"##,
        ));
        assert_eq!(value(&day, "--palier-color-accent"), Some("#1f6b4a"));
        assert_eq!(value(&day, "--palier-radius"), Some("14px"));
        let night = properties(&theme(
            r##"{"scheme":"dark","tokens":{"color.accent":"#a78bfa"}}"##,
        ));
        assert_eq!(value(&night, "--palier-color-accent-dark"), Some("#a78bfa"));
    }

    #[test]
    fn values_that_are_not_of_their_type_have_no_effect() {
        let json = r##"{"tokens":{"color.ink":"red;}","density":"-1","font.body":"url(x)","nothing.such":"1"}}"##;
        assert_eq!(properties(&theme(json)), []);
    }

    #[test]
    fn the_derived_scheme_can_be_read() {
        for (scheme, accent, derived, surface) in [
            (
                "light",
                "#1f6b4a",
                "--palier-color-accent-dark",
                "--palier-color-surface-dark",
            ),
            (
                "light",
                "#1d3557",
                "--palier-color-accent-dark",
                "--palier-color-surface-dark",
            ),
            (
                "dark",
                "#a78bfa",
                "--palier-color-accent",
                "--palier-color-surface",
            ),
            (
                "dark",
                "#ffff00",
                "--palier-color-accent",
                "--palier-color-surface",
            ),
        ] {
            let json = format!(r#"{{"scheme":"{scheme}","tokens":{{"color.accent":"{accent}"}}}}"#);
            let all = properties(&theme(&json));
            let colour = |name| Colour::parse(value(&all, name).unwrap()).unwrap();
            let contrast = colour(derived).contrast(colour(surface));
            assert!(contrast >= ACCENT_CONTRAST, "{accent}: {contrast}");
        }
    }

    #[test]
    fn every_property_that_is_set_is_named() {
        for scheme in ["light", "dark"] {
            let json =
                format!(r##"{{"scheme":"{scheme}","tokens":{{"color.accent":"#1f6b4a"}}}}"##);
            for (name, _) in properties(&theme(&json)) {
                assert!(names().any(|known| known == name), "{name}");
            }
        }
    }
}
