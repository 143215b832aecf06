//! A new portal: its name, its id, what it begins with.

use palier_contract::document::{PortalDocument, SCHEMA, TextMap, Theme, write};

use crate::designer::dialogs;
use crate::designer::port::{Port, Trouble, Why};
use crate::designer::templates;
use crate::designer::window;
use crate::dom::{El, el, value_of};
use crate::i18n::{I18n, keys};
use crate::reactive::RwSignal;

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

/// Asks for its name; `closed` runs when it is not made after all.
pub(super) fn draw(i18n: I18n, port: Port, taken: Vec<String>, closed: impl Fn() + 'static) -> El {
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
                .attr("data-name", "")
                .attr("autocomplete", "off")
                .attr_of("aria-invalid", move || {
                    (!fault.get().is_empty()).then(|| "true".to_owned())
                })
                .attr("aria-describedby", "ds-new-fault")
                .on("input", move |event| {
                    name.set(value_of(&event));
                    fault.set(String::new());
                }),
        );
    let chosen = RwSignal::new(String::new());
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
        // What is missing is told here, in the designer's language.
        .attr("novalidate", "")
        .child(field)
        .child(told)
        .child(templates::choice(i18n, chosen))
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
            wasm_bindgen_futures::spawn_local(async move {
                if template.is_some() && !templates::fetch().await {
                    fault.set(i18n.t(keys::DESIGNER_TEMPLATES_MISSING));
                    return is_busy.set(false);
                }
                let from = template.and_then(templates::document);
                match make(&port, &title, taken, from, &i18n.locale()).await {
                    Ok(id) => window::go(&window::desk_url(&id)),
                    Err(trouble) => fault.set(crate::designer::start::told(&trouble, i18n)),
                }
                is_busy.set(false);
            });
        });
    let title = t(keys::DESIGNER_HOME_NEW);
    dialogs::alone(i18n, "new", &title, form, create, closed)
}

/// Makes the portal; gives its id. An id that others have taken meanwhile is left to them.
async fn make(
    port: &Port,
    title: &str,
    taken: Vec<String>,
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
    // A name is one in every language until somebody translates it.
    let programme = port.programme().await;
    let languages = programme.map_or_else(|_| Vec::new(), |programme| programme.locales);
    let languages = languages
        .into_iter()
        .chain(["en".to_owned(), locale.to_owned()]);
    document.title = languages.map(|tag| (tag, title.to_owned())).collect();
    store(port, title, taken, document).await
}

/// Makes a portal of a document, under the first id of that name that is free; gives the id.
pub(super) async fn store(
    port: &Port,
    title: &str,
    mut taken: Vec<String>,
    mut document: PortalDocument,
) -> Result<String, Trouble> {
    loop {
        let id = free_id(title, &taken);
        document.id = id.as_str().into();
        let text = write(&document).map_err(|fault| Trouble::Broken(fault.to_string()))?;
        match port.make(&id, &text).await {
            Ok(()) => return Ok(id),
            // The answer was lost; who makes one anew would have it twice.
            Err(trouble) if trouble.is_unsure() => {
                let made = port.draft(&id).await.is_ok_and(|draft| draft.text == text);
                return made.then_some(id).ok_or(trouble);
            }
            Err(Trouble::Refused(Why::Overtaken, _)) if taken.len() < 1000 => {
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
