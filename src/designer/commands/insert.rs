//! Putting new blocks on the page.

use palier_contract::document::Node;
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op, Position, Rules, SlotRef, Tree};

use crate::designer::drag::{self, Spot};
use crate::designer::reasons;
use crate::designer::session::Session;
use crate::designer::words;
use crate::i18n::{I18n, keys};

/// Puts blocks after the selection, inside what is selected when it is empty and takes them, or
/// at the end of the page.
pub(in crate::designer) fn insert(session: Session, name: &str, nodes: Vec<Node>) {
    if let Some(why) = reasons::structure(session) {
        return session.say(why);
    }
    let Some(at) = place_for(session, &nodes) else {
        return session.say(session.i18n.t(keys::DESIGNER_SAID_NO_PLACE));
    };
    insert_at(session, name, at.into(), nodes);
}

/// Puts blocks there, selects them and says so.
pub(in crate::designer) fn insert_at(session: Session, name: &str, at: Spot, nodes: Vec<Node>) {
    if session.refuses_edits() {
        return;
    }
    let select: Vec<NodeId> = nodes.iter().map(|node| node.id.clone()).collect();
    let intention = Intention::new(name).select(select.clone());
    let ops = drag::insert(session, at, nodes);
    if session.perform(intention, ops).is_ok() {
        let said = session.read(|tree, rules| inserted(tree, rules, &select, session.i18n));
        session.say(said);
        session.view.make_room();
    }
}

/// What came, and where: several by how many they are.
pub(super) fn inserted(tree: &Tree, rules: &Rules, ids: &[NodeId], i18n: I18n) -> String {
    let place = match ids {
        [id] => words::place(tree, rules, id, i18n),
        ids => words::all(tree, ids, i18n),
    };
    i18n.with(keys::DESIGNER_SAID_INSERTED, &[("place", &place)])
}

fn place_for(session: Session, nodes: &[Node]) -> Option<Position> {
    let selected = session.selection.get_untracked();
    session.editor(|editor| {
        let (tree, rules) = (editor.tree(), editor.rules());
        let mut wished = Vec::new();
        if let Some(id) = selected.last() {
            let empty = session.seen_slots(tree, rules, id).into_iter();
            wished.extend(
                empty
                    .filter(|slot| tree.children(slot).is_empty())
                    .map(Position::end),
            );
            let around = core::iter::once(id).chain(tree.ancestors(id));
            wished.extend(around.filter_map(|id| tree.position_of(id)));
        }
        wished.push(Position::end(SlotRef::page()));
        wished.into_iter().find(|at| {
            let op = Op::Insert {
                at: at.clone(),
                nodes: nodes.to_vec(),
            };
            editor.would(&[op]).is_ok()
        })
    })
}
