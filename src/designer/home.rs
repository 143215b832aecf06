//! The start: who is signed in, the portals there are, and a new one.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use palier_contract::document::{PortalDocument, SCHEMA, TextMap, Theme, write};
use palier_contract::revision::{EditorRole, PortalSummary, PortalSummaryPage};

use super::dialogs::{self, button};
use super::port::{Port, Trouble};
use super::templates;
use super::window::{self, sign_in_url};
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::portal::words;
use crate::style::sheets::HOME as SHEET;

/// What somebody may do, by name.
pub(super) fn role(role: &EditorRole) -> Key {
    match role {
        EditorRole::Admin => keys::DESIGNER_HOME_ROLE_ADMIN,
        EditorRole::Designer => keys::DESIGNER_HOME_ROLE_DESIGNER,
        // A role that this version does not know may do the least.
        EditorRole::ContentEditor | EditorRole::Unknown(_) => keys::DESIGNER_HOME_ROLE_CONTENT,
    }
}

/// Draws it.
pub(super) fn draw(list: &PortalSummaryPage, i18n: I18n, port: Port) -> El {
    let making = RwSignal::new(false);
    let may_make = matches!(list.role, EditorRole::Admin | EditorRole::Designer);
    let taken: Vec<String> = list.items.iter().map(|one| one.id.to_string()).collect();
    let rows = list.items.iter().map(|one| Dom::from(portal(one, i18n)));
    el("div", "ds-root").attr("style:display", "block").child(
        SHEET
            .el("main", "home")
            .child(header(list, i18n))
            .child(
                SHEET
                    .el("div", "head")
                    .child(
                        el("div", "")
                            .child(
                                SHEET
                                    .el("h1", "title")
                                    .text(&i18n.t(keys::DESIGNER_HOME_TITLE)),
                            )
                            .child(el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_CHOOSE_TEXT))),
                    )
                    .child(may_make.then(|| {
                        button(
                            &i18n.t(keys::DESIGNER_HOME_NEW),
                            "ds-button ds-primary",
                            move || {
                                making.set(true);
                            },
                        )
                    })),
            )
            .child(if list.items.is_empty() {
                el("p", "ds-empty").text(&i18n.t(keys::DESIGNER_HOME_NONE))
            } else {
                SHEET.el("ul", "portals").child(rows.collect::<Vec<_>>())
            })
            .child(el("div", "").slot(move || {
                making
                    .get()
                    .then(|| new_portal(i18n, port.clone(), taken.clone(), making))
            })),
    )
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
                .child(el("span", "").attr("data-role", "").text(&who))
                .child(
                    el("a", "ds-button")
                        .attr("href", &sign_in_url())
                        .text(&i18n.t(keys::DESIGNER_HOME_CHANGE)),
                ),
        )
}

fn portal(one: &PortalSummary, i18n: I18n) -> El {
    let title = words::text(&one.title, &i18n.locale());
    let title = if title.is_empty() {
        i18n.t(keys::DESIGNER_HOME_UNTITLED)
    } else {
        title
    };
    let (state, tone) = match (one.published_revision.is_some(), one.changed) {
        (false, _) => (keys::DESIGNER_HOME_NEVER, "plain"),
        (true, true) => (keys::DESIGNER_HOME_AHEAD, "warn"),
        (true, false) => (keys::DESIGNER_HOME_PUBLISHED, "good"),
    };
    let when = one.published_at.as_ref().map(|at| {
        let time = i18n.date(at, DateStyle::Moment);
        i18n.with(keys::DESIGNER_HOME_SINCE, &[("time", &time)])
    });
    let address = format!("/designer/?portal={}", one.id);
    let seen = one.published_revision.as_ref().map(|_| {
        SHEET
            .el("a", "see ds-button")
            .attr("href", &window::portal_url(one.id.as_str()))
            .attr(
                "aria-label",
                &i18n.with(keys::DESIGNER_HOME_SEE_OF, &[("portal", &title)]),
            )
            .text(&i18n.t(keys::DESIGNER_HOME_SEE))
    });
    SHEET
        .el("li", "portal")
        .attr("data-portal", one.id.as_str())
        .child(
            SHEET
                .el("div", "about")
                .child(SHEET.el("a", "name").attr("href", &address).text(&title))
                .child(when.map(|when| el("span", "ds-soft").text(&when))),
        )
        .child(
            el("span", "ds-chip")
                .attr("data-tone", tone)
                .text(&i18n.t(state)),
        )
        .child(seen)
}

/// An id from a name: what an address can hold without escapes.
fn id_of(name: &str) -> String {
    let mut id = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'à' | 'â' | 'ä' | 'á' => id.push('a'),
            'ç' => id.push('c'),
            'é' | 'è' | 'ê' | 'ë' => id.push('e'),
            'î' | 'ï' | 'í' => id.push('i'),
            'ô' | 'ö' | 'ó' => id.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => id.push('u'),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').chars().take(60).collect()
}

