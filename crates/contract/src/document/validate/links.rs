//! Links within the page: every one must lead somewhere, and only to one place.

use super::Walk;
use crate::document::{FindingCode, Node};

impl<'a> Walk<'a> {
    pub(super) fn anchor(&mut self, node: &'a Node, anchor: &'a str, path: &str) {
        if !self.anchors.insert(anchor) {
            let message = format!("two blocks are called #{anchor}; rename one");
            let code = FindingCode::DuplicateAnchor;
            self.report(Some(node), path.to_owned(), code, message);
        }
    }

    pub(super) fn link(&mut self, node: &'a Node, link: &'a str, path: &str) {
        if let Some(anchor) = link.strip_prefix('#') {
            self.links.push((node, path.to_owned(), anchor));
        }
    }

    /// Only at the end are all places known.
    pub(super) fn dead_links(&mut self) {
        for (node, path, anchor) in core::mem::take(&mut self.links) {
            if !self.anchors.contains(anchor) {
                let message = format!("nothing on the page is called #{anchor}");
                self.report(Some(node), path, FindingCode::DeadLink, message);
            }
        }
    }
}
