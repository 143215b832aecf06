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
        let all = held(panel, &ids);
        let is_locked = panel.session.read(|_, rules| {
            let mut all = all.iter().flatten();
            all.any(|lock| rules.role.heeds(lock))
        });
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

/// Replaces those of some locks that each of these blocks has.
fn exchange(panel: Panel, ids: &[NodeId], out: &[Lock], put: Option<&Lock>) {
    let mut all = held(panel, ids);
    for locks in &mut all {
        locks.retain(|known| !out.contains(known));
        locks.extend(put.cloned());
        locks.sort();
    }
    panel.session.attempt("lock", set(ids, all));
}

fn refusal(panel: Panel, ids: &[NodeId]) -> Option<String> {
    panel.refusal(&set(ids, vec![Vec::new(); ids.len()]))
}

fn locks(panel: Panel, ids: Vec<NodeId>) -> El {
    let plain = Lock::WORDS.iter().map(|word| Lock::from(*word));
    let plain = plain.filter(|lock| !EDITS.contains(lock));
    let boxes = plain.map(|lock| tick(panel, &ids, lock).into());
    let why = ids.clone();
    SHEET
        .el("fieldset", "field")
        .attr("data-field", "prop-lock")
        .child(el("legend", "ds-label").text(&panel.t(keys::DESIGNER_PROPERTIES_LOCKS)))
        .child(boxes.collect::<Vec<Dom>>())
        .child(edits(panel, &ids))
        .slot(move || {
            let words = match refusal(panel, &why) {
                Some(_) => keys::DESIGNER_PROPERTIES_LOCKS_ADMIN,
                None => keys::DESIGNER_PROPERTIES_LOCKS_HINT,
            };
            el("p", "ds-hint")
                .attr("data-reason", "")
                .text(&panel.t(words))
        })
}

/// A lock that holds for everybody but admins: what content editors may do, it does not concern.
fn tick(panel: Panel, ids: &[NodeId], lock: Lock) -> El {
    let (read, asked, written) = (ids.to_vec(), ids.to_vec(), ids.to_vec());
    let (word, shown) = (lock.as_str().to_owned(), lock.clone());
    let control = el("input", "")
        .attr("type", "checkbox")
        .attr("value", &word)
        .flag_of("disabled", move || refusal(panel, &asked).is_some())
        .on("change", move |event| {
            let put = (value_of(&event) == "true").then_some(&lock);
            exchange(panel, &written, std::slice::from_ref(&lock), put);
        });
    let control = super::when::ticked(control, move || {
        let all = held(panel, &read).into_iter();
        all.map(|locks| locks.contains(&shown)).collect()
    });
    el("label", "ds-check")
        .child(control)
        .child(el("span", "").text(&names::lock(&word, panel.i18n())))
}

/// The locks against changing what it says, from the widest on: they differ by whom they hold.
const EDITS: &[Lock] = &[Lock::Edit, Lock::EditByContentEditors];

/// Who may not change what it says: nobody, content editors, or everybody but admins.
fn edits(panel: Panel, ids: &[NodeId]) -> El {
    let (read, asked, written) = (ids.to_vec(), ids.to_vec(), ids.to_vec());
    let option = |value: &str, words| el("option", "").attr("value", value).text(&panel.t(words));
    let control = el("select", "ds-input")
        .attr("id", "prop-lock-edit")
        .child(option(NOBODY, keys::DESIGNER_PROPERTIES_LOCK_EDIT_NOBODY))
        .child(option(
            Lock::EditByContentEditors.as_str(),
            keys::DESIGNER_PROPERTIES_LOCK_EDIT_CONTENT,
        ))
        .child(option(
            Lock::Edit.as_str(),
            keys::DESIGNER_PROPERTIES_LOCK_EDIT_ALL,
        ))
        .attr_of(".value", move || {
            let all = held(panel, &read);
            let mut words = all.iter().map(|locks| {
                let lock = EDITS.iter().find(|lock| locks.contains(lock));
                lock.map_or(NOBODY, Lock::as_str)
            });
            let first = words.next()?;
            // Of blocks that differ, none of them is shown.
            let one = words.all(|word| word == first).then_some(first);
            Some(one.unwrap_or_default().to_owned())
        })
        .flag_of("disabled", move || refusal(panel, &asked).is_some())
        .on("change", move |event| {
            let lock = Lock::from(value_of(&event).as_str());
            exchange(
                panel,
                &written,
                EDITS,
                EDITS.iter().find(|known| **known == lock),
            );
        });
    SHEET
        .el("div", "field")
        .child(
            el("label", "ds-label")
                .attr("for", "prop-lock-edit")
                .text(&names::lock(Lock::Edit.as_str(), panel.i18n())),
        )
        .child(control)
}

/// The value of the choice that locks nothing.
const NOBODY: &str = "nobody";
