//! Who sees a block, and when.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::document::When;
use palier_contract::ids::{NodeId, TierId};
use palier_contract::member::MemberState;
use palier_edit::{Intention, Op};

use super::browser::{instant_typed, local_of, show_value};
use super::panel::Panel;
use super::reference;
use super::{SHEET, names};
use crate::designer::words;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};

/// The condition of one block, or of several.
#[derive(Clone)]
struct Condition {
    panel: Panel,
    ids: Vec<NodeId>,
}

impl Condition {
    /// What each of them has.
    fn all(&self) -> Vec<When> {
        self.panel.session.version.track();
        self.panel.session.read(|tree, _| {
            let nodes = self.ids.iter().filter_map(|id| tree.node(id));
            let when = nodes.map(|entry| entry.node.when.clone().unwrap_or_default());
            when.collect()
        })
    }

    /// What the first of them has.
    fn read(&self) -> When {
        self.all().into_iter().next().unwrap_or_default()
    }

    fn ops(&self, all: Vec<When>) -> Vec<Op> {
        let ops = self.ids.iter().zip(all).map(|(id, when)| Op::SetWhen {
            id: id.clone(),
            when: (!when.is_empty()).then_some(when),
        });
        ops.collect()
    }

    /// Changes one thing of all of them: whatever else one has, it keeps.
    fn change(&self, intention: impl Into<Intention>, change: impl Fn(&mut When)) {
        let mut all = self.all();
        all.iter_mut().for_each(change);
        self.panel.session.attempt(intention, self.ops(all));
    }

    fn refusal(&self) -> Option<String> {
        self.panel.refusal(&self.ops(self.all()))
    }
}

/// Draws the group.
pub(super) fn draw(panel: Panel, ids: Vec<NodeId>) -> El {
    let condition = Condition { panel, ids };
    let (why, read) = (condition.clone(), condition.clone());
    let told = move || {
        let all = read.all().into_iter();
        let mut told = all.map(|when| words::condition(&when, panel.i18n()));
        told.find(|words| !words.is_empty()).unwrap_or_default()
    };
    let fields = vec![
        audience(&condition).into(),
        tiers(&condition).into(),
        instant(&condition, keys::DESIGNER_PROPERTIES_FROM, false).into(),
        instant(&condition, keys::DESIGNER_PROPERTIES_UNTIL, true).into(),
        SHEET.el("div", "wrong").slot(move || wrong(&why)).into(),
        el("p", "ds-hint")
            .text(&panel.t(keys::DESIGNER_PROPERTIES_WHEN_HINT))
            .into(),
    ];
    super::folded(panel, "when", keys::DESIGNER_PROPERTIES_WHEN, told, fields)
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
        .flag_of("disabled", move || fixed.refusal().is_some())
        .on("change", move |event| {
            let on = value_of(&event) == "true";
            bound.change("edit", |when| turn(when, &told, on));
        });
    let control = ticked(control, move || {
        let all = read.all();
        all.iter().map(|when| is_on(when, &asked)).collect()
    });
    el("label", "ds-check")
        .child(control)
        .child(el("span", "").text(name))
        .into()
}

/// Ticks a box for what all blocks have; neither nor for what some have.
pub(super) fn ticked(control: El, have: impl Fn() -> Vec<bool> + Clone + 'static) -> El {
    let some = have.clone();
    control
        .attr_of(".checked", move || {
            Some((!have().contains(&false)).to_string())
        })
        .attr_of(".indeterminate", move || {
            let have = some();
            Some((have.contains(&true) && have.contains(&false)).to_string())
        })
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
            let first = bound.ids.first().map_or("", NodeId::as_str);
            let intention = Intention::new("edit").burst([first, " ", id].concat());
            bound.change(intention, |when| match until {
                true => when.until.clone_from(&at),
                false => when.from.clone_from(&at),
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
