//! The versions that members have seen: when, by whom; each leads to what differs and to the ways
//! back.

mod one;

use std::rc::Rc;

use palier_contract::Page;
use palier_contract::revision::Revision;

use super::dialogs::{self, button};
use super::drag::Drag;
use super::icons;
use super::port::Trouble;
use super::publish;
use super::save;
use super::session::Session;
use super::view::Dialog;
use super::window;
use crate::blocks::icon::icon;
use crate::dom::{self, Dom, El, el};
use crate::i18n::{DateStyle, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::PUBLISH as SHEET;
pub(super) use one::draw as one;

/// What the panel knows.
#[derive(Clone)]
enum Known {
    Nothing,
    Failed(String),
    List(Rc<Listed>),
}

/// Versions read so far, newest first.
struct Listed {
    revisions: Vec<Revision>,
    /// Where those before them begin.
    next: Option<String>,
    /// How many were there before the last ones came.
    before: usize,
}

/// Draws the panel.
pub(super) fn draw(session: Session, _drag: &Drag) -> El {
    let i18n = session.i18n;
    let known = RwSignal::new(Known::Nothing);
    dom::watch(move || {
        session.view.published.track();
        wasm_bindgen_futures::spawn_local(async move {
            let read = list(session, None).await;
            // The panel may have been closed meanwhile.
            known.set(match read {
                Ok(page) => Known::List(Rc::new(Listed {
                    revisions: page.items,
                    next: page.next_cursor,
                    before: 0,
                })),
                Err(trouble) => Known::Failed(super::start::told(&trouble, i18n)),
            });
        });
    });
    el("div", "ds-panel-body")
        .slot(move || match known.get() {
            Known::Nothing => el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_PUBLISH_READING)),
            Known::Failed(words) => el("p", "ds-error").text(&words),
            Known::List(list) if list.revisions.is_empty() => {
                let said = i18n.t(keys::DESIGNER_PUBLISH_NO_VERSIONS);
                let why = i18n.t(keys::DESIGNER_PUBLISH_NO_VERSIONS_TEXT);
                el("div", "ds-empty")
                    .child(icon(icons::HISTORY))
                    .child(el("p", "").text(&said))
                    .child(el("p", "ds-hint").text(&why))
            }
            Known::List(list) => {
                let rows = list.revisions.iter().enumerate().map(|(index, one)| {
                    let row = row(session, one);
                    // The button that was pressed is about to give way to them.
                    Dom::from(match index > 0 && index == list.before {
                        true => row.attr("tabindex", "-1").node(|row| dom::focus(&row)),
                        false => row,
                    })
                });
                SHEET.el("ol", "versions").child(rows.collect::<Vec<_>>())
            }
        })
        .slot(move || match known.get() {
            Known::List(list) => list.next.is_some().then(|| earlier(session, known, list)),
            Known::Nothing | Known::Failed(_) => None,
        })
}

/// The way to the versions before those that are read.
fn earlier(session: Session, known: RwSignal<Known>, list: Rc<Listed>) -> El {
    let label = session.i18n.t(keys::DESIGNER_PUBLISH_EARLIER);
    button(&label, "ds-button", move || {
        let list = Rc::clone(&list);
        wasm_bindgen_futures::spawn_local(async move {
            let read = self::list(session, list.next.as_deref()).await;
            known.set(match read {
                Ok(page) => Known::List(Rc::new(Listed {
                    revisions: list.revisions.iter().cloned().chain(page.items).collect(),
                    next: page.next_cursor,
                    before: list.revisions.len(),
                })),
                Err(trouble) => Known::Failed(super::start::told(&trouble, session.i18n)),
            });
        });
    })
}

async fn list(session: Session, cursor: Option<&str>) -> Result<Page<Revision>, Trouble> {
    let port = session.port().ok_or(Trouble::Offline)?;
    port.revisions(&save::portal(session), cursor).await
}

fn row(session: Session, one: &Revision) -> El {
    let i18n = session.i18n;
    let time = window::date(i18n, &one.published_at, DateStyle::Moment);
    let when = match &one.published_by {
        Some(who) => i18n.with(
            keys::DESIGNER_PUBLISH_WHEN_BY,
            &[("time", &time), ("who", who)],
        ),
        None => time,
    };
    let title = title(session, one.revision.get());
    let (number, is_current) = (one.revision.get(), one.current);
    let is_news = is_current && session.view.published.get_untracked() > 0;
    let row = SHEET
        .el("li", "version")
        .attr("data-revision", &number.to_string());
    let row = match is_news {
        true => row.node(|row| dialogs::catch_focus(&row)),
        false => row,
    };
    row.child(
        SHEET
            .el("div", "version-head")
            .child(SHEET.el("h3", "version-title").text(&title))
            .child(one.current.then(|| {
                el("span", "ds-chip")
                    .attr("data-tone", "good")
                    .text(&i18n.t(keys::DESIGNER_PUBLISH_CURRENT))
            })),
    )
    .child(el("p", "ds-soft").text(&when))
    .child(
        one.note
            .as_ref()
            .map(|text| el("p", "").text(&note(session, text))),
    )
    .child(ways(session, number, is_current))
}

/// To what differs from the draft, and to the question whether members shall see it again.
fn ways(session: Session, number: i64, is_current: bool) -> El {
    let i18n = session.i18n;
    let title = title(session, number);
    let way = |label, name: &str, asks| {
        let open = move || {
            let dialog = Dialog::Revision {
                number,
                is_current,
                asks,
            };
            session.view.dialog.set(Some(dialog));
        };
        button(&i18n.t(label), "ds-button", open).attr("aria-label", name)
    };
    let compare = i18n.with(keys::DESIGNER_PUBLISH_COMPARE_OF, &[("version", &title)]);
    let back = (!is_current && publish::may(session)).then(|| {
        let label = keys::DESIGNER_PUBLISH_BACK;
        way(label, &[&i18n.t(label), " ", &title].concat(), true)
    });
    SHEET
        .el("div", "ways")
        .child(way(keys::DESIGNER_PUBLISH_COMPARE, &compare, false))
        .child(back)
}

/// What was noted when a version was published. The backend marks those that bring an earlier one
/// back by a sign, which is the same in every language.
fn note(session: Session, text: &str) -> String {
    let back = text.strip_prefix("↺ ").and_then(|rest| rest.parse().ok());
    let Some(number) = back else {
        return text.to_owned();
    };
    let i18n = session.i18n;
    i18n.with(
        keys::DESIGNER_PUBLISH_BACK_NOTE,
        &[("number", &i18n.number(number))],
    )
}

fn title(session: Session, number: i64) -> String {
    let i18n = session.i18n;
    i18n.with(
        keys::DESIGNER_PUBLISH_VERSION,
        &[("number", &i18n.number(number))],
    )
}
