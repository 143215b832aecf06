//! Presets as small pages, half light and half dark.

use palier_contract::document::Theme;

use super::SHEET;
use super::edit::{self, Seen};
use crate::designer::session::Session;
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};
use crate::theme::presets::PRESETS;
use crate::theme::{Scheme, colour_of, plain_of};

/// The presets' names; they are names, and the same in every language but for the first.
const NAMES: &[(&str, Key)] = &[
    ("harbour", keys::DESIGNER_THEME_PRESET_HARBOUR),
    ("orchard", keys::DESIGNER_THEME_PRESET_ORCHARD),
    ("ember", keys::DESIGNER_THEME_PRESET_EMBER),
    ("midnight", keys::DESIGNER_THEME_PRESET_MIDNIGHT),
    ("paper", keys::DESIGNER_THEME_PRESET_PAPER),
    ("sorbet", keys::DESIGNER_THEME_PRESET_SORBET),
    ("ledger", keys::DESIGNER_THEME_PRESET_LEDGER),
    ("gala", keys::DESIGNER_THEME_PRESET_GALA),
];

/// What a preset is called.
pub(super) fn name(session: Session, preset: Option<&str>) -> String {
    let key = preset.and_then(|preset| NAMES.iter().find(|(known, _)| *known == preset));
    session
        .i18n
        .t(key.map_or(keys::DESIGNER_THEME_PRESET_NONE, |(_, key)| *key))
}

/// Draws them.
pub(super) fn draw(session: Session, seen: Seen) -> El {
    let all = std::iter::once(None).chain(PRESETS.iter().map(|preset| Some(preset.name)));
    let cards = all.map(|preset| Dom::from(SHEET.el("li", "").child(card(session, seen, preset))));
    SHEET.el("ul", "presets").child(cards.collect::<Vec<_>>())
}

fn card(session: Session, seen: Seen, preset: Option<&'static str>) -> El {
    let theme = Theme {
        preset: preset.map(str::to_owned),
        ..Theme::default()
    };
    let halves = Scheme::ALL.map(|scheme| Dom::from(half(&theme, scheme)));
    SHEET
        .el("button", "preset")
        .attr("type", "button")
        .attr("data-preset", preset.unwrap_or("none"))
        .attr_of("aria-pressed", move || {
            Some((seen.theme().preset.as_deref() == preset).to_string())
        })
        .on("click", move |_| edit::start_from(session, preset))
        .child(
            SHEET
                .el("span", "sample")
                .attr("aria-hidden", "true")
                .child(Vec::from(halves)),
        )
        .child(SHEET.el("span", "preset-name").text(&name(session, preset)))
}

fn half(theme: &Theme, scheme: Scheme) -> El {
    let colour = |name| colour_of(theme, name, scheme).map(|found| found.value);
    let plain = |name| {
        let found = plain_of(theme, name).map(|found| found.value);
        found.filter(|value| !value.is_empty())
    };
    let [canvas, surface, ink, soft, accent, line] = [
        "color.canvas",
        "color.surface",
        "color.ink",
        "color.ink-soft",
        "color.accent",
        "color.line",
    ]
    .map(|name| colour(name).unwrap_or_default());
    let font = plain("font.heading").or_else(|| plain("font.body"));
    SHEET
        .el("span", "half")
        .attr("--t-canvas", &canvas)
        .attr("--t-surface", &surface)
        .attr("--t-ink", &ink)
        .attr("--t-soft", &soft)
        .attr("--t-accent", &accent)
        .attr("--t-line", &line)
        .attr("--t-radius", &plain("radius.base").unwrap_or_default())
        .attr("--t-weight", &plain("weight.heading").unwrap_or_default())
        .attr("--t-font", &font.unwrap_or_default())
        .child(
            SHEET
                .el("span", "mini")
                .child(SHEET.el("span", "mini-title").text("Aa"))
                .child(SHEET.el("span", "mini-line"))
                .child(SHEET.el("span", "mini-button")),
        )
        .child(el("span", ""))
}
