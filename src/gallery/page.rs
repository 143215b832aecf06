//! The page around a block: blocks and states to go to, theme, language and width to try.

use leptos::prelude::*;

use super::query::Query;
use super::{drawn, names, stage};
use crate::blocks::registry;
use crate::i18n::I18n;

const THEMES: &[(&str, &str)] = &[
    ("light", "Light"),
    ("dark", "Dark"),
    ("auto", "As the system"),
];
const LOCALES: &[(&str, &str)] = &[
    ("en", "English"),
    ("fr", "Français"),
    ("xa", "Pseudo, longer"),
    ("ar", "Pseudo, right to left"),
];
const WIDTHS: &[(&str, &str)] = &[
    ("", "Full"),
    ("280", "280 px"),
    ("360", "360 px"),
    ("480", "480 px"),
    ("768", "768 px"),
    ("1024", "1024 px"),
];

pub(super) fn page(query: Query, i18n: I18n) -> AnyView {
    let block = stage(&query, i18n);
    let width = if query.width.is_empty() {
        String::from("100%")
    } else {
        format!("{}px", query.width)
    };
    let theme = query.theme.clone();
    let scope = "gallery";
    if query.bare {
        let list = catalogue();
        return view! { class = scope,
            <main class="palier-root gl-bare" data-theme=theme data-demos=list style:inline-size=width>{block}</main>
        }
        .into_any();
    }
    view! { class = scope,
        <div class="palier-root gl-page" data-theme=theme>
            <aside class="gl-side">
                <p class="gl-brand"><img src="/favicon.svg" alt="" width="28" height="28"/> "Palier gallery"</p>
                <nav class="gl-nav" aria-label="Blocks and their states">{registry::BLOCKS.iter().map(|spec| states(&query, spec.kind, spec.summary)).collect_view()}</nav>
            </aside>
            <main class="gl-main">
                <form class="gl-bar" method="get">
                    <input type="hidden" name="block" value=query.block.clone()/>
                    <input type="hidden" name="demo" value=query.demo.clone()/>
                    <input type="hidden" name="time" value=query.time.clone()/>
                    {pick("theme", "Theme", THEMES, &query.theme)}
                    {pick("locale", "Language", LOCALES, &query.locale)}
                    {pick("width", "Width", WIDTHS, &query.width)}
                    <noscript><button>"Show"</button></noscript>
                </form>
                <div class="gl-stage">
                    <div class="gl-frame" style:inline-size=width>{block}</div>
                </div>
            </main>
        </div>
    }
    .into_any()
}

fn states(query: &Query, kind: &'static str, summary: &'static str) -> impl IntoView {
    let scope = "gallery";
    let open = query.block == kind;
    let links = names(kind)
        .enumerate()
        .map(|(index, name)| {
            let here = open && (query.demo == name || query.demo.is_empty() && index == 0);
            view! { class = scope,
                <li><a class="gl-link" href=query.at(kind, name) aria-current=here.then_some("page")>{name.replace('-', " ")}</a></li>
            }
        })
        .collect_view();
    view! { class = scope,
        <details class="gl-group" open=open>
            <summary class="gl-kind" title=summary>{kind.replace('-', " ")}</summary>
            <ul class="gl-list">{links}</ul>
        </details>
    }
}

fn pick(
    name: &'static str,
    label: &'static str,
    choices: &'static [(&'static str, &'static str)],
    chosen: &str,
) -> impl IntoView {
    let scope = "gallery";
    let options = choices
        .iter()
        .map(|(value, words)| view! { class = scope, <option value=*value selected=*value == chosen>{*words}</option> })
        .collect_view();
    let go = |event: leptos::ev::Event| {
        if let Some(form) = event_target::<web_sys::HtmlSelectElement>(&event).form() {
            // It throws only for a form outside a document.
            drop(form.request_submit());
        }
    };
    view! { class = scope,
        <label class="gl-pick"><span>{label}</span> <select class="pl-input gl-select" name=name on:change=go>{options}</select></label>
    }
}

/// Every block and state that is drawn here as JSON, for tests that walk through them all.
fn catalogue() -> String {
    let rows: Vec<String> = registry::BLOCKS
        .iter()
        .flat_map(|spec| {
            drawn(spec.kind).map(move |name| format!("[\"{}\",\"{name}\"]", spec.kind))
        })
        .collect();
    format!("[{}]", rows.join(","))
}
