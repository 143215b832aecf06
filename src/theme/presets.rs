//! Presets: whole looks that a theme may start from (`theme.ref`), each light and dark.
//!
//! A document that names one holds only what differs from it. Every pair of colours that the kit
//! draws is readable in all of them; a test sees to that.

use super::tokens::{COLOURS, Scheme};

/// A whole look.
#[derive(Debug)]
pub struct Preset {
    /// As `theme.ref` has it. Never reused for another look: published portals name it.
    pub name: &'static str,
    /// In the order of [`COLOURS`]; those that are left out are the kit's.
    light: &'static [&'static str],
    dark: &'static [&'static str],
    plain: &'static [(&'static str, &'static str)],
}

impl Preset {
    /// A colour of it in a scheme; `None` where it has none of its own.
    #[must_use]
    pub fn colour(&self, name: &str, scheme: Scheme) -> Option<&'static str> {
        let at = COLOURS.iter().position(|token| token.name == name)?;
        let colours = match scheme {
            Scheme::Light => self.light,
            Scheme::Dark => self.dark,
        };
        colours.get(at).copied()
    }

    /// A token that is the same in both schemes.
    #[must_use]
    pub fn plain(&self, name: &str) -> Option<&'static str> {
        let found = self.plain.iter().find(|(token, _)| *token == name);
        found.map(|(_, value)| *value)
    }
}

/// The preset of that name.
#[must_use]
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}

const HUMANIST: &str = "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', sans-serif";
const OLD_STYLE: &str = "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif";
const TRANSITIONAL: &str = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, serif";
const DIDONE: &str = "Didot, 'Bodoni MT', 'Noto Serif Display', 'URW Palladio L', serif";
const GROTESQUE: &str = "'Helvetica Neue', Helvetica, Arimo, Arial, sans-serif";
const ROUNDED: &str = "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, sans-serif";
const GEOMETRIC: &str = "Avenir, Montserrat, Corbel, 'URW Gothic', sans-serif";
const SYSTEM: &str = "system-ui, sans-serif";

/// Fonts that come with the reader's own system, by character: nothing is downloaded for them.
pub const FONTS: &[(&str, &str)] = &[
    ("system", SYSTEM),
    ("humanist", HUMANIST),
    ("geometric", GEOMETRIC),
    ("grotesque", GROTESQUE),
    ("rounded", ROUNDED),
    ("old_style", OLD_STYLE),
    ("transitional", TRANSITIONAL),
    ("didone", DIDONE),
];

/// Every preset, in the order in which they are offered.
pub const PRESETS: &[Preset] = &[
    Preset {
        name: "harbour",
        light: &[
            "#0b5f74", "#ffffff", "#eef4f5", "#ffffff", "#102a33", "#4d646d", "#d3e0e3", "#738a92",
        ],
        dark: &[
            "#5cc6dc", "#05222b", "#0c1a20", "#13252d", "#e8f3f6", "#a3bac2", "#27404a", "#6d8791",
        ],
        plain: &[
            ("font.body", HUMANIST),
            ("font.heading", HUMANIST),
            ("radius.base", "10px"),
        ],
    },
    Preset {
        name: "orchard",
        light: &[
            "#2f6b3a", "#ffffff", "#f6f2e7", "#fffdf7", "#23301f", "#5b6650", "#e0dac6", "#868b72",
        ],
        dark: &[
            "#8fce8d", "#10240f", "#141a12", "#1d251a", "#eef3e6", "#b2bda5", "#343f2e", "#7b8770",
        ],
        plain: &[
            ("font.body", SYSTEM),
            ("font.heading", OLD_STYLE),
            ("weight.heading", "700"),
            ("radius.base", "14px"),
            ("density", "1.1"),
        ],
    },
    Preset {
        name: "ember",
        light: &[
            "#b23c17", "#ffffff", "#fbf3ee", "#ffffff", "#2b1a14", "#6d574e", "#ecdcd3", "#967f75",
        ],
        dark: &[
            "#ff9a70", "#34110a", "#1a1210", "#261b17", "#fbece5", "#c9b1a7", "#45332c", "#8f7a70",
        ],
        plain: &[
            ("font.body", GEOMETRIC),
            ("font.heading", GEOMETRIC),
            ("weight.heading", "750"),
            ("radius.base", "18px"),
            ("motion.base", "160ms"),
        ],
    },
    Preset {
        name: "midnight",
        light: &[
            "#5b34d6", "#ffffff", "#f3f1fd", "#ffffff", "#1b1535", "#5c5679", "#dcd7f2", "#8781a3",
        ],
        dark: &[
            "#b49bff", "#1b0e47", "#0f0c1e", "#1a1530", "#f1eefc", "#b5adda", "#352d58", "#7f77a6",
        ],
        plain: &[
            ("font.body", SYSTEM),
            ("font.heading", SYSTEM),
            ("weight.heading", "800"),
            ("radius.base", "20px"),
            ("density", "0.9"),
            ("motion.base", "90ms"),
        ],
    },
    Preset {
        name: "paper",
        light: &[
            "#111111", "#ffffff", "#ffffff", "#ffffff", "#111111", "#595959", "#d9d9d9", "#808080",
        ],
        dark: &[
            "#f2f2f2", "#111111", "#0e0e0e", "#171717", "#f2f2f2", "#b0b0b0", "#3a3a3a", "#828282",
        ],
        plain: &[
            ("font.body", TRANSITIONAL),
            ("font.heading", TRANSITIONAL),
            ("weight.heading", "700"),
            ("radius.base", "0"),
            ("size.font", "17px"),
            ("density", "1.15"),
        ],
    },
    Preset {
        name: "sorbet",
        light: &[
            "#b8206a", "#ffffff", "#fff3f4", "#ffffff", "#3a1528", "#7a5266", "#f6d9e0", "#a37c8e",
        ],
        dark: &[
            "#ff94c2", "#400f27", "#1f1118", "#2c1a23", "#ffeaf2", "#d6b0c1", "#4b2f3c", "#977687",
        ],
        plain: &[
            ("font.body", ROUNDED),
            ("font.heading", ROUNDED),
            ("weight.heading", "700"),
            ("radius.base", "24px"),
            ("density", "1.1"),
            ("motion.base", "200ms"),
        ],
    },
    Preset {
        name: "ledger",
        light: &[
            "#0f4fa8", "#ffffff", "#edf0f4", "#ffffff", "#0e1825", "#4c596b", "#cfd6df", "#738095",
        ],
        dark: &[
            "#82b4ff", "#071a38", "#0b1017", "#141b25", "#e9eef5", "#a3b0c2", "#2a3545", "#6c7a8f",
        ],
        plain: &[
            ("font.body", GROTESQUE),
            ("font.heading", GROTESQUE),
            ("weight.heading", "700"),
            ("radius.base", "4px"),
            ("size.font", "15px"),
            ("density", "0.85"),
            ("motion.base", "80ms"),
        ],
    },
    Preset {
        name: "gala",
        light: &[
            "#7a5a12", "#ffffff", "#f7f3ea", "#fffefa", "#231d12", "#645945", "#e3d9c3", "#8d8068",
        ],
        dark: &[
            "#e2bf6a", "#2a1f05", "#100e0a", "#1b1812", "#f6f0e1", "#bdb195", "#3b3526", "#857a62",
        ],
        plain: &[
            ("font.body", HUMANIST),
            ("font.heading", DIDONE),
            ("weight.heading", "500"),
            ("radius.base", "2px"),
            ("density", "1.15"),
            ("motion.base", "240ms"),
        ],
    },
];
