//! Choosing one of a few: a row of toggle buttons, or a native menu.

use crate::blocks::icon::{Icon, icon};
use crate::dom::{El, el, key_of, value_of};
use crate::reactive::Signal;

/// A value and the words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// A row of toggle buttons, for two to four short labels.
#[must_use]
pub fn segments(
    name: &str,
    choices: Vec<Choice>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    let buttons: Vec<El> = choices
        .into_iter()
        .map(|Choice { value, label }| {
            el("button", "pl-segment")
                .attr("type", "button")
                .attr("data-key", &value)
                .attr_of("aria-pressed", move || {
                    Some((chosen.get() == value).to_string())
                })
                .text(&label)
        })
        .collect();
    el("div", "pl-segments")
        .attr("role", "group")
        .attr("aria-label", name)
        .on("click", move |event| {
            if let Some(value) = key_of(&event) {
                choose(value);
            }
        })
        .child(buttons)
}

/// A native menu, for longer lists. Its label is for assistive technology only.
#[must_use]
pub fn menu(
    name: &str,
    choices: Signal<Vec<Choice>>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    let options = move || {
        let now = chosen.get();
        choices
            .get()
            .into_iter()
            .map(|Choice { value, label }| {
                el("option", "")
                    .attr("value", &value)
                    .flag("selected", value == now)
                    .text(&label)
            })
            .collect::<Vec<_>>()
    };
    arrowed(
        el("select", "pl-input pl-select")
            .attr("aria-label", name)
            .on("change", move |event| choose(value_of(&event)))
            .slot(options),
    )
}

/// A `select` with the kit's arrow in place of the browser's.
#[must_use]
pub fn arrowed(select: El) -> El {
    el("span", "pl-menu")
        .child(select)
        .child(icon(Icon::CHEVRON_DOWN))
}
