//! Applying an op, and how to undo it.

mod set;
mod structure;

use palier_contract::document::PortalDocument;

pub(crate) use structure::{all_there, place};

use crate::{Changes, Field, Op, Refusal, Rules, Tree, check::check};
use set::{exchange, set_page, set_prop, with_node};
use structure::{insert, keep_empty, remove, shift};

/// An op that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// What to do, in this order, to have the same bytes as before.
    pub inverse: Vec<Op>,
    /// What changed.
    pub changes: Changes,
}

/// Does an op if rules and locks allow it.
///
/// ```
/// use palier_edit::{Op, Role, Rules, Tree, apply};
/// let json = r#"{"schema":1,"id":"p","title":{},"root":[{"id":"a","type":"tier-progress"}]}"#;
/// let mut tree = Tree::new(serde_json::from_str(json).unwrap()).unwrap();
/// let remove = Op::Remove { ids: vec!["a".into()] };
/// let done = apply(&mut tree, &remove, &Rules::new(Role::Designer)).unwrap();
/// assert!(tree.is_empty());
/// assert!(done.changes.removed.contains(&"a".into()));
/// ```
///
/// # Errors
/// The reason why it may not be done; the tree is as it was.
pub fn apply(tree: &mut Tree, op: &Op, rules: &Rules) -> Result<Applied, Refusal> {
    check(tree, op, rules)?;
    commit(tree, op)
}

/// Does an op whatever rules and locks say: what was allowed may be undone.
///
/// # Errors
/// When the op makes no sense for this document (no such block, no such place).
pub(crate) fn commit(tree: &mut Tree, op: &Op) -> Result<Applied, Refusal> {
    match op {
        Op::Insert { at, nodes } => insert(tree, at, nodes),
        Op::Remove { ids } => remove(tree, ids),
        Op::Move { ids, to } => shift(tree, ids, to),
        Op::SetProp {
            id,
            name,
            breakpoint,
            value,
        } => set_prop(tree, id, name, breakpoint.as_deref(), value.clone()),
        Op::SetSpan {
            id,
            breakpoint,
            columns,
        } => with_node(tree, id, Field::Span, |node| {
            let old = exchange(&mut node.span, breakpoint, *columns);
            (old != *columns).then(|| Op::SetSpan {
                id: id.clone(),
                breakpoint: breakpoint.clone(),
                columns: old,
            })
        }),
        Op::SetHidden {
            id,
            breakpoint,
            hidden,
        } => with_node(tree, id, Field::Hidden, |node| {
            let old = exchange(&mut node.hidden, breakpoint, *hidden);
            (old != *hidden).then(|| Op::SetHidden {
                id: id.clone(),
                breakpoint: breakpoint.clone(),
                hidden: old,
            })
        }),
        Op::SetWhen { id, when } => with_node(tree, id, Field::When, |node| {
            let old = core::mem::replace(&mut node.when, when.clone());
            (old != *when).then(|| Op::SetWhen {
                id: id.clone(),
                when: old,
            })
        }),
        Op::SetLock { id, lock } => with_node(tree, id, Field::Lock, |node| {
            let old = core::mem::replace(&mut node.lock, lock.clone());
            (old != *lock).then(|| Op::SetLock {
                id: id.clone(),
                lock: old,
            })
        }),
        Op::Rename { id, name } => with_node(tree, id, Field::Name, |node| {
            let old = core::mem::replace(&mut node.name, name.clone());
            (old != *name).then(|| Op::Rename {
                id: id.clone(),
                name: old,
            })
        }),
        Op::SetTitle { .. }
        | Op::SetToken { .. }
        | Op::LockToken { .. }
        | Op::SetScheme { .. }
        | Op::SetPreset { .. } => Ok(set_page(&mut tree.page, op)),
        Op::Replace { document } => replace(tree, document),
        Op::KeepEmpty { slot, keep } => keep_empty(tree, slot, *keep),
    }
}

fn done(inverse: Option<Op>, changes: Changes) -> Applied {
    match inverse {
        Some(inverse) => Applied {
            inverse: vec![inverse],
            changes,
        },
        None => Applied {
            inverse: Vec::new(),
            changes: Changes::default(),
        },
    }
}

fn replace(tree: &mut Tree, document: &PortalDocument) -> Result<Applied, Refusal> {
    let mut other = Tree::new(document.clone())?;
    let inverse = Op::Replace {
        document: Box::new(tree.to_document()),
    };
    if other.page == tree.page && other.root == tree.root && other.nodes == tree.nodes {
        return Ok(done(None, Changes::default()));
    }
    other.used.append(&mut tree.used);
    *tree = other;
    Ok(done(Some(inverse), Changes::of_all()))
}
