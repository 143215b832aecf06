//! Edits of the theme, as ops: each is one intention, one drag of a colour too.

use palier_contract::document::Theme;
use palier_edit::{Intention, Op, Role};

use crate::designer::session::Session;
use crate::i18n::{Key, keys};
use crate::reactive::{Memo, memo};
use crate::theme::tokens::{self, ColourToken};
use crate::theme::{Palette, Scheme, colour_of, contrast, plain_of};

/// The theme as it is now, and the scheme that is shown; both tracked.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    theme: Memo<Theme>,
    scheme: Memo<bool>,
    session: Session,
}

impl Seen {
    pub(super) fn of(session: Session) -> Self {
        Self {
            theme: memo(move || {
                session.version.track();
                theme_of(session)
            }),
            scheme: memo(move || super::shown(session) == Scheme::Dark),
            session,
        }
    }

    pub(super) fn theme(self) -> Theme {
        self.theme.get()
    }

    pub(super) fn scheme(self) -> Scheme {
        match self.scheme.get() {
            true => Scheme::Dark,
            false => Scheme::Light,
        }
    }

    /// Why these tokens cannot be changed here; `None` when they can.
    pub(super) fn held(self, names: &[String]) -> Option<Key> {
        let theme = self.theme();
        if self.session.saving.read_only.is_some() {
            return Some(keys::DESIGNER_SAVE_REFUSED_READ_ONLY);
        }
        match self.session.role() {
            Role::Admin => None,
            Role::Designer => names
                .iter()
                .any(|name| theme.locked.contains(name))
                .then_some(keys::DESIGNER_REFUSED_TOKEN),
            Role::ContentEditor => Some(keys::DESIGNER_REFUSED_CONTENT),
        }
    }

    /// Why these tokens in particular cannot be changed: what holds for all is told once.
    pub(super) fn held_alone(self, names: &[String]) -> Option<Key> {
        let held = self.held(names);
        held.filter(|held| *held == keys::DESIGNER_REFUSED_TOKEN)
    }
}

/// The theme as it is now. Not tracked.
pub(super) fn theme_of(session: Session) -> Theme {
    session.read(|tree, _| tree.theme().clone())
}

/// All names under which a document may hold a colour.
pub(super) fn names(token: &ColourToken) -> Vec<String> {
    let both = Scheme::ALL.map(|scheme| token.suffixed(scheme));
    std::iter::once(token.name.to_owned()).chain(both).collect()
}

/// Sets a token while a hand is still on it: all of it is one intention until [`settle`].
pub(super) fn set(session: Session, name: &str, value: Option<String>) {
    let intention = Intention::new("theme").burst(["token:", name].concat());
    let op = Op::SetToken {
        name: name.to_owned(),
        value,
    };
    session.attempt(intention, vec![op]);
}

/// What comes next is another intention.
pub(super) fn settle(session: Session) {
    session.editor_mut(palier_edit::Editor::settle);
}

/// Takes a token back to what it inherits.
pub(super) fn reset(session: Session, names: &[String]) {
    settle(session);
    let theme = theme_of(session);
    let set = names.iter().filter(|name| theme.tokens.contains_key(name));
    let ops = set.map(|name| Op::SetToken {
        name: name.clone(),
        value: None,
    });
    session.attempt("theme", ops.collect());
}

/// Locks tokens as they look now, or unlocks them.
pub(super) fn lock(session: Session, names: &[String], locked: bool) {
    settle(session);
    let theme = theme_of(session);
    let pinned = if locked {
        pins(&theme, names)
    } else {
        Vec::new()
    };
    let pinned = pinned.into_iter().map(|(name, value)| Op::SetToken {
        name,
        value: Some(value),
    });
    let locks = names.iter().map(|name| Op::LockToken {
        name: name.clone(),
        locked,
    });
    session.attempt("theme", pinned.chain(locks).collect());
}

/// What the document has to say itself so that tokens stay as they look, whatever preset or scheme
/// comes after.
fn pins(theme: &Theme, names: &[String]) -> Vec<(String, String)> {
    let colours = names.iter().filter_map(|name| tokens::colour(name));
    let colours = colours.flat_map(|token| {
        let per_scheme = Scheme::ALL.map(|scheme| {
            let found = colour_of(theme, token.name, scheme);
            (token.suffixed(scheme), found)
        });
        per_scheme.into_iter()
    });
    let plain = names.iter().map(|name| {
        // Without a font of their own, headings have the font of the text.
        let source = match (plain_of(theme, name), name.as_str()) {
            (Some(found), "font.heading") if found.value.is_empty() => "font.body",
            _ => name,
        };
        (name.clone(), plain_of(theme, source))
    });
    let all = colours.chain(plain);
    let unsaid = all.filter(|(name, _)| !theme.tokens.contains_key(name));
    unsaid
        .filter_map(|(name, found)| Some((name, found?.value)))
        .collect()
}

