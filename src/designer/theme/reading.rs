//! Whether everything can be read, in both schemes, and the way to mend what cannot.

use super::SHEET;
use super::edit::{self, Seen};
use crate::designer::reasons;
use crate::designer::session::Session;
use crate::dom::{Dom, El, el, focus};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;
use crate::theme::contrast::{Reading, failing, readings, repair};
use crate::theme::{Palette, Scheme};

const TOKENS: &[(&str, Key)] = &[
    ("color.accent", keys::DESIGNER_THEME_TOKEN_ACCENT),
    ("color.accent-ink", keys::DESIGNER_THEME_TOKEN_ACCENT_INK),
    ("color.canvas", keys::DESIGNER_THEME_TOKEN_CANVAS),
    ("color.surface", keys::DESIGNER_THEME_TOKEN_SURFACE),
    ("color.ink", keys::DESIGNER_THEME_TOKEN_INK),
    ("color.ink-soft", keys::DESIGNER_THEME_TOKEN_INK_SOFT),
    ("color.line", keys::DESIGNER_THEME_TOKEN_LINE),
    (
        "color.control-line",
        keys::DESIGNER_THEME_TOKEN_CONTROL_LINE,
    ),
    ("color.danger", keys::DESIGNER_THEME_TOKEN_DANGER),
    ("color.warning", keys::DESIGNER_THEME_TOKEN_WARNING),
    ("color.success", keys::DESIGNER_THEME_TOKEN_SUCCESS),
    ("font.body", keys::DESIGNER_THEME_TOKEN_FONT_BODY),
    ("font.heading", keys::DESIGNER_THEME_TOKEN_FONT_HEADING),
    ("size.font", keys::DESIGNER_THEME_TOKEN_SIZE),
    ("weight.body", keys::DESIGNER_THEME_TOKEN_WEIGHT_BODY),
    ("weight.heading", keys::DESIGNER_THEME_TOKEN_WEIGHT_HEADING),
    ("radius.base", keys::DESIGNER_THEME_TOKEN_RADIUS),
    ("density", keys::DESIGNER_THEME_TOKEN_DENSITY),
    ("motion.base", keys::DESIGNER_THEME_TOKEN_MOTION),
];

const PAIRS: &[(&str, Key)] = &[
    ("text_card", keys::DESIGNER_THEME_PAIR_TEXT_CARD),
    ("text_page", keys::DESIGNER_THEME_PAIR_TEXT_PAGE),
    ("text_raised", keys::DESIGNER_THEME_PAIR_TEXT_RAISED),
    ("soft_card", keys::DESIGNER_THEME_PAIR_SOFT_CARD),
    ("soft_page", keys::DESIGNER_THEME_PAIR_SOFT_PAGE),
    ("soft_sunken", keys::DESIGNER_THEME_PAIR_SOFT_SUNKEN),
    ("soft_tint", keys::DESIGNER_THEME_PAIR_SOFT_TINT),
    ("accent_card", keys::DESIGNER_THEME_PAIR_ACCENT_CARD),
    ("accent_page", keys::DESIGNER_THEME_PAIR_ACCENT_PAGE),
    ("accent_tint", keys::DESIGNER_THEME_PAIR_ACCENT_TINT),
    ("accent_icon", keys::DESIGNER_THEME_PAIR_ACCENT_ICON),
    ("accent_bar", keys::DESIGNER_THEME_PAIR_ACCENT_BAR),
    ("button", keys::DESIGNER_THEME_PAIR_BUTTON),
    ("button_hover", keys::DESIGNER_THEME_PAIR_BUTTON_HOVER),
    ("control", keys::DESIGNER_THEME_PAIR_CONTROL),
    ("danger_card", keys::DESIGNER_THEME_PAIR_DANGER_CARD),
    ("danger_tint", keys::DESIGNER_THEME_PAIR_DANGER_TINT),
    ("warning_card", keys::DESIGNER_THEME_PAIR_WARNING_CARD),
    ("warning_tint", keys::DESIGNER_THEME_PAIR_WARNING_TINT),
    ("success_card", keys::DESIGNER_THEME_PAIR_SUCCESS_CARD),
    ("success_tint", keys::DESIGNER_THEME_PAIR_SUCCESS_TINT),
];

fn named(i18n: I18n, names: &[(&str, Key)], name: &str) -> String {
    let found = names.iter().find(|(known, _)| *known == name);
    found.map_or_else(
        || name.replace(['.', '-', '_'], " "),
        |(_, key)| i18n.t(*key),
    )
}

/// What a token is called.
pub(in crate::designer) fn token(i18n: I18n, name: &str) -> String {
    named(i18n, TOKENS, name)
}

