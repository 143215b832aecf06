//! What surrounds every portal: header with navigation and switches, and footer.

use super::document::{Reading, Stage};
use super::route::{Route, path_to};
use super::settings::{LANGUAGES, THEMES, remember_theme};
use super::{browser, reader, rich, words};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::store::Store;

/// The portals that every demo programme publishes.
const DEMOS: &[(&str, Key)] = &[
    ("grove", keys::PORTAL_DEMO_GROVE),
    ("arcade", keys::PORTAL_DEMO_ARCADE),
    ("guild", keys::PORTAL_DEMO_GUILD),
];

/// Where a demo shows more of the kit.
const MORE: &[(&str, Key)] = &[
    ("/embed/", keys::PORTAL_SEE_EMBED),
    ("/gallery/", keys::PORTAL_SEE_GALLERY),
    ("/docs/", keys::PORTAL_SEE_DOCS),
];

/// Draws the header. `theme` is the scheme in force.
pub(super) fn header(
    reading: Reading,
    store: Store,
    theme: RwSignal<String>,
    known: RwSignal<bool>,
) -> El {
    let i18n = store.i18n();
    el("header", "pg-header")
        .child(
            el("div", "pg-wide pg-bar")
                .slot(move || brand(reading, i18n))
                .slot(move || navigation(reading, store))
                .child(reader::corner(store, known)),
        )
        .child(
            el("div", "pg-settings").child(
                el("div", "pg-wide pg-settings-inside")
                    .slot(move || {
                        is_demo(store).then(|| el("p", "pg-demo").text(&i18n.t(keys::PORTAL_DEMO)))
                    })
                    .child(
                        el("div", "pg-switches")
                            .slot(move || languages(reading, i18n))
                            .child(themes(theme, i18n)),
                    ),
            ),
        )
}

/// Draws the footer.
pub(super) fn footer(store: Store) -> El {
    let i18n = store.i18n();
    el("footer", "pg-footer").child(
        el("div", "pg-wide pg-footer-inside")
            .child(el("p", "").text(&i18n.t(keys::PORTAL_MADE_WITH)))
            .slot(move || is_demo(store).then(|| more(i18n))),
    )
}

fn is_demo(store: Store) -> bool {
    store.portal().with(|portal| {
        let portal = portal.value.as_ref();
        portal.is_some_and(|portal| portal.programme.demo)
    })
}

/// Logo and title of the portal that is shown.
fn brand(reading: Reading, i18n: I18n) -> El {
    let locale = i18n.locale();
    let link = el("a", "pg-brand").attr("data-route", "");
    let Stage::Ready(document) = reading.stage() else {
        return link.attr("href", "/").text("Palier");
    };
    let hero = document.root.iter().find(|node| node.kind == "hero");
    let logo = hero
        .and_then(|hero| hero.props.get("logo"))
        .and_then(|logo| words::attribute(logo, &locale))
        .unwrap_or_default();
    let logo = Some(rich::picture(&logo)).filter(|logo| !logo.is_empty());
    link.attr("href", &path_to(document.id.as_str()))
        .child(logo.map(|logo| {
            el("img", "pg-logo")
                .attr("src", logo)
                .attr("alt", "")
                .attr("width", "40")
                .attr("height", "40")
        }))
        .child(el("span", "").text(&words::text(&document.title, &locale)))
}

/// The way to the other portals of a demo; its place is kept until it is known to be one.
fn navigation(reading: Reading, store: Store) -> Option<El> {
    let known = store
        .portal()
        .with(|portal| portal.value.is_some() || portal.error.is_some());
    if known {
        is_demo(store).then(|| portals(reading, store.i18n()))
    } else {
        Some(el("div", "pg-nav"))
    }
}

fn portals(reading: Reading, i18n: I18n) -> El {
    let here = reading.route();
    let links = DEMOS.iter().map(|(id, name)| {
        let link = el("a", "pg-link")
            .attr("href", &path_to(id))
            .attr("data-route", "");
        let link = if here == Route::Portal((*id).to_owned()) {
            link.attr("aria-current", "page")
        } else {
            link
        };
        Dom::from(el("li", "").child(link.text(&i18n.t(*name))))
    });
    el("nav", "pg-nav")
        .attr("aria-label", &i18n.t(keys::PORTAL_PORTALS))
        .child(el("ul", "pg-links").child(links.collect::<Vec<_>>()))
}

fn languages(reading: Reading, i18n: I18n) -> El {
    // Drawn anew for each route: the links lead to the page they stand on.
    let _route = reading.route();
    let own = i18n.locale();
    let links = LANGUAGES.iter().map(|(tag, name)| {
        let link = el("a", "pg-choice")
            .attr("href", &format!("{}?lang={tag}", browser::path()))
            .attr("hreflang", tag)
            .attr("lang", tag);
        let link = if own == *tag {
            link.attr("aria-current", "true")
        } else {
            link
        };
        Dom::from(link.text(name))
    });
    el("div", "pg-choices")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::PORTAL_LANGUAGE))
        .child(links.collect::<Vec<_>>())
}

fn themes(theme: RwSignal<String>, i18n: I18n) -> El {
    let buttons = THEMES.iter().map(|(word, name)| {
        let button = el("button", "pg-choice")
            .attr("type", "button")
            .attr_of("aria-pressed", move || {
                Some((theme.get() == *word).to_string())
            })
            .on("click", move |_| {
                remember_theme(word);
                if theme.get_untracked() != *word {
                    theme.set((*word).to_owned());
                }
            });
        Dom::from(button.text(&i18n.t(*name)))
    });
    el("div", "pg-choices")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::PORTAL_THEME))
        .child(buttons.collect::<Vec<_>>())
}

fn more(i18n: I18n) -> El {
    let links = MORE.iter().map(|(href, name)| {
        Dom::from(el("li", "").child(el("a", "").attr("href", href).text(&i18n.t(*name))))
    });
    el("ul", "pg-links").child(links.collect::<Vec<_>>())
}
