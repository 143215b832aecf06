//! Setting something of a block, or of the page.

use palier_contract::{
    Keyed,
    document::{Node, PortalDocument},
    ids::NodeId,
};
use serde_json::Value;

use super::{Applied, done};
use crate::{Changes, Field, Op, Refusal, Tree};

/// Puts a value into a map, or takes it out; gives back what was there.
pub(super) fn exchange<T>(map: &mut Keyed<T>, key: &str, value: Option<T>) -> Option<T> {
    match value {
        Some(value) => map.insert(key.to_owned(), value),
        None => map.remove(key),
    }
}

pub(super) fn with_node(
    tree: &mut Tree,
    id: &NodeId,
    field: Field,
    change: impl FnOnce(&mut Node) -> Option<Op>,
) -> Result<Applied, Refusal> {
    let entry = tree.nodes.get_mut(id);
    let entry = entry.ok_or_else(|| Refusal::NoSuchBlock { id: id.clone() })?;
    Ok(done(change(&mut entry.node), Changes::of_field(id, field)))
}

pub(super) fn set_prop(
    tree: &mut Tree,
    id: &NodeId,
    name: &str,
    breakpoint: Option<&str>,
    value: Option<Value>,
) -> Result<Applied, Refusal> {
    with_node(tree, id, Field::Props, |node| {
        let after = value.clone();
        let put = |props: &mut serde_json::Map<String, Value>| match value {
            Some(value) => props.insert(name.to_owned(), value),
            None => props.remove(name),
        };
        let old = match breakpoint.filter(|breakpoint| *breakpoint != "base") {
            None => put(&mut node.props),
            Some(breakpoint) => {
                let old = node.at.update(breakpoint, put);
                node.at.retain(|_, props| !props.is_empty());
                old
            }
        };
        (old != after).then(|| Op::SetProp {
            id: id.clone(),
            name: name.to_owned(),
            breakpoint: breakpoint.map(str::to_owned),
            value: old,
        })
    })
}

pub(super) fn set_page(page: &mut PortalDocument, op: &Op) -> Applied {
    let inverse = match op {
        Op::SetTitle { locale, text } => {
            let old = exchange(&mut page.title, locale, text.clone());
            let changes = Changes {
                title: true,
                ..Changes::default()
            };
            let inverse = (old != *text).then(|| Op::SetTitle {
                locale: locale.clone(),
                text: old,
            });
            return done(inverse, changes);
        }
        Op::SetToken { name, value } => {
            let old = exchange(&mut page.theme.tokens, name, value.clone());
            (old != *value).then(|| Op::SetToken {
                name: name.clone(),
                value: old,
            })
        }
        Op::LockToken { name, locked } => {
            let held = &mut page.theme.locked;
            let was = held.contains(name);
            held.retain(|other| other != name);
            if *locked {
                held.push(name.clone());
                held.sort();
            }
            (was != *locked).then(|| Op::LockToken {
                name: name.clone(),
                locked: was,
            })
        }
        Op::SetScheme { scheme } => {
            let old = core::mem::replace(&mut page.theme.scheme, scheme.clone());
            (old != *scheme).then_some(Op::SetScheme { scheme: old })
        }
        Op::SetPreset { preset } => {
            let old = core::mem::replace(&mut page.theme.preset, preset.clone());
            (old != *preset).then_some(Op::SetPreset { preset: old })
        }
        _ => None,
    };
    done(inverse, Changes::of_theme())
}
