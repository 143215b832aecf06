//! What a new portal begins with, as pictures to choose from.

use super::{PORTALS, Template, shelf, sketch};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::TEMPLATES as SHEET;

/// What each portal is for, in one line.
const LINES: &[(&str, Key)] = &[
    ("classic", keys::DESIGNER_TEMPLATES_CLASSIC_FOR),
    ("shop", keys::DESIGNER_TEMPLATES_SHOP_FOR),
    ("league", keys::DESIGNER_TEMPLATES_LEAGUE_FOR),
    ("tiers", keys::DESIGNER_TEMPLATES_TIERS_FOR),
    ("collection", keys::DESIGNER_TEMPLATES_COLLECTION_FOR),
    ("account", keys::DESIGNER_TEMPLATES_ACCOUNT_FOR),
    ("launch", keys::DESIGNER_TEMPLATES_LAUNCH_FOR),
];

/// Draws them; `chosen` gets the name of a template, or nothing for an empty page.
pub(in crate::designer) fn choice(i18n: I18n, chosen: RwSignal<String>) -> El {
    let here = shelf::is_here();
    let none = card(i18n, chosen, here, None);
    let ready = PORTALS
        .iter()
        .map(|one| card(i18n, chosen, here, Some(one)));
    let cards: Vec<Dom> = std::iter::once(none).chain(ready).map(Dom::from).collect();
    el("fieldset", "ds-field")
        .child(el("legend", "ds-label").text(&i18n.t(keys::DESIGNER_HOME_START)))
        .child(SHEET.el("div", "choices").child(cards))
}

fn card(
    i18n: I18n,
    chosen: RwSignal<String>,
    here: RwSignal<bool>,
    one: Option<&'static Template>,
) -> El {
    let name = one.map_or("", |one| one.name);
    let line = LINES.iter().find(|(known, _)| *known == name);
    let line = line.map_or(keys::DESIGNER_HOME_EMPTY_FOR, |(_, line)| *line);
    let title = one.map_or(keys::DESIGNER_HOME_EMPTY, |one| one.title);
    let radio = SHEET
        .el("input", "radio")
        .attr("type", "radio")
        .attr("name", "ds-begin")
        .attr("value", name)
        .attr_of(".checked", move || Some((chosen.get() == name).to_string()))
        .on("change", move |_| chosen.set(name.to_owned()));
    SHEET
        .el("label", "choice")
        .child(sketch::of(here, one))
        .child(
            SHEET
                .el("span", "choice-head")
                .child(radio)
                .child(SHEET.el("span", "title").text(&i18n.t(title))),
        )
        .child(SHEET.el("span", "line").text(&i18n.t(line)))
}
