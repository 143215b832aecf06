//! One field of one block: what it reads, what it writes, and why it may not.

use palier_contract::document::{Node, PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op};
use serde_json::Value;

use super::panel::Panel;
use super::path::{self, Step};
use crate::designer::breakpoint;

/// A prop of a block, or a field within it.
#[derive(Clone)]
pub(super) struct Binding {
    pub(super) panel: Panel,
    pub(super) id: NodeId,
    /// The prop.
    pub(super) prop: &'static PropSchema,
    /// The field within it; the prop itself where the path is empty.
    pub(super) schema: &'static PropSchema,
    pub(super) path: Vec<Step>,
}

impl Binding {
    pub(super) fn new(panel: Panel, id: NodeId, prop: &'static PropSchema) -> Self {
        Self {
            panel,
            id,
            prop,
            schema: prop,
            path: Vec::new(),
        }
    }

    /// A field within this one.
    pub(super) fn field(&self, schema: &'static PropSchema) -> Self {
        let mut inner = self.step(schema.name.into());
        inner.schema = schema;
        inner
    }

    /// A field of an item of this list.
    pub(super) fn item(&self, index: usize, schema: &'static PropSchema) -> Self {
        self.step(Step::Item(index)).field(schema)
    }

    /// Somewhere within, of the same kind.
    pub(super) fn step(&self, step: Step) -> Self {
        let mut inner = self.clone();
        inner.path.push(step);
        inner
    }

    /// What names it on the page: an element's id.
    pub(super) fn name(&self) -> String {
        let path = path::pointer(&self.path).replace('/', "-");
        ["prop-", self.prop.name, &path].concat()
    }

    /// Where findings about it point, at the width that is edited.
    pub(super) fn pointer(&self) -> String {
        let path = path::pointer(&self.path);
        match self.breakpoint() {
            Some(breakpoint) if self.own().is_some() => {
                ["/at/", breakpoint, "/", self.prop.name, &path].concat()
            }
            _ => ["/props/", self.prop.name, &path].concat(),
        }
    }

    /// The breakpoint that is edited; `None` for what is the same at every width, and for the
    /// narrowest one.
    pub(super) fn breakpoint(&self) -> Option<&'static str> {
        let session = self.panel.session;
        let decides = || {
            breakpoint::track(session);
            breakpoint::of_prop(session, &self.id, self.prop.name)
        };
        let breakpoint = self.prop.responsive.then(decides);
        breakpoint.filter(|breakpoint| *breakpoint != "base")
    }

    /// What holds at the width that is edited. Tracked.
    pub(super) fn value(&self) -> Option<Value> {
        let breakpoint = self.breakpoint().unwrap_or("base");
        self.panel.session.version.track();
        self.panel.session.read(|tree, _| {
            let node = &tree.node(&self.id)?.node;
            let value = node.prop_at(self.prop.name, breakpoint)?;
            path::get(value, &self.path).cloned()
        })
    }

    /// The same, as text; empty for none.
    pub(super) fn text(&self) -> String {
        match self.value() {
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(flag)) => flag.to_string(),
            _ => String::new(),
        }
    }

    /// What is written at exactly this breakpoint. Tracked.
    pub(super) fn own(&self) -> Option<Value> {
        let breakpoint = self.breakpoint();
        self.panel.session.version.track();
        self.panel.session.read(|tree, _| {
            let node = &tree.node(&self.id)?.node;
            let props = match breakpoint {
                Some(breakpoint) => node.at.get(breakpoint)?,
                None => &node.props,
            };
            path::get(props.get(self.prop.name)?, &self.path).cloned()
        })
    }

    /// The op that writes `value` here.
    pub(super) fn op(&self, value: Option<Value>) -> Op {
        let whole = Self {
            path: Vec::new(),
            ..self.clone()
        };
        Op::SetProp {
            id: self.id.clone(),
            name: self.prop.name.to_owned(),
            breakpoint: self.breakpoint().map(str::to_owned),
            value: path::set(whole.value(), &self.path, value),
        }
    }

    /// The ops of an edit: wider pages stay as they are where it is for one width alone.
    fn ops(&self, value: Option<Value>) -> Vec<Op> {
        let (session, name) = (self.panel.session, self.prop.name);
        let edited = value.is_some() && self.prop.responsive;
        let at = self.breakpoint().unwrap_or("base");
        let kept = session.read(|tree, _| {
            let node = &tree.node(&self.id).filter(|_| edited)?.node;
            let own = |step: &str| node.at.get(step).is_some_and(|own| own.contains_key(name));
            let next = breakpoint::kept(session, at, own)?;
            let held = node.prop_at(name, next).cloned();
            Some(Op::SetProp {
                id: self.id.clone(),
                name: name.to_owned(),
                breakpoint: Some(next.to_owned()),
                value: Some(held.or_else(|| written(self.unsaid(node)?))?),
            })
        });
        kept.into_iter().chain([self.op(value)]).collect()
    }

    /// What holds when nothing is said.
    fn unsaid(&self, node: &Node) -> Option<&'static str> {
        let is_space = matches!(self.prop.kind, PropKind::Space);
        self.prop.default.or_else(|| is_space.then(|| space(node)))
    }

    /// Writes, as an intention by itself.
    pub(super) fn set(&self, value: Option<Value>) {
        self.panel
            .session
            .attempt(Intention::new("edit"), self.ops(value));
    }

    /// Writes, as part of a burst in this field.
    pub(super) fn write(&self, value: Option<Value>) {
        let breakpoint = self.breakpoint().unwrap_or_default();
        let key = [self.id.as_str(), " ", &self.name(), " ", breakpoint].concat();
        self.panel
            .session
            .attempt(Intention::new("edit").burst(key), self.ops(value));
    }

    /// Lets go of what is written here: the default holds again, or what a narrower width says.
    pub(super) fn reset(&self) {
        self.set(None);
    }

    /// Whether there is something to let go of. A text has no default to go back to.
    pub(super) fn can_reset(&self) -> bool {
        let is_text = matches!(self.schema.kind, PropKind::Texts | PropKind::RichTexts);
        !(self.schema.required || is_text) && self.own().is_some() && self.refusal().is_none()
    }

    /// Why it may not be changed, in words; `None` when it may. Tracked.
    pub(super) fn refusal(&self) -> Option<String> {
        self.panel.refusal(&[self.op(self.value())])
    }

    pub(super) fn is_fixed(&self) -> bool {
        self.refusal().is_some()
    }
}

/// The room that a block leaves at its edges when it says nothing: what has a background leaves some.
fn space(node: &Node) -> &'static str {
    match node.props.get("background").and_then(Value::as_str) {
        None | Some("none") => "none",
        Some(_) => "m",
    }
}

/// A default, as it is written in documents: as a number, a flag or a word.
fn written(default: &str) -> Option<Value> {
    let word = || Some(Value::from(default));
    serde_json::from_str(default).ok().or_else(word)
}
