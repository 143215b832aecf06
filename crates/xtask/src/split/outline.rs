//! Moves code that no first opening ran out of the functions that did, into functions of its own.
//!
//! What is moved is the end of a sequence: it takes the locals it reads, gives back those that it writes
//! and that are read later, and tells by a number which of two ways out it took.

use std::collections::HashMap;

use walrus::ir::{
    Block, Br, BrIf, Const, IfElse, Instr, InstrSeqId, LocalGet, LocalSet, LocalTee, Loop, Return,
    Unreachable, Value,
};
use walrus::{FunctionBuilder, FunctionId, LocalFunction, LocalId, Module, ValType};

use super::regions::{Exit, Loops, Region, Regions, exit, may_end};

/// Moves the ends that begin at `starts` out of a function, into functions whose names begin with
/// `name`; what cannot be moved as a whole is moved in parts, and what has fewer instructions than
/// `least` not at all.
pub(super) fn outline(
    module: &mut Module,
    id: FunctionId,
    starts: &[(InstrSeqId, usize)],
    name: &str,
    least: u64,
) {
    let function = module.funcs.get(id).kind.unwrap_local();
    let Regions { all, loops } = Regions::of(module, function, starts, least);
    for (number, region) in all.into_iter().enumerate() {
        move_out(module, id, &region, &loops, &format!("{name} {number}"));
    }
}

fn move_out(module: &mut Module, id: FunctionId, region: &Region, loops: &Loops, name: &str) {
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
    loops: &'a Loops,
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
