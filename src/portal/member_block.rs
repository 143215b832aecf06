//! Places a member's block into the portal: its props, its host, its reserved height.

use std::fmt::Write as _;
use std::sync::OnceLock;

use leptos::prelude::{LocalStorage, StoredValue};
use palier_contract::document::Node;

use super::words;
use crate::blocks::{Block, Host, Props, Spec, registry};
use crate::dom::{self, El, el};
use crate::store::Store;

/// Draws the block `spec` as `node` sets it up; its heading has `level` unless the node says
/// otherwise.
pub(super) fn draw(spec: &'static Spec, node: &Node, level: u8, store: Store) -> El {
    let locale = store.i18n().locale();
    let props = Props::new(spec);
    props.set("heading-level", Some(level.to_string()));
    for (name, value) in &node.props {
        props.set(name, words::attribute(value, &locale));
    }
    el("div", "pg-place")
        .attr("data-kind", spec.kind)
        .flag("data-member-only", spec.member_only)
        .node(move |place| {
            let host = Host::new(place.clone().into());
            let block = Block { store, props, host };
            let mounted = dom::mount(place, || (spec.view)(block));
            let _kept = StoredValue::<_, LocalStorage>::new_local(mounted);
        })
}

/// A sheet that keeps the place of every block, by the width it has.
pub(super) fn reserve() -> &'static str {
    static SHEET: OnceLock<String> = OnceLock::new();
    SHEET.get_or_init(|| {
        let mut css = String::new();
        for spec in registry::BLOCKS {
            for (width, height) in spec.reserve {
                // Writing to a string cannot fail.
                let _ = write!(
                    css,
                    "@container (inline-size >= {width}px){{.pg-place[data-kind=\"{}\"]{{min-block-size:{}rem}}}}",
                    spec.kind,
                    f64::from(*height) / 16.0
                );
            }
        }
        css.push_str(".pg-root[data-reader=\"nobody\"] .pg-place[data-member-only]{min-block-size:0}");
        css
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_block_has_its_place_kept() {
        for spec in super::registry::BLOCKS {
            assert!(super::reserve().contains(spec.kind), "{}", spec.kind);
        }
    }
}
