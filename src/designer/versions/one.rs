//! One version: what differs from the draft, the way back into it, and back to the public.

use std::rc::Rc;

use palier_contract::document::PortalDocument;
use palier_edit::{Intention, Op};

use super::{SHEET, title};
use crate::designer::dialogs::{self, button};
use crate::designer::port::Trouble;
use crate::designer::session::Session;
use crate::designer::{compare, publish, save, start};
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;

/// A version, and what members see now.
type Read = RwSignal<Option<Result<Rc<[PortalDocument; 2]>, String>>>;

/// Draws it beside the draft; `is_current` when members see it, `asks` whether to roll back to it
/// at once.
pub(in crate::designer) fn draw(session: Session, number: i64, is_current: bool, asks: bool) -> El {
    let i18n = session.i18n;
    let read: Read = RwSignal::new(None);
    let asking = RwSignal::new(asks.then_some(true));
    let is_busy = RwSignal::new(false);
    let fault = RwSignal::new(String::new());
    wasm_bindgen_futures::spawn_local(async move {
        let found = documents(session, number, is_current).await;
        let found = found.map_err(|trouble| start::told(&trouble, i18n));
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
            return sure(session, (number, found), asking, is_busy, fault);
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
            // It only asks: what is red does it.
            let label = i18n.t(keys::DESIGNER_PUBLISH_BACK);
            let ask = button(&label, "ds-button", move || asking.set(Some(true)));
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
    (number, found): (i64, Rc<[PortalDocument; 2]>),
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
            let found = Rc::clone(&found);
            wasm_bindgen_futures::spawn_local(async move {
                let [earlier, _] = &*found;
                match roll_back(session, number, earlier).await {
                    Ok(()) => {
                        session.say(i18n.t(keys::DESIGNER_PUBLISH_BACK_DONE));
                        dialogs::close();
                    }
                    Err(trouble) => fault.set(start::told(&trouble, i18n)),
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

async fn roll_back(session: Session, number: i64, earlier: &PortalDocument) -> Result<(), Trouble> {
    let port = session.port().ok_or(Trouble::Offline)?;
    if let Err(trouble) = port.roll_back(&save::portal(session), number).await {
        // The answer was lost, and members may see it all the same.
        let is_done =
            trouble.is_unsure() && publish::is_public_now(session, earlier).await == Some(true);
        if !is_done {
            return Err(trouble);
        }
    }
    publish::renew(session).await;
    publish::tell(session);
    Ok(())
}
