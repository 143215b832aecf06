//! What a backend has, so that a document which names something else is found.

use std::collections::{BTreeMap, BTreeSet};

use super::RefKind;

/// The ids that props may name. A kind of which nothing was said is not checked.
///
/// ```
/// use palier_contract::document::{RefKind, References};
/// let known = References::new().with(RefKind::Board, ["weekly"]);
/// assert!(known.admits(RefKind::Board, "weekly"));
/// assert!(!known.admits(RefKind::Board, "daily"));
/// assert!(known.admits(RefKind::Series, "anything"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References(BTreeMap<RefKind, BTreeSet<String>>);

impl References {
    /// Knows of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These ids exist, and no others of that kind.
    #[must_use]
    pub fn with<I: Into<String>>(
        mut self,
        kind: RefKind,
        ids: impl IntoIterator<Item = I>,
    ) -> Self {
        let known = self.0.entry(kind).or_default();
        known.extend(ids.into_iter().map(Into::into));
        self
    }

    /// Whether that id may exist. The board `default` always does: it is the first one.
    #[must_use]
    pub fn admits(&self, kind: RefKind, id: &str) -> bool {
        let ids = self.0.get(&kind);
        ids.is_none_or(|ids| ids.contains(id) || (kind == RefKind::Board && id == "default"))
    }
}
