//! Every block there is. Adding a row here makes its tag, its place in portals, its gallery
//! pages and its documentation.

use super::{
    Spec, badge_collection, balance, leaderboard, points_history, reward_catalogue, tier_progress,
};

/// The blocks, in the order of the gallery.
pub const BLOCKS: &[&Spec] = &[
    &leaderboard::SPEC,
    &points_history::SPEC,
    &balance::SPEC,
    &reward_catalogue::SPEC,
    &tier_progress::SPEC,
    &badge_collection::SPEC,
];

/// The block of a document type.
#[must_use]
pub fn find(kind: &str) -> Option<&'static Spec> {
    BLOCKS.iter().copied().find(|spec| spec.kind == kind)
}

#[cfg(test)]
mod tests {
    use palier_contract::document::{PropKind, blocks};
    use palier_contract::operation;

    use super::BLOCKS;
    use crate::blocks::spec::{Attr, AttrKind, COMMON};

    /// Whoever implements the contract reads its table, step by step: a block that hid itself for want
    /// of more than stands there would not be found.
    #[test]
    fn what_a_block_needs_is_what_the_contract_says_that_it_always_asks_for() {
        for spec in BLOCKS {
            let asks = operation::of_block(spec.kind);
            let asks = asks.unwrap_or_else(|| panic!("the contract has no `{}`", spec.kind));
            assert_eq!(spec.needs, asks.always, "`{}`", spec.kind);
        }
        assert_eq!(operation::BLOCKS.len(), BLOCKS.len());
    }

    /// What a designer chooses in a portal is what the element of the same name takes: a prop under
    /// another name, or out of the element's bounds, would be dropped without a word.
    #[test]
    fn a_portal_knows_every_attribute_of_a_block_as_the_element_does() {
        for spec in BLOCKS {
            let schema = blocks::ALL.iter().find(|schema| schema.kind == spec.kind);
            let schema = schema.unwrap_or_else(|| panic!("no portal knows `{}`", spec.kind));
            let attrs: Vec<&Attr> = COMMON.iter().chain(spec.attrs).collect();
            for prop in schema.props {
                let known = attrs.iter().any(|attr| attr.name == prop.name);
                assert!(known, "`{}` takes no `{}`", spec.kind, prop.name);
            }
            for attr in attrs {
                let name = format!("`{}` of `{}`", attr.name, spec.kind);
                let prop = schema.props.iter().find(|prop| prop.name == attr.name);
                let prop = prop.unwrap_or_else(|| panic!("no portal knows {name}"));
                match (attr.kind, prop.kind) {
                    (AttrKind::Whole { min, max }, PropKind::Integer(least, most)) => {
                        assert_eq!((min, max), (least, most), "{name}");
                    }
                    (AttrKind::Choice(words), PropKind::Word(known)) => {
                        assert_eq!(words, known, "{name}");
                    }
                    (AttrKind::Text, PropKind::Texts | PropKind::Reference(_)) => continue,
                    (kind, prop) => {
                        panic!("{name} is {kind:?} to its element, {prop:?} to a portal")
                    }
                }
                // The level follows from where the block is in the portal.
                if attr.name != "heading-level" {
                    assert_eq!(prop.default, Some(attr.default), "{name}");
                }
            }
        }
    }
}
