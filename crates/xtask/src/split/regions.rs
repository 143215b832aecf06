//! Which ends of sequences can be moved out of a function, and what they have to do with the rest of it.

use std::collections::BTreeSet;

use walrus::ir::{Instr, InstrSeqId, InstrSeqType, LocalGet, LocalSet, LocalTee};
use walrus::{LocalFunction, LocalId, Module};

use super::live::{Live, Locals};
use super::segments::{inner_seqs, size};

/// What moving costs where it was: the call, and a stub in the first part; in instructions of flat
/// code, which are some half as many later on.
pub(super) const LEAST: u64 = 60;
/// How much more each local costs that is given and taken back.
const PER_LOCAL: u64 = 3;
/// Ways out are told by one result, locals by the others.
const RESULTS: usize = 2;
/// Locals that are given at most: each is named at the call and in the stub.
const PARAMS: usize = 10;

/// A place where control goes on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// After the sequence.
    End,
    Label(InstrSeqId),
    /// Out of the function, with its results.
    Return,
}

/// The end of a sequence, and what it has to do with the rest of its function.
pub(super) struct Region {
    pub(super) seq: InstrSeqId,
    pub(super) start: usize,
    pub(super) params: Vec<LocalId>,
    pub(super) outputs: Vec<LocalId>,
    pub(super) exits: Vec<Exit>,
}

/// What can be moved out of a function.
pub(super) struct Regions {
    pub(super) all: Vec<Region>,
    pub(super) loops: Loops,
}

/// The sequences that are bodies of loops: a branch to one leads to its beginning.
pub(super) type Loops = BTreeSet<InstrSeqId>;

impl Regions {
    /// Those that begin at `starts`, or parts of them; none of fewer instructions than `least`.
    pub(super) fn of(
        module: &Module,
        function: &LocalFunction,
        starts: &[(InstrSeqId, usize)],
        least: u64,
    ) -> Self {
        let look = Look {
            function,
            live: Live::of(function),
            loops: loops(function),
            has_results: !module.types.results(function.ty()).is_empty(),
            least,
        };
        let mut all = Vec::new();
        for start in starts {
            look.plan(*start, &mut all);
        }
        Self {
            all,
            loops: look.loops,
        }
    }
}

