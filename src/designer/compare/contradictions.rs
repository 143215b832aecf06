//! Where two people contradict each other, in words: which block, what of it, and what it is for
//! either of them.

use palier_contract::document::{Node, PortalDocument};
use palier_edit::{Conflict, Tree};
use serde_json::Value;

use super::values::{called, said, schema};
use super::{SHEET, Sort, sort};
use crate::designer::properties::names;
use crate::designer::session::Session;
use crate::designer::words;
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, keys};

/// The documents of the two, and the one that both began with.
struct Sides {
    base: Option<Tree>,
    mine: Option<Tree>,
    theirs: Option<Tree>,
}

/// Draws all of them.
pub(in crate::designer) fn draw(
    [base, mine, theirs]: [&PortalDocument; 3],
    conflicts: &[Conflict],
    session: Session,
) -> El {
    let i18n = session.i18n;
    let tree = |document: &PortalDocument| Tree::new(document.clone()).ok();
    let sides = Sides {
        base: tree(base),
        mine: tree(mine),
        theirs: tree(theirs),
    };
    let rows = conflicts
        .iter()
        .map(|one| Dom::from(row(one, &sides, i18n)));
    SHEET
        .el("ul", "list")
        .attr("data-contradictions", "")
        .child(rows.collect::<Vec<_>>())
}

fn row(conflict: &Conflict, sides: &Sides, i18n: I18n) -> El {
    // By the name that both know it by.
    let all = [&sides.base, &sides.mine, &sides.theirs];
    let node = conflict.node.as_ref().and_then(|id| {
        let mut found = all.iter().filter_map(|tree| tree.as_ref()?.node(id));
        found.next().map(|entry| &entry.node)
    });
    let name = node.map_or_else(
        || i18n.t(keys::DESIGNER_PAGE),
        |node| words::block(node, i18n),
    );
    let details = details(conflict, node, sides, i18n);
    let details = details
        .iter()
        .map(|words| Dom::from(SHEET.el("li", "detail").text(words)));
    SHEET
        .el("li", "row")
        .child(SHEET.el("span", "sign").text(&what(conflict, node, i18n)))
        .child(
            el("div", "")
                .child(SHEET.el("span", "name").text(&name))
                .child(el("ul", "").child(details.collect::<Vec<_>>())),
        )
}

/// What they contradict each other about.
fn what(conflict: &Conflict, node: Option<&Node>, i18n: I18n) -> String {
    let field = conflict.field.as_str();
    let head = field.split('/').next().unwrap_or(field);
    i18n.t(match (head, node) {
        ("removed", _) => keys::DESIGNER_COMPARE_REMOVED,
        ("place", _) => keys::DESIGNER_COMPARE_MOVED,
        ("title", None) => keys::DESIGNER_COMPARE_TITLE,
        ("theme", None) => keys::DESIGNER_COMPARE_THEME,
        (_, None) => Sort::Settings.words(),
        (_, Some(node)) => match schema(node, field) {
            Some(schema) => return names::prop(&schema, i18n),
            None => sort(&node.kind, field).words(),
        },
    })
}

/// What it is for either.
fn details(conflict: &Conflict, node: Option<&Node>, sides: &Sides, i18n: I18n) -> Vec<String> {
    let has = |tree: &Option<Tree>| {
        let id = conflict.node.as_ref();
        id.is_some_and(|id| tree.as_ref().is_some_and(|tree| tree.node(id).is_some()))
    };
    let words = match conflict.field.as_str() {
        "place" => keys::DESIGNER_COMPARE_PLACED_OTHERWISE,
        "removed" if has(&sides.mine) => keys::DESIGNER_COMPARE_REMOVED_BY_THEM,
        "removed" => keys::DESIGNER_COMPARE_REMOVED_BY_YOU,
        field => {
            let schema = node.and_then(|node| schema(node, field));
            let said = |value: &Option<Value>| {
                let called = value.as_ref().and_then(|value| called(field, value, i18n));
                called.unwrap_or_else(|| said(value.as_ref(), schema.as_ref(), i18n))
            };
            return match (said(&conflict.mine), said(&conflict.theirs)) {
                // What no word tells apart is not told: the two lists above have it.
                (mine, theirs) if mine == theirs => vec![i18n.t(keys::DESIGNER_COMPARE_OTHERWISE)],
                (mine, theirs) => vec![
                    i18n.with(keys::DESIGNER_COMPARE_YOURS, &[("is", &mine)]),
                    i18n.with(keys::DESIGNER_COMPARE_THEIRS, &[("is", &theirs)]),
                ],
            };
        }
    };
    vec![i18n.t(words)]
}
