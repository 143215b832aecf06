//! Places a member's block into the portal: its props, its host, its reserved height.

use std::fmt::Write as _;
use std::sync::OnceLock;

use palier_contract::document::Node;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::layout::{Place, width};
use super::words;
use crate::blocks::{Block, Host, Props, Spec, registry};
use crate::dom::{self, El, el};
use crate::reactive::own;
use crate::store::Store;

/// Draws the block `spec` as `node` sets it up; its heading has the level of `place` unless the
/// node says otherwise, and is for assistive technology alone where something above it says what
/// the block is. What differs per breakpoint follows the width of the slot.
pub(super) fn draw(spec: &'static Spec, node: &Node, place: Place<'_>) -> El {
    let props = Props::new(spec);
    if node.at.is_empty() {
        give(&props, node, place.level, place.titled, place.locale);
        return hold(spec, props, place.store);
    }
    let (level, titled, given) = (place.level, place.titled, props.clone());
    let (node, locale) = (node.clone(), place.locale.to_owned());
    follow(spec, props, place.store, move |at| {
        give_at(&given, &node, at, level, titled, &locale);
    })
}

/// Gives a block what its node says, and nothing else.
fn give(props: &Props, node: &Node, level: u8, titled: bool, locale: &str) {
    give_at(props, node, "base", level, titled, locale);
}

/// Gives a block what its node says of a breakpoint.
pub(crate) fn give_at(
    props: &Props,
    node: &Node,
    breakpoint: &str,
    level: u8,
    titled: bool,
    locale: &str,
) {
    for name in props.names() {
        let own = node.prop_at(name, breakpoint);
        let own = own.and_then(|value| words::attribute(value, locale));
        let value = own.or_else(|| match name {
            "heading-level" => Some(level.to_string()),
            "heading" if titled => Some("-".into()),
            _ => None,
        });
        props.set(name, value);
    }
}

/// Draws the block `spec` with `props`, in a place that is kept until it shows something.
fn hold(spec: &'static Spec, props: Props, store: Store) -> El {
    filled(kept(spec, &props), spec, props, store)
}

/// The same; `tell` hears which breakpoint holds there, now and whenever that changes, and gives
/// the block its props.
pub(crate) fn follow(
    spec: &'static Spec,
    props: Props,
    store: Store,
    tell: impl FnMut(&str) + 'static,
) -> El {
    let own = kept(spec, &props).node(move |element| width::follow(&element, tell));
    filled(own, spec, props, store)
}

fn kept(spec: &'static Spec, props: &Props) -> El {
    let place = el("div", "pg-place");
    let place = match spec.compact {
        Some(_) => {
            let props = props.clone();
            place.flag_of("data-line", move || props.get("layout") == "compact")
        }
        None => place,
    };
    place
        .attr("data-kind", spec.kind)
        .flag("data-member-only", spec.member_only)
        .on("palier-ready", |event| {
            // From now on the block is as high as what it shows.
            let place = event
                .current_target()
                .and_then(|place| place.dyn_into::<Element>().ok());
            if let Some(place) = place {
                // It throws only for names that no attribute can have.
                drop(place.set_attribute("data-arrived", ""));
            }
        })
}

fn filled(place: El, spec: &'static Spec, props: Props, store: Store) -> El {
    place.node(move |place| {
        let host = Host::new(place.clone().into());
        let block = Block { store, props, host };
        let mounted = dom::mount(place, || (spec.view)(block));
        own(mounted);
    })
}

/// A sheet that keeps the place of every block, by the width it has.
pub(crate) fn reserve() -> &'static str {
    static SHEET: OnceLock<String> = OnceLock::new();
    SHEET.get_or_init(|| {
        let mut css = String::new();
        for spec in registry::BLOCKS {
            for (width, height) in spec.reserve {
                // Writing to a string cannot fail.
                let _ = write!(
                    css,
                    "@container (inline-size >= {width}px){{.pg-place:not([data-arrived])[data-kind=\"{}\"]{{min-block-size:calc({height}*var(--_r)/16)}}}}",
                    spec.kind,
                );
            }
        }
        for (spec, height) in lines() {
            let _ = write!(
                css,
                ".pg-place.pg-place[data-line][data-kind=\"{}\"]:not([data-arrived]){{min-block-size:calc({height}*var(--_r)/16)}}",
                spec.kind,
            );
        }
        css.push_str(
            ".pg-root[data-reader=\"nobody\"] .pg-place.pg-place[data-member-only]{min-block-size:0}",
        );
        css
    })
}

/// The blocks that may stand in one line, and how high that is.
fn lines() -> impl Iterator<Item = (&'static Spec, u16)> {
    let blocks = registry::BLOCKS.iter().copied();
    blocks.filter_map(|spec| spec.compact.map(|height| (spec, height)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_block_has_its_place_kept() {
        for spec in super::registry::BLOCKS {
            assert!(super::reserve().contains(spec.kind), "{}", spec.kind);
        }
        let line =
            r#"[data-line][data-kind="balance"]:not([data-arrived]){min-block-size:calc(32*"#;
        assert!(super::reserve().contains(line));
    }
}
