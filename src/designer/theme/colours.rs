//! The colours: a field each, with what it inherits and how well it can be read.

use super::edit::{self, Seen};
use super::{SHEET, measures, preview, reading, set_value};
use crate::blocks::icon::{Icon, icon};
use crate::designer::session::Session;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::theme::contrast::worst;
use crate::theme::tokens::{self, ColourToken};
use crate::theme::{Colour, Origin, Palette, colour_of};

const GROUPS: &[(Key, &[&str])] = &[
    (
        keys::DESIGNER_THEME_GROUP_BRAND,
        &["color.accent", "color.accent-ink"],
    ),
    (
        keys::DESIGNER_THEME_GROUP_GROUNDS,
        &["color.canvas", "color.surface"],
    ),
    (
        keys::DESIGNER_THEME_GROUP_TEXT,
        &["color.ink", "color.ink-soft"],
    ),
    (
        keys::DESIGNER_THEME_GROUP_LINES,
        &["color.line", "color.control-line"],
    ),
    (
        keys::DESIGNER_THEME_GROUP_MESSAGES,
        &["color.danger", "color.warning", "color.success"],
    ),
];

/// Draws them, for the scheme that the canvas shows.
pub(super) fn draw(session: Session, seen: Seen) -> El {
    let i18n = session.i18n;
    let groups = GROUPS.iter().map(|(title, names)| {
        let rows = names.iter().filter_map(|name| tokens::colour(name));
        let rows = rows.map(|token| Dom::from(row(session, seen, token)));
        let group = el("div", "ds-group")
            .child(el("h4", "ds-label").text(&i18n.t(*title)))
            .child(SHEET.el("ul", "rows").child(rows.collect::<Vec<_>>()));
        Dom::from(group)
    });
    el("section", "ds-group")
        .child(
            SHEET
                .el("div", "head")
                .child(el("h3", "ds-group-title").text(&i18n.t(keys::DESIGNER_THEME_COLOURS)))
                .child(preview::switch(session)),
        )
        .child(groups.collect::<Vec<_>>())
}

fn row(session: Session, seen: Seen, token: &'static ColourToken) -> El {
    let label = reading::token(session.i18n, token.name);
    let value = move || {
        let found = colour_of(&seen.theme(), token.name, seen.scheme());
        found.map(|found| found.value)
    };
    let held = move || seen.held(&edit::names(token));
    let key = move || token.key(&edit::theme_of(session), seen.scheme());
    let swatch = SHEET
        .el("input", "swatch")
        .attr("type", "color")
        .attr("aria-label", &label)
        .attr_of(".value", value)
        .flag_of("disabled", move || held().is_some())
        .on("input", move |event| {
            edit::set(session, &key(), Some(value_of(&event)))
        })
        .on("change", move |_| edit::settle(session));
    let hex = SHEET
        .el("input", "hex ds-input")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr(
            "aria-label",
            &session
                .i18n
                .with(keys::DESIGNER_THEME_HEX, &[("colour", &label)]),
        )
        .attr_of(".value", value)
        .flag_of("readonly", move || held().is_some())
        .on("input", move |event| {
            // Three digits are a colour too, and half of one.
            if let Some(colour) = Colour::parse(&with_sign(&value_of(&event))) {
                edit::set(session, &key(), Some(colour.hex()));
            }
        })
        .on("change", move |event| {
            match typed(&value_of(&event)) {
                Some(colour) => edit::set(session, &key(), Some(colour.hex())),
                None => session.say(session.i18n.t(keys::DESIGNER_THEME_SAID_NO_COLOUR)),
            }
            edit::settle(session);
            set_value(&event, &value().unwrap_or_default());
        });
    SHEET
        .el("li", "row")
        .attr("data-token", token.name)
        .attr_of("data-origin", move || {
            let found = colour_of(&seen.theme(), token.name, seen.scheme());
            Some(origin_word(found?.origin).to_owned())
        })
        .child(swatch)
        .child(SHEET.el("span", "row-name").text(&label))
        .child(buttons(session, seen, edit::names(token), &label, key))
        .child(hex)
        .child(ratio(session, seen, token))
        .child(note(session, seen, edit::names(token), move || {
            colour_of(&seen.theme(), token.name, seen.scheme()).map(|found| found.origin)
        }))
}

/// Where a value comes from, or why it may not be changed. Of the preset's own it goes without
/// saying, so that what was set here stands out.
pub(super) fn note(
    session: Session,
    seen: Seen,
    names: Vec<String>,
    from: impl Fn() -> Option<Origin> + Copy + 'static,
) -> El {
    let held = move || seen.held_alone(&names);
    let is_held = held.clone();
    SHEET
        .el("span", "row-note ds-hint")
        .flag_of("hidden", move || {
            let is_own = matches!(from(), Some(Origin::Document | Origin::Derived));
            !is_own && is_held().is_none()
        })
        .text_of(move || match held() {
            Some(reason) => session.i18n.t(reason),
            None => origin(session, seen, from()),
        })
}

