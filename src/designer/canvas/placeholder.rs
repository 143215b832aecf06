//! What stands for a block that cannot be drawn.

use palier_contract::document::{Node, blocks};

use crate::dom::{Dom, el};
use crate::i18n::{I18n, keys};

/// A card that names the type of a block which this kit does not know; `None` for one it knows.
pub(super) fn unknown(node: &Node, i18n: I18n) -> Option<Dom> {
    let known = blocks::ALL.iter().any(|schema| schema.kind == node.kind);
    (!known).then(|| {
        el("div", "cv-unknown")
            .child(
                el("strong", "")
                    .text(&i18n.with(keys::DESIGNER_UNKNOWN_BLOCK, &[("kind", &node.kind)])),
            )
            .child(el("p", "").text(&i18n.t(keys::DESIGNER_UNKNOWN_KEPT)))
            .into()
    })
}
