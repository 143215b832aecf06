//! Why something would do nothing now, in words.

use palier_edit::Op;

use super::commands::{Command, why_not};
use super::naming;
use super::session::Session;
use super::view::Mode;
use super::words;
use crate::dom::{El, el};
use crate::i18n::keys;

/// What ties controls to [`note`].
const NOTE: &str = "ds-why";

/// Why this editor may change nothing of what the page is made of, nor its theme, in words; `None`
/// when they may. What is said of single blocks and tokens comes on top.
pub(super) fn structure(session: Session) -> Option<String> {
    let nothing = Op::Remove { ids: Vec::new() };
    let refusal = why_not(session, &[nothing])?;
    Some(words::refusal(&refusal, session.i18n))
}

/// Says at the top of a panel why nothing in it can be used.
pub(super) fn note(session: Session) -> Option<El> {
    let why = structure(session)?;
    let note = el("p", "ds-why").attr("id", NOTE).attr("data-reason", "");
    Some(note.text(&why))
}

/// Makes a control of a panel with a [`note`] do something, or say why it does not.
pub(super) fn guarded(control: El, session: Session, run: impl Fn() + 'static) -> El {
    usable(control, session, |control| {
        control.on("click", move |_| run())
    })
}

/// As [`guarded`], for a control of more uses than a click.
pub(super) fn usable(control: El, session: Session, dress: impl FnOnce(El) -> El) -> El {
    match structure(session) {
        Some(why) => refused(control).on("click", move |_| session.say(why.clone())),
        None => dress(control),
    }
}

/// Marks a control as one that its panel's [`note`] is about.
pub(super) fn refused(control: El) -> El {
    control
        .attr("aria-disabled", "true")
        .attr("aria-describedby", NOTE)
}

impl Command {
    /// Why it would do nothing now, in words; `None` when it would. Not tracked.
    pub(super) fn why_not(self, session: Session) -> Option<String> {
        let i18n = session.i18n;
        if self.is_edit() && session.view.mode.get_untracked() == Mode::Try {
            return Some(i18n.t(keys::DESIGNER_TRY_REFUSED));
        }
        if self.is_possible(session) {
            return None;
        }
        if self.is_structural()
            && let Some(why) = structure(session)
        {
            return Some(why);
        }
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
        match self {
            Self::Publish if session.saving.read_only.is_some() => {
                return Some(i18n.t(keys::DESIGNER_SAVE_REFUSED_READ_ONLY));
            }
            Self::Publish => return Some(i18n.t(keys::DESIGNER_PUBLISH_NOT_YOURS)),
            Self::Light | Self::Dark => return Some(i18n.t(keys::DESIGNER_MENUS_WHY_SHOWN)),
            Self::Rename => return naming::why_not(session),
            _ => {}
        }
        let nothing_selected = session.selection.get_untracked().is_empty();
        Some(i18n.t(match self {
            Self::Undo => keys::DESIGNER_MENUS_WHY_UNDO,
            Self::Redo => keys::DESIGNER_MENUS_WHY_REDO,
            _ if nothing_selected => keys::DESIGNER_MENUS_WHY_NOTHING,
            Self::Write => keys::DESIGNER_PROPERTIES_INLINE_NONE,
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
