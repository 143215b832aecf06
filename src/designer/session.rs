//! The document being edited: asks `palier_edit` what an edit means, and tells everybody what
//! changed.

use std::cell::RefCell;
use std::rc::Rc;

use palier_contract::document::{BlockSchema, PortalDocument};
use palier_contract::ids::NodeId;
use palier_edit::{Changes, Editor, Intention, Op, Refusal, Role, Rules, Tree, diff};

use super::host::{self, Edit};
use super::port::{Port, random};
use super::preview::Stage;
use super::problems::Problems;
use super::save::Saving;
use super::view::{Mode, View};
use super::words;
use crate::i18n::{I18n, Key};
use crate::reactive::{RwSignal, StoredValue};
use crate::store::Store;

/// Hears of each change, right after it.
type Listener = Rc<dyn Fn(&Tree, &Changes)>;

struct Inner {
    editor: RefCell<Editor>,
    listeners: RefCell<Vec<Listener>>,
    port: Port,
}

/// One open document. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Session {
    inner: StoredValue<Rc<Inner>>,
    /// Words of the designer.
    pub(super) i18n: I18n,
    /// What the backend says to nobody in particular, or to the member who was chosen; what the
    /// canvas shows is up to [`View::stage`].
    pub(super) store: Store,
    /// What should be mended.
    pub(super) problems: Problems,
    /// How the desk is set up: widths, panels, dialogs.
    pub(super) view: View,
    /// How it is saved.
    pub(super) saving: Saving,
    /// Goes up with each change of the document.
    pub(super) version: RwSignal<u32>,
    /// Goes up when the hosting page brings another block.
    pub(super) known: RwSignal<u32>,
    /// Goes up when something may stand elsewhere on the page.
    pub(super) moved: RwSignal<u32>,
    /// The selected blocks; the first has the focus.
    pub(super) selection: RwSignal<Vec<NodeId>>,
    /// What was said last, for the status line and for screen readers.
    pub(super) said: RwSignal<String>,
}

impl Session {
    pub(super) fn new(
        editor: Editor,
        stage: Stage,
        store: Store,
        i18n: I18n,
        port: Port,
        saving: Saving,
    ) -> Self {
        let inner = Inner {
            editor: RefCell::new(editor),
            listeners: RefCell::default(),
            port,
        };
        Self {
            inner: StoredValue::new(Rc::new(inner)),
            i18n,
            store,
            problems: Problems::new(),
            view: View::new(stage),
            saving,
            version: RwSignal::new(0),
            known: RwSignal::new(0),
            moved: RwSignal::new(0),
            selection: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
        }
    }

    fn with<T>(self, run: impl FnOnce(&Inner) -> T) -> T
    where
        T: Default,
    {
        self.inner
            .try_get_value()
            .map(|inner| run(&inner))
            .unwrap_or_default()
    }

