//! Moves code that no first opening ran out of the functions that did, into functions of its own.
//!
//! What is moved is the end of a sequence: it takes the locals it reads, gives back those that it writes
//! and that are read later, and tells by a number which of two ways out it took.

use std::collections::{BTreeSet, HashMap};

use walrus::ir::{
    Block, Br, BrIf, Const, IfElse, Instr, InstrSeqId, InstrSeqType, LocalGet, LocalSet, LocalTee,
    Loop, Return, Unreachable, Value,
};
use walrus::{FunctionBuilder, FunctionId, LocalFunction, LocalId, Module, ValType};

use super::live::{Live, Locals};
use super::segments::{inner_seqs, size};

/// What moving costs where it was: the call, and a stub in the first part; in instructions of flat
/// code, which are some half as many later on.
pub(super) const LEAST: u64 = 60;
/// How much more each local costs that is given and taken back.
const PER_LOCAL: u64 = 3;
/// Ways out are told by one result, locals by the others.
const RESULTS: usize = 2;
const PARAMS: usize = 10;

/// A place where control goes on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// After the sequence.
    End,
    Label(InstrSeqId),
    /// Out of the function, with its results.
    Return,
}

/// The end of a sequence, and what it has to do with the rest of its function.
struct Region {
    seq: InstrSeqId,
    start: usize,
    params: Vec<LocalId>,
    outputs: Vec<LocalId>,
    exits: Vec<Exit>,
}

/// Moves the ends that begin at `starts` out of a function, into functions whose names begin with
/// `name`; what cannot be moved as a whole is moved in parts, and what has fewer instructions than `least` not
/// at all.
pub(super) fn outline(
    module: &mut Module,
    id: FunctionId,
    starts: &[(InstrSeqId, usize)],
    name: &str,
    least: u64,
) {
    let function = module.funcs.get(id).kind.unwrap_local();
    let look = Look {
        function,
        live: Live::of(function),
        loops: loops(function),
        has_results: !module.types.results(function.ty()).is_empty(),
        least,
    };
    let mut regions = Vec::new();
    for start in starts {
        look.plan(*start, &mut regions);
    }
    let loops = look.loops;
    for (number, region) in regions.into_iter().enumerate() {
        move_out(module, id, &region, &loops, &format!("{name} {number}"));
    }
}

