//! What a command of the hosting page asks for, as ops: a small language of its own, so that the ops
//! themselves stay ours to change.

use palier_contract::document::Node;
use palier_contract::ids::NodeId;
use palier_edit::{Op, Position, Refusal, Rules, SlotRef, Tree, apply};
use serde_json::{Map, Value};

use super::values;

/// What is asked for, ready to be done.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) ops: Vec<Op>,
    /// The blocks that come, in the order in which they were asked for.
    pub(super) added: Vec<NodeId>,
}

/// Why it is not done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It cannot be read: where, and what was expected, for developers.
    Malformed(String),
    /// It may not be done.
    Refused(Refusal),
}

/// A change's own fault; its place in the list is put before it.
pub(super) type Read<T> = Result<T, Fault>;

pub(super) fn malformed<T>(words: impl Into<String>) -> Read<T> {
    Err(Fault::Malformed(words.into()))
}

/// Gives a new block of a type, with what it needs.
pub(super) type Starter<'a> = &'a dyn Fn(&str) -> Option<Node>;

/// The keys that name a place.
const PLACE: &[&str] = &["into", "slot", "before", "after"];

/// Reads a list of changes, each as the ones before it leave the document.
pub(super) fn plan(json: &str, tree: &Tree, rules: &Rules, starter: Starter<'_>) -> Read<Plan> {
    let Ok(Value::Array(changes)) = serde_json::from_str(json) else {
        return malformed("expected a list of changes");
    };
    let (mut tree, mut plan) = (tree.clone(), Plan::default());
    for (index, change) in changes.iter().enumerate() {
        let reading = Reading {
            tree: &tree,
            rules,
            starter,
        };
        let ops = reading.change(change, &mut plan.added);
        let ops = ops.map_err(|fault| match fault {
            Fault::Malformed(words) => Fault::Malformed(format!("[{index}]{words}")),
            refused => refused,
        })?;
        for op in ops {
            apply(&mut tree, &op, rules).map_err(Fault::Refused)?;
            plan.ops.push(op);
        }
    }
    Ok(plan)
}

struct Reading<'a> {
    tree: &'a Tree,
    rules: &'a Rules,
    starter: Starter<'a>,
}

type Fields = Map<String, Value>;