fn loops(function: &LocalFunction) -> Loops {
    fn of(function: &LocalFunction, seq: InstrSeqId, found: &mut BTreeSet<InstrSeqId>) {
        for (instr, _) in &function.block(seq).instrs {
            if let Instr::Loop(block) = instr {
                found.insert(block.seq);
            }
            for inner in inner_seqs(instr) {
                of(function, inner, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    of(function, function.entry_block(), &mut found);
    found
}

/// Where a branch to `label` leads that leaves the region which ends the sequence `seq`.
pub(super) fn exit(label: InstrSeqId, seq: InstrSeqId, loops: &BTreeSet<InstrSeqId>) -> Exit {
    if label == seq && !loops.contains(&label) {
        Exit::End
    } else {
        Exit::Label(label)
    }
}

/// A function whose regions are looked for.
struct Look<'a> {
    function: &'a LocalFunction,
    live: Live,
    loops: BTreeSet<InstrSeqId>,
    has_results: bool,
    /// Instructions, of which a region has no fewer.
    least: u64,
}

impl Look<'_> {
    fn plan(&self, (seq, start): (InstrSeqId, usize), regions: &mut Vec<Region>) {
        if size(self.function, seq, start) < self.least {
            return;
        }
        if let Some(region) = self.region(seq, start) {
            regions.push(region);
            return;
        }
        for (instr, _) in self.function.block(seq).instrs.iter().skip(start) {
            for inner in inner_seqs(instr) {
                self.plan((inner, 0), regions);
            }
        }
    }

    /// The region that begins there, when it can be moved and that pays.
    fn region(&self, seq: InstrSeqId, start: usize) -> Option<Region> {
        let entry = self.function.entry_block();
        if self.function.block(seq).ty != InstrSeqType::Simple(None) && seq != entry {
            return None;
        }
        let mut seen = Seen::default();
        seen.look(self.function, seq, start)?;
        let exits = self.exits(&seen, seq)?;
        let mut wanted = Locals::new();
        for exit in &exits {
            match exit {
                Exit::End => wanted.extend(self.live.after(seq)),
                Exit::Label(label) => wanted.extend(self.live.at_label(*label)),
                Exit::Return => {}
            }
        }
        let before = self.live.before(seq, start);
        let params: Vec<_> = before.intersection(&seen.touched).copied().collect();
        let outputs: Vec<_> = seen.written.intersection(&wanted).copied().collect();
        let results = outputs.len() + usize::from(exits.len() == 2);
        let cost = self.least + PER_LOCAL * (params.len() + results) as u64;
        let is_movable = exits.len() <= 2 && results <= RESULTS && params.len() <= PARAMS;
        // What a function gives back is not mixed with what a region does.
        let is_plain = !exits.contains(&Exit::Return) || exits.len() == 1 && outputs.is_empty();
        (is_movable && is_plain && size(self.function, seq, start) >= cost).then(|| Region {
            seq,
            start,
            params,
            outputs,
            exits: exits.into_iter().collect(),
        })
    }

    fn exits(&self, seen: &Seen, seq: InstrSeqId) -> Option<BTreeSet<Exit>> {
        let entry = self.function.entry_block();
        let mut exits: BTreeSet<_> = seen
            .targets
            .difference(&seen.inner)
            .map(|label| exit(*label, seq, &self.loops))
            .collect();
        if seen.returns {
            exits.insert(match self.has_results {
                true => Exit::Return,
                false => exit(entry, seq, &self.loops),
            });
        }
        if may_end(self.function, seq) {
            exits.insert(Exit::End);
        }
        // There the function's results are on the stack.
        let with_results = |exit: &Exit| match exit {
            Exit::End => seq == entry,
            Exit::Label(label) => *label == entry,
            Exit::Return => false,
        };
        (!self.has_results || !exits.iter().any(with_results)).then_some(exits)
    }
}

/// Whether control may go on after a sequence.
pub(super) fn may_end(function: &LocalFunction, seq: InstrSeqId) -> bool {
    !matches!(
        function.block(seq).instrs.last(),
        Some((
            Instr::Br(_) | Instr::BrTable(_) | Instr::Return(_) | Instr::Unreachable(_),
            _
        ))
    )
}

/// What a region touches, and where it leads.
#[derive(Default)]
struct Seen {
    touched: Locals,
    written: Locals,
    targets: BTreeSet<InstrSeqId>,
    inner: BTreeSet<InstrSeqId>,
    returns: bool,
}

impl Seen {
    /// `None` when there is something in it that cannot be moved.
    fn look(&mut self, function: &LocalFunction, seq: InstrSeqId, start: usize) -> Option<()> {
        for (instr, _) in function.block(seq).instrs.iter().skip(start) {
            match instr {
                Instr::LocalGet(LocalGet { local }) => {
                    self.touched.insert(*local);
                }
                Instr::LocalSet(LocalSet { local }) | Instr::LocalTee(LocalTee { local }) => {
                    self.touched.insert(*local);
                    self.written.insert(*local);
                }
                Instr::Br(br) => {
                    self.targets.insert(br.block);
                }
                Instr::BrIf(br) => {
                    self.targets.insert(br.block);
                }
                Instr::BrTable(table) => {
                    let all: BTreeSet<_> = table
                        .blocks
                        .iter()
                        .chain([&table.default])
                        .copied()
                        .collect();
                    if !all.is_subset(&self.inner) {
                        return None;
                    }
                }
                Instr::Return(_) => self.returns = true,
                _ => {}
            }
            for inner in inner_seqs(instr) {
                if function.block(inner).ty != InstrSeqType::Simple(None) {
                    return None;
                }
                self.inner.insert(inner);
                self.look(function, inner, 0)?;
            }
        }
        Some(())
    }
}
