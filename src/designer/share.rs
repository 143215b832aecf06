//! Getting the result: a snippet for any page, the document as a file, and back in.

use palier_contract::document::{LoadError, blocks, load};
use palier_edit::{Intention, Op, Refusal, Tree};
use wasm_bindgen_futures::JsFuture;

use super::dialogs::{self, button};
use super::port::endpoint;
use super::publish;
use super::save;
use super::session::Session;
use super::view::Dialog;
use super::window;
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::PUBLISH as SHEET;

/// A value of an attribute, so that it cannot end it.
fn escaped(value: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// Integrity (W3C Subresource Integrity) of the style sheet and of the loader; empty to leave it out.
#[derive(Debug, Clone, Default)]
struct Sums {
    sheet: String,
    loader: String,
}

/// What a page needs to show a portal: three lines of HTML. The sheet keeps the portal's room before the
/// loader is there, so that the page does not jump.
fn snippet(kit: &str, sums: &Sums, endpoint: &str, portal: &str) -> String {
    let integrity = |sum: &str| match sum {
        "" => String::new(),
        hash => format!(" integrity=\"{}\" crossorigin=\"anonymous\"", escaped(hash)),
    };
    format!(
        "<link rel=\"stylesheet\" href=\"{kit}palier.css\"{}>\n<script type=\"module\" src=\"{kit}palier.js\"{} data-endpoint=\"{}\"></script>\n<palier-portal portal=\"{}\"></palier-portal>\n",
        integrity(&sums.sheet),
        integrity(&sums.loader),
        escaped(endpoint),
        escaped(portal),
        kit = escaped(kit),
    )
}

async fn sum(file: &str) -> String {
    let found = JsFuture::from(window::integrity(file)).await;
    let found = found.ok().and_then(|found| found.as_string());
    found.unwrap_or_default()
}

/// Draws the dialog.
pub(super) fn draw(session: Session) -> El {
    let t = |key| session.i18n.t(key);
    let is_public = RwSignal::new(None);
    wasm_bindgen_futures::spawn_local(async move {
        let found = publish::is_public(session).await;
        // The dialog may have been closed meanwhile.
        is_public.set(Some(found));
    });
    let address =
        group(session, keys::DESIGNER_PUBLISH_PAGE).slot(move || page(session, is_public.get()));
    let body: Vec<Dom> = vec![
        html(session).into(),
        address.into(),
        document(session).into(),
    ];
    let foot = button(&t(keys::DESIGNER_SAVE_CLOSE), "ds-button", dialogs::close);
    let title = t(keys::DESIGNER_PUBLISH_GET);
    dialogs::frame(session, "snippet", &title, body, foot)
}

fn group(session: Session, title: Key) -> El {
    let title = el("h3", "ds-group-title").text(&session.i18n.t(title));
    el("section", "ds-group").child(title)
}

/// The HTML for a page, to be copied.
fn html(session: Session) -> El {
    let t = move |key| session.i18n.t(key);
    let sums = RwSignal::new(Sums::default());
    wasm_bindgen_futures::spawn_local(async move {
        let (sheet, loader) = (sum("palier.css").await, sum("palier.js").await);
        // The dialog may have been closed meanwhile.
        sums.set(Sums { sheet, loader });
    });
    let code = move || {
        let (kit, api) = (window::kit_url(), window::api(&endpoint()));
        snippet(&kit, &sums.get(), &api, &save::portal(session))
    };
    let field = SHEET
        .el("textarea", "code")
        .attr("readonly", "")
        .attr("rows", "10")
        .attr("spellcheck", "false")
        .attr("data-snippet", "")
        .attr("aria-label", &t(keys::DESIGNER_PUBLISH_SNIPPET))
        .attr_of(".value", move || Some(code()));
    let label = t(keys::DESIGNER_PUBLISH_COPY);
    let told = RwSignal::new(None::<Key>);
    group(session, keys::DESIGNER_PUBLISH_SNIPPET)
        .child(el("p", "").text(&t(keys::DESIGNER_PUBLISH_SNIPPET_TEXT)))
        .child(field)
        .child(
            el("div", "ds-row")
                .child(button(&label, "ds-button ds-primary", move || {
                    copy(code(), told);
                }))
                .child(el("div", "").attr("role", "status").slot(move || {
                    let told = told.get()?;
                    Some(el("p", "ds-hint").attr("data-copied", "").text(&t(told)))
                })),
        )
}

/// Puts a text on the clipboard, and tells whether that was possible: in the dialog, for what is said
/// beneath it is heard by nobody.
fn copy(text: String, told: RwSignal<Option<Key>>) {
    wasm_bindgen_futures::spawn_local(async move {
        let done = JsFuture::from(window::copy(&text)).await;
        let done = done.ok().and_then(|done| done.as_bool()).unwrap_or(false);
        told.set(Some(match done {
            true => keys::DESIGNER_SAID_COPIED,
            false => keys::DESIGNER_PUBLISH_COPY_BY_HAND,
        }));
    });
}

/// The draft as a file, there and back.
fn document(session: Session) -> El {
    let t = |key| session.i18n.t(key);
    let download = move || {
        let name = format!("{}.json", save::portal(session));
        window::download(&name, &save::text(session));
    };
    group(session, keys::DESIGNER_PUBLISH_DOCUMENT)
        .child(el("p", "").text(&t(keys::DESIGNER_PUBLISH_DOCUMENT_TEXT)))
        .child(
            SHEET
                .el("div", "ways")
                .child(
                    button(&t(keys::DESIGNER_PUBLISH_DOWNLOAD), "ds-button", download)
                        .attr("data-export", ""),
                )
                .child(import(session)),
        )
}

/// Where members see the portal; or that they do not yet, and the way to change that.
fn page(session: Session, is_public: Option<bool>) -> Dom {
    let t = |key| session.i18n.t(key);
    match is_public {
        None => el("p", "ds-soft")
            .text(&t(keys::DESIGNER_PUBLISH_READING))
            .into(),
        Some(true) => {
            let address = window::portal_url(&save::portal(session));
            let link = el("a", "").attr("href", &address).attr("target", "_blank");
            link.text(&address).into()
        }
        Some(false) => {
            let way = button(&t(keys::DESIGNER_PUBLISH_OPEN), "ds-button", move || {
                session.view.dialog.set(Some(Dialog::Publish));
            });
            let told = el("p", "").attr("data-unpublished", "");
            SHEET
                .el("div", "unpublished")
                .child(told.text(&t(keys::DESIGNER_PUBLISH_NOT_YET)))
                .child(way)
                .into()
        }
    }
}

fn import(session: Session) -> El {
    let i18n = session.i18n;
    let fault = RwSignal::new(String::new());
    // The browser's own button speaks the browser's language: the label is the button.
    SHEET
        .el("div", "import")
        .child(
            SHEET
                .el("label", "file ds-button")
                .attr("for", "ds-import")
                .text(&i18n.t(keys::DESIGNER_PUBLISH_IMPORT)),
        )
        // Below the button that was pressed, and in sight.
        .child(
            SHEET
                .el("div", "import-line")
                .attr("id", "ds-import-fault")
                .attr("role", "alert")
                .slot(move || {
                    let fault = fault.get();
                    let told = el("p", "ds-error").text(&fault);
                    (!fault.is_empty()).then(|| told.node(|told| told.scroll_into_view()))
                }),
        )
        .child(
            SHEET
                .el("p", "import-line ds-hint")
                .attr("id", "ds-import-hint")
                .text(&i18n.t(keys::DESIGNER_PUBLISH_IMPORT_HINT)),
        )
        .child(
            SHEET
                .el("input", "chosen ds-sr")
                .attr("id", "ds-import")
                .attr("type", "file")
                .attr("accept", "application/json,.json")
                .attr("aria-describedby", "ds-import-hint ds-import-fault")
                .on("change", move |event| {
                    let file = window::chosen(&event);
                    wasm_bindgen_futures::spawn_local(async move {
                        let text = JsFuture::from(file)
                            .await
                            .ok()
                            .and_then(|text| text.as_string());
                        if let Some(text) = text {
                            fault.set(take(session, &text).err().unwrap_or_default());
                        }
                    });
                }),
        )
}

/// Puts a document in place of the draft, as one edit; says why it cannot be.
fn take(session: Session, text: &str) -> Result<(), String> {
    let i18n = session.i18n;
    if session.refuses_edits() {
        return Err(i18n.t(keys::DESIGNER_TRY_REFUSED));
    }
    let loaded = load(text, blocks::ALL).map_err(|error| unreadable(&error, i18n))?;
    if loaded.read_only.is_some() {
        return Err(i18n.t(keys::DESIGNER_PUBLISH_IMPORT_NEWER));
    }
    let mut document = loaded.document;
    // Whoever imports means this portal, whichever the document was exported from.
    let Some(id) = session.read(|tree, _| Some(tree.to_document().id)) else {
        return Ok(());
    };
    document.id = id;
    Tree::new(document.clone()).map_err(|refusal| ambiguous(&refusal, i18n))?;
    let op = Op::Replace {
        document: Box::new(document),
    };
    let done = session.perform(Intention::new("import"), vec![op]);
    done.map_err(|refusal| super::words::refusal(&refusal, i18n))?;
    dialogs::close();
    session.say(i18n.t(keys::DESIGNER_PUBLISH_IMPORTED));
    Ok(())
}

/// Why there is no telling its blocks apart.
fn ambiguous(refusal: &Refusal, i18n: I18n) -> String {
    let why = match refusal {
        Refusal::DuplicateId { id } => {
            i18n.with(keys::DESIGNER_PUBLISH_IMPORT_TWICE, &[("id", id.as_str())])
        }
        _ => i18n.t(keys::DESIGNER_PUBLISH_IMPORT_NO_ID),
    };
    i18n.with(keys::DESIGNER_PUBLISH_IMPORT_UNUSABLE, &[("why", &why)])
}

/// Why a file is no document, in the reader's words; where it breaks off, for whoever wrote it.
fn unreadable(error: &LoadError, i18n: I18n) -> String {
    let why = match error {
        LoadError::Malformed(error) if error.line() > 0 && !error.is_data() => i18n.with(
            keys::DESIGNER_PUBLISH_IMPORT_NOT_JSON,
            &[
                ("line", &error.line().to_string()),
                ("column", &error.column().to_string()),
            ],
        ),
        LoadError::Malformed(_) | LoadError::NoSchema => {
            i18n.t(keys::DESIGNER_PUBLISH_IMPORT_NO_PORTAL)
        }
        _ => i18n.t(keys::DESIGNER_PUBLISH_IMPORT_TOO_OLD),
    };
    i18n.with(keys::DESIGNER_PUBLISH_IMPORT_UNREADABLE, &[("why", &why)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_is_three_elements_whatever_the_values() {
        let sums = Sums {
            sheet: "sha384-def".to_owned(),
            loader: "sha384-abc".to_owned(),
        };
        assert_eq!(
            snippet(
                "https://cdn.example/kit/",
                &sums,
                "https://club.example/v1",
                "grove"
            ),
            "<link rel=\"stylesheet\" href=\"https://cdn.example/kit/palier.css\" integrity=\"sha384-def\" crossorigin=\"anonymous\">\n<script type=\"module\" src=\"https://cdn.example/kit/palier.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\" data-endpoint=\"https://club.example/v1\"></script>\n<palier-portal portal=\"grove\"></palier-portal>\n"
        );
        let odd = snippet("/kit/", &Sums::default(), "/v1", "a\"><b>");
        assert!(odd.contains("portal=\"a&quot;>&lt;b>\""), "{odd}");
        assert!(!odd.contains("integrity"));
    }
}
