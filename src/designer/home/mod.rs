//! The start page: who is signed in, all portals, what can be done with each, and a new one.

mod manage;
mod new;
mod picture;
mod row;

use palier_contract::revision::{EditorRole, PortalSummaryPage};

use super::dialogs::button;
use super::port::Port;
use super::window::sign_in_url;
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::HOME as SHEET;
use manage::Ask;

/// What somebody may do, by name.
pub(super) fn role(role: &EditorRole) -> Key {
    match role {
        EditorRole::Admin => keys::DESIGNER_HOME_ROLE_ADMIN,
        EditorRole::Designer => keys::DESIGNER_HOME_ROLE_DESIGNER,
        // A role that this version does not know may do the least.
        EditorRole::ContentEditor | EditorRole::Unknown(_) => keys::DESIGNER_HOME_ROLE_CONTENT,
    }
}

/// The start as it is now. Copy it freely.
#[derive(Clone, Copy)]
struct Home {
    i18n: I18n,
    list: RwSignal<PortalSummaryPage>,
    /// What is being asked, in a dialog.
    ask: RwSignal<Option<Ask>>,
    /// The portal whose menu is open, and where: a point of the window.
    menu: RwSignal<Option<(String, f64, f64)>>,
    /// What was done last.
    told: RwSignal<String>,
    /// The portal that gets the focus when the list is drawn again.
    focus: RwSignal<String>,
    /// Whether its reader makes, names and deletes portals.
    may_manage: bool,
}

impl Home {
    fn taken(self) -> Vec<String> {
        self.list
            .with_untracked(|list| list.items.iter().map(|one| one.id.to_string()).collect())
    }
}

/// Draws it.
pub(super) fn draw(list: &PortalSummaryPage, i18n: I18n, port: Port) -> El {
    let home = Home {
        i18n,
        list: RwSignal::new(list.clone()),
        ask: RwSignal::new(None),
        menu: RwSignal::new(None),
        told: RwSignal::new(String::new()),
        focus: RwSignal::new(String::new()),
        may_manage: matches!(list.role, EditorRole::Admin | EditorRole::Designer),
    };
    let (asked, drafts) = (port.clone(), port.clone());
    el("div", "ds-root").attr("style:display", "block").child(
        SHEET
            .el("main", "home")
            .child(header(list, i18n))
            .child(head(home))
            .child(told(home))
            .slot(move || portals(home, &drafts))
            .slot(move || manage::menu(home, &port))
            .slot(move || manage::dialog(home, &asked)),
    )
}

fn head(home: Home) -> El {
    let i18n = home.i18n;
    let title = SHEET
        .el("h1", "title")
        .text(&i18n.t(keys::DESIGNER_HOME_TITLE));
    let text = el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_CHOOSE_TEXT));
    let make = home.may_manage.then(|| {
        let label = i18n.t(keys::DESIGNER_HOME_NEW);
        button(&label, "ds-button ds-primary", move || {
            home.ask.set(Some(Ask::New));
        })
    });
    SHEET
        .el("div", "head")
        .child(el("div", "").child(title).child(text))
        .child(make)
}

/// What was done last. Where what had the focus is gone, this has it, and is read for that: it would
/// be said twice if it were a status as well.
fn told(home: Home) -> El {
    let words = move |gone: bool| {
        let told = home.told.get();
        let is_gone = home.focus.get_untracked().is_empty();
        (!told.is_empty() && gone == is_gone)
            .then(|| SHEET.el("p", "told").attr("data-told", "").text(&told))
    };
    let said = el("div", "").attr("role", "status");
    el("div", "")
        .child(said.slot(move || words(false)))
        .slot(move || words(true).map(|words| words.node(|words| dom::focus(&words))))
}

fn portals(home: Home, port: &Port) -> Dom {
    let list = home.list.get();
    if list.items.is_empty() {
        return el("p", "ds-empty")
            .text(&home.i18n.t(keys::DESIGNER_HOME_NONE))
            .into();
    }
    let rows = list.items.iter();
    let rows = rows.map(|one| Dom::from(row::draw(home, one, picture::draw(port, one))));
    SHEET
        .el("ul", "portals")
        .child(rows.collect::<Vec<_>>())
        .into()
}

/// The way to the designer in the other language, in that language.
fn tongue(i18n: I18n) -> El {
    let (tag, name) = match i18n.locale().as_str() {
        "fr" => ("en", "English"),
        _ => ("fr", "Français"),
    };
    el("a", "ds-button")
        .attr("href", &format!("/designer/?lang={tag}"))
        .attr("hreflang", tag)
        .attr("lang", tag)
        .text(name)
}

fn header(list: &PortalSummaryPage, i18n: I18n) -> El {
    let role = i18n.t(role(&list.role));
    let who = match &list.editor {
        Some(name) => i18n.with(keys::DESIGNER_HOME_WHO, &[("name", name), ("role", &role)]),
        None => role,
    };
    SHEET
        .el("header", "who")
        .child(
            SHEET
                .el("span", "brand")
                .child(
                    el("img", "")
                        .attr("src", "/favicon.svg")
                        .attr("alt", "")
                        .attr("width", "24"),
                )
                .text(&i18n.t(keys::DESIGNER_SIGN_IN_TITLE)),
        )
        .child(
            SHEET
                .el("span", "signed")
                .child(tongue(i18n))
                .child(el("span", "").attr("data-role", "").text(&who))
                .child(
                    el("a", "ds-button")
                        .attr("href", &sign_in_url())
                        .text(&i18n.t(keys::DESIGNER_HOME_CHANGE)),
                ),
        )
}