/// What a pair of colours is called: "Soft text on cards".
pub(in crate::designer) fn pair(i18n: I18n, name: &str) -> String {
    named(i18n, PAIRS, name)
}

/// A ratio in tenths, as people write it.
pub(in crate::designer) fn ratio(i18n: I18n, tenths: i64) -> String {
    let whole = i18n.number(tenths / 10);
    let mark = if i18n.locale().starts_with("fr") {
        ","
    } else {
        "."
    };
    [&whole, mark, &i18n.number(tenths % 10), ":1"].concat()
}

/// Draws it.
pub(super) fn draw(session: Session, seen: Seen) -> El {
    let i18n = session.i18n;
    let title = RwSignal::new(0_u32);
    el("section", "ds-group")
        .attr("data-contrast", "")
        .child(
            el("h3", "ds-group-title")
                .text(&i18n.t(keys::DESIGNER_THEME_CONTRAST))
                .node(move |heading| {
                    crate::dom::watch(move || {
                        // The button that had the focus is gone with what it mended.
                        if title.get() > 0 {
                            focus(&heading);
                        }
                    });
                }),
        )
        .slot(move || {
            let theme = seen.theme();
            let mut rows = Vec::new();
            let mut checked: usize = 0;
            for scheme in Scheme::ALL {
                let palette = Palette::of(&theme, scheme);
                checked = checked.saturating_add(readings(&palette).count());
                let bad = failing(&palette).into_iter();
                rows.extend(bad.map(|reading| row(session, seen, &palette, reading, title)));
            }
            result(session, rows, checked, title)
        })
}

fn result(session: Session, rows: Vec<Dom>, checked: usize, done: RwSignal<u32>) -> Dom {
    let i18n = session.i18n;
    if rows.is_empty() {
        let count = i64::try_from(checked).unwrap_or(i64::MAX);
        return el("p", "ds-hint")
            .text(&i18n.count(keys::DESIGNER_THEME_ALL_READABLE, count, &[]))
            .into();
    }
    Dom::from(vec![
        SHEET.el("ul", "rows").child(rows),
        reasons::guarded(
            el("button", "ds-button")
                .attr("type", "button")
                .attr("data-mend-all", ""),
            session,
            move || {
                edit::mend_all(session);
                done.set(1);
            },
        )
        .text(&i18n.t(keys::DESIGNER_THEME_MEND_ALL)),
    ])
}

fn row(
    session: Session,
    seen: Seen,
    palette: &Palette,
    reading: Reading,
    done: RwSignal<u32>,
) -> Dom {
    let i18n = session.i18n;
    let (name, scheme) = (reading.pair.token, palette.scheme);
    let needed = ratio(i18n, (reading.pair.least * 10.0) as i64);
    let words = i18n.with(
        keys::DESIGNER_THEME_UNREADABLE,
        &[
            ("ratio", &ratio(i18n, reading.tenths())),
            ("least", &needed),
            ("scheme", &scheme_name(i18n, scheme)),
        ],
    );
    let names = crate::theme::tokens::colour(name)
        .map(edit::names)
        .unwrap_or_default();
    let better = repair(palette, name).filter(|_| seen.held(&names).is_none());
    let chip = |colour: String| SHEET.el("span", "dot").attr("style:background", &colour);
    let before = palette
        .get(name)
        .map(crate::theme::Colour::hex)
        .unwrap_or_default();
    SHEET
        .el("li", "fault")
        .attr("data-fault", name)
        .child(
            SHEET
                .el("span", "fault-name")
                .text(&pair(i18n, reading.pair.name)),
        )
        .child(el("span", "ds-error").text(&words))
        .child(better.map(|colour| {
            let after = colour.hex();
            let label = i18n.with(
                keys::DESIGNER_THEME_MEND_LABEL,
                &[("token", &token(i18n, name)), ("colour", &after)],
            );
            el("button", "ds-button")
                .attr("type", "button")
                .attr("data-mend", "")
                .attr("aria-label", &label)
                .attr("title", &label)
                .on("click", move |_| {
                    edit::mend(session, name, scheme);
                    done.set(1);
                })
                .child(chip(before.clone()))
                .child(el("span", "").attr("aria-hidden", "true").text("→"))
                .child(chip(after))
                .text(&i18n.t(keys::DESIGNER_THEME_MEND))
        }))
        .into()
}

/// "light" or "dark", in words.
pub(in crate::designer) fn scheme_name(i18n: I18n, scheme: Scheme) -> String {
    i18n.t(match scheme {
        Scheme::Light => keys::DESIGNER_THEME_IN_LIGHT,
        Scheme::Dark => keys::DESIGNER_THEME_IN_DARK,
    })
}