    /// Reads the document and what edits are held to. Not tracked: read [`Session::version`]
    /// as well to follow changes.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Tree, &Rules) -> T) -> T {
        self.with(|inner| {
            let editor = inner.editor.borrow();
            read(editor.tree(), editor.rules())
        })
    }

    /// The document, whole. Not tracked.
    pub(super) fn document(self) -> Option<PortalDocument> {
        self.read(|tree, _| Some(tree.to_document()))
    }

    /// Reads the editor itself. Not tracked.
    pub(super) fn editor<T: Default>(self, read: impl FnOnce(&Editor) -> T) -> T {
        self.with(|inner| read(&inner.editor.borrow()))
    }

    /// Changes what the editor keeps besides the document.
    pub(super) fn editor_mut(self, change: impl FnOnce(&mut Editor)) {
        self.with(|inner| change(&mut inner.editor.borrow_mut()));
    }

    /// The backend's side of the document.
    pub(super) fn port(self) -> Option<Port> {
        self.with(|inner| Some(inner.port.clone()))
    }

    /// Who is editing.
    pub(super) fn role(self) -> Role {
        self.with(|inner| Some(inner.editor.borrow().rules().role))
            .unwrap_or(Role::ContentEditor)
    }

    /// Holds edits to another role from now on.
    pub(super) fn set_role(self, role: Role) {
        self.editor_mut(|editor| {
            let mut rules = editor.rules().clone();
            rules.role = role;
            editor.set_rules(rules);
        });
    }

    /// Knows of these block types from now on. The document stays as it is, and is drawn anew.
    pub(super) fn learn(self, blocks: Vec<BlockSchema>) {
        self.editor_mut(|editor| {
            let mut rules = editor.rules().clone();
            rules.blocks = blocks;
            editor.set_rules(rules);
        });
        self.known.update(|known| *known = known.wrapping_add(1));
        self.version
            .update(|version| *version = version.wrapping_add(1));
    }

    /// Calls `hear` after each change, for as long as the session lives.
    pub(super) fn listen(self, hear: impl Fn(&Tree, &Changes) + 'static) {
        self.with(|inner| inner.listeners.borrow_mut().push(Rc::new(hear)));
    }

    /// Carries out an intention. What is refused is said, and changes nothing.
    ///
    /// # Errors
    /// Why the first op that was refused was.
    pub(super) fn perform(
        self,
        intention: impl Into<Intention>,
        ops: Vec<Op>,
    ) -> Result<(), Refusal> {
        let intention = intention.into();
        let adds = intention.name == "insert";
        let edit = host::hears_edits().then(|| Edit::new(&intention.name, &ops));
        let done = self
            .with(|inner| Some(inner.editor.borrow_mut().perform(intention, ops)))
            .unwrap_or_else(|| Ok(Changes::default()));
        match done {
            Ok(changes) => {
                if adds {
                    self.note_added(changes.added.clone());
                }
                self.tell(&changes);
                edit.iter()
                    .filter(|_| !changes.is_empty())
                    .for_each(Edit::tell);
                Ok(())
            }
            Err(refusal) => {
                self.say(words::refusal(&refusal, self.i18n));
                Err(refusal)
            }
        }
    }

    /// As [`Session::perform`], for those who have nothing to add to what was said.
    pub(super) fn attempt(self, intention: impl Into<Intention>, ops: Vec<Op>) {
        // The refusal has been said.
        drop(self.perform(intention, ops));
    }

    /// Goes on with a document that has what somebody else did to `base`, which led to `theirs`.
    /// Nothing of that can be undone here; what was done here can.
    pub(super) fn adopt(
        self,
        document: PortalDocument,
        base: &PortalDocument,
        theirs: &PortalDocument,
    ) {
        let theirs = diff(base, theirs).unwrap_or_default();
        let done = self.with(|inner| Some(inner.editor.borrow_mut().adopt(document, &theirs)));
        match done {
            Some(Ok(changes)) => self.tell(&changes),
            Some(Err(refusal)) => self.say(words::refusal(&refusal, self.i18n)),
            None => {}
        }
    }

    /// Takes the last intention back.
    pub(super) fn undo(self) {
        let edit = self.edit("undo", Editor::undo_ops);
        self.turn(Editor::undo, crate::i18n::keys::DESIGNER_SAID_UNDONE);
        edit.iter().for_each(Edit::tell);
    }

    /// Brings back what was last undone.
    pub(super) fn redo(self) {
        let edit = self.edit("redo", Editor::redo_ops);
        self.turn(Editor::redo, crate::i18n::keys::DESIGNER_SAID_REDONE);
        edit.iter().for_each(Edit::tell);
    }

    /// What the hosting page is to hear of a turn in history, if it wants to and there is one.
    fn edit(self, name: &str, ops: fn(&Editor) -> &[Op]) -> Option<Edit> {
        let hears = host::hears_edits();
        self.editor(|editor| {
            (hears && !ops(editor).is_empty()).then(|| Edit::new(name, ops(editor)))
        })
    }

    fn turn(self, turn: fn(&mut Editor) -> Option<Changes>, said: Key) {
        let name =
            || self.read(|tree, _| words::all(tree, &self.selection.get_untracked(), self.i18n));
        // What is taken out is named as long as it is there.
        let before = name();
        let changes = self.with(|inner| turn(&mut inner.editor.borrow_mut()));
        if let Some(changes) = changes {
            self.tell(&changes);
            let lacking = if changes.removed.is_empty() {
                name()
            } else {
                before
            };
            let what = self.read(|tree, rules| words::changed(tree, rules, &changes, self.i18n));
            self.say(self.i18n.with(said, &[("what", &what.unwrap_or(lacking))]));
        }
    }

    /// Tells everybody what changed.
    fn tell(self, changes: &Changes) {
        let listeners = self.with(|inner| inner.listeners.borrow().clone());
        self.read(|tree, _| {
            for hear in &listeners {
                hear(tree, changes);
            }
        });
        self.mirror();
        self.version
            .update(|version| *version = version.wrapping_add(1));
    }

    fn mirror(self) {
        let selected = self.editor(|editor| editor.selection().to_vec());
        if self.selection.get_untracked() != selected {
            self.selection.set(selected);
        }
    }

    /// Selects these blocks; none while the page is tried out.
    pub(super) fn select(self, ids: Vec<NodeId>) {
        if !ids.is_empty() && self.refuses_edits() {
            return;
        }
        self.editor_mut(|editor| {
            editor.select(ids);
        });
        self.mirror();
    }

    /// Adds a block to the selection, or takes it out.
    pub(super) fn toggle(self, id: &NodeId) {
        let mut ids = self.selection.get_untracked();
        match ids.iter().position(|known| known == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id.clone()),
        }
        self.select(ids);
    }

    /// Goes on to edit the page, or to try it out. What is tried out has nothing selected.
    pub(super) fn look_as(self, mode: Mode) {
        if mode == Mode::Try {
            self.select(Vec::new());
        }
        self.view.mode.set(mode);
    }

    /// Whether the page is tried out, which nothing may edit then; if so, says it.
    pub(super) fn refuses_edits(self) -> bool {
        let is_tried = self.view.mode.get_untracked() == Mode::Try;
        if is_tried {
            self.say(self.i18n.t(crate::i18n::keys::DESIGNER_TRY_REFUSED));
        }
        is_tried
    }

    /// Says something in the status line and to screen readers.
    pub(super) fn say(self, words: String) {
        self.said.set(words);
    }

    /// The block types there are.
    pub(super) fn blocks(self) -> Vec<BlockSchema> {
        self.read(|_, rules| rules.blocks.clone())
    }

    /// An id that the document never had.
    pub(super) fn fresh_id(self) -> NodeId {
        self.read(|tree, _| palier_edit::fresh_id(tree, &mut dice))
    }
}

/// Randomness of the browser.
pub(super) fn dice() -> u64 {
    u64::from(random()) << 32 | u64::from(random())
}
