//! Turns the design tokens of a portal document into the custom properties that the sheets read.
//!
//! A theme may start from a preset, which has both schemes, and contains only what differs from
//! it. A document is written for one scheme; what it leaves out for the other one
//! (`color.accent-dark` in a light document) is derived, with the accent's hue in its greys and
//! enough contrast for text, so that readers who prefer dark get it everywhere.

mod colour;
pub mod contrast;
pub(crate) mod decimal;
pub mod exchange;
pub mod presets;
mod resolve;
pub mod tokens;

pub use colour::Colour;
pub use resolve::{Origin, Palette, Resolved, colour_of, plain_of, preset_of};
pub use tokens::{Scheme, names};

use palier_contract::document::Theme;

use tokens::{COLOURS, PLAIN};

/// A custom property and its value.
pub type Property = (&'static str, String);

/// The properties of a theme: its preset's, with its own over them. Tokens that are unknown, or
/// whose value is not of their type, have no effect.
#[must_use]
pub fn properties(theme: &Theme) -> Vec<Property> {
    let set = |name, found: Resolved| (found.origin != Origin::Kit).then_some((name, found.value));
    let colours = COLOURS.iter().flat_map(|token| {
        Scheme::ALL.into_iter().filter_map(move |scheme| {
            set(
                token.property(scheme),
                colour_of(theme, token.name, scheme)?,
            )
        })
    });
    let plain = PLAIN.iter().filter_map(|token| {
        let mut found = plain_of(theme, token.name)?;
        // As the sheets' own lengths: no page's root makes them smaller.
        if let Some(number) = found.value.strip_suffix("rem") {
            found.value = format!("calc({number} * var(--pl-unit, 1rem))");
        }
        set(token.property, found)
    });
    colours.chain(plain).collect()
}

#[cfg(test)]
#[path = "tests/looks.rs"]
mod looks;

#[cfg(test)]
mod tests {
    use super::resolve::ACCENT_CONTRAST;
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