/// Makes the theme another one, with one intention; whether that was possible.
pub(super) fn replace(session: Session, wanted: &Theme) -> bool {
    settle(session);
    let now = theme_of(session);
    let mut ops = Vec::new();
    if now.preset != wanted.preset {
        let preset = wanted.preset.clone();
        ops.push(Op::SetPreset { preset });
    }
    if now.scheme != wanted.scheme {
        let scheme = wanted.scheme.clone();
        ops.push(Op::SetScheme { scheme });
    }
    let mut names: Vec<&String> = now.tokens.keys().chain(wanted.tokens.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let value = wanted.tokens.get(name).cloned();
        if now.tokens.get(name) != value.as_ref() {
            let name = name.clone();
            ops.push(Op::SetToken { name, value });
        }
    }
    session.perform("theme", ops).is_ok()
}

/// Starts from another preset. What the brand holds stays; everything else is the preset's.
pub(super) fn start_from(session: Session, preset: Option<&str>) {
    let mut wanted = theme_of(session);
    let locked = wanted.locked.clone();
    wanted.tokens.retain(|name, _| locked.contains(name));
    wanted.preset = preset.map(str::to_owned);
    if replace(session, &wanted) {
        session.say(session.i18n.t(keys::DESIGNER_THEME_SAID_PRESET));
    }
}

/// Makes the document light, dark, or as the reader's system has it.
pub(in crate::designer) fn set_scheme(session: Session, word: &str) {
    let wanted = contrast::rescheme(&theme_of(session), word);
    replace(session, &wanted);
}

/// Mends one colour of a scheme, if it needs that.
pub(in crate::designer) fn mend(session: Session, name: &str, scheme: Scheme) {
    let theme = theme_of(session);
    let repaired = contrast::repair(&Palette::of(&theme, scheme), name);
    if let (Some(token), Some(colour)) = (tokens::colour(name), repaired) {
        settle(session);
        set(session, &token.key(&theme, scheme), Some(colour.hex()));
        settle(session);
        session.say(session.i18n.t(keys::DESIGNER_THEME_SAID_MENDED));
    }
}

/// Mends every colour of both schemes that may be changed, with one intention.
pub(super) fn mend_all(session: Session) {
    let theme = theme_of(session);
    let is_held = |name: &str| {
        session.role() != Role::Admin && theme.locked.iter().any(|locked| locked == name)
    };
    if replace(session, &contrast::mended(&theme, is_held)) {
        session.say(session.i18n.t(keys::DESIGNER_THEME_SAID_MENDED));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(preset: &str, tokens: &[(&str, &str)]) -> Theme {
        let tokens = tokens
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Theme {
            preset: Some(preset.to_owned()),
            tokens: tokens.collect(),
            ..Theme::default()
        }
    }

    #[test]
    fn what_is_locked_looks_the_same_with_every_preset_and_scheme() {
        let held = names(tokens::colour("color.accent").unwrap());
        for own in [&[][..], &[("color.accent", "#8a1f5c")]] {
            let before = theme("harbour", own);
            let seen = |theme: &Theme, scheme| {
                colour_of(theme, "color.accent", scheme).map(|found| found.value)
            };
            let mut locked = before.clone();
            locked.tokens.extend(pins(&before, &held));
            let mut other = contrast::rescheme(&locked, "dark");
            other.preset = Some("ember".to_owned());
            for scheme in Scheme::ALL {
                assert_eq!(seen(&locked, scheme), seen(&before, scheme));
                assert_eq!(seen(&other, scheme), seen(&before, scheme));
            }
            // Nothing that is held was written anew.
            for (name, value) in &locked.tokens {
                assert_eq!(other.tokens.get(name), Some(value), "{name}");
            }
        }
    }

    #[test]
    fn every_token_that_is_locked_is_said_by_the_document() {
        for token in tokens::PLAIN {
            let pinned = pins(&Theme::default(), &[token.name.to_owned()]);
            let kind = palier_contract::document::TokenKind::of(token.name).unwrap();
            assert_eq!(pinned.len(), 1, "{}", token.name);
            assert!(kind.admits(&pinned[0].1), "{}", token.name);
        }
    }
}
