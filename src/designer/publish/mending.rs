//! What hinders publishing: what was found here, and what the backend found; each leads to where it
//! can be mended.

use palier_contract::document::{Node, Severity};
use palier_contract::ids::NodeId;
use palier_contract::problem::FieldError;

use super::SHEET;
use crate::designer::problems::Problem;
use crate::designer::session::Session;
use crate::designer::{dialogs, words};
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;

/// Errors first, then warnings.
pub(super) fn list(session: Session, found: &[Problem]) -> Option<El> {
    let i18n = session.i18n;
    if found.is_empty() {
        return None;
    }
    let mut sorted: Vec<&Problem> = found.iter().collect();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.severity));
    let rows = sorted.into_iter().map(|one| {
        let (tone, label) = match one.severity {
            Severity::Error => ("bad", keys::DESIGNER_PUBLISH_ERROR),
            Severity::Warning => ("warn", keys::DESIGNER_PUBLISH_WARNING),
        };
        let finding = one.clone();
        let name = one
            .node
            .as_ref()
            .and_then(|id| session.read(|tree, _| Some(words::block(&tree.node(id)?.node, i18n))))
            .unwrap_or_else(|| i18n.t(keys::DESIGNER_PAGE));
        Dom::from(
            SHEET
                .el("li", "problem")
                .child(
                    el("span", "ds-chip")
                        .attr("data-tone", tone)
                        .text(&i18n.t(label)),
                )
                .child(
                    SHEET
                        .el("button", "way")
                        .attr("type", "button")
                        .text(&i18n.with(
                            keys::DESIGNER_PUBLISH_PROBLEM,
                            &[("block", &name), ("what", &one.text)],
                        ))
                        .on("click", move |_| {
                            dialogs::close();
                            session.reveal(finding.node.as_ref(), &finding.path);
                        }),
                ),
        )
    });
    let has_errors = found.iter().any(|one| one.severity == Severity::Error);
    Some(
        el("section", "ds-group")
            .child(el("h3", "ds-group-title").text(&i18n.t(keys::DESIGNER_PUBLISH_PROBLEMS)))
            .child(
                has_errors.then(|| el("p", "").text(&i18n.t(keys::DESIGNER_PUBLISH_ERRORS_FIRST))),
            )
            .child(SHEET.el("ul", "problems").child(rows.collect::<Vec<_>>())),
    )
}

/// That it did not work, in words, and what the backend found in the document.
pub(super) fn failed(session: Session, words: &str, faults: &[FieldError]) -> Dom {
    let rows = faults.iter().map(|fault| {
        let pointer = fault.pointer.clone();
        Dom::from(
            SHEET.el("li", "problem").child(
                SHEET
                    .el("button", "way")
                    .attr("type", "button")
                    .text(&fault.detail)
                    .on("click", move |_| {
                        dialogs::close();
                        let node =
                            session.read(|tree, _| node_at(&tree.to_document().root, &pointer));
                        session.reveal(node.as_ref(), &pointer);
                    }),
            ),
        )
    });
    Dom::from(vec![
        Dom::from(
            el("p", "ds-error")
                .attr("role", "alert")
                .text(words)
                .node(|told| dom::focus(&told)),
        ),
        Dom::from(SHEET.el("ul", "problems").child(rows.collect::<Vec<_>>())),
    ])
}

/// The innermost block that a pointer into the document leads through.
fn node_at(root: &[Node], path: &str) -> Option<NodeId> {
    let mut steps = path.strip_prefix("/root/")?.split('/');
    let mut node = root.get(steps.next()?.parse::<usize>().ok()?)?;
    while let (Some("slots"), Some(slot), Some(index)) = (steps.next(), steps.next(), steps.next())
    {
        let index = index.parse::<usize>().ok();
        let slot = node.slots.get(&slot.replace("~1", "/").replace("~0", "~"));
        match index.and_then(|index| slot?.get(index)) {
            Some(inner) => node = inner,
            None => break,
        }
    }
    Some(node.id.clone())
}
