//! A whole number between bounds, of some unit.

use serde_json::Value;
use web_sys::Event;

use super::SHEET;
use super::binding::Binding;
use super::browser::{is_no_number, show_value};
use super::field;
use crate::dom::{El, el, value_of};
use crate::i18n::keys;

/// Draws the control.
pub(super) fn draw(binding: &Binding, min: i64, max: i64, unit: &'static str) -> El {
    let (read, bound, left) = (binding.clone(), binding.clone(), binding.clone());
    let (i18n, session) = (binding.panel.i18n(), binding.panel.session);
    let automatic = i18n.t(keys::DESIGNER_PROPERTIES_AUTOMATIC);
    let control = el("input", "ds-input")
        .attr("type", "number")
        .attr("step", "1")
        .attr("min", &min.to_string())
        .attr("max", &max.to_string())
        .attr("placeholder", binding.schema.default.unwrap_or(&automatic))
        .attr_of(".value", move || Some(read.text()))
        .on("input", move |event| {
            if let Some(value) = typed(&event) {
                bound.write(value);
            }
        })
        .on("focusout", move |event| {
            if show_value(&event, &left.text()) {
                session.say(i18n.t(keys::DESIGNER_PROPERTIES_NO_NUMBER));
            }
        });
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

/// What is written for what stands in the field: nothing where it was emptied, a whole number, which
/// is kept out of bounds, too, and said to be wrong. `None` for what is no whole number, or not yet.
fn typed(event: &Event) -> Option<Option<Value>> {
    let text = value_of(event);
    match text.parse::<i64>() {
        Ok(number) => Some(Some(Value::from(number))),
        Err(_) => (text.is_empty() && !is_no_number(event)).then_some(None),
    }
}
