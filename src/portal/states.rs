//! What the page shows when there is no document to draw.

use super::document::{Reading, Stage};
use super::route::{HOME, path_to};
use crate::blocks::icon::{Icon, icon};
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, Key, keys};

/// Draws a stage without document.
pub(super) fn draw(stage: &Stage, reading: Reading, i18n: I18n) -> Dom {
    let retry = || {
        el("button", "pl-button pl-primary")
            .attr("type", "button")
            .on("click", move |_| reading.retry())
            .child(icon(Icon::REFRESH))
            .child(i18n.t(keys::FRAME_RETRY).as_str())
    };
    let home = || {
        el("a", "pl-button pl-primary")
            .attr("href", &path_to(HOME))
            .attr("data-route", "")
            .text(&i18n.t(keys::PORTAL_HOME))
    };
    let (sign, title, text, action) = match stage {
        Stage::Loading | Stage::Ready(_) => return loading(i18n).into(),
        Stage::Missing => (
            Icon::SEARCH,
            keys::PORTAL_MISSING_TITLE,
            keys::PORTAL_MISSING_TEXT,
            home(),
        ),
        Stage::Offline => (
            Icon::OFFLINE,
            keys::FRAME_OFFLINE_TITLE,
            keys::FRAME_OFFLINE_TEXT,
            retry(),
        ),
        Stage::Failed(_) => (
            Icon::WARNING,
            keys::PORTAL_FAILED_TITLE,
            keys::FRAME_FAILED_TEXT,
            retry(),
        ),
    };
    trouble(sign, title, text, action, reading.moved(), i18n).into()
}

/// The title of the document in a stage without one.
pub(super) fn title(stage: &Stage) -> Key {
    match stage {
        Stage::Loading | Stage::Ready(_) => keys::PORTAL_LOADING,
        Stage::Missing => keys::PORTAL_MISSING_TITLE,
        Stage::Offline => keys::FRAME_OFFLINE_TITLE,
        Stage::Failed(_) => keys::PORTAL_FAILED_TITLE,
    }
}

fn trouble(sign: Icon, title: Key, text: Key, action: El, moved: bool, i18n: I18n) -> El {
    let heading = el("h1", "pg-trouble-title")
        .text(&i18n.t(title))
        .node(move |element| {
            if moved {
                dom::focus(&element);
            }
        });
    el("div", "pg-trouble")
        .child(el("span", "pg-trouble-icon").child(icon(sign)))
        .child(heading)
        .child(el("p", "pg-trouble-text").text(&i18n.t(text)))
        .child(action)
}

fn loading(i18n: I18n) -> El {
    let bones = (0..3)
        .map(|_| Dom::from(el("div", "pl-bone pg-bone")))
        .collect::<Vec<_>>();
    el("div", "pg-loading")
        .attr("role", "status")
        .child(el("span", "pl-sr").text(&i18n.t(keys::PORTAL_LOADING)))
        .child(el("div", "pl-bone pg-hero-bone"))
        .child(el("div", "pg-wide pg-bones").child(bones))
}
