//! What designers note on a block: its name, and what others may not do with it.

use palier_contract::document::Lock;
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op};

use super::panel::Panel;
use super::{SHEET, names};
use crate::designer::naming;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;

/// Draws the group.
pub(super) fn draw(panel: Panel, id: &NodeId) -> El {
    let ids = vec![id.clone()];
    group(
        panel,
        ids.clone(),
        vec![name(panel, id).into(), locks(panel, ids).into()],
    )
}

/// Draws what several blocks have of it: their locks.
pub(super) fn of_all(panel: Panel, ids: Vec<NodeId>) -> El {
    group(panel, ids.clone(), vec![locks(panel, ids).into()])
}

fn group(panel: Panel, ids: Vec<NodeId>, fields: Vec<Dom>) -> El {
    let told = move || {
        let is_locked = held(panel, &ids).iter().any(|locks| !locks.is_empty());
        let words = is_locked.then(|| panel.t(keys::DESIGNER_OUTLINE_LOCKED));
        words.unwrap_or_default()
    };
    super::folded(
        panel,
        "designer",
        keys::DESIGNER_PROPERTIES_DESIGNER,
        told,
        fields,
    )
}

fn name(panel: Panel, id: &NodeId) -> El {
    let (read, written, asked) = (id.clone(), id.clone(), id.clone());
    let rename = |id: &NodeId, name: Option<String>| Op::Rename {
        id: id.clone(),
        name,
    };
    let control = el("input", "ds-input")
        .attr("type", "text")
        .attr("id", "prop-name")
        .attr("maxlength", naming::LONGEST)
        .attr("autocomplete", "off")
        .attr_of(".value", move || {
            panel.session.version.track();
            let name = panel
                .session
                .read(|tree, _| tree.node(&read)?.node.name.clone());
            Some(name.unwrap_or_default())
        })
        .flag_of("readonly", move || {
            panel.refusal(&[rename(&asked, None)]).is_some()
        })
        .on("input", move |event| {
            let name = Some(value_of(&event)).filter(|name| !name.is_empty());
            let intention = Intention::new("rename").burst([written.as_str(), " name"].concat());
            panel
                .session
                .attempt(intention, vec![rename(&written, name)]);
        });
    let why = id.clone();
    SHEET
        .el("div", "field")
        .attr("data-field", "prop-name")
        .child(
            el("label", "ds-label")
                .attr("for", "prop-name")
                .text(&panel.t(keys::DESIGNER_PROPERTIES_NAME)),
        )
        .child(control)
        .slot(move || {
            let reason = panel.refusal(&[rename(&why, None)]);
            reason.map(|reason| el("p", "ds-hint").attr("data-reason", "").text(&reason))
        })
}

/// The locks of each of these blocks.
fn held(panel: Panel, ids: &[NodeId]) -> Vec<Vec<Lock>> {
    panel.session.version.track();
    panel.session.read(|tree, _| {
        let nodes = ids.iter().filter_map(|id| tree.node(id));
        nodes.map(|entry| entry.node.lock.clone()).collect()
    })
}

fn set(ids: &[NodeId], locks: Vec<Vec<Lock>>) -> Vec<Op> {
    let ops = ids.iter().zip(locks).map(|(id, lock)| Op::SetLock {
        id: id.clone(),
        lock,
    });
    ops.collect()
}

fn locks(panel: Panel, ids: Vec<NodeId>) -> El {
    let refusal = move |ids: &[NodeId]| panel.refusal(&set(ids, vec![Vec::new(); ids.len()]));
    let boxes = Lock::WORDS.iter().map(|word| {
        let (read, asked, written) = (ids.clone(), ids.clone(), ids.clone());
        let lock = Lock::from(*word);
        let shown = lock.clone();
        let control = el("input", "")
            .attr("type", "checkbox")
            .attr("value", word)
            .flag_of("disabled", move || refusal(&asked).is_some())
            .on("change", move |event| {
                let is_on = value_of(&event) == "true";
                let mut all = held(panel, &written);
                for locks in &mut all {
                    locks.retain(|known| *known != lock);
                    locks.extend(is_on.then(|| lock.clone()));
                    locks.sort();
                }
                panel.session.attempt("lock", set(&written, all));
            });
        let control = super::when::ticked(control, move || {
            let all = held(panel, &read).into_iter();
            all.map(|locks| locks.contains(&shown)).collect()
        });
        el("label", "ds-check")
            .child(control)
            .child(el("span", "").text(&names::lock(word, panel.i18n())))
            .into()
    });
    let why = ids.clone();
    SHEET
        .el("fieldset", "field")
        .attr("data-field", "prop-lock")
        .child(el("legend", "ds-label").text(&panel.t(keys::DESIGNER_PROPERTIES_LOCKS)))
        .child(boxes.collect::<Vec<Dom>>())
        .slot(move || {
            let words = match refusal(&why) {
                Some(_) => keys::DESIGNER_PROPERTIES_LOCKS_ADMIN,
                None => keys::DESIGNER_PROPERTIES_LOCKS_HINT,
            };
            el("p", "ds-hint")
                .attr("data-reason", "")
                .text(&panel.t(words))
        })
}
