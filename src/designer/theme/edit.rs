//! Edits of the theme, as ops: each is one intention, one drag of a colour too.

use leptos::prelude::Get;
use palier_contract::document::Theme;
use palier_edit::{Intention, Op, Role};

use crate::designer::session::Session;
use crate::i18n::{Key, keys};
use crate::reactive::{Memo, memo};
use crate::theme::tokens::{self, ColourToken};
use crate::theme::{Palette, Scheme, contrast};

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
                session.version.get();
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
        match self.session.role() {
            Role::Admin => None,
            Role::Designer => names
                .iter()
                .any(|name| theme.locked.contains(name))
                .then_some(keys::DESIGNER_REFUSED_TOKEN),
            Role::ContentEditor => Some(keys::DESIGNER_REFUSED_ROLE),
        }
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
    let set = names.iter().filter(|name| theme.tokens.contains_key(*name));
    let ops = set.map(|name| Op::SetToken {
        name: name.clone(),
        value: None,
    });
    session.attempt("theme", ops.collect());
}

/// Locks tokens, or unlocks them.
pub(super) fn lock(session: Session, names: &[String], locked: bool) {
    settle(session);
    let ops = names.iter().map(|name| Op::LockToken {
        name: name.clone(),
        locked,
    });
    session.attempt("theme", ops.collect());
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
pub(super) fn set_scheme(session: Session, word: &str) {
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