/// A colour as people type it: the number sign may be missing, and every second digit.
fn typed(text: &str) -> Option<Colour> {
    let whole = with_sign(text);
    if whole.len() != 4 {
        return Colour::parse(&whole);
    }
    let digits = whole.chars().skip(1);
    let long: String = digits.flat_map(|digit| [digit, digit]).collect();
    Colour::parse(&with_sign(&long))
}

fn with_sign(text: &str) -> String {
    ["#", text.trim().trim_start_matches('#')].concat()
}

fn ratio(session: Session, seen: Seen, token: &'static ColourToken) -> El {
    let reading = move || worst(&Palette::of(&seen.theme(), seen.scheme()), token.name);
    SHEET
        .el("span", "ratio ds-chip")
        .attr("data-ratio", "")
        .attr("role", "img")
        .attr_of("aria-label", move || {
            let found = reading()?;
            let key = match found.passes() {
                true => keys::DESIGNER_THEME_RATIO_ENOUGH,
                false => keys::DESIGNER_THEME_RATIO_LITTLE,
            };
            let pair = reading::pair(session.i18n, found.pair.name);
            let ratio = reading::ratio(session.i18n, found.tenths());
            Some(
                session
                    .i18n
                    .with(key, &[("pair", &pair), ("ratio", &ratio)]),
            )
        })
        .flag_of("hidden", move || reading().is_none())
        .attr_of("data-tone", move || {
            let tone = if reading()?.passes() { "good" } else { "bad" };
            Some(tone.to_owned())
        })
        .attr_of("title", move || {
            Some(reading::pair(session.i18n, reading()?.pair.name))
        })
        .text_of(move || {
            reading().map_or_else(String::new, |found| {
                reading::ratio(session.i18n, found.tenths())
            })
        })
}

fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::Document => "document",
        Origin::Preset => "preset",
        Origin::Derived => "derived",
        Origin::Kit => "kit",
    }
}

/// Where a value comes from, in words.
fn origin(session: Session, seen: Seen, origin: Option<Origin>) -> String {
    let i18n = session.i18n;
    match origin {
        Some(Origin::Document) => i18n.t(keys::DESIGNER_THEME_ORIGIN_DOCUMENT),
        Some(Origin::Derived) => i18n.t(keys::DESIGNER_THEME_ORIGIN_DERIVED),
        _ => {
            let preset = super::presets::name(session, seen.theme().preset.as_deref());
            i18n.with(keys::DESIGNER_THEME_ORIGIN_PRESET, &[("preset", &preset)])
        }
    }
}

/// Going back to what is inherited, and the lock. `key` says which of the names is set now.
pub(super) fn buttons(
    session: Session,
    seen: Seen,
    names: Vec<String>,
    label: &str,
    key: impl Fn() -> String + Copy + 'static,
) -> El {
    let i18n = session.i18n;
    let reset = i18n.with(keys::DESIGNER_THEME_RESET, &[("token", label)]);
    let is_locked = {
        let names = names.clone();
        move || names.iter().any(|name| seen.theme().locked.contains(name))
    };
    let is_admin = session.role() == palier_edit::Role::Admin;
    let (unlocked, held) = (is_locked.clone(), names.clone());
    let lock = SHEET
        .el("button", "tiny ds-icon-button")
        .attr("type", "button")
        .attr("data-lock", "")
        .attr(
            "aria-label",
            &i18n.with(keys::DESIGNER_THEME_LOCK, &[("token", label)]),
        )
        .attr(
            "title",
            &i18n.with(keys::DESIGNER_THEME_LOCK, &[("token", label)]),
        )
        .attr_of("aria-pressed", move || Some(unlocked().to_string()))
        .on("click", move |_| {
            edit::lock(session, &held, !measures::locked(session, &held))
        })
        .child(icon(Icon::LOCK));
    SHEET
        .el("span", "row-buttons")
        .child(
            SHEET
                .el("button", "tiny ds-icon-button")
                .attr("type", "button")
                .attr("data-reset", "")
                .attr("aria-label", &reset)
                .attr("title", &reset)
                .attr_of("aria-disabled", move || {
                    let can =
                        seen.theme().tokens.contains_key(&key()) && seen.held(&names).is_none();
                    (!can).then(|| "true".to_owned())
                })
                .on("click", move |_| edit::reset(session, &[key()]))
                .child(icon(Icon::UNDO)),
        )
        .child(match is_admin {
            true => lock,
            false => SHEET
                .el("span", "locked")
                .flag_of("hidden", move || !is_locked())
                .child(icon(Icon::LOCK)),
        })
}
