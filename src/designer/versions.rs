//! The versions that members have seen: when, by whom, what differs; back into the draft, or
//! back to the public.

use std::rc::Rc;

use palier_contract::Page;
use palier_contract::document::PortalDocument;
use palier_contract::revision::Revision;
use palier_edit::{Intention, Op};

use super::compare;
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
    .child(
        button(
            &i18n.t(keys::DESIGNER_PUBLISH_COMPARE),
            "ds-button",
            move || {
                let dialog = Dialog::Revision { number, is_current };
                session.view.dialog.set(Some(dialog));
            },
        )
        .attr(
            "aria-label",
            &i18n.with(keys::DESIGNER_PUBLISH_COMPARE_OF, &[("version", &title)]),
        ),
    )
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

/// A version, and what members see now.
type Read = RwSignal<Option<Result<Rc<[PortalDocument; 2]>, String>>>;

/// Draws one version beside the draft; `is_current` when members see it.
pub(super) fn compared(session: Session, number: i64, is_current: bool) -> El {
    let i18n = session.i18n;
    let read: Read = RwSignal::new(None);
    let asking: RwSignal<Option<bool>> = RwSignal::new(None);
    let is_busy = RwSignal::new(false);
    let fault = RwSignal::new(String::new());
    wasm_bindgen_futures::spawn_local(async move {
        let found = documents(session, number, is_current).await;
        let found = found.map_err(|trouble| super::start::told(&trouble, i18n));
        read.set(Some(found.map(Rc::new)));
    });
    let body = el("div", "ds-group").slot(move || match read.get() {
        None => Dom::from(el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_PUBLISH_READING))),
        Some(Err(words)) => Dom::from(el("p", "ds-error").text(&words)),
        Some(Ok(found)) => {
            let told = el("p", "ds-error").attr("role", "alert");
            Dom::from(vec![
                Dom::from(
                    el("div", "ds-group")
                        .slot(move || differences(session, number, &found, asking)),
                ),
                Dom::from(told.text_of(move || fault.get())),
            ])
        }
    });
    let foot = SHEET.el("div", "foot").slot(move || {
        let Some(Ok(found)) = read.get() else {
            return Vec::new();
        };
        let asked = asking.get();
        if asked == Some(true) {
            return sure(session, number, asking, is_busy, fault);
        }
        let mut buttons = Vec::new();
        let [earlier, _] = &*found;
        let differs = session
            .document()
            .is_none_or(|draft| !save::same(&draft, earlier));
        if differs && session.saving.read_only.is_none() {
            buttons.push(Dom::from(button(
                &i18n.t(keys::DESIGNER_PUBLISH_INTO_DRAFT),
                "ds-button",
                move || into_draft(session, number, &found),
            )));
        }
        if !is_current && publish::may(session) {
            let ask = button(
                &i18n.t(keys::DESIGNER_PUBLISH_BACK),
                "ds-button ds-danger",
                move || asking.set(Some(true)),
            );
            let ask = match asked {
                None => ask,
                Some(_) => ask.node(|ask| dom::focus(&ask)),
            };
            buttons.push(Dom::from(ask));
        }
        // What members see now, and the draft is.
        if buttons.is_empty() {
            let label = i18n.t(keys::DESIGNER_SAVE_CLOSE);
            buttons.push(Dom::from(button(&label, "ds-button", dialogs::close)));
        }
        buttons
    });
    dialogs::frame(session, "revision", &title(session, number), body, foot)
}

/// The buttons under the question. The way out is where the pointer is, and the other as far from
/// it as the dialog is wide: a double click has decided nothing.
fn sure(
    session: Session,
    number: i64,
    asking: RwSignal<Option<bool>>,
    is_busy: RwSignal<bool>,
    fault: RwSignal<String>,
) -> Vec<Dom> {
    let i18n = session.i18n;
    let yes = button(
        &i18n.t(keys::DESIGNER_PUBLISH_BACK_YES),
        "ds-button ds-danger",
        move || {
            if is_busy.get_untracked() {
                return;
            }
            is_busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                match roll_back(session, number).await {
                    Ok(()) => {
                        session.say(i18n.t(keys::DESIGNER_PUBLISH_BACK_DONE));
                        dialogs::close();
                    }
                    Err(trouble) => fault.set(super::start::told(&trouble, i18n)),
                }
                is_busy.set(false);
            });
        },
    )
    .attr_of("aria-disabled", move || {
        is_busy.get().then(|| "true".to_owned())
    });
    let no = button(&i18n.t(keys::DESIGNER_CANCEL), "ds-button", move || {
        fault.set(String::new());
        asking.set(Some(false));
    });
    vec![yes.into(), SHEET.el("span", "apart").into(), no.into()]
}

async fn documents(
    session: Session,
    number: i64,
    is_current: bool,
) -> Result<[PortalDocument; 2], Trouble> {
    let port = session.port().ok_or(Trouble::Offline)?;
    let portal = save::portal(session);
    let earlier = port.revision(&portal, number).await?;
    let public = match is_current {
        true => None,
        false => port.published(&portal).await?,
    };
    let public = public.unwrap_or_else(|| earlier.clone());
    Ok([earlier, public])
}

/// What the draft has that the version has not; while it is asked whether to roll back to it, what
/// changes for members.
fn differences(
    session: Session,
    number: i64,
    [earlier, public]: &[PortalDocument; 2],
    asking: RwSignal<Option<bool>>,
) -> Vec<Dom> {
    let i18n = session.i18n;
    if asking.get() == Some(true) {
        let version = title(session, number);
        let ask = i18n.with(keys::DESIGNER_PUBLISH_BACK_SURE, &[("version", &version)]);
        // The button that was pressed is another one now.
        let ask = el("p", "").attr("role", "status").text(&ask);
        return vec![
            ask.node(|ask| dom::focus(&ask)).into(),
            compare::draw(public, earlier, session).into(),
        ];
    }
    let draft = session.document();
    vec![
        Dom::from(el("p", "").text(&i18n.t(keys::DESIGNER_PUBLISH_SINCE_THEN))),
        Dom::from(draft.map(|draft| compare::draw(earlier, &draft, session))),
    ]
}

/// One edit, which can be undone; held to the editor's role like any other.
fn into_draft(session: Session, number: i64, [earlier, _]: &[PortalDocument; 2]) {
    let op = Op::Replace {
        document: Box::new(earlier.clone()),
    };
    if session
        .perform(Intention::new("revision"), vec![op])
        .is_ok()
    {
        dialogs::close();
        session.say(session.i18n.with(
            keys::DESIGNER_PUBLISH_INTO_DRAFT_DONE,
            &[("version", &title(session, number))],
        ));
    }
}

async fn roll_back(session: Session, number: i64) -> Result<(), Trouble> {
    let port = session.port().ok_or(Trouble::Offline)?;
    port.roll_back(&save::portal(session), number).await?;
    publish::renew(session).await;
    publish::tell(session);
    Ok(())
}
