//! Presets as small pages, half light and half dark.

use palier_contract::document::Theme;

use super::SHEET;
use super::edit::{self, Seen};
use crate::designer::reasons;
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
    let begun = move || changed(&seen.theme(), preset);
    let halves = Scheme::ALL.map(|scheme| Dom::from(half(&theme, scheme)));
    let button = SHEET
        .el("button", "preset")
        .attr("type", "button")
        .attr("data-preset", preset.unwrap_or("none"))
        .attr_of("aria-pressed", move || {
            Some((begun().is_some_and(|changed| !changed)).to_string())
        })
        .flag_of("data-changed", move || begun() == Some(true))
        .child(
            SHEET
                .el("span", "sample")
                .attr("aria-hidden", "true")
                .child(Vec::from(halves)),
        )
        .child(SHEET.el("span", "preset-name").text(&name(session, preset)))
        .slot(move || {
            let changed = session.i18n.t(keys::DESIGNER_THEME_PRESET_CHANGED);
            let mark = SHEET.el("span", "changed").text(&changed);
            (begun() == Some(true)).then_some(mark)
        });
    reasons::guarded(button, session, move || edit::start_from(session, preset))
}

/// Whether a theme that starts from a preset says something else by now; `None` when it starts from
/// another. What the brand holds stays with every preset, and says nothing of which it is.
fn changed(theme: &Theme, preset: Option<&str>) -> Option<bool> {
    let starts_there = theme.preset.as_deref() == preset;
    let is_own = |name: &String| !theme.locked.contains(name);
    starts_there.then(|| theme.tokens.keys().any(is_own))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_is_what_is_set_until_a_token_says_otherwise() {
        let mut theme = Theme {
            preset: Some("harbour".to_owned()),
            ..Theme::default()
        };
        assert_eq!(changed(&theme, Some("harbour")), Some(false));
        assert_eq!(changed(&theme, None), None);
        theme.tokens.insert("color.accent".into(), "#8a1f5c".into());
        assert_eq!(changed(&theme, Some("harbour")), Some(true));
        theme.locked = vec!["color.accent".to_owned()];
        assert_eq!(changed(&theme, Some("harbour")), Some(false));
    }
}
