//! The block `tabs`: several stretches of which one is shown at a time.
//!
//! After the tabs pattern of the ARIA Authoring Practices Guide, with manual activation: one tab
//! stop, arrows walk, Enter and the space bar choose. A stretch is drawn when it is first chosen, so
//! that members' blocks ask for nothing that nobody looks at; unless a link of the page may lead into
//! it.

use std::sync::atomic::{AtomicU32, Ordering};

use palier_contract::document::Node;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::{Place, anchor, grid::grid};
use crate::dom::{self, Dom, El, el};
use crate::portal::words;
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/portal/layout/tabs.js")]
extern "C" {
    /// Focuses the tab that a key leads to.
    fn walk(event: &Event);
}

/// The slots by the order of their labels.
const SLOTS: [&str; 6] = ["tab1", "tab2", "tab3", "tab4", "tab5", "tab6"];

/// Tells the tabs of a page apart: ids are needed to connect them with what they show.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Which stretch is shown, and which have ever been.
#[derive(Clone, Copy)]
struct Choice {
    shown: RwSignal<usize>,
    drawn: RwSignal<[bool; SLOTS.len()]>,
}

impl Choice {
    fn choose(self, index: usize) {
        let mut drawn = self.drawn.get_untracked();
        if let Some(drawn) = drawn.get_mut(index) {
            *drawn = true;
        }
        self.drawn.set(drawn);
        self.shown.set(index);
    }
}

/// Draws it.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let labels = labels(node, place.locale);
    let group = COUNT.fetch_add(1, Ordering::Relaxed);
    let choice = Choice {
        shown: RwSignal::new(0),
        drawn: RwSignal::new(at_once(node, place.hollow)),
    };
    let tabs = (0..)
        .zip(&labels)
        .map(|(index, label)| tab(group, index, label, choice).into());
    let list = el("div", "pg-tab-list")
        .attr("role", "tablist")
        .on("keydown", |event| walk(&event))
        .child(tabs.collect::<Vec<Dom>>());
    let panels = (0..labels.len()).zip(SLOTS);
    let panels = panels.map(|(index, slot)| panel(group, index, slot, choice, node, place).into());
    el("div", "pg-tabs")
        .child((!labels.is_empty()).then_some(list))
        .child(panels.collect::<Vec<Dom>>())
}

/// The stretches that are drawn before anybody chooses them.
fn at_once(node: &Node, hollow: bool) -> [bool; SLOTS.len()] {
    let mut drawn = SLOTS.map(|slot| {
        let nodes = node.slots.get(slot);
        hollow || nodes.is_some_and(|nodes| anchor::within(nodes))
    });
    if let Some(first) = drawn.first_mut() {
        *first = true;
    }
    drawn
}

/// What the tabs say, in the reader's language.
fn labels(node: &Node, locale: &str) -> Vec<String> {
    let labels = node
        .props
        .get("labels")
        .and_then(|labels| labels.as_array());
    let labels = labels.into_iter().flatten().take(SLOTS.len());
    labels
        .map(|label| {
            let text = label.get("text");
            let text = text.and_then(|text| words::attribute(text, locale));
            text.unwrap_or_default()
        })
        .collect()
}

fn tab(group: u32, index: usize, label: &str, choice: Choice) -> El {
    let chosen = move || choice.shown.get() == index;
    el("button", "pg-tab")
        .attr("type", "button")
        .attr("role", "tab")
        .attr("id", &format!("pg_{group}_tab{index}"))
        .attr("aria-controls", &format!("pg_{group}_panel{index}"))
        .attr_of("aria-selected", move || Some(chosen().to_string()))
        .attr_of("tabindex", move || {
            Some(if chosen() { "0" } else { "-1" }.to_owned())
        })
        .on("click", move |_| choice.choose(index))
        .text(label)
}

fn panel(
    group: u32,
    index: usize,
    slot: &'static str,
    choice: Choice,
    node: &Node,
    place: Place<'_>,
) -> El {
    let drawn = dom::memo(move || choice.drawn.get().get(index).copied().unwrap_or(false));
    let inside = place.later(node, move |node, place| grid(node, slot, place));
    el("div", "pg-tab-panel")
        .attr("role", "tabpanel")
        .attr("id", &format!("pg_{group}_panel{index}"))
        .attr("aria-labelledby", &format!("pg_{group}_tab{index}"))
        .attr("tabindex", "0")
        .flag_of("hidden", move || choice.shown.get() != index)
        .slot(move || drawn.get().then(&inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node() -> Node {
        serde_json::from_str(
            r#"{"id":"b1","type":"tabs",
                "props":{"labels":[{"text":{"en":"One","fr":"Un"}},{"text":{"en":"Two"}},{}]},
                "slots":{"tab2":[{"id":"b2","type":"section","props":{"anchor":"here"}}],
                         "tab3":[{"id":"b3","type":"section"}]}}"#,
        )
        .unwrap()
    }

    #[test]
    fn labels_are_in_the_readers_language() {
        assert_eq!(labels(&node(), "fr"), ["Un", "Two", ""]);
    }

    #[test]
    fn the_first_and_what_links_may_lead_into_are_drawn_at_once() {
        let (yes, no) = (true, false);
        assert_eq!(at_once(&node(), false), [yes, yes, no, no, no, no]);
        assert_eq!(at_once(&node(), true), [yes; 6]);
    }
}
