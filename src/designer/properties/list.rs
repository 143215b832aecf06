//! Rows of fields: added, taken away and put in order by buttons and by keys, several open at once.

use palier_contract::document::{PropKind, PropSchema};
use palier_edit::{Intention, Op, Position};
use serde_json::{Map, Value};
use web_sys::{Event, KeyboardEvent};

use super::SHEET;
use super::binding::Binding;
use super::browser::focus_later;
use super::field::{self, label_id};
use super::path::Step;
use crate::blocks::icon::{Icon, icon};
use crate::designer::icons;
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;

type Fields = &'static [PropSchema];

/// One list on the panel.
#[derive(Clone)]
struct Rows {
    binding: Binding,
    of: Fields,
    /// Which rows are open; rows beyond its end are not.
    open: RwSignal<Vec<bool>>,
}

/// Draws the control.
pub(super) fn draw(binding: &Binding, of: Fields, max: usize) -> El {
    let rows = Rows {
        binding: binding.clone(),
        of,
        open: RwSignal::new(Vec::new()),
    };
    let (counted, drawn, full, adding) = (rows.clone(), rows.clone(), rows.clone(), rows.clone());
    let count = RwSignal::new(0_usize);
    crate::dom::watch(move || {
        let now = counted.items().len();
        if now != count.get_untracked() {
            count.set(now);
        }
    });
    let add = el("button", "ds-button")
        .attr("type", "button")
        .attr("id", &[&binding.name(), "-add"].concat())
        .flag_of("disabled", move || {
            full.items().len() >= max || full.refuses(&[full.longer()])
        })
        .on("click", move |_| adding.add())
        .child(icon(icons::PLUS))
        .text(&binding.panel.t(keys::DESIGNER_PROPERTIES_ADD_ROW));
    SHEET
        .el("div", "rows")
        .attr("role", "group")
        .attr("aria-labelledby", &label_id(binding))
        .slot(move || {
            let rows = (0..count.get()).map(|index| drawn.row(index).into());
            rows.collect::<Vec<Dom>>()
        })
        .child(add)
}

impl Rows {
    fn items(&self) -> Vec<Value> {
        match self.binding.value() {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        }
    }

