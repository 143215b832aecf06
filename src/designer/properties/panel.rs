//! What the fields of the panel share: the language that texts are edited in, what is searched,
//! and what is wrong with the block.

use palier_contract::document::{BlockSchema, Node};
use palier_contract::ids::NodeId;
use palier_edit::{Op, Refusal, Role};

use super::findings::{self, Note};
use crate::designer::session::Session;
use crate::designer::words;
use crate::dom::watch;
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;

/// The panel of one session. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Panel {
    pub(super) session: Session,
    /// The languages of the programme, its default first.
    pub(super) locales: RwSignal<Vec<String>>,
    /// The one that texts are edited in.
    pub(super) locale: RwSignal<String>,
    /// What names of fields should contain.
    pub(super) search: RwSignal<String>,
    /// Groups that were unfolded, by name: they stay so for the next block.
    pub(super) unfolded: RwSignal<Vec<&'static str>>,
    /// What is wrong with the selected block.
    pub(super) notes: RwSignal<Vec<Note>>,
}

impl Panel {
    pub(super) fn new(session: Session) -> Self {
        let locales = session.read(|_, rules| rules.locales.clone());
        let first = locales.first().cloned().unwrap_or_default();
        let panel = Self {
            session,
            locales: RwSignal::new(locales),
            locale: RwSignal::new(first),
            search: RwSignal::new(String::new()),
            unfolded: RwSignal::new(Vec::new()),
            notes: RwSignal::new(Vec::new()),
        };
        panel.follow_programme();
        panel.follow_page();
        panel.follow_findings();
        panel
    }

    pub(super) fn i18n(self) -> I18n {
        self.session.i18n
    }

    pub(super) fn t(self, key: Key) -> String {
        self.session.i18n.t(key)
    }

    /// Why something may not be done, in words; `None` when it may. Tracked.
    pub(super) fn refusal(self, ops: &[Op]) -> Option<String> {
        self.session.version.track();
        let refused = self.session.editor(|editor| editor.would(ops).err())?;
        Some(match refused {
            // Said once per group of fields, some of which a content editor does change.
            Refusal::Role {
                role: Role::ContentEditor,
            } => self.t(keys::DESIGNER_PROPERTIES_NOT_CONTENT),
            refused => words::refusal(&refused, self.i18n()),
        })
    }

    /// The language in which every text must be there.
    pub(super) fn default_locale(self) -> String {
        self.locales.get().first().cloned().unwrap_or_default()
    }

    /// The languages of the programme, as soon as the backend has said them.
    fn follow_programme(self) {
        let session = self.session;
        let portal = session.store.portal();
        watch(move || {
            let locales = portal.get().value.map(|portal| portal.locales.clone());
            let Some(locales) = locales.filter(|locales| !locales.is_empty()) else {
                return;
            };
            if locales == self.locales.get_untracked() {
                return;
            }
            session.editor_mut(|editor| {
                let mut rules = editor.rules().clone();
                rules.default_locale = locales.first().cloned().unwrap_or_default();
                rules.locales.clone_from(&locales);
                editor.set_rules(rules);
            });
            if !locales.contains(&self.locale.get_untracked()) {
                self.locale
                    .set(locales.first().cloned().unwrap_or_default());
            }
            self.locales.set(locales);
        });
    }

    /// Texts are edited in the language that the page is shown in, where the programme has it.
    fn follow_page(self) {
        watch(move || {
            let shown = self.session.view.stage.language();
            if self.locales.get().contains(&shown) {
                self.locale.set(shown);
            }
        });
    }

    fn follow_findings(self) {
        let session = self.session;
        watch(move || {
            session.version.track();
            self.locales.track();
            let selected = session.selection.get();
            let notes = session.read(|tree, rules| match selected.as_slice() {
                [id] => findings::of(tree, rules, id),
                _ => Vec::new(),
            });
            if notes != self.notes.get_untracked() {
                self.notes.set(notes);
            }
        });
    }

    /// A block and what is known of its type.
    pub(super) fn block(self, id: &NodeId) -> Option<(Node, Option<BlockSchema>)> {
        self.session.read(|tree, rules| {
            let node = tree.node(id)?.node.clone();
            let schema = rules.block(&node.kind).copied();
            let known = schema.filter(|schema| node.v <= schema.v());
            Some((node, known))
        })
    }
}
