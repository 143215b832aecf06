//! A document, its selection and its history.

use palier_contract::{document::PortalDocument, ids::NodeId};

use crate::{
    Change, Changes, Intention, Op, Refusal, Rules, Tree, adopt,
    apply::{apply, commit},
    diff::between,
    history::{Done, History},
};

/// A document while somebody edits it.
///
/// ```
/// use palier_edit::{Editor, Intention, Op, Role, Rules, Tree};
/// # fn main() -> Result<(), palier_edit::Refusal> {
/// # let json = r#"{"schema":1,"id":"p","title":{},"root":[{"id":"a","type":"tier-progress"}]}"#;
/// # let document = serde_json::from_str(json).unwrap();
/// let mut editor = Editor::new(Tree::new(document)?, Rules::new(Role::Designer));
/// editor.perform("remove", vec![Op::Remove { ids: vec!["a".into()] }])?;
/// assert_eq!(editor.can_undo(), Some("remove"));
/// editor.undo();
/// assert!(!editor.is_dirty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Editor {
    tree: Tree,
    rules: Rules,
    selection: Vec<NodeId>,
    history: History,
    /// Names the document as it is now; undoing brings an earlier name back.
    state: u64,
    saved: u64,
    /// How many changes there were, undoing and redoing included.
    edits: u64,
}

impl Editor {
    /// Begins with a document that is saved as it is.
    #[must_use]
    pub fn new(tree: Tree, rules: Rules) -> Self {
        Self {
            tree,
            rules,
            selection: Vec::new(),
            history: History::default(),
            state: 0,
            saved: 0,
            edits: 0,
        }
    }

    /// The document.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What edits are held to.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Holds edits to something else from now on, for instance after a block was registered.
    pub fn set_rules(&mut self, rules: Rules) {
        self.rules = rules;
    }

    /// The document, whole.
    #[must_use]
    pub fn document(&self) -> PortalDocument {
        self.tree.to_document()
    }

    /// Every block in reading order.
    #[must_use]
    pub fn walk(&self) -> Vec<NodeId> {
        self.tree.walk(&self.rules.blocks)
    }

    /// What is selected, in the order in which it was.
    #[must_use]
    pub fn selection(&self) -> &[NodeId] {
        &self.selection
    }

    /// Selects these blocks, those that there are. Says whether that changed anything.
    /// Selecting something else ends a burst.
    pub fn select(&mut self, ids: Vec<NodeId>) -> bool {
        let ids = self.existing(ids);
        if ids == self.selection {
            return false;
        }
        self.settle();
        self.selection = ids;
        true
    }

    fn existing(&self, mut ids: Vec<NodeId>) -> Vec<NodeId> {
        ids.retain(|id| self.tree.node(id).is_some());
        ids
    }

    /// Carries out an intention: all of its ops, or none.
    ///
    /// Ops that change nothing leave no trace in the history.
    ///
    /// # Errors
    /// Why the first op that was refused was; document, selection and history are as they
    /// were.
    pub fn perform(
        &mut self,
        intention: impl Into<Intention>,
        ops: Vec<Op>,
    ) -> Result<Changes, Refusal> {
        let intention = intention.into();
        let mut inverse: Vec<Op> = Vec::new();
        let mut changes = Changes::default();
        for op in &ops {
            match apply(&mut self.tree, op, &self.rules) {
                Ok(applied) => {
                    changes.then(applied.changes);
                    inverse.splice(0..0, applied.inverse);
                }
                Err(refusal) => {
                    apply_all(&mut self.tree, &inverse);
                    return Err(refusal);
                }
            }
        }
        let before = self.selection.clone();
        let selected = intention.select.unwrap_or_else(|| before.clone());
        self.selection = self.existing(selected);
        if inverse.is_empty() {
            return Ok(changes);
        }
        self.history.push(Done {
            name: intention.name,
            burst: intention.burst,
            inverse,
            selection: before,
            state: self.state,
        });
        self.edits = self.edits.saturating_add(1);
        self.state = self.edits;
        Ok(changes)
    }

