//! Where a mistake is: the path that is told, and the place in the file.

use super::{reader::Table, source::Node};

impl<'r> Table<'r> {
    /// Path of a key of this table.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// Notes a mistake about what lies at `path` below this table, such as `tiers[2].requirements`, at the
    /// place of the deepest part of it that is there.
    pub(super) fn wrong(&self, path: &str, message: impl Into<String>) {
        let mut at = self.at;
        let mut inside: Option<&'r Node> = None;
        for step in path.split(['.', '[']) {
            let step = step.trim_end_matches(']');
            let found = match (inside, step.parse::<usize>()) {
                (None, _) => self.entry(step),
                (Some(list), Ok(index)) => list.items().get(index),
                (Some(table), Err(_)) => table.get(step),
            };
            let Some(node) = found else { break };
            at = node.at;
            inside = found;
        }
        self.reader.note(at, &self.path_of(path), message);
    }

    fn entry(&self, key: &str) -> Option<&'r Node> {
        let mut entries = self.entries.iter();
        entries
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }
}
