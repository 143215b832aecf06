//! A published portal as an element of somebody else's page: the document, without the header,
//! footer, address and title that only a page of our own has.

use palier_contract::document::Theme;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ShadowRoot;

use super::document::{Reading, Stage};
use super::route::Route;
use super::{layout, member_block, own, page, published_theme, settings};
use crate::blocks::frame::{detail, state, status_line};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::registry;
use crate::blocks::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::blocks::{Block, Host, Props};
use crate::client::Error;
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, keys};
use crate::reactive::{Memo, RwSignal};
use crate::style::{self, Root, sheets};

/// What the tag `<palier-portal>` declares of itself. It is no block: no document may hold it.
pub const SPEC: Spec = Spec {
    kind: "portal",
    summary: "A whole published portal, with all of its blocks, in the colours of its document.",
    attrs: &[
        Attr {
            name: "portal",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text("Id of the published portal."),
        },
        Attr {
            name: "theme",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text(
                "`light`, `dark` or `auto`, or the id of a theme in place of the document's; the document's own when absent.",
            ),
        },
    ],
    parts: manifest_list(&["base", "section", "tab"]),
    events: manifest_list(&[
        "palier-action",
        "palier-before-redeem",
        "palier-redeemed",
        "palier-sign-in",
    ]),
    member_only: false,
    needs: &["get_portal_document"],
    early: &[Early {
        path: "/portals/{portal}",
        query: &[],
    }],
    reserve: &[(0, 1600)],
    nobody: &[],
    compact: None,
    sheets: &[],
    view: portal,
};

fn portal(block: Block) -> El {
    own::begin("", None);
    let (store, props, host) = (block.store, block.props, block.host);
    let i18n = store.i18n();
    let named = props.clone();
    let id = dom::memo(move || named.get("portal"));
    let reading = Reading::new(store, Route::Portal(id.get()));
    dom::watch(move || {
        let route = Route::Portal(id.get());
        if reading.route() != route {
            reading.go(route);
        }
    });
    report(host, reading, id);
    let said = RwSignal::new(String::new());
    let (scheme, level, wished) = (props.clone(), props.clone(), props);
    let published = published_theme::published_theme(store, SPEC.kind, move || wished.get("theme"));
    let root = el("section", "palier-root pg-root pg-inset")
        .attr("part", "base")
        .attr("lang", &i18n.locale())
        .attr("dir", i18n.direction())
        .attr("data-block", SPEC.kind)
        .attr_of("data-state", move || {
            Some(word(&reading.stage()).to_owned())
        })
        .attr_of("data-theme", move || {
            Some(theme(&scheme, reading, published))
        });
    // What blocks tell of their own arrival is not the portal's.
    let root = ["palier-state", "palier-ready"]
        .into_iter()
        .fold(root, |root, name| {
            root.on(name, |event| event.stop_propagation())
        });
    page::themed(root, reading, published)
        .node(|root| {
            if let Ok(shadow) = root.get_root_node().dyn_into::<ShadowRoot>() {
                // A browser without constructable sheets is below the floor.
                drop(style::adopt(&Root::Shadow(&shadow), &styles()));
            }
        })
        .slot(move || match reading.stage() {
            Stage::Ready(document) => {
                let top = level.get("heading-level").parse().unwrap_or(2);
                layout::draw_below(&document, store, top).into()
            }
            other => trouble(&other, reading, i18n, said),
        })
        .child(status_line(said))
}

fn styles() -> Vec<&'static str> {
    let blocks = registry::BLOCKS
        .iter()
        .flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
    [sheets::PAGE_PORTAL]
        .into_iter()
        .chain(blocks)
        .chain([member_block::reserve()])
        .collect()
}

/// The page's wish comes before the document's own scheme.
fn theme(props: &Props, reading: Reading, published: RwSignal<Option<Theme>>) -> String {
    let wished = props.get("theme");
    if let Some(scheme) = published.with(|theme| theme.as_ref().map(published_theme::scheme)) {
        return scheme.to_owned();
    }
    let own = match reading.stage() {
        Stage::Ready(document) => document.theme.scheme.clone().unwrap_or_default(),
        _ => String::new(),
    };
    settings::scheme(&wished)
        .or_else(|| settings::scheme(&own))
        .unwrap_or("light")
        .to_owned()
}

/// Tells the host how it goes: `palier-ready` once per portal, `palier-error` on each failure.
fn report(host: Host, reading: Reading, id: Memo<String>) {
    dom::watch(move || {
        let stage = reading.stage();
        host.emit("palier-state", &JsValue::from_str(word(&stage)));
        let told = match stage {
            Stage::Loading => return,
            Stage::Ready(_) => {
                host.emit("palier-ready", &JsValue::NULL);
                return;
            }
            Stage::Missing => {
                let message = format!("There is no published portal \"{}\".", id.get());
                detail("not-found", &message, false)
            }
            Stage::Offline => of(&Error::Network),
            Stage::Failed(error) => of(&error),
        };
        host.tell_json("palier-error", &told);
    });
}

fn of(error: &Error) -> String {
    detail(error.code(), &error.message(), error.is_retryable())
}

/// The words of [`crate::blocks::frame`], for `data-state` and `:state()`.
fn word(stage: &Stage) -> &'static str {
    match stage {
        Stage::Loading => "loading",
        Stage::Ready(_) => "ready",
        Stage::Missing => "broken",
        Stage::Offline => "offline",
        Stage::Failed(error) if error.is_retryable() => "failed",
        Stage::Failed(_) => "broken",
    }
}

fn trouble(stage: &Stage, reading: Reading, i18n: I18n, said: RwSignal<String>) -> Dom {
    let retry = || {
        el("button", "pl-button")
            .attr("type", "button")
            .on("click", move |_| reading.retry())
            .child(icon(Icon::REFRESH))
            .child(i18n.t(keys::FRAME_RETRY).as_str())
    };
    let (sign, title, text, action) = match stage {
        Stage::Loading | Stage::Ready(_) => {
            return el("div", "pl-bone pg-bone")
                .child(
                    el("span", "pl-sr")
                        .attr("role", "status")
                        .text(&i18n.t(keys::PORTAL_LOADING)),
                )
                .into();
        }
        Stage::Missing => (
            Icon::SEARCH,
            keys::PORTAL_MISSING_TITLE,
            keys::PORTAL_MISSING_TEXT,
            dom::nothing(),
        ),
        Stage::Offline => (
            Icon::OFFLINE,
            keys::FRAME_OFFLINE_TITLE,
            keys::FRAME_OFFLINE_TEXT,
            retry().into(),
        ),
        Stage::Failed(error) if error.is_retryable() => (
            Icon::WARNING,
            keys::PORTAL_FAILED_TITLE,
            keys::FRAME_FAILED_TEXT,
            retry().into(),
        ),
        Stage::Failed(_) => (
            Icon::INFO,
            keys::PORTAL_FAILED_TITLE,
            keys::FRAME_BROKEN_TEXT,
            dom::nothing(),
        ),
    };
    let (title, text) = (i18n.t(title), i18n.t(text));
    said.set(format!("{title}. {text}"));
    state(sign, &title, &text, "calm", action)
}
