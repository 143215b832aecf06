//! The panel of ready-made portals and sections.

use palier_edit::clipboard;

use super::{MADE, OWN, PORTALS, SECTIONS, Template, ask, insert, saved, shelf, sketch};
use crate::blocks::icon::icon;
use crate::designer::commands::blocks_of;
use crate::designer::drag::Drag;
use crate::designer::icons;
use crate::designer::reasons;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::TEMPLATES;

/// Draws it.
pub(in crate::designer) fn draw(session: Session, _drag: &Drag) -> El {
    let t = |key: Key| session.i18n.t(key);
    let here = shelf::is_here();
    let sections: Vec<Dom> = SECTIONS
        .iter()
        .map(|template| section(session, here, template).into())
        .collect();
    let portals: Vec<Dom> = PORTALS
        .iter()
        .map(|template| portal(session, here, template).into())
        .collect();
    el("div", "ds-panel-body")
        .child(reasons::note(session))
        .child(
            group(
                &t(keys::DESIGNER_TEMPLATES_PORTALS),
                SHEET.el("ul", "cards").child(portals),
            )
            .child(el("p", "ds-hint").text(&t(keys::DESIGNER_TEMPLATES_HINT))),
        )
        .child(group(
            &t(keys::DESIGNER_TEMPLATES_SECTIONS),
            SHEET.el("ul", "cards").child(sections),
        ))
        .child(own(session))
}

fn group(title: &str, list: El) -> El {
    el("section", "ds-group")
        .child(el("h3", "ds-group-title").text(title))
        .child(list)
}

fn card(title: &str, picture: El) -> El {
    SHEET
        .el("button", "card")
        .attr("type", "button")
        .child(picture)
        .child(SHEET.el("span", "title").text(title))
}

fn portal(session: Session, here: RwSignal<bool>, template: &'static Template) -> El {
    let picture = sketch::of(here, Some(template));
    let card = card(&session.i18n.t(template.title), picture).attr("data-template", template.name);
    let card = reasons::guarded(card, session, move || ask::portal(session, template));
    SHEET.el("li", "").child(card)
}

fn section(session: Session, here: RwSignal<bool>, template: &'static Template) -> El {
    let picture = el("span", "")
        .attr("style:display", "contents")
        .slot(move || {
            here.track();
            let text = template.text();
            let nodes = text.and_then(|text| blocks_of(session, &text));
            sketch::draw(&nodes.unwrap_or_default(), None)
        });
    let card = card(&session.i18n.t(template.title), picture).attr("data-template", template.name);
    let name = [MADE, template.name].concat();
    let card = source(card, session, &name, move || {
        shelf::when_here(session, move || insert(session, template.text()));
    });
    SHEET.el("li", "").child(card)
}

/// Makes a button from which a section is taken: dragged, clicked, or by key.
fn source(button: El, session: Session, name: &str, insert: impl Fn() + 'static) -> El {
    reasons::usable(button, session, |button| {
        button
            .attr("data-grip", "body")
            .attr("data-source", &["new:", name].concat())
            .on("keydown", move |event| on_enter(&event, &insert))
    })
}

/// A pointer's click is the drag engine's; keys come here.
fn on_enter(event: &web_sys::Event, run: &impl Fn()) {
    use wasm_bindgen::JsCast;
    let key = event
        .dyn_ref::<web_sys::KeyboardEvent>()
        .map(web_sys::KeyboardEvent::key);
    if matches!(key.as_deref(), Some("Enter" | " ")) {
        event.prevent_default();
        run();
    }
}

