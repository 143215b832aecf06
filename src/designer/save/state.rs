//! How saving stands, in the bar and above the canvas.

use palier_contract::document::ReadOnly;

use super::{State, portal, sign_in, text, write};
use crate::blocks::icon::icon;
use crate::designer::dialogs::button;
use crate::designer::icons;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::designer::{window, words};
use crate::dom::{Dom, El, el};
use crate::i18n::keys;
use crate::style::sheets::SAVE as SHEET;

/// How it stands, in a few words.
pub(super) fn words(session: Session, state: &State) -> String {
    let i18n = session.i18n;
    match state {
        State::Saved => i18n.t(keys::DESIGNER_SAVE_STATE_SAVED),
        State::Saving => i18n.t(keys::DESIGNER_SAVE_STATE_SAVING),
        State::Offline(true) => i18n.t(keys::DESIGNER_SAVE_STATE_OFFLINE),
        State::Offline(false) => i18n.t(keys::DESIGNER_SAVE_STATE_OFFLINE_ONLY_HERE),
        State::Refused(why) => i18n.with(keys::DESIGNER_SAVE_STATE_REFUSED, &[("why", why)]),
        State::Gone => i18n.t(keys::DESIGNER_SAVE_GONE),
        State::SignedOut => {
            let why = i18n.t(keys::DESIGNER_SAVE_SIGNED_OUT);
            i18n.with(keys::DESIGNER_SAVE_STATE_REFUSED, &[("why", &why)])
        }
        State::Conflict => i18n.t(keys::DESIGNER_SAVE_STATE_CONFLICT),
    }
}

/// How it stands now. Tracked.
pub(in crate::designer) fn said(session: Session) -> String {
    match session.saving.read_only {
        Some(_) => session.i18n.t(keys::DESIGNER_SAVE_STATE_READ_ONLY),
        None => words(session, &session.saving.state.get()),
    }
}

/// The line under the portal's name.
pub(in crate::designer) fn bar(session: Session) -> El {
    let state = session.saving.state;
    let said = move || said(session);
    // Said only of what is saved: before that, there is more to do than to publish.
    let ahead = move || match (state.get(), session.saving.is_ahead.get()) {
        (State::Saved, Some(true)) if session.saving.read_only.is_none() => {
            session.i18n.t(keys::DESIGNER_SAVE_NOT_PUBLISHED)
        }
        _ => String::new(),
    };
    let stands = SHEET
        .el("span", "state")
        .attr("data-save", "")
        .attr_of("data-tone", move || {
            let tone = match state.get() {
                State::Saved | State::Saving => return None,
                State::Offline(true) => "warn",
                _ => "bad",
            };
            Some(tone.to_owned())
        })
        .attr_of("title", move || Some(said()))
        .text_of(said);
    SHEET.el("span", "stands").child(stands).child(
        SHEET
            .el("span", "state")
            .attr("data-ahead", "")
            .text_of(ahead),
    )
}

/// What a person should know before going on, above the canvas.
pub(in crate::designer) fn banner(session: Session) -> El {
    SHEET.el("div", "banners").slot(move || notices(session))
}

fn notices(session: Session) -> Vec<Dom> {
    let (i18n, saving) = (session.i18n, session.saving);
    let t = |key| i18n.t(key);
    let mut notices = Vec::new();
    if let Some(reason) = saving.read_only.and_then(|reason| reason.try_get_value()) {
        notices.push(notice("read-only", &read_only(session, &reason), None));
    }
    match saving.state.get() {
        State::Conflict => {
            let decide = button(&t(keys::DESIGNER_SAVE_DECIDE), "ds-button", move || {
                session.view.dialog.set(Some(Dialog::Conflict));
            });
            notices.push(notice(
                "bad",
                &t(keys::DESIGNER_SAVE_CONFLICT_TEXT),
                Some(decide),
            ));
        }
        State::SignedOut => {
            let way = button(&t(keys::DESIGNER_SIGN_IN), "ds-button", move || {
                sign_in::ask(session);
            });
            let told = words(session, &State::SignedOut);
            notices.push(notice("bad", &told, Some(way)));
        }
        State::Gone => {
            let file = format!("{}-unsaved.json", portal(session));
            let way = button(&t(keys::DESIGNER_SAVE_DOWNLOAD), "ds-button", move || {
                window::download(&file, &text(session));
            });
            notices.push(notice("bad", &words(session, &State::Gone), Some(way)));
        }
        state @ (State::Refused(_) | State::Offline(_)) => {
            let again = button(&t(keys::DESIGNER_AGAIN), "ds-button", move || {
                write::due(session)
            });
            notices.push(notice("warn", &words(session, &state), Some(again)));
        }
        State::Saved | State::Saving => {}
    }
    if saving.elsewhere.get() {
        let close = t(keys::DESIGNER_SAVE_DISMISS);
        let close = el("button", "ds-icon-button")
            .attr("type", "button")
            .attr("aria-label", &close)
            .attr("title", &close)
            .on("click", move |_| saving.elsewhere.set(false))
            .child(icon(icons::CROSS));
        notices.push(notice(
            "info",
            &t(keys::DESIGNER_SAVE_ELSEWHERE),
            Some(close),
        ));
    }
    notices.into_iter().map(Dom::from).collect()
}

fn notice(tone: &str, text: &str, way: Option<El>) -> El {
    SHEET
        .el("div", "banner")
        .attr("data-tone", tone)
        .child(el("p", "").text(text))
        .child(way)
}

/// Why a document is only shown: without its ids.
fn read_only(session: Session, reason: &ReadOnly) -> String {
    let i18n = session.i18n;
    match reason {
        ReadOnly::NewerSchema { found } => i18n.with(
            keys::DESIGNER_SAVE_NEWER_DOCUMENT,
            &[("found", &i18n.number(i64::from(*found)))],
        ),
        ReadOnly::NewerBlock { node, found, known } => {
            let block = session.read(|tree, _| {
                let entry = tree.node(node)?;
                Some(words::block(&entry.node, i18n))
            });
            i18n.with(
                keys::DESIGNER_SAVE_NEWER_BLOCK,
                &[
                    ("block", &block.unwrap_or_default()),
                    ("found", &i18n.number(i64::from(*found))),
                    ("known", &i18n.number(i64::from(*known))),
                ],
            )
        }
    }
}
