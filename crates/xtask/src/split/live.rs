//! Which locals are still wanted where.

use std::collections::{BTreeSet, HashMap};

use walrus::ir::{Instr, InstrSeqId};
use walrus::{LocalFunction, LocalId};

pub(super) type Locals = BTreeSet<LocalId>;

/// The locals whose values may be read later, by place.
#[derive(Default)]
pub(super) struct Live {
    before: HashMap<(InstrSeqId, usize), Locals>,
    after: HashMap<InstrSeqId, Locals>,
    at_label: HashMap<InstrSeqId, Locals>,
}

impl Live {
    pub(super) fn of(function: &LocalFunction) -> Self {
        let mut live = Self::default();
        let entry = function.entry_block();
        live.at_label.insert(entry, Locals::new());
        live.seq(function, entry, Locals::new());
        live
    }

    /// Before an instruction of a sequence.
    pub(super) fn before(&self, seq: InstrSeqId, at: usize) -> Locals {
        self.before.get(&(seq, at)).cloned().unwrap_or_default()
    }

    /// Where a sequence ends by itself.
    pub(super) fn after(&self, seq: InstrSeqId) -> &Locals {
        &self.after[&seq]
    }

    /// Where a branch to a label goes on.
    pub(super) fn at_label(&self, label: InstrSeqId) -> &Locals {
        &self.at_label[&label]
    }

    /// What is wanted at the beginning of a sequence after which `after` is.
    fn seq(&mut self, function: &LocalFunction, seq: InstrSeqId, after: Locals) -> Locals {
        let mut now = after.clone();
        self.after.insert(seq, after);
        for (at, (instr, _)) in function.block(seq).instrs.iter().enumerate().rev() {
            now = self.instr(function, instr, now);
            // Pieces begin after what leads elsewhere, and at the beginning.
            if at == 0 || may_lead_elsewhere(&function.block(seq).instrs[at - 1].0) {
                self.before.insert((seq, at), now.clone());
            }
        }
        now
    }

    fn instr(&mut self, function: &LocalFunction, instr: &Instr, mut now: Locals) -> Locals {
        match instr {
            Instr::LocalGet(get) => {
                now.insert(get.local);
            }
            Instr::LocalSet(set) => {
                now.remove(&set.local);
            }
            Instr::LocalTee(tee) => {
                now.remove(&tee.local);
            }
            Instr::Return(_) | Instr::Unreachable(_) => now.clear(),
            Instr::Br(br) => now.clone_from(&self.at_label[&br.block]),
            Instr::BrIf(br) => now.extend(&self.at_label[&br.block]),
            Instr::BrTable(br) => {
                now = br
                    .blocks
                    .iter()
                    .chain([&br.default])
                    .flat_map(|label| &self.at_label[label])
                    .copied()
                    .collect();
            }
            Instr::Block(block) => {
                self.at_label.insert(block.seq, now.clone());
                now = self.seq(function, block.seq, now);
            }
            Instr::IfElse(arms) => {
                let mut both = Locals::new();
                for arm in [arms.consequent, arms.alternative] {
                    self.at_label.insert(arm, now.clone());
                    both.extend(self.seq(function, arm, now.clone()));
                }
                now = both;
            }
            Instr::Loop(block) => now = self.turns(function, block.seq, &now),
            _ => {}
        }
        now
    }

    /// A loop's beginning wants what its next turn wants.
    fn turns(&mut self, function: &LocalFunction, seq: InstrSeqId, after: &Locals) -> Locals {
        let mut wanted = Locals::new();
        loop {
            self.at_label.insert(seq, wanted.clone());
            let before = self.seq(function, seq, after.clone());
            if before == wanted {
                return wanted;
            }
            wanted = before;
        }
    }
}

fn may_lead_elsewhere(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::Block(_) | Instr::Loop(_) | Instr::IfElse(_) | Instr::BrIf(_)
    )
}
