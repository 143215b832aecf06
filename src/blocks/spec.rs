//! What a block declares of itself: the one source for tags, portal, gallery, docs and typings.

use super::Block;
use crate::dom::El;
use crate::style::Sheet;

/// How wide the room is that is kept for a block in one line, in CSS pixels; `placeholder.js` and
/// `host.css` know it too.
pub const LINE: u16 = 120;

/// A block, as everybody but its own code sees it.
#[derive(Debug)]
pub struct Spec {
    /// Document type, for instance `points-history`; the tag is `palier-` and this.
    pub kind: &'static str,
    /// One sentence for designers and docs.
    pub summary: &'static str,
    /// Attributes of its own, besides [`COMMON`].
    pub attrs: &'static [Attr],
    /// Names for `::part()`, by [`manifest_list`]: those that it gives, and those that what blocks share has by
    /// its class (`src/dom/dom.js`).
    pub parts: &'static [&'static str],
    /// Events of its own, besides `palier-ready` and `palier-error`; by [`manifest_list`].
    pub events: &'static [&'static str],
    /// Whether it needs a signed-in member to show anything.
    pub member_only: bool,
    /// Operations of the contract without which it has nothing to show: where the backend offers
    /// fewer, it hides itself.
    pub needs: &'static [&'static str],
    /// What to ask for before the WASM is ready.
    pub early: &'static [Early],
    /// Reserved heights in CSS pixels, each from a container width on, narrowest first: the
    /// page does not jump when the block arrives.
    pub reserve: &'static [(u16, u16)],
    /// The same for readers who are not signed in, where they see much less; empty where they do not.
    pub nobody: &'static [(u16, u16)],
    /// For a block that can also stand in one line among other words, where its attribute `layout` is
    /// `compact`: how high it is there, in CSS pixels. Its width is [`LINE`] until it is there, and then
    /// that of what it says.
    pub compact: Option<u16>,
    /// Its sheets, besides the shared ones.
    pub sheets: &'static [Sheet],
    /// Draws it.
    pub view: fn(Block) -> El,
}

/// An address asked for before the WASM is ready, from the element's attributes.
/// `{name}` stands for an attribute's value, `{_name}` for the value in snake_case.
#[derive(Debug)]
pub struct Early {
    /// For instance `/leaderboards/{board}`. `/me/badges|/series` asks the first for readers with
    /// a token, the second for everybody else; both without query.
    pub path: &'static str,
    /// Query parameters with their values, in the order of [`crate::client::resources`].
    pub query: &'static [(&'static str, &'static str)],
}

/// Names that only `cargo xtask manifest` reads: the kit itself carries no byte of them.
#[must_use]
pub const fn manifest_list(names: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_arch = "wasm32") {
        &[]
    } else {
        names
    }
}

/// A text that only `cargo xtask manifest` reads, likewise.
#[must_use]
pub const fn manifest_text(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") {
        ""
    } else {
        text
    }
}

/// An attribute of a tag, a prop in a portal document.
#[derive(Debug)]
pub struct Attr {
    /// Kebab-case name.
    pub name: &'static str,
    /// What it takes.
    pub kind: AttrKind,
    /// Its value when absent.
    pub default: &'static str,
    /// One sentence, by [`manifest_text`].
    pub doc: &'static str,
}

/// What an attribute takes.
#[derive(Debug, Clone, Copy)]
pub enum AttrKind {
    /// Any text.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within bounds.
    Whole {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
}

impl AttrKind {
    /// Whether `value` fits; if not, what would.
    ///
    /// # Errors
    /// A sentence naming what is expected, when `value` does not fit.
    pub fn check(self, value: &str) -> Result<(), String> {
        match self {
            Self::Text => Ok(()),
            Self::Choice(words) if words.contains(&value) => Ok(()),
            Self::Choice(words) => Err(format!("expected one of: {}", words.join(", "))),
            Self::Whole { min, max } => match value.parse::<i64>() {
                Ok(number) if (min..=max).contains(&number) => Ok(()),
                _ => Err(format!("expected a whole number from {min} to {max}")),
            },
        }
    }
}

/// Attributes that every block has.
pub const COMMON: &[Attr] = &[
    Attr {
        name: "heading",
        kind: AttrKind::Text,
        default: "",
        doc: manifest_text("Replaces the block's own heading; a single dash hides it from sight."),
    },
    Attr {
        name: "heading-level",
        kind: AttrKind::Whole { min: 1, max: 6 },
        default: "2",
        doc: manifest_text("Level of the block's heading in the page's outline."),
    },
];

#[cfg(test)]
mod tests {
    use super::AttrKind;

    #[test]
    fn values_that_do_not_fit_are_told_what_would() {
        let level = AttrKind::Whole { min: 1, max: 6 };
        assert_eq!(level.check("3"), Ok(()));
        assert_eq!(
            level.check("7"),
            Err("expected a whole number from 1 to 6".to_owned())
        );
        assert_eq!(
            level.check("two"),
            Err("expected a whole number from 1 to 6".to_owned())
        );
        let view = AttrKind::Choice(&["top", "around-me"]);
        assert_eq!(view.check("top"), Ok(()));
        assert_eq!(
            view.check("Top"),
            Err("expected one of: top, around-me".to_owned())
        );
    }
}
