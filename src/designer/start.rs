//! Who edits, and which portal; then the desk.

use leptos::prelude::Owner;
use palier_contract::document::PortalDocument;
use palier_edit::{Editor, Role, Rules, Tree};
use wasm_bindgen::prelude::{JsCast, JsValue};

use super::host;
use super::port::{self, Draft, Port, Trouble};
use super::preview;
use super::session::Session;
use super::shell;
use crate::client::{Client, authorise};
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, Key, keys, load};
use crate::store::Store;
use crate::style::{self, Root, sheets};

/// Opens the designer on the page.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        if let Err(cause) = run().await {
            leptos::logging::error!("The designer could not start: {cause:?}");
        }
    });
}

async fn run() -> Result<(), JsValue> {
    let asked = port::query("lang");
    let language = if asked == "fr" { "fr" } else { "en" };
    let messages = load::messages(language).await?;
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("there is no document")?;
    let texts = [sheets::PAGE_DESIGNER]
        .into_iter()
        .chain(SHEETS.iter().map(|sheet| sheet.css));
    style::adopt(&Root::Page(&page), &texts.collect::<Vec<_>>())?;
    let place = page.create_element("div")?;
    let body = page.query_selector("body")?.ok_or("there is no body")?;
    body.append_child(&place)?;
    let owner = Owner::new();
    let (i18n, store) = owner.with(|| {
        let i18n = I18n::new(language, messages.clone());
        let client = Client::new(&port::endpoint(), language);
        (i18n, Store::new(client, I18n::new(language, messages)))
    });
    authorise(&JsValue::NULL);
    preview::begin();
    let port = Port::new(language);
    let opened = open(&port).await;
    let mounted = owner.with(|| {
        dom::mount(place.unchecked_into(), || match opened {
            Ok((draft, role)) => desk(draft, role, store, i18n, port),
            Err(trouble) => door(&trouble, i18n).into(),
        })
    });
    // The designer is there for as long as its page.
    std::mem::forget((owner, mounted));
    Ok(())
}

/// The designer's sheets, besides that of its page.
const SHEETS: &[style::Sheet] = &[
    sheets::SHELL,
    sheets::CANVAS,
    sheets::PALETTE,
    sheets::PROPERTIES,
    sheets::TEMPLATES,
    sheets::FIND,
    sheets::MENU,
    sheets::OUTLINE,
    sheets::THEME,
    sheets::PROBLEMS,
];

async fn open(port: &Port) -> Result<(Draft, Role), Trouble> {
    let id = port::query("portal");
    let id = if id.is_empty() { "grove" } else { id.as_str() };
    let draft = port.draft(id).await?;
    let role = match port::role().as_str() {
        "designer" => Role::Designer,
        "content_editor" => Role::ContentEditor,
        _ => Role::Admin,
    };
    Ok((draft, role))
}

fn desk(draft: Draft, role: Role, store: Store, i18n: I18n, port: Port) -> Dom {
    let document: PortalDocument = draft.loaded.document;
    match Tree::new(document) {
        Ok(tree) => {
            let editor = Editor::new(tree, Rules::new(role));
            let session = Session::new(editor, store, i18n, port);
            host::offer(session);
            super::problems::begin(session);
            shell::watch(move || {
                let title = i18n.with(keys::DESIGNER_TITLE, &[("portal", &shell::title(session))]);
                port::describe(&title, &i18n.locale(), i18n.direction());
            });
            shell::draw(session).into()
        }
        Err(refusal) => card(
            i18n,
            keys::DESIGNER_BROKEN_TITLE,
            &refusal.to_string(),
            None,
        )
        .into(),
    }
}

fn door(trouble: &Trouble, i18n: I18n) -> El {
    let t = |key| i18n.t(key);
    match trouble {
        Trouble::SignedOut => card(
            i18n,
            keys::DESIGNER_SIGN_IN_TITLE,
            &t(keys::DESIGNER_SIGN_IN_TEXT),
            Some((keys::DESIGNER_SIGN_IN, "/demo/sign-in?next=/designer/")),
        ),
        Trouble::Offline => card(
            i18n,
            keys::DESIGNER_OFFLINE_TITLE,
            &t(keys::DESIGNER_OFFLINE_TEXT),
            Some((keys::DESIGNER_AGAIN, "")),
        ),
        Trouble::Refused(problem) if problem.status == 403 => card(
            i18n,
            keys::DESIGNER_SIGN_IN_TITLE,
            &t(keys::DESIGNER_NOT_ALLOWED),
            Some((keys::DESIGNER_SIGN_IN, "/demo/sign-in?next=/designer/")),
        ),
        Trouble::Refused(problem) => {
            let text = problem.detail.as_deref().unwrap_or(&problem.title);
            card(
                i18n,
                keys::DESIGNER_BROKEN_TITLE,
                text,
                Some((keys::DESIGNER_AGAIN, "")),
            )
        }
        Trouble::Unreadable(error) => {
            card(i18n, keys::DESIGNER_BROKEN_TITLE, &error.to_string(), None)
        }
        Trouble::Broken(detail) => card(i18n, keys::DESIGNER_BROKEN_TITLE, detail, None),
    }
}

fn card(i18n: I18n, title: Key, text: &str, way: Option<(Key, &str)>) -> El {
    let sheet = &sheets::SHELL;
    el("div", "ds-root").attr("style:display", "block").child(
        sheet.el("main", "door").child(
            sheet
                .el("div", "door-card")
                .child(
                    el("img", "")
                        .attr("src", "/favicon.svg")
                        .attr("alt", "")
                        .attr("width", "40"),
                )
                .child(sheet.el("h1", "door-title").text(&i18n.t(title)))
                .child(sheet.el("p", "door-text").text(text))
                .child(way.map(|(label, href)| {
                    el("a", "ds-button ds-primary")
                        .attr("href", href)
                        .text(&i18n.t(label))
                })),
        ),
    )
}
