//! A small picture of each portal's draft: what it holds, in its colours.

use palier_contract::document::PortalDocument;
use palier_contract::ids::PortalId;
use palier_contract::revision::PortalSummary;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

use super::SHEET;
use crate::blocks::ui::when_seen;
use crate::designer::port::Port;
use crate::designer::templates;
use crate::dom::El;
use crate::reactive::RwSignal;

thread_local! {
    /// The drafts that were read, one of each portal: the list is drawn anew after every change.
    static READ: RefCell<Drafts> = const { RefCell::new(Drafts(BTreeMap::new())) };
}

/// Drafts by portal, each with its version.
struct Drafts(BTreeMap<PortalId, (i64, Rc<PortalDocument>)>);

impl Drafts {
    fn of(&self, portal: &PortalId, version: i64) -> Option<Rc<PortalDocument>> {
        let (known, document) = self.0.get(portal)?;
        (*known == version).then(|| Rc::clone(document))
    }

    /// Keeps a draft instead of an older one of its portal.
    fn keep(&mut self, portal: PortalId, version: i64, document: Rc<PortalDocument>) {
        self.0.insert(portal, (version, document));
    }
}

/// Draws the picture of a portal; an empty page until it is read, once somebody sees it.
pub(super) fn draw(port: &Port, one: &PortalSummary) -> El {
    let version = one.draft_version.get();
    let known = READ.with_borrow(|read| read.of(&one.id, version));
    let page = RwSignal::new(known);
    let (port, id) = (port.clone(), one.id.clone());
    let read = move || {
        let (port, id) = (port.clone(), id.clone());
        spawn_local(async move {
            // Without it there is no picture; whoever opens the portal is told why.
            if let Ok(draft) = port.draft(id.as_str()).await {
                let document = Rc::new(draft.loaded.document);
                READ.with_borrow_mut(|read| read.keep(id, version, Rc::clone(&document)));
                // The list may be another one by now.
                page.set(Some(document));
            }
        });
    };
    SHEET
        .el("span", "picture")
        .attr("data-picture", "")
        .node(move |picture| {
            if page.with_untracked(Option::is_none) {
                when_seen(&picture, read);
            }
        })
        .slot(move || {
            page.with(|page| match page {
                Some(page) => templates::sketch(&page.root, Some(&page.theme)),
                None => templates::sketch(&[], None),
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_portal_one_version_is_kept() {
        let mut read = Drafts(BTreeMap::new());
        let (club, shop) = (PortalId::from("club"), PortalId::from("shop"));
        let json = r#"{"schema":1,"id":"p","title":{},"theme":{},"root":[]}"#;
        let draft = || Rc::new(serde_json::from_str(json).unwrap());
        for version in 1..=3 {
            read.keep(club.clone(), version, draft());
            read.keep(shop.clone(), 1, draft());
        }
        assert_eq!(read.0.len(), 2);
        assert!(read.of(&club, 3).is_some());
        assert!(read.of(&club, 2).is_none());
        assert!(read.of(&shop, 1).is_some());
    }
}
