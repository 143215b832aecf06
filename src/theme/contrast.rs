//! Whether what the kit draws can be read: every pair of colours, and how to mend one.
//!
//! Text needs 4.5:1 (WCAG 2.2, 1.4.3), the edges of controls and drawings that mean something 3:1
//! (1.4.11).

use palier_contract::document::Theme;

use super::tokens::{self, Scheme};
use super::{Colour, Palette};

/// What something is drawn on: a colour, perhaps with some of another mixed in, as
/// `style/tokens.css` mixes them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    base: &'static str,
    over: Option<(&'static str, f64)>,
}

impl Ground {
    const fn plain(base: &'static str) -> Self {
        Self { base, over: None }
    }

    const fn mixed(over: &'static str, share: f64, base: &'static str) -> Self {
        Self {
            base,
            over: Some((over, share)),
        }
    }

    fn uses(self, token: &str) -> bool {
        self.base == token || self.over.is_some_and(|(over, _)| over == token)
    }

    fn colour(self, palette: &Palette) -> Option<Colour> {
        let base = palette.get(self.base)?;
        match self.over {
            Some((over, share)) => Some(palette.get(over)?.mixed(share, base)),
            None => Some(base),
        }
    }
}

/// Two colours of which one is drawn on the other.
#[derive(Debug, PartialEq)]
pub struct Pair {
    /// A stable word, for messages.
    pub name: &'static str,
    /// The token in front.
    pub token: &'static str,
    /// What it is drawn on.
    pub ground: Ground,
    /// The least ratio.
    pub least: f64,
    /// Drawn in this scheme only; `None` for both.
    only: Option<Scheme>,
}

const TEXT: f64 = 4.5;
const DRAWING: f64 = 3.0;
const SURFACE: &str = "color.surface";
const CANVAS: &str = "color.canvas";
const ACCENT: &str = "color.accent";
const INK: &str = "color.ink";
const SOFT: &str = "color.ink-soft";

const fn pair(name: &'static str, token: &'static str, ground: Ground, least: f64) -> Pair {
    Pair {
        name,
        token,
        ground,
        least,
        only: None,
    }
}

/// Every pair that the kit draws.
pub const PAIRS: &[Pair] = &[
    pair("text_card", INK, Ground::plain(SURFACE), TEXT),
    pair("text_page", INK, Ground::plain(CANVAS), TEXT),
    Pair {
        only: Some(Scheme::Dark),
        ..pair("text_raised", INK, Ground::mixed(INK, 0.2, SURFACE), TEXT)
    },
    pair("soft_card", SOFT, Ground::plain(SURFACE), TEXT),
    pair("soft_page", SOFT, Ground::plain(CANVAS), TEXT),
    pair("soft_sunken", SOFT, Ground::mixed(INK, 0.04, SURFACE), TEXT),
    pair(
        "soft_tint",
        SOFT,
        Ground::mixed(ACCENT, 0.09, SURFACE),
        TEXT,
    ),
    pair("accent_card", ACCENT, Ground::plain(SURFACE), TEXT),
    pair("accent_page", ACCENT, Ground::plain(CANVAS), TEXT),
    pair(
        "accent_tint",
        ACCENT,
        Ground::mixed(ACCENT, 0.09, SURFACE),
        TEXT,
    ),
    pair(
        "accent_icon",
        ACCENT,
        Ground::mixed(ACCENT, 0.18, SURFACE),
        DRAWING,
    ),
    pair(
        "accent_bar",
        ACCENT,
        Ground::mixed(INK, 0.1, SURFACE),
        DRAWING,
    ),
    pair("button", "color.accent-ink", Ground::plain(ACCENT), TEXT),
    pair(
        "button_hover",
        "color.accent-ink",
        Ground::mixed(INK, 0.12, ACCENT),
        TEXT,
    ),
    pair(
        "control",
        "color.control-line",
        Ground::plain(SURFACE),
        DRAWING,
    ),
    pair("danger_card", "color.danger", Ground::plain(SURFACE), TEXT),
    pair(
        "danger_tint",
        "color.danger",
        Ground::mixed("color.danger", 0.1, SURFACE),
        TEXT,
    ),
    pair(
        "warning_card",
        "color.warning",
        Ground::plain(SURFACE),
        TEXT,
    ),
    pair(
        "warning_tint",
        "color.warning",
        Ground::mixed("color.warning", 0.12, SURFACE),
        TEXT,
    ),
    pair(
        "success_card",
        "color.success",
        Ground::plain(SURFACE),
        TEXT,
    ),
    pair(
        "success_tint",
        "color.success",
        Ground::mixed("color.success", 0.12, SURFACE),
        TEXT,
    ),
];

/// How well a pair can be told apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Which pair.
    pub pair: &'static Pair,
    /// 1 to 21.
    pub ratio: f64,
}

