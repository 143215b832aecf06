//! What is asked before something is lost to a template: the page, or a section that was saved.

use palier_edit::{Intention, Op, Position, SlotRef, Tree, clipboard};

use super::{PORTALS, Template, document, panel, put, saved, shelf};
use crate::designer::commands;
use crate::designer::dialogs::{self, button};
use crate::designer::session::Session;
use crate::designer::view::{Dialog, Panel};
use crate::dom::{Dom, El, el};
use crate::i18n::keys;

/// Puts a whole portal on the page; asks first where there is something.
pub(super) fn portal(session: Session, template: &'static Template) {
    shelf::when_here(session, move || {
        match session.read(|tree, _| tree.is_empty()) {
            true => put(session, template),
            false => {
                let dialog = session.view.dialog;
                dialog.set(Some(Dialog::Template(template.name)));
            }
        }
    });
}

/// Asks what becomes of the page.
pub(in crate::designer) fn replacing(session: Session, name: &'static str) -> Option<El> {
    let i18n = session.i18n;
    let template = PORTALS.iter().find(|one| one.name == name)?;
    let count = session.read(|tree, _| i64::try_from(tree.len()).unwrap_or(i64::MAX));
    let title = i18n.count(keys::DESIGNER_TEMPLATES_REPLACE_TITLE, count, &[]);
    let text = i18n.with(
        keys::DESIGNER_TEMPLATES_REPLACE_TEXT,
        &[("template", &i18n.t(template.title))],
    );
    let foot = choices(
        session,
        keys::DESIGNER_TEMPLATES_REPLACE,
        move || put(session, template),
        keys::DESIGNER_TEMPLATES_BELOW,
        move || below(session, template),
    );
    let body = el("p", "").text(&text);
    Some(dialogs::frame(session, "template", &title, body, foot))
}

/// Adds the blocks of a whole portal after those that are there.
fn below(session: Session, template: &Template) {
    let Some(tree) = document(template).and_then(|page| Tree::new(page).ok()) else {
        return;
    };
    let ids = tree.children(&SlotRef::page());
    let text = session.read(|_, rules| clipboard::copy(&tree, ids, &rules.blocks));
    let Some(nodes) = commands::blocks_of(session, &text) else {
        return;
    };
    let added = nodes.iter().map(|node| node.id.clone()).collect();
    let at = Position::end(SlotRef::page());
    let intention = Intention::new("template").select(added);
    if session
        .perform(intention, vec![Op::Insert { at, nodes }])
        .is_ok()
    {
        session.say(session.i18n.t(keys::DESIGNER_TEMPLATES_ADDED_BELOW));
    }
}

/// Asks what becomes of the section that has the name.
pub(in crate::designer) fn taken(session: Session, name: String) -> El {
    let i18n = session.i18n;
    let args: &[(&str, &str)] = &[("name", &name)];
    let title = i18n.with(keys::DESIGNER_TEMPLATES_TAKEN_TITLE, args);
    let free = free_name(&name);
    let text = i18n.with(keys::DESIGNER_TEMPLATES_TAKEN_TEXT, &[("name", &free)]);
    let foot = choices(
        session,
        keys::DESIGNER_TEMPLATES_SAVE_OVER,
        move || keep(session, &name),
        keys::DESIGNER_TEMPLATES_KEEP_BOTH,
        move || keep(session, &free),
    );
    let body = el("p", "").text(&text);
    dialogs::frame(session, "section-taken", &title, body, foot)
}

fn keep(session: Session, name: &str) {
    let panel = session.view.panel;
    if panel::save(session, name) && panel.get_untracked() == Some(Panel::Templates) {
        // The panel shows it from now on.
        panel.set(Some(Panel::Templates));
    }
}

fn free_name(name: &str) -> String {
    let numbered = (2..).map(|number: u32| format!("{name} {number}"));
    let mut free = numbered.filter(|name| saved::text(name).is_none());
    free.next().unwrap_or_default()
}

/// Out of it; what loses something; what does not.
fn choices(
    session: Session,
    lose: crate::i18n::Key,
    run_lose: impl Fn() + 'static,
    both: crate::i18n::Key,
    run_both: impl Fn() + 'static,
) -> Vec<Dom> {
    let t = |key| session.i18n.t(key);
    let lose = button(&t(lose), "ds-button ds-danger", move || {
        dialogs::close();
        run_lose();
    });
    let both = button(&t(both), "ds-button ds-primary", move || {
        dialogs::close();
        run_both();
    });
    let no = button(&t(keys::DESIGNER_CANCEL), "ds-button", dialogs::close);
    vec![no.into(), lose.into(), both.into()]
}