/// The first id of that name that is not taken.
fn free_id(name: &str, taken: &[String]) -> String {
    let base = match id_of(name) {
        id if id.is_empty() => "portal".to_owned(),
        id => id,
    };
    let is_free = |id: &String| !taken.contains(id);
    let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
    std::iter::once(base.clone())
        .chain(numbered)
        .find(is_free)
        .unwrap_or(base)
}

fn new_portal(i18n: I18n, port: Port, taken: Vec<String>, making: RwSignal<bool>) -> El {
    let name = RwSignal::new(String::new());
    let fault = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let t = |key| i18n.t(key);
    let field = el("label", "ds-field")
        .child(el("span", "ds-label").text(&t(keys::DESIGNER_HOME_NAME)))
        .child(
            el("input", "ds-input")
                .attr("type", "text")
                .attr("required", "")
                .attr("maxlength", "80")
                .attr("autofocus", "")
                .attr("autocomplete", "off")
                .attr_of("aria-invalid", move || {
                    (!fault.get().is_empty()).then(|| "true".to_owned())
                })
                .attr("aria-describedby", "ds-new-fault")
                .on("input", move |event| name.set(value_of(&event))),
        );
    let chosen = RwSignal::new(String::new());
    let none = el("option", "")
        .attr("value", "")
        .text(&t(keys::DESIGNER_HOME_EMPTY));
    let ready = templates::PORTALS.iter().map(|one| {
        let option = el("option", "").attr("value", one.name);
        Dom::from(option.text(&t(one.title)))
    });
    let start = el("label", "ds-field")
        .child(el("span", "ds-label").text(&t(keys::DESIGNER_HOME_START)))
        .child(
            el("select", "ds-input")
                .child(none)
                .child(ready.collect::<Vec<_>>())
                .on("change", move |event| chosen.set(value_of(&event))),
        );
    let told = el("p", "ds-error")
        .attr("id", "ds-new-fault")
        .attr("role", "alert")
        .text_of(move || fault.get());
    let create = el("button", "ds-button ds-primary")
        .attr("type", "submit")
        .attr("form", "ds-new")
        .attr_of("aria-disabled", move || {
            is_busy.get().then(|| "true".to_owned())
        })
        .text(&t(keys::DESIGNER_HOME_CREATE));
    let form = el("form", "ds-group")
        .attr("id", "ds-new")
        .child(field)
        .child(start)
        .child(told)
        .on("submit", move |event| {
            event.prevent_default();
            let title = name.get_untracked().trim().to_owned();
            if title.is_empty() {
                return fault.set(i18n.t(keys::DESIGNER_HOME_NAME_MISSING));
            }
            if is_busy.get_untracked() {
                return;
            }
            is_busy.set(true);
            let (port, taken) = (port.clone(), taken.clone());
            let template = chosen.get_untracked();
            let template = templates::PORTALS.iter().find(|one| one.name == template);
            let from = template.and_then(templates::document);
            wasm_bindgen_futures::spawn_local(async move {
                match make(&port, &title, taken, from, &i18n.locale()).await {
                    Ok(id) => window::go(&format!("/designer/?portal={id}")),
                    Err(trouble) => fault.set(super::start::told(&trouble, i18n)),
                }
                is_busy.set(false);
            });
        });
    dialogs::alone(i18n, "new", &t(keys::DESIGNER_HOME_NEW), form, create)
        .on("close", move |_| making.set(false))
}

/// Makes the portal; gives its id. An id that others have taken meanwhile is left to them.
async fn make(
    port: &Port,
    title: &str,
    mut taken: Vec<String>,
    from: Option<PortalDocument>,
    locale: &str,
) -> Result<String, Trouble> {
    let mut document = from.unwrap_or_else(|| PortalDocument {
        schema: SCHEMA,
        id: "".into(),
        title: TextMap::new(),
        theme: Theme::default(),
        root: Vec::new(),
        rest: serde_json::Map::new(),
    });
    let languages = ["en", locale];
    document.title = languages
        .map(|tag| (tag.to_owned(), title.to_owned()))
        .into();
    loop {
        let id = free_id(title, &taken);
        document.id = id.as_str().into();
        let text = write(&document).map_err(|fault| Trouble::Broken(fault.to_string()))?;
        let path = format!("/portals/{id}/draft");
        match port.send("PUT", &path, Some(&text), Some("*")).await {
            Ok(_) => return Ok(id),
            Err(Trouble::Refused(problem)) if problem.status == 412 && taken.len() < 1000 => {
                taken.push(id);
            }
            Err(trouble) => return Err(trouble),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_names_and_never_taken_twice() {
        for (name, taken, id) in [
            ("Summer by the lake", vec![], "summer-by-the-lake"),
            ("  Été à Genève! ", vec![], "ete-a-geneve"),
            ("Club", vec!["club", "club-2"], "club-3"),
            ("日本", vec![], "portal"),
            ("--- 42 ---", vec![], "42"),
        ] {
            let taken: Vec<String> = taken.into_iter().map(str::to_owned).collect();
            assert_eq!(free_id(name, &taken), id, "{name}");
        }
    }
}
