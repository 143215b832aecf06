//! `docs/contract.md` says of blocks what the crate says.

use std::fmt::Write as _;

use palier_contract::operation::{self, BLOCKS};

const PAGE: &str = include_str!("../../../docs/contract.md");

fn cell(ids: &[&str]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    format!(" {} ", quoted.join(", ")).replace("  ", " ")
}

#[test]
fn what_blocks_ask_for_is_on_the_page() {
    for needs in BLOCKS {
        let mut row = format!("| `{}` |", needs.block);
        for ids in [needs.always, needs.member, needs.acting] {
            assert!(write!(row, "{}|", cell(ids)).is_ok());
        }
        assert!(PAGE.contains(&row), "docs/contract.md has no row {row}");
    }
}

#[test]
fn blocks_ask_for_operations_that_there_are() {
    for id in BLOCKS
        .iter()
        .flat_map(|needs| [needs.always, needs.member, needs.acting].concat())
    {
        assert!(operation::get(id).is_some(), "{id}");
    }
}
