//! What is done with a portal from the list: naming it, making another of it, deleting it.

use palier_contract::document::{PortalDocument, write};
use palier_contract::revision::PortalSummary;

use super::row::{named, title};
use super::{Home, new};
use crate::designer::dialogs::{self, button};
use crate::designer::naming::{self, Asked};
use crate::designer::port::{Draft, Port};
use crate::designer::{menu, start};
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;

/// What is asked in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    New,
    Rename,
    Delete,
}

impl Home {
    fn one(self, id: &str) -> Option<PortalSummary> {
        self.list.with_untracked(|list| {
            let mut items = list.items.iter();
            items.find(|one| one.id.as_str() == id).cloned()
        })
    }

    /// Reads the list again, says what was done, and puts the focus where it makes sense.
    async fn done(self, port: &Port, said: Key, portal: &str, focus: String) {
        match port.portals().await {
            Ok(list) => {
                self.focus.set(focus);
                self.told.set(self.i18n.with(said, &[("portal", portal)]));
                self.list.set(list);
            }
            Err(trouble) => self.told.set(start::told(&trouble, self.i18n)),
        }
    }
}

/// Draws the menu while it is open.
pub(super) fn menu(home: Home, port: &Port) -> Option<El> {
    let (id, x, y) = home.menu.get()?;
    let one = home.one(&id)?;
    let label = home
        .i18n
        .with(keys::DESIGNER_HOME_MORE, &[("portal", &named(home, &one))]);
    let ask = move |ask| {
        dialogs::close();
        home.ask.set(Some(ask));
    };
    let rename = {
        let id = id.clone();
        move || {
            home.focus.set(id.clone());
            ask(Ask::Rename);
        }
    };
    let copied = (port.clone(), one);
    let duplicate = move || {
        dialogs::close();
        duplicate(home, copied.0.clone(), copied.1.clone());
    };
    let delete = move || {
        home.focus.set(id.clone());
        ask(Ask::Delete);
    };
    let items = vec![
        item(home, "rename", keys::DESIGNER_HOME_RENAME, rename),
        item(home, "duplicate", keys::DESIGNER_HOME_DUPLICATE, duplicate),
        item(home, "delete", keys::DESIGNER_HOME_DELETE, delete),
    ];
    let closed = move || {
        if home
            .menu
            .get_untracked()
            .is_some_and(|open| (open.1, open.2) == (x, y))
        {
            home.menu.set(None);
        }
    };
    Some(
        menu::popover(x, y, closed)
            .attr("aria-label", &label)
            .child(items),
    )
}

fn item(home: Home, name: &'static str, label: Key, run: impl Fn() + 'static) -> Dom {
    let item = el("button", "ds-menu-item")
        .attr("type", "button")
        .attr("role", "menuitem")
        .attr("tabindex", "-1")
        .attr("data-do", name);
    let words = home.i18n.t(label);
    if home.may_manage {
        return item.on("click", move |_| run()).text(&words).into();
    }
    let why = home.i18n.t(keys::DESIGNER_HOME_CONTENT_ONLY);
    item.attr("aria-disabled", "true")
        .child(menu::refused(&words, &why))
        .into()
}

/// Draws the dialog that is open.
pub(super) fn dialog(home: Home, port: &Port) -> Option<El> {
    let ask = home.ask.get()?;
    if ask == Ask::New {
        let closed = move || home.ask.set(None);
        return Some(new::draw(home.i18n, port.clone(), home.taken(), closed));
    }
    let one = home.one(&home.focus.get_untracked())?;
    Some(match ask {
        Ask::Delete => deleting(home, port.clone(), one),
        _ => renaming(home, port.clone(), one),
    })
}

fn renaming(home: Home, port: Port, one: PortalSummary) -> El {
    let i18n = home.i18n;
    let now = title(&one, i18n);
    let asked = Asked {
        label: i18n.t(keys::DESIGNER_HOME_NAME),
        value: now.clone(),
        hint: i18n.t(keys::DESIGNER_HOME_RENAME_HINT),
        least: 1,
        action: i18n.t(keys::DESIGNER_HOME_RENAME_ACTION),
    };
    let fault = RwSignal::new(String::new());
    let (form, button) = naming::form(i18n, &asked, fault, move |name| {
        let (port, id) = (port.clone(), one.id.to_string());
        wasm_bindgen_futures::spawn_local(async move {
            match rename(home, &port, &id, &name).await {
                Ok(()) => {
                    dialogs::close();
                    let said = keys::DESIGNER_HOME_SAID_RENAMED;
                    home.done(&port, said, &name, id).await;
                }
                Err(words) => fault.set(words),
            }
        });
    });
    let title = i18n.with(keys::DESIGNER_HOME_RENAME_TITLE, &[("portal", &now)]);
    let closed = move || home.ask.set(None);
    dialogs::alone(i18n, "rename", &title, form, button, closed)
}

