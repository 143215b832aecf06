//! A whole number between bounds, of some unit.

use serde_json::Value;

use super::SHEET;
use super::binding::Binding;
use super::field;
use crate::dom::{El, el, value_of};
use crate::i18n::keys;

/// Draws the control.
pub(super) fn draw(binding: &Binding, min: i64, max: i64, unit: &'static str) -> El {
    let (read, bound) = (binding.clone(), binding.clone());
    let i18n = binding.panel.i18n();
    let control = el("input", "ds-input")
        .attr("type", "number")
        .attr("step", "1")
        .attr("min", &min.to_string())
        .attr("max", &max.to_string())
        .attr("placeholder", binding.schema.default.unwrap_or_default())
        .attr_of(".value", move || Some(read.text()))
        .on("input", move |event| bound.write(parse(&value_of(&event))));
    let bounds = [("min", i18n.number(min)), ("max", i18n.number(max))];
    let bounds = bounds.each_ref().map(|(name, text)| (*name, text.as_str()));
    let unit = (!unit.is_empty()).then(|| SHEET.el("span", "unit").text(unit));
    SHEET
        .el("div", "number")
        .child(field::typed(control, binding))
        .child(unit)
        .child(
            SHEET
                .el("span", "bounds")
                .text(&i18n.with(keys::DESIGNER_PROPERTIES_BOUNDS, &bounds)),
        )
}

/// What was typed, when it is a whole number; one out of bounds is kept, and said to be wrong.
fn parse(text: &str) -> Option<Value> {
    text.trim().parse::<i64>().ok().map(Value::from)
}