    /// What a row is called: its first text, or its number.
    fn title(&self, index: usize) -> String {
        let panel = self.binding.panel;
        let first = self
            .of
            .iter()
            .find(|schema| matches!(schema.kind, PropKind::Texts));
        let text = first.map(|schema| {
            let texts = self.binding.item(index, schema);
            let text = texts.step(panel.locale.get().as_str().into()).text();
            match text.is_empty() {
                true => texts.step(panel.default_locale().as_str().into()).text(),
                false => text,
            }
        });
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| {
            let number = panel.i18n().number(i64::try_from(index).unwrap_or(0) + 1);
            panel
                .i18n()
                .with(keys::DESIGNER_PROPERTIES_ROW, &[("number", &number)])
        })
    }

    fn id(&self, index: usize, part: &str) -> String {
        let row = self.binding.step(Step::Item(index)).name();
        [&row, "-", part].concat()
    }

    fn row(&self, index: usize) -> El {
        let (titled, opened, keyed) = (self.clone(), self.open, self.clone());
        let is_open = move || opened.with(|open| open.get(index).copied().unwrap_or(false));
        let body = self.id(index, "body");
        let name = SHEET
            .el("button", "row-name")
            .attr("type", "button")
            .attr("id", &self.id(index, "name"))
            .attr("aria-controls", &body)
            .attr("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown")
            .attr_of("aria-expanded", move || Some(is_open().to_string()))
            .child(icon(Icon::CHEVRON_RIGHT))
            .child(el("span", "").text_of(move || titled.title(index)))
            .on("click", move |_| opened.update(|open| toggle(open, index)));
        let fields = self
            .of
            .iter()
            .map(|schema| field::draw(self.binding.item(index, schema)).into());
        SHEET
            .el("div", "row")
            .attr("data-row", "")
            .on("keydown", move |event| keyed.pressed(index, &event))
            .child(
                SHEET
                    .el("div", "row-head")
                    .child(name)
                    .child(self.tool(
                        index,
                        "up",
                        Icon::ARROW_UP,
                        keys::DESIGNER_PROPERTIES_ROW_UP,
                    ))
                    .child(self.tool(
                        index,
                        "down",
                        Icon::ARROW_DOWN,
                        keys::DESIGNER_PROPERTIES_ROW_DOWN,
                    ))
                    .child(self.tool(
                        index,
                        "remove",
                        icons::TRASH,
                        keys::DESIGNER_PROPERTIES_ROW_REMOVE,
                    )),
            )
            .child(
                SHEET
                    .el("div", "row-body")
                    .attr("id", &body)
                    .flag_of("hidden", move || !is_open())
                    .child(fields.collect::<Vec<Dom>>()),
            )
    }

    fn tool(&self, index: usize, part: &'static str, drawing: Icon, label: Key) -> El {
        let (named, shown, run) = (self.clone(), self.clone(), self.clone());
        let words = move || {
            let title = named.title(index);
            Some(named.binding.panel.i18n().with(label, &[("row", &title)]))
        };
        SHEET
            .el("button", "ds-icon-button tool")
            .attr("type", "button")
            .attr("id", &self.id(index, part))
            .attr_of("aria-label", words)
            .attr_of("aria-disabled", move || {
                let order = match part {
                    "up" => shown.swapped(index, index.checked_sub(1)),
                    "down" => shown.swapped(index, Some(index + 1)),
                    _ => Some(shown.without(index)),
                };
                let can = order.is_some_and(|order| !shown.refuses(&shown.ops(&order).0));
                (!can).then(|| String::from("true"))
            })
            .on("click", move |_| match part {
                "up" => run.shift(index, index.checked_sub(1), part),
                "down" => run.shift(index, Some(index + 1), part),
                _ => run.remove(index),
            })
            .child(icon(drawing))
    }

    /// Alt with an arrow takes a row up or down, from anywhere in it but a text.
    fn pressed(&self, index: usize, event: &Event) {
        use wasm_bindgen::JsCast;
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !key.alt_key() || key.ctrl_key() || key.meta_key() {
            return;
        }
        let to = match key.key().as_str() {
            "ArrowUp" => index.checked_sub(1),
            "ArrowDown" => Some(index + 1),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.shift(index, to, "name");
    }

    /// Whether ops that make another list of it are refused: somebody who may word its rows may
    /// not have more of them, or fewer. Tracked.
    fn refuses(&self, ops: &[Op]) -> bool {
        self.binding.panel.refusal(ops).is_some()
    }

    /// With one row more.
    fn longer(&self) -> Op {
        let mut items = self.items();
        items.push(Value::Object(Map::new()));
        self.binding.op(Some(Value::Array(items)))
    }

    /// The order without a row.
    fn without(&self, index: usize) -> Vec<usize> {
        (0..self.items().len()).filter(|at| *at != index).collect()
    }

    /// The order with two rows in each other's place; `None` where one of them is not there.
    fn swapped(&self, from: usize, to: Option<usize>) -> Option<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.items().len()).collect();
        let to = to.filter(|to| from.max(*to) < order.len())?;
        order.swap(from, to);
        Some(order)
    }

    fn add(&self) {
        let count = self.items().len();
        if !self.perform(vec![self.longer()]) {
            return;
        }
        self.open.update(|open| {
            open.resize(count, false);
            open.push(true);
        });
        focus_later(&self.id(count, "body"));
    }

    fn remove(&self, index: usize) {
        let order = self.without(index);
        let last = order.len().saturating_sub(1);
        let next = match order.is_empty() {
            true => [&self.binding.name(), "-add"].concat(),
            false => self.id(index.min(last), "name"),
        };
        if self.reorder(&order) {
            focus_later(&next);
        }
    }

    fn shift(&self, from: usize, to: Option<usize>, focus: &str) {
        let Some((to, order)) = to.and_then(|at| Some((at, self.swapped(from, to)?))) else {
            return;
        };
        let title = self.title(from);
        if !self.reorder(&order) {
            return;
        }
        focus_later(&self.id(to, focus));
        let i18n = self.binding.panel.i18n();
        let number = |n: usize| i18n.number(i64::try_from(n).unwrap_or(0));
        self.binding.panel.session.say(i18n.with(
            keys::DESIGNER_PROPERTIES_SAID_ROW,
            &[
                ("row", &title),
                ("position", &number(to + 1)),
                ("count", &number(order.len())),
            ],
        ));
    }

    /// Does it; what is refused is said.
    fn perform(&self, ops: Vec<Op>) -> bool {
        let session = self.binding.panel.session;
        session.perform(Intention::new("edit"), ops).is_ok()
    }

    /// Puts the rows into this order, and with them what the slots hold that they name. Says
    /// whether it was done.
    fn reorder(&self, order: &[usize]) -> bool {
        let (ops, gone) = self.ops(order);
        if !self.perform(ops) {
            return false;
        }
        self.open.update(|open| {
            let was = open.clone();
            *open = order
                .iter()
                .map(|at| was.get(*at).copied().unwrap_or(false))
                .collect();
        });
        if let Some(count) = i64::try_from(gone).ok().filter(|gone| *gone > 0) {
            let session = self.binding.panel.session;
            let said = session
                .i18n
                .count(keys::DESIGNER_PROPERTIES_SAID_ROW_BLOCKS, count, &[]);
            session.say(said);
        }
        true
    }

    /// What puts the rows into this order, and how many blocks go with those that are left out.
    fn ops(&self, order: &[usize]) -> (Vec<Op>, usize) {
        let items = self.items();
        let sorted = order.iter().filter_map(|at| items.get(*at).cloned());
        let sorted = Value::Array(sorted.collect());
        let (mut ops, gone) = self.refill(order, items.len());
        ops.push(self.binding.op(Some(sorted)));
        (ops, gone)
    }

    /// Moves what slots hold to the slots that have their names from now on. What a row that is
    /// taken away named goes with it: left behind, nobody would ever see it again. Says how many
    /// blocks go.
    fn refill(&self, order: &[usize], count: usize) -> (Vec<Op>, usize) {
        let id = &self.binding.id;
        self.binding.panel.session.read(|tree, rules| {
            let Some(schema) = tree.node(id).and_then(|e| rules.block(&e.node.kind)) else {
                return Default::default();
            };
            if schema.labels != Some(self.binding.prop.name) || !self.binding.path.is_empty() {
                return Default::default();
            }
            let slots = tree.slots(id, &rules.blocks);
            let gone = (0..count).filter(|at| !order.contains(at));
            let held = |at: usize| {
                let ids = tree.children(slots.get(at)?).to_vec();
                (!ids.is_empty()).then_some(ids)
            };
            let gone: Vec<_> = gone.filter_map(held).flatten().collect();
            let taken = gone.len();
            let removed = (taken > 0).then_some(Op::Remove { ids: gone });
            let moves = order.iter().enumerate().filter(|(to, from)| to != *from);
            let moves = moves.filter_map(|(to, from)| {
                let to = Position::end(slots.get(to)?.clone());
                Some(Op::Move {
                    ids: held(*from)?,
                    to,
                })
            });
            (removed.into_iter().chain(moves).collect(), taken)
        })
    }
}

fn toggle(open: &mut Vec<bool>, index: usize) {
    if open.len() <= index {
        open.resize(index + 1, false);
    }
    if let Some(open) = open.get_mut(index) {
        *open = !*open;
    }
}
