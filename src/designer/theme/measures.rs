//! Type, shape, density and motion: fonts are chosen, the rest is on sliders.

use super::edit::{self, Seen};
use super::{SHEET, colours, fonts, group, reading};
use crate::designer::session::Session;
use crate::dom::{Dom, El, value_of};
use crate::i18n::keys;
use crate::theme::{decimal, plain_of};

/// A token on a slider; its numbers are hundredths, so that no step is a fraction.
struct Slider {
    token: &'static str,
    least: i64,
    most: i64,
    step: i64,
    unit: &'static str,
}

const SIZES: &[Slider] = &[
    Slider {
        token: "size.font",
        least: 1300,
        most: 2200,
        step: 50,
        unit: "px",
    },
    Slider {
        token: "weight.body",
        least: 30_000,
        most: 60_000,
        step: 5000,
        unit: "",
    },
    Slider {
        token: "weight.heading",
        least: 40_000,
        most: 90_000,
        step: 5000,
        unit: "",
    },
];

const SHAPES: &[Slider] = &[
    Slider {
        token: "radius.base",
        least: 0,
        most: 3200,
        step: 100,
        unit: "px",
    },
    Slider {
        token: "density",
        least: 70,
        most: 140,
        step: 5,
        unit: "",
    },
    Slider {
        token: "motion.base",
        least: 0,
        most: 40_000,
        step: 1000,
        unit: "ms",
    },
];

/// Whether any of these tokens is locked. Not tracked.
pub(super) fn locked(session: Session, names: &[String]) -> bool {
    let theme = edit::theme_of(session);
    names.iter().any(|name| theme.locked.contains(name))
}

/// Draws them.
pub(super) fn draw(session: Session, seen: Seen) -> Vec<Dom> {
    let fonts =
        ["font.body", "font.heading"].map(|token| Dom::from(fonts::draw(session, seen, token)));
    let sliders = |all: &'static [Slider]| {
        all.iter()
            .map(|one| slider(session, seen, one).into())
            .collect::<Vec<Dom>>()
    };
    let mut kinds = Vec::from(fonts);
    kinds.extend(sliders(SIZES));
    vec![
        group(
            session,
            keys::DESIGNER_THEME_TYPE,
            SHEET.el("ul", "rows").child(kinds),
        )
        .into(),
        group(
            session,
            keys::DESIGNER_THEME_SHAPE,
            SHEET.el("ul", "rows").child(sliders(SHAPES)),
        )
        .into(),
    ]
}

/// One token with its control, where it comes from and how to go back.
pub(super) fn row(
    session: Session,
    seen: Seen,
    token: &'static str,
    control: impl Into<Dom>,
) -> El {
    let label = reading::token(session.i18n, token);
    let names = vec![token.to_owned()];
    SHEET
        .el("li", "measure")
        .attr("data-token", token)
        .child(
            SHEET
                .el("span", "row-name")
                .attr("aria-hidden", "true")
                .text(&label),
        )
        .child(colours::buttons(
            session,
            seen,
            names.clone(),
            &label,
            move || token.to_owned(),
        ))
        .child(control)
        .child(colours::note(session, seen, names, move || {
            plain_of(&seen.theme(), token).map(|found| found.origin)
        }))
}

/// What a token is; empty for none.
pub(super) fn value(seen: Seen, token: &str) -> String {
    plain_of(&seen.theme(), token).map_or_else(String::new, |found| found.value)
}

fn slider(session: Session, seen: Seen, slider: &'static Slider) -> El {
    let token = slider.token;
    let label = reading::token(session.i18n, token);
    let names = [token.to_owned()];
    let now = move || hundredths(&value(seen, token));
    let range = SHEET
        .el("input", "range")
        .attr("type", "range")
        .attr("aria-label", &label)
        .attr("min", &slider.least.to_string())
        .attr("max", &slider.most.to_string())
        .attr("step", &slider.step.to_string())
        .attr_of(".value", move || Some(now().to_string()))
        .attr_of("aria-valuetext", move || Some(value(seen, token)))
        .flag_of("disabled", move || seen.held(&names).is_some())
        .on("input", move |event| {
            if let Ok(number) = value_of(&event).parse::<i64>() {
                edit::set(session, token, Some(written(number, slider.unit)));
            }
        })
        // Each key tells of a change; a walk with them is one intention, and so is a drag.
        .on("pointerdown", move |_| edit::settle(session))
        .on("pointerup", move |_| edit::settle(session))
        .on("blur", move |_| edit::settle(session));
    let control = SHEET.el("span", "slider").child(range).child(
        SHEET
            .el("span", "amount")
            // The slider says it already.
            .attr("aria-hidden", "true")
            .text_of(move || value(seen, token)),
    );
    row(session, seen, token, control)
}

/// Hundredths as a token's value: 1450 and `px` are `14.5px`.
fn written(hundredths: i64, unit: &str) -> String {
    decimal::written(hundredths * 10) + unit
}

/// A token's value in hundredths of its slider's unit; `rem` and `em` are 16 px, seconds 1000 ms.
fn hundredths(value: &str) -> i64 {
    let end = value
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(value.len());
    let (digits, unit) = value.split_at(end);
    let scale = match unit {
        "rem" | "em" => 1600.0,
        "s" => 100_000.0,
        _ => 100.0,
    };
    (decimal::read(digits).unwrap_or_default() * scale).round() as i64
}

#[cfg(test)]
mod tests {
    use super::{hundredths, written};

    #[test]
    fn sliders_write_what_they_read() {
        for (value, number) in [
            ("14px", 1400),
            ("14.5px", 1450),
            ("0", 0),
            ("0.875rem", 1400),
            ("1.05", 105),
            ("120ms", 12_000),
            ("0.2s", 20_000),
        ] {
            assert_eq!(hundredths(value), number, "{value}");
        }
        for (number, unit, value) in [
            (1400, "px", "14px"),
            (1450, "px", "14.5px"),
            (105, "", "1.05"),
            (90, "", "0.9"),
            (0, "ms", "0ms"),
        ] {
            assert_eq!(written(number, unit), value);
            assert_eq!(hundredths(value), number);
        }
    }
}
