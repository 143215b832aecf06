//! A small picture of each portal's draft: what it holds, in its colours.

use palier_contract::document::PortalDocument;
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
    /// The drafts that were read, by portal and version: the list is drawn anew after every change.
    static READ: RefCell<BTreeMap<String, Rc<PortalDocument>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Draws the picture of a portal; an empty page until it is read, once somebody sees it.
pub(super) fn draw(port: &Port, one: &PortalSummary) -> El {
    let name = [one.id.as_str(), "@", &one.draft_version.get().to_string()].concat();
    let known = READ.with_borrow(|read| read.get(&name).cloned());
    let page = RwSignal::new(known);
    let (port, id) = (port.clone(), one.id.to_string());
    let read = move || {
        let (port, id, name) = (port.clone(), id.clone(), name.clone());
        spawn_local(async move {
            // Without it there is no picture; whoever opens the portal is told why.
            if let Ok(draft) = port.draft(&id).await {
                let document = Rc::new(draft.loaded.document);
                READ.with_borrow_mut(|read| read.insert(name, Rc::clone(&document)));
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