impl Reading<'_> {
    fn change(&self, change: &Value, added: &mut Vec<NodeId>) -> Read<Vec<Op>> {
        let Some(fields) = change.as_object() else {
            return malformed(": expected an object with op");
        };
        match fields.get("op").and_then(Value::as_str) {
            Some("set") => self.set(fields),
            Some("insert") => self.insert(fields, added),
            Some("remove") => {
                only(fields, &["ids"], &[])?;
                let ids = self.ids(fields)?;
                Ok(vec![Op::Remove { ids }])
            }
            Some("move") => {
                only(fields, &["ids"], PLACE)?;
                let (ids, to) = (self.ids(fields)?, self.place(fields)?);
                Ok(vec![Op::Move { ids, to }])
            }
            Some("rename") => {
                only(fields, &["id", "name"], &[])?;
                let id = self.id(fields, "id")?;
                let name = match fields.get("name") {
                    None | Some(Value::Null) => None,
                    Some(_) => Some(text(fields, "name")?.to_owned()),
                };
                Ok(vec![Op::Rename { id, name }])
            }
            _ => malformed(".op: expected one of set, insert, remove, move, rename"),
        }
    }

    fn set(&self, fields: &Fields) -> Read<Vec<Op>> {
        only(fields, &["id", "props", "at"], &[])?;
        let id = self.id(fields, "id")?;
        let breakpoint = match fields.get("at") {
            None | Some(Value::Null) => None,
            Some(_) => Some(text(fields, "at")?.to_owned()),
        };
        let Some(props) = fields.get("props").and_then(Value::as_object) else {
            return malformed(".props: expected an object of values by name");
        };
        if let Some(entry) = self.tree.node(&id) {
            values::check(&entry.node, props, self.rules, ".props")?;
        }
        let ops = props.iter().map(|(name, value)| Op::SetProp {
            id: id.clone(),
            name: name.clone(),
            breakpoint: breakpoint.clone(),
            value: Some(value.clone()).filter(|value| !value.is_null()),
        });
        Ok(ops.collect())
    }

    fn insert(&self, fields: &Fields, added: &mut Vec<NodeId>) -> Read<Vec<Op>> {
        only(fields, &["block"], PLACE)?;
        let at = self.place(fields)?;
        let Some(block) = fields.get("block").and_then(Value::as_object) else {
            return malformed(".block: expected an object of type, props, slots, name");
        };
        let node = self.block(block, ".block")?;
        added.push(node.id.clone());
        let nodes = vec![node];
        Ok(vec![Op::Insert { at, nodes }])
    }

    /// A new block with what is said of it, and what it needs besides.
    fn block(&self, block: &Fields, at: &str) -> Read<Node> {
        let below = |fault| match fault {
            Fault::Malformed(words) => Fault::Malformed([at, &words].concat()),
            refused => refused,
        };
        only(block, &["type", "props", "slots", "name"], &[]).map_err(below)?;
        let kind = text(block, "type").map_err(below)?;
        let Some(mut node) = (self.starter)(kind) else {
            return malformed(format!("{at}.type: there is no block type {kind:?}"));
        };
        if block.contains_key("name") {
            node.name = Some(text(block, "name").map_err(below)?.to_owned());
        }
        match block.get("props") {
            None => {}
            Some(Value::Object(props)) => {
                values::check(&node, props, self.rules, &format!("{at}.props"))?;
                values::put(&mut node.props, props);
            }
            Some(_) => return malformed(format!("{at}.props: expected an object of values")),
        }
        match block.get("slots") {
            None => {}
            Some(Value::Object(slots)) => self.fill(&mut node, slots, at)?,
            Some(_) => return malformed(format!("{at}.slots: expected an object of lists")),
        }
        Ok(node)
    }

    fn fill(&self, node: &mut Node, slots: &Fields, at: &str) -> Read<()> {
        for (name, blocks) in slots {
            let at = format!("{at}.slots.{name}");
            let Some(blocks) = blocks.as_array() else {
                return malformed(format!("{at}: expected a list of blocks"));
            };
            let mut nodes = Vec::new();
            for (index, block) in blocks.iter().enumerate() {
                let at = format!("{at}[{index}]");
                let Some(block) = block.as_object() else {
                    return malformed(format!("{at}: expected an object with type"));
                };
                nodes.push(self.block(block, &at)?);
            }
            node.slots.insert(name.clone(), nodes);
        }
        Ok(())
    }

    /// Where something goes; the end of the page where nothing is said.
    fn place(&self, fields: &Fields) -> Read<Position> {
        let named = ["into", "before", "after"];
        if named
            .iter()
            .filter(|name| fields.contains_key(**name))
            .count()
            > 1
        {
            return malformed(": expected only one of into, before, after");
        }
        if fields.contains_key("slot") && !fields.contains_key("into") {
            return malformed(".slot: expected into, the block whose slot it is");
        }
        if fields.contains_key("before") {
            let id = self.id(fields, "before")?;
            let slot = self.tree.place_of(&id).map(|(slot, _)| slot);
            return Ok(Position::before(slot.unwrap_or_else(SlotRef::page), &id));
        }
        if fields.contains_key("after") {
            let id = self.id(fields, "after")?;
            let after = self.tree.position_of(&id);
            return Ok(after.unwrap_or_else(|| Position::end(SlotRef::page())));
        }
        if !fields.contains_key("into") {
            return Ok(Position::end(SlotRef::page()));
        }
        let id = self.id(fields, "into")?;
        if fields.contains_key("slot") {
            return Ok(Position::end(SlotRef::of(&id, text(fields, "slot")?)));
        }
        match self.tree.slots(&id, &self.rules.blocks).into_iter().next() {
            Some(slot) => Ok(Position::end(slot)),
            None => malformed(format!(".into: {:?} holds no blocks", id.as_str())),
        }
    }

    /// The id of a block that there is.
    fn id(&self, fields: &Fields, name: &str) -> Read<NodeId> {
        self.there(text(fields, name)?, &format!(".{name}"))
    }

    fn ids(&self, fields: &Fields) -> Read<Vec<NodeId>> {
        let expected = ".ids: expected a list of at least one block's id";
        let ids = match fields.get("ids").and_then(Value::as_array) {
            Some(ids) if !ids.is_empty() => ids,
            _ => return malformed(expected),
        };
        let ids = ids.iter().enumerate();
        ids.map(|(index, id)| match id.as_str() {
            Some(id) => self.there(id, &format!(".ids[{index}]")),
            None => malformed(expected),
        })
        .collect()
    }

    fn there(&self, id: &str, at: &str) -> Read<NodeId> {
        let found = NodeId::from(id);
        match self.tree.node(&found) {
            Some(_) => Ok(found),
            None => malformed(format!("{at}: there is no block {id:?}")),
        }
    }
}

/// A text that must be there.
fn text<'v>(fields: &'v Fields, name: &str) -> Read<&'v str> {
    let text = fields.get(name).and_then(Value::as_str);
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => Ok(text),
        None => malformed(format!(".{name}: expected a text")),
    }
}

/// Refuses what nobody would read.
fn only(fields: &Fields, keys: &[&str], more: &[&str]) -> Read<()> {
    let is_known = |name: &str| keys.contains(&name) || more.contains(&name);
    let is_known = |name: &str| name == "op" || is_known(name);
    match fields.keys().find(|name| !is_known(name)) {
        Some(name) => {
            let all = [keys, more].concat().join(", ");
            malformed(format!(".{name}: expected only {all}"))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
