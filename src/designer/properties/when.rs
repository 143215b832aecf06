//! Who sees a block, and when.

use std::rc::Rc;

use leptos::prelude::Get;
use palier_contract::Timestamp;
use palier_contract::document::When;
use palier_contract::ids::{NodeId, TierId};
use palier_contract::member::MemberState;
use palier_edit::{Intention, Op};

use super::browser::{instant_typed, local_of, show_value};
use super::panel::Panel;
use super::reference;
use super::{SHEET, names};
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};

/// The condition of one block.
#[derive(Clone)]
struct Condition {
    panel: Panel,
    id: NodeId,
}

impl Condition {
    fn read(&self) -> When {
        self.panel.session.version.get();
        self.panel.session.read(|tree, _| {
            let when = tree
                .node(&self.id)
                .and_then(|entry| entry.node.when.clone());
            when.unwrap_or_default()
        })
    }

    fn op(&self, when: When) -> Op {
        Op::SetWhen {
            id: self.id.clone(),
            when: (!when.is_empty()).then_some(when),
        }
    }

    fn change(&self, intention: impl Into<Intention>, change: impl FnOnce(&mut When)) {
        let mut when = self.read();
        change(&mut when);
        self.panel.session.attempt(intention, vec![self.op(when)]);
    }

    fn refusal(&self) -> Option<String> {
        let op = self.op(self.read());
        self.panel.refusal(&[op])
    }
}

/// Draws the group.
pub(super) fn draw(panel: Panel, id: &NodeId) -> El {
    let condition = Condition {
        panel,
        id: id.clone(),
    };
    let why = condition.clone();
    super::group(panel, "when", keys::DESIGNER_PROPERTIES_WHEN)
        .child(audience(&condition))
        .child(tiers(&condition))
        .child(instant(&condition, keys::DESIGNER_PROPERTIES_FROM, false))
        .child(instant(&condition, keys::DESIGNER_PROPERTIES_UNTIL, true))
        .slot(move || wrong(&why))
        .child(el("p", "ds-hint").text(&panel.t(keys::DESIGNER_PROPERTIES_WHEN_HINT)))
}

/// An end that comes before its beginning, and why nothing may be changed.
fn wrong(condition: &Condition) -> Vec<Dom> {
    let panel = condition.panel;
    let when = condition.read();
    let ends = |at: &Option<Timestamp>| at.as_ref().map(|at| local_of(&at.0));
    let backwards = match (ends(&when.from), ends(&when.until)) {
        (Some(from), Some(until)) => until <= from,
        _ => false,
    };
    let error = backwards.then(|| {
        let words = panel.t(keys::DESIGNER_PROPERTIES_NOTE_WHEN);
        el("p", "ds-error").attr("data-note", "").text(&words)
    });
    let reason = condition.refusal();
    let reason = reason.map(|reason| el("p", "ds-hint").attr("data-reason", "").text(&reason));
    error.into_iter().chain(reason).map(Dom::from).collect()
}

fn checks(panel: Panel, label: Key, boxes: Vec<Dom>) -> El {
    SHEET
        .el("fieldset", "field")
        .child(el("legend", "ds-label").text(&panel.t(label)))
        .child(boxes)
}

fn check(
    condition: &Condition,
    name: &str,
    is_on: fn(&When, &str) -> bool,
    word: &str,
    turn: fn(&mut When, &str, bool),
) -> Dom {
    let (read, fixed, bound) = (condition.clone(), condition.clone(), condition.clone());
    let (asked, told) = (word.to_owned(), word.to_owned());
    let control = el("input", "")
        .attr("type", "checkbox")
        .attr("value", word)
        .attr_of(".checked", move || {
            Some(is_on(&read.read(), &asked).to_string())
        })
        .flag_of("disabled", move || fixed.refusal().is_some())
        .on("change", move |event| {
            let on = value_of(&event) == "true";
            bound.change("edit", |when| turn(when, &told, on));
        });
    el("label", "ds-check")
        .child(control)
        .child(el("span", "").text(name))
        .into()
}

fn audience(condition: &Condition) -> El {
    let boxes = MemberState::WORDS.iter().map(|word| {
        let name = names::word(word, condition.panel.i18n());
        check(
            condition,
            &name,
            |when, word| when.audience.contains(&MemberState::from(word)),
            word,
            |when, word, on| {
                when.audience.retain(|known| known.as_str() != word);
                if on {
                    when.audience.push(MemberState::from(word));
                }
                when.audience.sort();
            },
        )
    });
    checks(
        condition.panel,
        keys::DESIGNER_PROPERTIES_AUDIENCE,
        boxes.collect(),
    )
    .attr("data-field", "when-audience")
}

fn tiers(condition: &Condition) -> El {
    let offered = reference::tiers(condition.panel);
    let condition = condition.clone();
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || {
            let tiers = offered().filter(|tiers| !tiers.is_empty())?;
            let boxes = tiers.iter().map(|(id, name)| {
                check(
                    &condition,
                    name,
                    |when, id| when.tiers.iter().any(|tier| tier.as_str() == id),
                    id,
                    |when, id, on| {
                        when.tiers.retain(|known| known.as_str() != id);
                        if on {
                            when.tiers.push(TierId::from(id));
                        }
                    },
                )
            });
            let label = keys::DESIGNER_PROPERTIES_TIERS;
            Some(checks(condition.panel, label, boxes.collect()).attr("data-field", "when-tiers"))
        })
}

fn instant(condition: &Condition, label: Key, until: bool) -> El {
    let panel = condition.panel;
    let (read, fixed, bound) = (condition.clone(), condition.clone(), condition.clone());
    let id = if until { "when-until" } else { "when-from" };
    let shown = Rc::new(move || {
        let when = read.read();
        let at = if until { when.until } else { when.from };
        at.map(|at| local_of(&at.0)).unwrap_or_default()
    });
    let left = Rc::clone(&shown);
    let control = el("input", "ds-input")
        .attr("type", "datetime-local")
        .attr("id", id)
        .attr_of(".value", move || Some(shown()))
        .flag_of("readonly", move || fixed.refusal().is_some())
        .on("focusout", move |event| {
            show_value(&event, &left());
        })
        .on("input", move |event| {
            let Some(instant) = instant_typed(&event) else {
                return;
            };
            let at = (!instant.is_empty()).then_some(Timestamp(instant));
            let intention = Intention::new("edit").burst([bound.id.as_str(), " ", id].concat());
            bound.change(intention, |when| match until {
                true => when.until = at,
                false => when.from = at,
            });
        });
    SHEET
        .el("div", "field")
        .attr("data-field", id)
        .child(
            el("label", "ds-label")
                .attr("for", id)
                .text(&panel.t(label)),
        )
        .child(control)
}
