//! What the page says of itself: shown while no block is selected.

use palier_edit::{Intention, Op};

use super::SHEET;
use super::panel::Panel;
use crate::designer::theme;
use crate::designer::view;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;

/// Draws the fields.
pub(super) fn draw(panel: Panel) -> Vec<Dom> {
    vec![
        el("p", "ds-hint")
            .text(&panel.t(keys::DESIGNER_NOTHING_SELECTED))
            .into(),
        super::group(panel, "page", keys::DESIGNER_PROPERTIES_PAGE)
            .child(super::languages(panel, move |first, locale| {
                !title(panel, first).is_empty() && title(panel, locale).is_empty()
            }))
            .child(title_field(panel))
            .into(),
        super::group(panel, "theme", keys::DESIGNER_PROPERTIES_THEME)
            .child(scheme(panel))
            .child(
                el("button", "ds-button")
                    .attr("type", "button")
                    .text(&panel.t(keys::DESIGNER_PROPERTIES_OPEN_THEME))
                    .on("click", move |_| {
                        panel.session.view.show(view::Panel::Theme);
                    }),
            )
            .into(),
    ]
}

fn title(panel: Panel, locale: &str) -> String {
    panel.session.version.track();
    panel
        .session
        .read(|tree, _| tree.title().get(locale).cloned().unwrap_or_default())
}

fn title_field(panel: Panel) -> El {
    let op = |locale: String, text: Option<String>| Op::SetTitle { locale, text };
    let control = el("textarea", "ds-input ds-line")
        .attr("rows", "1")
        .attr("id", "page-title")
        .attr("dir", "auto")
        .attr_of("lang", move || Some(panel.locale.get()))
        .attr_of(".value", move || Some(title(panel, &panel.locale.get())))
        .attr_of("placeholder", move || {
            Some(title(panel, &panel.default_locale()))
        })
        .flag_of("readonly", move || {
            panel.refusal(&[op(panel.locale.get(), None)]).is_some()
        })
        .on("keydown", |event| super::browser::keep_to_one_line(&event))
        .on("input", move |event| {
            let locale = panel.locale.get_untracked();
            let text = Some(value_of(&event)).filter(|text| !text.is_empty());
            let intention = Intention::new("title").burst(["title ", &locale].concat());
            panel.session.attempt(intention, vec![op(locale, text)]);
        });
    SHEET
        .el("div", "field")
        .attr("data-field", "page-title")
        .child(
            el("label", "ds-label")
                .attr("for", "page-title")
                .text(&panel.t(keys::DESIGNER_PROPERTIES_PAGE_TITLE)),
        )
        .child(control)
        .slot(move || {
            let reason = panel.refusal(&[op(panel.locale.get(), None)]);
            reason.map(|reason| el("p", "ds-hint").attr("data-reason", "").text(&reason))
        })
}

const SCHEMES: [(&str, crate::i18n::Key); 3] = [
    ("auto", keys::DESIGNER_PROPERTIES_SCHEME_AUTO),
    ("light", keys::DESIGNER_PROPERTIES_SCHEME_LIGHT),
    ("dark", keys::DESIGNER_PROPERTIES_SCHEME_DARK),
];

fn scheme(panel: Panel) -> El {
    let set = |word: &str| Op::SetScheme {
        scheme: Some(word.to_owned()),
    };
    let buttons = SCHEMES.map(|(word, label)| {
        let held = move || {
            panel.session.version.track();
            let held = panel.session.read(|tree, _| tree.theme().scheme.clone());
            held.unwrap_or_else(|| "auto".to_owned()) == word
        };
        el("button", "ds-segment")
            .attr("type", "button")
            .attr("data-word", word)
            .attr_of("aria-pressed", move || Some(held().to_string()))
            .flag_of("disabled", move || panel.refusal(&[set(word)]).is_some())
            .on("click", move |_| {
                theme::set_scheme(panel.session, word);
            })
            .text(&panel.t(label))
            .into()
    });
    SHEET.el("div", "segments").child(
        el("div", "ds-segments")
            .attr("role", "group")
            .attr("aria-label", &panel.t(keys::DESIGNER_PROPERTIES_SCHEME))
            .child(Vec::<Dom>::from(buttons)),
    )
}
