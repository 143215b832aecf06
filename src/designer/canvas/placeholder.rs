//! What stands for a block that is not drawn: because nobody knows how, or because it is not there
//! for whom, when or at the width that the page is looked at.

use palier_contract::document::{BREAKPOINTS, Node, blocks};
use web_sys::Element;

use crate::blocks::icon::icon;
use crate::designer::session::Session;
use crate::designer::view::Mode;
use crate::designer::{icons, words};
use crate::dom::{self, Dom, el};
use crate::i18n::{I18n, Key, keys};
use crate::portal::layout;
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

/// A card in place of a picture that is not chosen yet, which would be nothing to see or to click.
/// The sheet leaves it out while the page is tried out: members see none.
pub(super) fn unchosen(node: &Node, i18n: I18n) -> Option<Dom> {
    let is_none = |src: &serde_json::Value| src.as_str().is_some_and(str::is_empty);
    let is_missing = node.kind == "image" && node.props.get("src").is_none_or(is_none);
    is_missing.then(|| {
        el("div", "cv-choose")
            .child(icon(icons::PICTURE))
            .child(el("span", "").text(&i18n.t(keys::DESIGNER_CHOOSE_PICTURE)))
            .into()
    })
}

fn card(title: &str, text: &str) -> Dom {
    el("div", "cv-unknown")
        .child(el("strong", "").text(title))
        .child(el("p", "").text(text))
        .into()
}
/// The hatched card of a block that can be left out. The sheet shows it in place of the block
/// where that is so, by the width of the slot as on the portal, and by `data-withheld`, which
/// follows the block's condition.
pub(super) fn absent(session: Session, cell: &Element, node: &Node) -> Dom {
    let when = node.when.clone().filter(|when| !when.is_empty());
    // A cell may have been withheld by a condition that its block no longer has.
    drop(cell.remove_attribute("data-withheld"));
    let hidden = BREAKPOINTS.iter().any(|at| node.is_hidden_at(at));
    if when.is_none() && !hidden {
        return dom::nothing();
    }
    if let Some(when) = when {
        let stage = session.view.stage;
        let store = stage.reader().unwrap_or(session.store);
        let (cell, holds) = (cell.clone(), layout::holds(&when, store, None));
        dom::watch(move || {
            let asked = session.view.mode.get() == Mode::Try || stage.has_reader();
            let withheld = asked && !holds.get();
            // It throws only for names that no attribute can have.
            drop(match withheld {
                true => cell.set_attribute("data-withheld", ""),
                false => cell.remove_attribute("data-withheld"),
            });
        });
    }
    let i18n = session.i18n;
    let why = |class: &'static str, key| Dom::from(el("span", class).text(&i18n.t(key)));
    let mut reasons = vec![
        why("cv-why-when", keys::DESIGNER_PREVIEW_WITHHELD),
        el("span", "cv-why-when")
            .text(&words::when(node, i18n))
            .into(),
    ];
    let at = WIDTHS.iter().filter(|(at, ..)| node.is_hidden_at(at));
    reasons.extend(at.map(|(_, class, key)| why(class, *key)));
    el("div", "cv-absent")
        .attr("data-absent", "")
        .child(icon(icons::HIDDEN))
        .child(el("strong", "").text(&words::block(node, i18n)))
        .child(reasons)
        .into()
}

const WIDTHS: [(&str, &str, Key); 4] = [
    ("base", "cv-why-base", keys::DESIGNER_PREVIEW_HIDDEN_BASE),
    ("sm", "cv-why-sm", keys::DESIGNER_PREVIEW_HIDDEN_SM),
    ("md", "cv-why-md", keys::DESIGNER_PREVIEW_HIDDEN_MD),
    ("lg", "cv-why-lg", keys::DESIGNER_PREVIEW_HIDDEN_LG),
];
