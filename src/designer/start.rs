//! Who edits, and which portal; then the desk.

use palier_contract::portal::Portal;
use palier_contract::revision::{EditorRole, PortalSummaryPage};
use palier_edit::{Editor, Role, Rules, Tree};
use wasm_bindgen::prelude::{JsCast, JsValue};

use super::custom;
use super::host;
use super::port::{self, Asked, Draft, Port, Trouble, Why};
use super::preview;
use super::save::{self, Saving};
use super::session::Session;
use super::window::{self, sign_in_url};
use super::{home, shell};
use crate::client::{Client, authorise};
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, Key, keys, load};
use crate::reactive::Owner;
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
    let language = if window::language() == "fr" {
        "fr"
    } else {
        "en"
    };
    let port = Port::new(language);
    let is_handed = port::hand_back().await;
    let opening = Opening::begin(&port);
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
        (
            i18n,
            Store::new(client, I18n::new(language, messages.clone())),
        )
    });
    let keeper = owner.clone();
    authorise(&JsValue::NULL);
    preview::begin(i18n);
    custom::begin();
    let opened = opening.end(&port).await;
    let mounted = owner.with(|| {
        dom::mount(place.unchecked_into(), || match opened {
            _ if is_handed => card(
                i18n,
                keys::DESIGNER_SAVE_BACK_TITLE,
                &i18n.t(keys::DESIGNER_SAVE_BACK_TEXT),
                None,
            )
            .into(),
            Ok(Opened::Home(list)) => {
                port::describe(
                    &i18n.t(keys::DESIGNER_SIGN_IN_TITLE),
                    &i18n.locale(),
                    i18n.direction(),
                );
                home::draw(&list, i18n, port).into()
            }
            Ok(Opened::Desk(draft, rules)) => {
                let stage = preview::Stage::new(keeper, language, messages, store);
                desk(*draft, rules, stage, store, i18n, port)
            }
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
    sheets::HOME,
    sheets::SAVE,
    sheets::COMPARE,
    sheets::PUBLISH,
    sheets::FIND,
    sheets::MENU,
    sheets::OUTLINE,
    sheets::THEME,
    sheets::PROBLEMS,
    sheets::PREVIEW,
];

/// What the address leads to.
enum Opened {
    Home(PortalSummaryPage),
    Desk(Box<Draft>, Rules),
}

/// What is asked of the backend before anything can be drawn, all at once.
enum Opening {
    Home,
    Desk {
        list: Asked,
        draft: Asked,
        programme: Asked,
    },
}

impl Opening {
    fn begin(port: &Port) -> Self {
        let id = port::query("portal");
        if id.is_empty() {
            return Self::Home;
        }
        Self::Desk {
            list: port.ask_role(),
            draft: port.ask_draft(&id),
            programme: port.ask_programme(),
        }
    }

    async fn end(self, port: &Port) -> Result<Opened, Trouble> {
        let Self::Desk {
            list,
            draft,
            programme,
        } = self
        else {
            return Ok(Opened::Home(port.portals().await?));
        };
        let list: PortalSummaryPage = list.read().await?;
        let draft = draft.draft().await?;
        let mut rules = Rules::new(role(&list.role, &port::role()));
        rules.read_only = draft.loaded.read_only.is_some();
        // Without the programme, texts are asked for in English only; editing goes on.
        if let Ok(portal) = programme.read::<Portal>().await
            && let Some(first) = portal.locales.first()
        {
            rules.default_locale.clone_from(first);
            rules.locales = portal.locales;
        }
        Ok(Opened::Desk(Box::new(draft), rules))
    }
}

/// The role that the backend gives, or the lesser one that the hosting page asks for.
fn role(given: &EditorRole, asked: &str) -> Role {
    let given = match given {
        EditorRole::Admin => Role::Admin,
        EditorRole::Designer => Role::Designer,
        // A role that this version does not know may do the least.
        EditorRole::ContentEditor | EditorRole::Unknown(_) => Role::ContentEditor,
    };
    match asked {
        "designer" => given.max(Role::Designer),
        "content_editor" => Role::ContentEditor,
        _ => given,
    }
}

fn desk(
    draft: Draft,
    rules: Rules,
    stage: preview::Stage,
    store: Store,
    i18n: I18n,
    port: Port,
) -> Dom {
    let saving = Saving::new(&draft);
    match Tree::new(draft.loaded.document) {
        Ok(tree) => {
            let editor = Editor::new(tree, rules);
            let session = Session::new(editor, stage, store, i18n, port, saving);
            host::offer(session);
            custom::follow(session);
            super::extend::begin(session);
            super::problems::begin(session);
            let named = dom::memo(move || shell::title(session));
            shell::watch(move || {
                let title = i18n.with(keys::DESIGNER_TITLE, &[("portal", &named.get())]);
                port::describe(&title, &i18n.locale(), i18n.direction());
            });
            save::begin(session);
            wasm_bindgen_futures::spawn_local(save::look_for_lost_work(session));
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

/// What went wrong, in words.
pub(super) fn told(trouble: &Trouble, i18n: I18n) -> String {
    match trouble {
        Trouble::Offline => i18n.t(keys::DESIGNER_OFFLINE_TITLE),
        Trouble::SignedOut => i18n.t(keys::DESIGNER_SAVE_SIGNED_OUT),
        Trouble::Refused(_, told) => told.words.clone(),
        Trouble::Unreadable(error) => error.to_string(),
        Trouble::Broken(detail) => detail.clone(),
    }
}

fn door(trouble: &Trouble, i18n: I18n) -> El {
    let t = |key| i18n.t(key);
    match trouble {
        Trouble::SignedOut => card(
            i18n,
            keys::DESIGNER_SIGN_IN_TITLE,
            &t(keys::DESIGNER_SIGN_IN_TEXT),
            Some((keys::DESIGNER_SIGN_IN, &sign_in_url())),
        ),
        Trouble::Offline => card(
            i18n,
            keys::DESIGNER_OFFLINE_TITLE,
            &t(keys::DESIGNER_OFFLINE_TEXT),
            Some((keys::DESIGNER_AGAIN, "")),
        ),
        Trouble::Refused(Why::NotAllowed, _) => card(
            i18n,
            keys::DESIGNER_SIGN_IN_TITLE,
            &t(keys::DESIGNER_NOT_ALLOWED),
            Some((keys::DESIGNER_SIGN_IN, &sign_in_url())),
        ),
        Trouble::Refused(Why::NotFound, _) => card(
            i18n,
            keys::DESIGNER_BROKEN_TITLE,
            &t(keys::DESIGNER_HOME_UNKNOWN),
            Some((keys::DESIGNER_HOME_ALL, &window::desk_url(""))),
        ),
        Trouble::Refused(_, told) => card(
            i18n,
            keys::DESIGNER_BROKEN_TITLE,
            &told.words,
            Some((keys::DESIGNER_AGAIN, "")),
        ),
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