/// The designer's own sections, and the way to save one.
fn own(session: Session) -> El {
    let changed = RwSignal::new(0_u32);
    let name = RwSignal::new(String::new());
    let i18n = session.i18n;
    let list = el("div", "").slot(move || {
        changed.track();
        let names = saved::names();
        let rows: Vec<Dom> = names
            .into_iter()
            .map(|name| row(session, name, changed).into())
            .collect();
        match rows.is_empty() {
            true => {
                Dom::from(el("p", "ds-hint").text(&i18n.t(keys::DESIGNER_TEMPLATES_NONE_SAVED)))
            }
            false => SHEET.el("ul", "rows").child(rows).into(),
        }
    });
    let save = el("button", "ds-button")
        .attr("type", "submit")
        .attr_of("aria-disabled", move || {
            let ready = !session.selection.get().is_empty() && !name.get().trim().is_empty();
            (!ready).then(|| String::from("true"))
        })
        .text(&i18n.t(keys::DESIGNER_TEMPLATES_SAVE));
    let form = SHEET
        .el("form", "save")
        .on("submit", move |event| {
            event.prevent_default();
            if keep(session, name.get_untracked().trim()) {
                name.set(String::new());
                changed.update(|times| *times += 1);
            }
        })
        .child(
            el("label", "ds-field")
                .child(el("span", "ds-label").text(&i18n.t(keys::DESIGNER_TEMPLATES_NAME)))
                .child(
                    el("input", "ds-input")
                        .attr("maxlength", "60")
                        .attr_of(".value", move || Some(name.get()))
                        .on("input", move |event| name.set(value_of(&event))),
                ),
        )
        .child(save);
    group(&i18n.t(keys::DESIGNER_TEMPLATES_OWN), list)
        .child(form)
        .child(el("p", "ds-hint").text(&i18n.t(keys::DESIGNER_TEMPLATES_ONLY_HERE)))
}

fn row(session: Session, name: String, changed: RwSignal<u32>) -> El {
    let i18n = session.i18n;
    let gone = name.clone();
    let wanted = name.clone();
    SHEET
        .el("li", "row")
        .child(
            source(
                SHEET.el("button", "row-name").attr("type", "button"),
                session,
                &[OWN, &name].concat(),
                move || insert(session, saved::text(&wanted)),
            )
            .text(&name),
        )
        .child(
            el("button", "ds-icon-button")
                .attr("type", "button")
                .attr(
                    "aria-label",
                    &session
                        .i18n
                        .with(keys::DESIGNER_TEMPLATES_FORGET, &[("name", &name)]),
                )
                .on("click", move |_| {
                    saved::forget(&gone);
                    session.say(i18n.with(keys::DESIGNER_TEMPLATES_FORGOTTEN, &[("name", &gone)]));
                    changed.update(|times| *times += 1);
                })
                .child(icon(icons::TRASH)),
        )
}

/// Saves the selected blocks, unless the name is taken: that is asked about. Says why not when it
/// fails.
pub(in crate::designer) fn keep(session: Session, name: &str) -> bool {
    let ids = session.selection.get_untracked();
    if ids.is_empty() || name.is_empty() {
        session.say(session.i18n.t(keys::DESIGNER_TEMPLATES_SELECT_FIRST));
        return false;
    }
    if saved::text(name).is_some() {
        let ask = Dialog::SectionTaken(name.to_owned());
        session.view.dialog.set(Some(ask));
        return false;
    }
    save(session, name)
}

/// Saves the selected blocks, in place of what had the name.
pub(super) fn save(session: Session, name: &str) -> bool {
    let ids = session.selection.get_untracked();
    let text = session.read(|tree, rules| clipboard::copy(tree, &ids, &rules.blocks));
    let replaced = saved::text(name).is_some();
    let kept = saved::keep(name, &text);
    session.say(match (kept, replaced) {
        (true, true) => session
            .i18n
            .with(keys::DESIGNER_TEMPLATES_SAVED_OVER, &[("name", name)]),
        (true, false) => session.i18n.t(keys::DESIGNER_TEMPLATES_SAVED),
        (false, _) => session.i18n.t(keys::DESIGNER_TEMPLATES_NOT_SAVED),
    });
    kept
}
