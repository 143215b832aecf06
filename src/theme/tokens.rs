//! Which tokens a theme may set, which custom properties they become, and what holds without them.

use palier_contract::document::Theme;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The scheme that a theme's plain colour tokens are for: dark when the document is dark, else
    /// light.
    #[must_use]
    pub fn own(theme: &Theme) -> Self {
        match theme.scheme.as_deref() {
            Some("dark") => Self::Dark,
            _ => Self::Light,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }

    /// `light` or `dark`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A colour: one token, a value per scheme.
#[derive(Debug)]
pub struct ColourToken {
    /// For instance `color.accent`.
    pub name: &'static str,
    light: (&'static str, &'static str),
    dark: (&'static str, &'static str),
}

impl ColourToken {
    /// The custom property of this colour in a scheme.
    #[must_use]
    pub const fn property(&self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::Light => self.light.0,
            Scheme::Dark => self.dark.0,
        }
    }

    /// What `style/tokens.css` gives when nobody sets the property; a test keeps the two equal.
    #[must_use]
    pub const fn kit(&self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::Light => self.light.1,
            Scheme::Dark => self.dark.1,
        }
    }

    /// The name under which a document holds this colour for a scheme: the plain one for the
    /// document's own scheme, with `-light` or `-dark` for the other.
    #[must_use]
    pub fn key(&self, theme: &Theme, scheme: Scheme) -> String {
        let suffixed = self.suffixed(scheme);
        // The name that means one scheme wins, so it is the one to change where it is there.
        if scheme == Scheme::own(theme) && !theme.tokens.contains_key(&suffixed) {
            return self.name.to_owned();
        }
        suffixed
    }

    /// The name that means one scheme, whatever the document's own is.
    #[must_use]
    pub fn suffixed(&self, scheme: Scheme) -> String {
        [self.name, "-", scheme.word()].concat()
    }
}

macro_rules! colour {
    ($name:literal, $light:literal, $dark:literal) => {
        ColourToken {
            name: concat!("color.", $name),
            light: (concat!("--palier-color-", $name), $light),
            dark: (concat!("--palier-color-", $name, "-dark"), $dark),
        }
    };
}

/// Every colour.
pub const COLOURS: &[ColourToken] = &[
    colour!("accent", "#2456d6", "#7aa2ff"),
    colour!("accent-ink", "#ffffff", "#0b1220"),
    colour!("canvas", "#f5f6f8", "#12141a"),
    colour!("surface", "#ffffff", "#1b1e26"),
    colour!("ink", "#171a21", "#f0f2f6"),
    colour!("ink-soft", "#5a6070", "#a9b0bf"),
    colour!("line", "#e2e5eb", "#2f343f"),
    colour!("control-line", "#868d9c", "#7c8494"),
    colour!("danger", "#b3261e", "#ff9a91"),
    colour!("warning", "#8a5300", "#f2b854"),
    colour!("success", "#12703f", "#6fd39b"),
];

/// The colour of that name.
#[must_use]
pub fn colour(name: &str) -> Option<&'static ColourToken> {
    COLOURS.iter().find(|token| token.name == name)
}

/// A token that is the same in both schemes.
#[derive(Debug)]
pub struct PlainToken {
    /// For instance `radius.base`.
    pub name: &'static str,
    /// The custom property.
    pub property: &'static str,
    /// What `style/tokens.css` gives when nobody sets it.
    pub kit: &'static str,
}

const fn plain(name: &'static str, property: &'static str, kit: &'static str) -> PlainToken {
    PlainToken {
        name,
        property,
        kit,
    }
}

/// Everything that is the same in both schemes.
pub const PLAIN: &[PlainToken] = &[
    plain(
        "font.body",
        "--palier-font-body",
        "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", sans-serif",
    ),
    // Without one, headings have the font of the text.
    plain("font.heading", "--palier-font-heading", ""),
    plain("size.font", "--palier-font-size", "1rem"),
    plain("weight.body", "--palier-weight-body", "400"),
    plain("weight.heading", "--palier-weight-heading", "650"),
    plain("radius.base", "--palier-radius", "0.875rem"),
    plain("density", "--palier-density", "1"),
    plain("motion.base", "--palier-motion", "120ms"),
];

/// Names of all properties that a theme may set.
pub fn names() -> impl Iterator<Item = &'static str> {
    let colours = COLOURS
        .iter()
        .flat_map(|token| Scheme::ALL.map(|scheme| token.property(scheme)));
    colours.chain(PLAIN.iter().map(|token| token.property))
}