/// The sequences that are bodies of loops: a branch to one leads to its beginning.
fn loops(function: &LocalFunction) -> BTreeSet<InstrSeqId> {
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
fn exit(label: InstrSeqId, seq: InstrSeqId, loops: &BTreeSet<InstrSeqId>) -> Exit {
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
fn may_end(function: &LocalFunction, seq: InstrSeqId) -> bool {
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

fn move_out(
    module: &mut Module,
    id: FunctionId,
    region: &Region,
    loops: &BTreeSet<InstrSeqId>,
    name: &str,
) {
    let function = module.funcs.get(id).kind.unwrap_local();
    let types = |module: &Module, locals: &[LocalId]| -> Vec<ValType> {
        locals
            .iter()
            .map(|local| module.locals.get(*local).ty())
            .collect()
    };
    let params = types(module, &region.params);
    let mut results = types(module, &region.outputs);
    if region.exits.len() == 2 {
        results.insert(0, ValType::I32);
    }
    if region.exits == [Exit::Return] {
        results = module.types.results(function.ty()).to_vec();
    }
    let entry = function.entry_block();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.name(name.to_owned());
    let mut copy = Copy {
        from: function,
        locals: &mut module.locals,
        named: HashMap::new(),
        seqs: HashMap::new(),
        region,
        loops,
        entry,
    };
    let args: Vec<_> = region
        .params
        .iter()
        .map(|local| copy.local(*local))
        .collect();
    let body = builder.func_body_id();
    copy.seq(&mut builder, (region.seq, region.start), body);
    if region.exits.contains(&Exit::End) && may_end(function, region.seq) {
        copy.leave(&mut builder, body, Exit::End);
    }
    let moved = builder.finish(args, &mut module.funcs);
    let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
    let instrs = &mut function.block_mut(region.seq).instrs;
    instrs.truncate(region.start);
    let mut push = |instr: Instr| instrs.push((instr, Default::default()));
    for local in &region.params {
        push(LocalGet { local: *local }.into());
    }
    push(walrus::ir::Call { func: moved }.into());
    for local in region.outputs.iter().rev() {
        push(LocalSet { local: *local }.into());
    }
    match region.exits[..] {
        [] => push(Unreachable {}.into()),
        [Exit::Label(block)] => push(Br { block }.into()),
        [Exit::Return] => push(Return {}.into()),
        [Exit::End, Exit::Label(block)] => push(BrIf { block }.into()),
        [Exit::Label(other), Exit::Label(block)] => {
            push(BrIf { block }.into());
            push(Br { block: other }.into());
        }
        _ => {}
    }
}

/// Copies a region into a function of its own.
struct Copy<'a> {
    from: &'a LocalFunction,
    locals: &'a mut walrus::ModuleLocals,
    named: HashMap<LocalId, LocalId>,
    seqs: HashMap<InstrSeqId, InstrSeqId>,
    region: &'a Region,
    loops: &'a BTreeSet<InstrSeqId>,
    entry: InstrSeqId,
}

impl Copy<'_> {
    fn local(&mut self, local: LocalId) -> LocalId {
        let ty = self.locals.get(local).ty();
        *self
            .named
            .entry(local)
            .or_insert_with(|| self.locals.add(ty))
    }

    fn seq(
        &mut self,
        to: &mut FunctionBuilder,
        (seq, start): (InstrSeqId, usize),
        target: InstrSeqId,
    ) {
        let from = self.from;
        for (instr, _) in from.block(seq).instrs.iter().skip(start) {
            self.instr(to, instr, target);
        }
    }

    fn inner(&mut self, to: &mut FunctionBuilder, seq: InstrSeqId) -> InstrSeqId {
        let copy = to.dangling_instr_seq(None).id();
        self.seqs.insert(seq, copy);
        self.seq(to, (seq, 0), copy);
        copy
    }

    fn instr(&mut self, to: &mut FunctionBuilder, instr: &Instr, target: InstrSeqId) {
        let copied: Instr = match instr {
            Instr::LocalGet(get) => LocalGet {
                local: self.local(get.local),
            }
            .into(),
            Instr::LocalSet(set) => LocalSet {
                local: self.local(set.local),
            }
            .into(),
            Instr::LocalTee(tee) => LocalTee {
                local: self.local(tee.local),
            }
            .into(),
            Instr::Block(block) => Block {
                seq: self.inner(to, block.seq),
            }
            .into(),
            Instr::Loop(block) => Loop {
                seq: self.inner(to, block.seq),
            }
            .into(),
            Instr::IfElse(arms) => IfElse {
                consequent: self.inner(to, arms.consequent),
                alternative: self.inner(to, arms.alternative),
            }
            .into(),
            Instr::Br(br) => match self.seqs.get(&br.block) {
                Some(block) => Br { block: *block }.into(),
                None => {
                    let exit = exit(br.block, self.region.seq, self.loops);
                    return self.leave(to, target, exit);
                }
            },
            Instr::BrIf(br) => match self.seqs.get(&br.block) {
                Some(block) => BrIf { block: *block }.into(),
                None => {
                    let consequent = to.dangling_instr_seq(None).id();
                    let alternative = to.dangling_instr_seq(None).id();
                    let exit = exit(br.block, self.region.seq, self.loops);
                    self.leave(to, consequent, exit);
                    IfElse {
                        consequent,
                        alternative,
                    }
                    .into()
                }
            },
            Instr::BrTable(table) => {
                let mut table = table.clone();
                for label in table.blocks.iter_mut().chain([&mut table.default]) {
                    *label = self.seqs[label];
                }
                table.into()
            }
            Instr::Return(_) if self.region.exits != [Exit::Return] => {
                let exit = exit(self.entry, self.region.seq, self.loops);
                return self.leave(to, target, exit);
            }
            other => other.clone(),
        };
        to.instr_seq(target).instr(copied);
    }

    /// Tells which way is taken, gives the locals back, and returns.
    fn leave(&mut self, to: &mut FunctionBuilder, target: InstrSeqId, exit: Exit) {
        let region = self.region;
        let outputs: Vec<_> = region
            .outputs
            .iter()
            .map(|local| self.local(*local))
            .collect();
        let mut at = to.instr_seq(target);
        if region.exits.len() == 2 {
            let second = region.exits.get(1) == Some(&exit);
            at.instr(Const {
                value: Value::I32(second.into()),
            });
        }
        for local in outputs {
            at.instr(LocalGet { local });
        }
        at.instr(Return {});
    }
}