    /// Goes on with a document that has what somebody else has saved, besides what was done here;
    /// `theirs` is what they did. Nobody here takes that back: the history goes on without the
    /// intentions that did, or that do not fit any more.
    ///
    /// # Errors
    /// Why it is no document; everything is as it was.
    pub fn adopt(
        &mut self,
        document: PortalDocument,
        theirs: &[Change],
    ) -> Result<Changes, Refusal> {
        let mut other = Tree::new(document)?;
        let mut found = between(&self.tree, &other);
        let changes = adopt::redrawn(&found, &other);
        other.used.append(&mut self.tree.used);
        self.tree = other;
        // What both did alike makes no difference here, and is theirs as well.
        found.extend_from_slice(theirs);
        self.edits = self.edits.saturating_add(1);
        self.state = self.edits;
        let edits = &mut self.edits;
        self.history.survive(&self.tree, &found, || {
            *edits = edits.saturating_add(1);
            *edits
        });
        let selected = core::mem::take(&mut self.selection);
        self.selection = self.existing(selected);
        Ok(changes)
    }

    /// Whether these ops would be carried out, and if not, why; nothing is changed.
    ///
    /// # Errors
    /// See [`Editor::perform`].
    pub fn would(&self, ops: &[Op]) -> Result<(), Refusal> {
        if let [op] = ops {
            return crate::check::check(&self.tree, op, &self.rules);
        }
        let mut tree = self.tree.clone();
        ops.iter()
            .try_for_each(|op| apply(&mut tree, op, &self.rules).map(|_| ()))
    }

    /// Ends a burst: what comes next is an intention by itself.
    pub fn settle(&mut self) {
        self.history.open = false;
    }

    /// Goes on with the burst of that key, where it was the last that was done: leaving a field, for
    /// instance, does not end what a program does meanwhile.
    pub fn resume(&mut self, burst: &str) {
        let last = self.history.undo.back();
        self.history.open = last.is_some_and(|last| last.burst.as_deref() == Some(burst));
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn can_undo(&self) -> Option<&str> {
        self.history.undo.back().map(|done| done.name.as_str())
    }

    /// The name of what redo would bring back.
    #[must_use]
    pub fn can_redo(&self) -> Option<&str> {
        self.history.redo.last().map(|done| done.name.as_str())
    }

    /// What undo would do to the document, op by op.
    #[must_use]
    pub fn undo_ops(&self) -> &[Op] {
        self.history.undo.back().map_or(&[], |done| &done.inverse)
    }

    /// What redo would do to the document, op by op.
    #[must_use]
    pub fn redo_ops(&self) -> &[Op] {
        self.history.redo.last().map_or(&[], |done| &done.inverse)
    }

    /// Takes the last intention back and selects what was selected then; `None` when there
    /// is none.
    pub fn undo(&mut self) -> Option<Changes> {
        let done = self.history.undo.pop_back()?;
        let (changes, back) = self.invert(done);
        self.history.redo.push(back);
        Some(changes)
    }

    /// Brings back what was last undone; `None` when there is nothing.
    pub fn redo(&mut self) -> Option<Changes> {
        let done = self.history.redo.pop()?;
        let (changes, back) = self.invert(done);
        self.history.undo.push_back(back);
        Some(changes)
    }

    /// Does an entry's inverse: what takes it back becomes what brings it back.
    fn invert(&mut self, done: Done) -> (Changes, Done) {
        self.settle();
        let (inverse, changes) = apply_all(&mut self.tree, &done.inverse);
        let other = Done {
            name: done.name,
            burst: done.burst,
            inverse,
            selection: core::mem::take(&mut self.selection),
            state: self.state,
        };
        self.selection = self.existing(done.selection);
        self.state = done.state;
        self.edits = self.edits.saturating_add(1);
        (changes, other)
    }

    /// Whether there is anything that [`Editor::saved`] was not told of.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.state != self.saved
    }

    /// Names the document as it is now, to be told to [`Editor::saved`] when it is saved.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state
    }

    /// The document of that [`Editor::state`] has been saved.
    pub fn saved(&mut self, state: u64) {
        self.saved = state;
    }

    /// How many changes there were, undoing and redoing included: for autosave.
    #[must_use]
    pub fn edits(&self) -> u64 {
        self.edits
    }
}

/// Does ops that are known to fit, each with its inverse.
pub(crate) fn apply_all(tree: &mut Tree, ops: &[Op]) -> (Vec<Op>, Changes) {
    let mut inverse: Vec<Op> = Vec::new();
    let mut changes = Changes::default();
    for op in ops {
        // An inverse fits the document that it was made for; nothing comes in between.
        if let Ok(applied) = commit(tree, op) {
            changes.then(applied.changes);
            inverse.splice(0..0, applied.inverse);
        }
    }
    (inverse, changes)
}
