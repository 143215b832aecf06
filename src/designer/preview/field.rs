//! A choice among several, as the preview bar and the properties panel show it.

use crate::dom::{Dom, El, el, value_of};

/// One of several.
#[derive(Clone, PartialEq)]
pub(super) struct Choice {
    value: String,
    words: String,
}

impl Choice {
    pub(super) fn new(value: &str, words: &str) -> Self {
        Self {
            value: value.to_owned(),
            words: words.to_owned(),
        }
    }
}

/// The items of several choices.
pub(super) fn options(choices: &[Choice]) -> Vec<Dom> {
    let options = choices.iter().map(|choice| {
        let option = el("option", "").attr("value", &choice.value);
        Dom::from(option.text(&choice.words))
    });
    options.collect()
}

/// Draws a labelled choice; `flag` marks the control, `chosen` is followed.
pub(super) fn select(
    flag: &'static str,
    label: &str,
    options: Vec<Dom>,
    chosen: impl Fn() -> String + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    el("label", "ds-row")
        .child(el("span", "ds-label").text(label))
        .child(
            el("select", "ds-input")
                .attr(flag, "")
                .child(options)
                .attr_of(".value", move || Some(chosen()))
                .on("change", move |event| choose(value_of(&event))),
        )
}
