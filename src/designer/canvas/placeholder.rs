//! What stands for a block that cannot be drawn.

use palier_contract::document::{Node, blocks};

use crate::designer::words;
use crate::dom::{Dom, el};
use crate::i18n::{I18n, keys};
use crate::portal::own::Fault;

/// A card that names the type of a block which this kit does not know; `None` for one it knows.
pub(super) fn unknown(node: &Node, i18n: I18n) -> Option<Dom> {
    let known = blocks::ALL.iter().any(|schema| schema.kind == node.kind);
    (!known).then(|| {
        card(
            &i18n.with(keys::DESIGNER_UNKNOWN_BLOCK, &[("kind", &node.kind)]),
            &i18n.t(keys::DESIGNER_UNKNOWN_KEPT),
        )
    })
}

/// Draws a card that says why one of the page's own blocks cannot be drawn.
pub(super) fn broken(node: &Node, i18n: I18n) -> impl Fn(&Fault) -> Dom + 'static {
    let name = words::block(node, i18n);
    move |fault| {
        let why = match fault {
            Fault::Undefined(element) => {
                i18n.with(keys::DESIGNER_OWN_UNDEFINED, &[("element", element)])
            }
            Fault::Threw(cause) => i18n.with(keys::DESIGNER_OWN_THREW, &[("cause", cause)]),
        };
        card(
            &i18n.with(keys::DESIGNER_OWN_BROKEN, &[("block", &name)]),
            &why,
        )
    }
}

fn card(title: &str, text: &str) -> Dom {
    el("div", "cv-unknown")
        .child(el("strong", "").text(title))
        .child(el("p", "").text(text))
        .into()
}
