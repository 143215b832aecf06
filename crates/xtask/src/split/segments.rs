//! The straight pieces of a function: what runs whole or, short of a trap, not at all.
//!
//! Of code in flat form (binaryen's `--flatten`): there the stack is empty wherever a piece begins, and a
//! sequence runs from its beginning, so that what follows a piece that did not run did not either.

use std::collections::BTreeSet;

use walrus::LocalFunction;
use walrus::ir::{Instr, InstrSeqId};

/// A piece of a sequence, and all that follows it there.
pub(super) struct Segment {
    pub(super) seq: InstrSeqId,
    pub(super) start: usize,
    /// The piece that runs before it, by its place in the list; none for a function's first.
    pub(super) parent: Option<usize>,
    /// Instructions from its start to the end of the sequence.
    pub(super) size: u64,
}

/// Where control may go from an instruction other than to the next; `None` is out of the function.
type Targets = BTreeSet<Option<InstrSeqId>>;

/// The pieces of a function, each after the one that runs before it.
pub(super) fn segments(function: &LocalFunction) -> Vec<Segment> {
    let mut found = Vec::new();
    walk(function, function.entry_block(), None, &mut found);
    found
}

fn walk(
    function: &LocalFunction,
    seq: InstrSeqId,
    parent: Option<usize>,
    found: &mut Vec<Segment>,
) -> Targets {
    let instrs = &function.block(seq).instrs;
    let mut targets = Targets::new();
    let mut current = found.len();
    found.push(Segment {
        seq,
        start: 0,
        parent,
        size: size(function, seq, 0),
    });
    for (at, (instr, _)) in instrs.iter().enumerate() {
        let mut leaves = own_targets(instr);
        for inner in inner_seqs(instr) {
            leaves.extend(walk(function, inner, Some(current), found));
        }
        for inner in inner_seqs(instr) {
            leaves.remove(&Some(inner));
        }
        if !leaves.is_empty() && at + 1 < instrs.len() {
            found.push(Segment {
                seq,
                start: at + 1,
                parent: Some(current),
                size: size(function, seq, at + 1),
            });
            current = found.len() - 1;
        }
        targets.extend(leaves);
    }
    targets
}

/// Where an instruction itself leads, besides to the next.
fn own_targets(instr: &Instr) -> Targets {
    match instr {
        Instr::Br(br) => [Some(br.block)].into(),
        Instr::BrIf(br) => [Some(br.block)].into(),
        Instr::BrTable(br) => br
            .blocks
            .iter()
            .chain([&br.default])
            .map(|to| Some(*to))
            .collect(),
        Instr::Return(_) => [None].into(),
        _ => Targets::new(),
    }
}

/// The sequences within an instruction.
pub(super) fn inner_seqs(instr: &Instr) -> Vec<InstrSeqId> {
    match instr {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(block) => vec![block.seq],
        Instr::IfElse(arms) => vec![arms.consequent, arms.alternative],
        _ => Vec::new(),
    }
}

/// Instructions of a sequence from `start` on, with what is within them.
pub(super) fn size(function: &LocalFunction, seq: InstrSeqId, start: usize) -> u64 {
    let instrs = function.block(seq).instrs.iter().skip(start);
    instrs
        .map(|(instr, _)| {
            let inner = inner_seqs(instr).into_iter();
            1 + inner.map(|inner| size(function, inner, 0)).sum::<u64>()
        })
        .sum()
}