/// The draft, if it may be written here; else why not, in words.
async fn draft(home: Home, port: &Port, id: &str) -> Result<Draft, String> {
    let draft = port
        .draft(id)
        .await
        .map_err(|why| start::told(&why, home.i18n))?;
    match draft.loaded.read_only {
        Some(_) => Err(home.i18n.t(keys::DESIGNER_HOME_READ_ONLY)),
        None => Ok(draft),
    }
}

async fn rename(home: Home, port: &Port, id: &str, name: &str) -> Result<(), String> {
    let Draft { loaded, etag, .. } = draft(home, port, id).await?;
    let mut document = loaded.document;
    let locale = home.i18n.locale();
    let before = document.title.insert(locale, name.to_owned());
    // Where it is not translated, it is called the same in every language.
    for title in document.title.values_mut() {
        if Some(&*title) == before.as_ref() {
            name.clone_into(title);
        }
    }
    let text = write(&document).map_err(|fault| fault.to_string())?;
    let saved = port.put_draft(id, &text, &etag).await;
    saved.map(drop).map_err(|why| start::told(&why, home.i18n))
}

fn duplicate(home: Home, port: Port, one: PortalSummary) {
    let i18n = home.i18n;
    wasm_bindgen_futures::spawn_local(async move {
        let name = copy_of(home, &title(&one, i18n));
        match copy(home, &port, one.id.as_str(), &name).await {
            Ok(id) => {
                let said = keys::DESIGNER_HOME_SAID_DUPLICATED;
                home.done(&port, said, &name, id).await;
            }
            Err(words) => home.told.set(words),
        }
    });
}

/// What a copy is called. It is stored, so that nothing is in it that only keeps words in order where
/// they are shown: a title that runs to the left comes without marks around it.
fn copy_of(home: Home, title: &str) -> String {
    let words = home.i18n.t(keys::DESIGNER_HOME_COPY_OF);
    words.replace("{portal}", title)
}

async fn copy(home: Home, port: &Port, id: &str, name: &str) -> Result<String, String> {
    let mut document: PortalDocument = draft(home, port, id).await?.loaded.document;
    for title in document.title.values_mut() {
        *title = copy_of(home, title);
    }
    let made = new::store(port, name, home.taken(), document).await;
    made.map_err(|why| start::told(&why, home.i18n))
}

fn deleting(home: Home, port: Port, one: PortalSummary) -> El {
    let i18n = home.i18n;
    let now = named(home, &one);
    let fault = RwSignal::new(String::new());
    let what = match one.published_revision {
        Some(_) => keys::DESIGNER_HOME_DELETE_PUBLIC,
        None => keys::DESIGNER_HOME_DELETE_PRIVATE,
    };
    let body = el("div", "ds-group")
        .child(el("p", "").text(&i18n.t(what)))
        .child(el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_HOME_DELETE_FOR_GOOD)))
        .child(
            el("p", "ds-error")
                .attr("role", "alert")
                .text_of(move || fault.get()),
        );
    let named = now.clone();
    let yes = button(
        &i18n.t(keys::DESIGNER_HOME_DELETE_YES),
        "ds-button ds-danger",
        move || {
            let (port, id, named) = (port.clone(), one.id.to_string(), named.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match port.delete(&id).await {
                    Ok(()) => {
                        dialogs::close();
                        let said = keys::DESIGNER_HOME_SAID_DELETED;
                        home.done(&port, said, &named, String::new()).await;
                    }
                    Err(trouble) => fault.set(start::told(&trouble, i18n)),
                }
            });
        },
    );
    let no = button(&i18n.t(keys::DESIGNER_CANCEL), "ds-button", dialogs::close);
    let title = i18n.with(keys::DESIGNER_HOME_DELETE_TITLE, &[("portal", &now)]);
    dialogs::alone(
        i18n,
        "delete",
        &title,
        body,
        vec![Dom::from(no), yes.into()],
        move || home.ask.set(None),
    )
}
