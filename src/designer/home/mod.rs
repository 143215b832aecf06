//! The start page: who is signed in, all portals, what can be done with each, and a new one.

mod manage;
mod new;
mod picture;
mod row;

use palier_contract::revision::{EditorRole, PortalSummaryPage};

use super::dialogs::button;
use super::icons;
use super::port::Port;
use super::window::sign_in_url;
use crate::blocks::icon::icon;
use crate::dom::{self, Dom, El, el, value_of};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::HOME as SHEET;
use manage::Ask;
use row::title;

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
    /// What portals are to be called; empty for all of them.
    sought: RwSignal<String>,
    /// Whether its reader makes, names and deletes portals.
    may_manage: bool,
}

/// As many portals as are seen at once.
const AT_A_GLANCE: usize = 7;

impl Home {
    /// Whether a portal of that title, in small letters, is in the list. Tracked.
    fn is_sought(self, title: &str) -> bool {
        title.contains(self.sought.get().trim().to_lowercase().as_str())
    }

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
        sought: RwSignal::new(String::new()),
        may_manage: matches!(list.role, EditorRole::Admin | EditorRole::Designer),
    };
    let (asked, drafts) = (port.clone(), port.clone());
    el("div", "ds-root").attr("style:display", "block").child(
        SHEET
            .el("main", "home")
            .child(header(list, i18n))
            .child(head(home))
            .child(told(home))
            .slot(move || search(home))
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
        return none(home).into();
    }
    let rows = list.items.iter().map(|one| {
        let called = title(one, home.i18n).to_lowercase();
        let row = row::draw(home, one, picture::draw(port, one));
        Dom::from(row.flag_of("hidden", move || !home.is_sought(&called)))
    });
    SHEET
        .el("ul", "portals")
        .child(rows.collect::<Vec<_>>())
        .into()
}

/// Where there is nothing yet: what to do about it, or who does.
fn none(home: Home) -> El {
    let i18n = home.i18n;
    let text = match home.may_manage {
        true => keys::DESIGNER_HOME_NONE_TEXT,
        false => keys::DESIGNER_HOME_NONE_CONTENT,
    };
    el("div", "ds-empty")
        .attr("data-none", "")
        .child(icon(icons::TEMPLATE))
        .child(el("p", "").text(&i18n.t(keys::DESIGNER_HOME_NONE)))
        .child(el("p", "ds-hint").text(&i18n.t(text)))
}

/// A field that leaves those portals in the list that are called so; none where all are seen at once.
fn search(home: Home) -> Option<El> {
    let i18n = home.i18n;
    let (all, called) = home.list.with(|list| {
        let called = list.items.iter();
        let called = called.map(|one| title(one, i18n).to_lowercase());
        (list.items.len(), called.collect::<Vec<_>>())
    });
    let words = i18n.t(keys::DESIGNER_HOME_SEARCH);
    let field = el("input", "ds-input")
        .attr("type", "search")
        .attr("aria-label", &words)
        .attr("placeholder", &words)
        .attr_of(".value", move || Some(home.sought.get()))
        .on("input", move |event| home.sought.set(value_of(&event)));
    let none = el("div", "").attr("role", "status").slot(move || {
        let is_none = !called.iter().any(|called| home.is_sought(called));
        let words = i18n.t(keys::DESIGNER_HOME_NONE_FOUND);
        is_none.then(|| el("p", "ds-empty").text(&words))
    });
    (all > AT_A_GLANCE).then(|| SHEET.el("search", "sought").child(field).child(none))
}

/// The way to the designer in the other language, in that language.
fn language_link(i18n: I18n) -> El {
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
        // Who is called as the role is would be named twice.
        Some(name) if name.replace('-', "_") == list.role.as_str() => {
            i18n.with(keys::DESIGNER_HOME_WHO_ROLE, &[("role", &role)])
        }
        Some(name) => i18n.with(keys::DESIGNER_HOME_WHO, &[("name", name), ("role", &role)]),
        None => i18n.with(keys::DESIGNER_HOME_WHO_ROLE, &[("role", &role)]),
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
                .child(language_link(i18n))
                .child(el("span", "").attr("data-role", "").text(&who))
                .child(
                    el("a", "ds-button")
                        .attr("href", &sign_in_url())
                        .text(&i18n.t(keys::DESIGNER_HOME_CHANGE)),
                ),
        )
}
