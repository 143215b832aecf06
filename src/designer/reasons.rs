//! Why a command would do nothing now, in words.

use leptos::prelude::GetUntracked;

use super::commands::{Command, why_not};
use super::session::Session;
use super::words;
use crate::i18n::keys;

impl Command {
    /// Why it would do nothing now, in words; `None` when it would. Not tracked.
    pub(super) fn why_not(self, session: Session) -> Option<String> {
        if self.is_possible(session) {
            return None;
        }
        let i18n = session.i18n;
        let asked = if self == Self::Cut {
            Self::Remove
        } else {
            self
        };
        let refused = asked
            .plan(session)
            .and_then(|(_, ops)| why_not(session, &ops));
        if let Some(refusal) = refused {
            return Some(words::refusal(&refusal, i18n));
        }
        let nothing_selected = session.selection.get_untracked().is_empty();
        Some(i18n.t(match self {
            Self::Undo | Self::Redo => keys::DESIGNER_SAID_NOTHING,
            _ if nothing_selected => keys::DESIGNER_MENUS_WHY_NOTHING,
            Self::ShowAs => keys::DESIGNER_PREVIEW_WHY_NOT,
            Self::Up | Self::First => keys::DESIGNER_MENUS_WHY_FIRST,
            Self::Down | Self::Last => keys::DESIGNER_MENUS_WHY_LAST,
            Self::Into => keys::DESIGNER_MENUS_WHY_INTO,
            Self::Out => keys::DESIGNER_MENUS_WHY_OUT,
            Self::Wider => keys::DESIGNER_MENUS_WHY_WIDEST,
            Self::Narrower => keys::DESIGNER_MENUS_WHY_NARROWEST,
            _ => keys::DESIGNER_REFUSED_OTHERWISE,
        }))
    }
}
