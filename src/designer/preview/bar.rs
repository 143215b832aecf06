//! The bar above the canvas: everything that changes how the page is looked at, and nothing that
//! changes the page.

use super::scenario::{self, LIVE};
use super::{SHEET, described, field, instant, language, member};
use crate::blocks::icon::{Icon, icon};
use crate::client::Error;
use crate::designer::icons;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::dom::{El, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::store::Store;

/// Draws it.
pub(in crate::designer) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    let offer = RwSignal::new(described::Offer::default());
    let bar = SHEET.el("div", "bar ds-preview");
    let bar = bar
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::DESIGNER_PREVIEW_BAR))
        .attr("data-preview-bar", "")
        .flag_of("data-dressed", move || session.view.stage.is_changed())
        .child(states(session))
        .child(member::choice(session, offer))
        .slot(move || refused(session))
        .child(language::choice(session))
        .child(instant::choice(session))
        .slot(move || session.view.stage.is_changed().then(|| back(session)))
        .child(SHEET.el("div", "end").child(open(session)));
    // What surrounds it tells how much room there is.
    SHEET
        .el("div", "room")
        .child(bar)
        .child(described::card(session, offer))
}

/// Says that the backend knows the chosen member's token no more; the page is edited all the same.
fn refused(session: Session) -> Option<El> {
    let stage = session.view.stage;
    let nobody = stage.member.get().is_empty();
    stage.language.track();
    let me = (!nobody).then(|| stage.live().map(Store::me)).flatten()?;
    let refused = me.with(|me| match &me.error {
        Some(Error::Problem(problem)) => problem.status == 401,
        _ => false,
    });
    refused.then(|| {
        el("span", "ds-chip")
            .attr("data-tone", "bad")
            .attr("data-refused", "")
            .attr("role", "status")
            .text(&session.i18n.t(keys::DESIGNER_PREVIEW_REFUSED))
    })
}

fn states(session: Session) -> El {
    let (i18n, stage) = (session.i18n, session.view.stage);
    let choices: Vec<field::Choice> = std::iter::once((LIVE, keys::DESIGNER_PREVIEW_LIVE))
        .chain(scenario::COMMON.iter().copied())
        .map(|(name, label)| field::Choice::new(name, &i18n.t(label)))
        .collect();
    field::select(
        "data-show-as",
        &i18n.t(keys::DESIGNER_PREVIEW_SHOW_AS),
        field::options(&choices),
        move || stage.everywhere().to_owned(),
        move |name| stage.show_all(&name),
    )
}

/// The way back to what members see now.
fn back(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_PREVIEW_BACK);
    el("button", "ds-button")
        .attr("type", "button")
        .attr("data-back", "")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", move |_| {
            let stage = session.view.stage;
            stage.show_all(LIVE);
            if stage.instant.get_untracked().is_some() {
                stage.go_to(None);
            }
            if !stage.member.get_untracked().is_empty() {
                member::show_to(session, "");
            }
            language::show_language(session, stage.own_language());
        })
        .child(icon(Icon::REFRESH))
        .child(SHEET.el("span", "words").text(&label))
}

fn open(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_PREVIEW_OPEN);
    el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("data-open-page", "")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", move |_| {
            session.view.dialog.set(Some(Dialog::Page))
        })
        .child(icon(icons::WINDOW))
}