impl Reading {
    /// Whether it is enough.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.ratio >= self.pair.least
    }

    /// As people write it: 4.5 for 4.53; never rounded up to a pass.
    #[must_use]
    pub fn tenths(&self) -> i64 {
        // At most 210.
        (self.ratio * 10.0).floor() as i64
    }
}

/// Every pair of a palette.
pub fn readings(palette: &Palette) -> impl Iterator<Item = Reading> {
    let drawn = PAIRS
        .iter()
        .filter(|pair| pair.only.is_none_or(|only| only == palette.scheme));
    drawn.filter_map(|pair| {
        let ratio = palette
            .get(pair.token)?
            .contrast(pair.ground.colour(palette)?);
        Some(Reading { pair, ratio })
    })
}

/// The worst pair that a colour is in front of, measured by what it should have.
#[must_use]
pub fn worst(palette: &Palette, token: &str) -> Option<Reading> {
    let own = readings(palette).filter(|reading| reading.pair.token == token);
    let share = |reading: &Reading| reading.ratio / reading.pair.least;
    own.min_by(|one, two| share(one).total_cmp(&share(two)))
}

/// What cannot be read: of one token in one scheme, the worst pair.
#[must_use]
pub fn failing(palette: &Palette) -> Vec<Reading> {
    let mut worst: Vec<Reading> = Vec::new();
    for reading in readings(palette).filter(|reading| !reading.passes()) {
        match worst
            .iter_mut()
            .find(|known| known.pair.token == reading.pair.token)
        {
            Some(known) if known.ratio <= reading.ratio => {}
            Some(known) => *known = reading,
            None => worst.push(reading),
        }
    }
    worst
}

/// The nearest colour of the same hue that can be read wherever the token is drawn; one that
/// spoils nothing drawn on it if there is, too. `None` when the colour does already, or when no
/// lightness does.
#[must_use]
pub fn repair(palette: &Palette, token: &str) -> Option<Colour> {
    let now = palette.get(token)?;
    let reads = |colour: Colour, on_it: bool| {
        readings(&palette.clone().with(token, colour))
            .filter(|reading| {
                reading.pair.token == token || (on_it && reading.pair.ground.uses(token))
            })
            .all(|reading| reading.passes())
    };
    if reads(now, false) {
        return None;
    }
    now.nearest(|colour| reads(colour, true))
        .or_else(|| now.nearest(|colour| reads(colour, false)))
}

/// All repairs of a palette, one after the other until nothing is left that a change of lightness
/// mends: token and new colour.
#[must_use]
pub fn repairs(palette: &Palette) -> Vec<(&'static str, Colour)> {
    let mut mended = palette.clone();
    let mut changed: Vec<(&'static str, Colour)> = Vec::new();
    // Mending one colour may spoil another that is drawn on it, once.
    for _ in 0..2 {
        for token in tokens::COLOURS {
            if let Some(colour) = repair(&mended, token.name) {
                mended = mended.with(token.name, colour);
                changed.retain(|(name, _)| *name != token.name);
                changed.push((token.name, colour));
            }
        }
    }
    changed
}

/// The theme with every repair in both schemes, but for the tokens that are `held`. The own scheme
/// comes first: the other may follow from it.
#[must_use]
pub fn mended(theme: &Theme, held: impl Fn(&str) -> bool) -> Theme {
    let own = Scheme::own(theme);
    let mut mended = theme.clone();
    for scheme in [own, own.other()] {
        for (name, colour) in repairs(&Palette::of(&mended, scheme)) {
            let key = tokens::colour(name).map(|token| token.key(&mended, scheme));
            if let Some(key) = key.filter(|key| !held(key)) {
                mended.tokens.insert(key, colour.hex());
            }
        }
    }
    mended
}

/// The theme for another scheme of the document: what was said of each scheme is still said of it.
#[must_use]
pub fn rescheme(theme: &Theme, scheme: &str) -> Theme {
    let mut changed = theme.clone();
    changed.scheme = Some(scheme.to_owned());
    let (was, is) = (Scheme::own(theme), Scheme::own(&changed));
    if was == is {
        return changed;
    }
    for token in tokens::COLOURS {
        // Said of each, it means the same whichever is the document's own.
        let per_scheme = Scheme::ALL.map(|scheme| token.suffixed(scheme));
        if per_scheme
            .iter()
            .all(|name| changed.tokens.contains_key(name))
        {
            continue;
        }
        let own = changed.tokens.remove(token.name);
        if let Some(value) = changed.tokens.remove(&token.suffixed(is)) {
            changed.tokens.insert(token.name.to_owned(), value);
        }
        let other = token.suffixed(was);
        if let Some(value) = own.filter(|_| !changed.tokens.contains_key(&other)) {
            changed.tokens.insert(other, value);
        }
    }
    changed
}
