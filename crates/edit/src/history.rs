//! What can be undone: one entry per intention.

use std::collections::VecDeque;

use palier_contract::ids::NodeId;

use crate::{Change, Op, Tree, adopt, op::Target};

/// Most intentions that can be undone.
pub(crate) const DEPTH: usize = 500;

/// What somebody meant to do, whatever ops it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intention {
    /// A word for it, for instance `move`; menus say it in the reader's language.
    pub name: String,
    /// Consecutive intentions with the same key become one, until [`crate::Editor::settle`]:
    /// one field's burst of typing, one drag of a handle.
    pub burst: Option<String>,
    /// What is selected afterwards; `None` for what is now.
    pub select: Option<Vec<NodeId>>,
}

impl Intention {
    /// An intention by itself.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            burst: None,
            select: None,
        }
    }

    /// The same, as part of a burst.
    #[must_use]
    pub fn burst(mut self, key: impl Into<String>) -> Self {
        self.burst = Some(key.into());
        self
    }

    /// The same, and afterwards these blocks are selected.
    #[must_use]
    pub fn select(mut self, ids: Vec<NodeId>) -> Self {
        self.select = Some(ids);
        self
    }
}

impl From<&str> for Intention {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

/// One intention that was carried out, or undone.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    pub name: String,
    pub burst: Option<String>,
    /// What takes it back.
    pub inverse: Vec<Op>,
    /// What was selected on the other side of it.
    pub selection: Vec<NodeId>,
    /// The state of the document on the other side of it.
    pub state: u64,
}

/// What was done and what was undone.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    pub undo: VecDeque<Done>,
    pub redo: Vec<Done>,
    /// Whether the newest entry may still grow.
    pub open: bool,
}

impl History {
    pub(crate) fn push(&mut self, done: Done) {
        self.redo.clear();
        let last = self
            .undo
            .back_mut()
            .filter(|last| self.open && done.burst.is_some() && last.burst == done.burst);
        if let Some(last) = last {
            // Its selection and state stay those from before the burst.
            prepend(&mut last.inverse, done.inverse);
        } else {
            self.open = done.burst.is_some();
            self.undo.push_back(done);
            if self.undo.len() > DEPTH {
                self.undo.pop_front();
            }
        }
    }
}

impl History {
    /// Goes on over `tree`, in which somebody else has done `theirs`: what would take that back, or
    /// does not fit any more, is forgotten. `fresh` names states that no document had before.
    pub(crate) fn survive(
        &mut self,
        tree: &Tree,
        theirs: &[Change],
        mut fresh: impl FnMut() -> u64,
    ) {
        let mut kept = |newest_first: Vec<Done>| {
            let mut kept = adopt::survivors(tree.clone(), theirs, newest_first);
            for done in &mut kept {
                done.state = fresh();
            }
            kept.reverse();
            kept
        };
        self.undo = kept(self.undo.drain(..).rev().collect()).into();
        self.redo = kept(self.redo.drain(..).rev().collect());
        self.open = false;
    }
}

/// Puts the inverse of a later op before those of earlier ones. Where all of them merely set
/// something, the earliest value of each is enough: a burst of typing stays one op.
fn prepend(inverse: &mut Vec<Op>, mut later: Vec<Op>) {
    let targets = |ops: &[Op]| ops.iter().map(Op::target).collect::<Option<Vec<Target>>>();
    if let (Some(known), Some(_)) = (targets(inverse), targets(&later)) {
        later.retain(|op| op.target().is_some_and(|target| !known.contains(&target)));
    }
    later.append(inverse);
    *inverse = later;
}
