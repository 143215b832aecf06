//! The first part: stubs in place of what is in the second. What is only called, and from few places, has
//! none: they call as a stub would.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use walrus::ir::{
    Call, Const, Instr, InstrSeq, Value, Visitor, VisitorMut, dfs_in_order, dfs_pre_order_mut,
};
use walrus::{
    ConstExpr, ElementItems, FunctionBuilder, FunctionId, FunctionKind, GlobalId, LocalId, Module,
    TableId, TypeId, ValType,
};

use super::second::grow;
use super::{LOAD, OTHER, Places, table_of};

/// What all stubs go by.
struct Way {
    table: TableId,
    load: FunctionId,
    /// Whether that was called.
    loaded: GlobalId,
}

/// Puts a stub in the place of each of `entries`, those of `rest` that the others refer to; what they called is
/// called by nothing any more.
pub(super) fn put(module: &mut Module, rest: &Places, entries: &Places) -> Result<()> {
    let table = table_of(module)?;
    let nothing = module.types.add(&[], &[]);
    let way = Way {
        table,
        load: module.add_import_func(OTHER, LOAD, nothing).0,
        loaded: module.globals.add_local(
            ValType::I32,
            true,
            false,
            ConstExpr::Value(Value::I32(0)),
        ),
    };
    let begin = i32::try_from(module.tables.get(table).initial)?;
    grow(module.tables.get_mut(table), entries.len());
    let ids = module.funcs.iter().map(walrus::Function::id);
    let ids: Vec<_> = ids.filter(|id| entries.contains(&id.index())).collect();
    let callers = callers(module, rest);
    let mut doors = BTreeMap::new();
    let mut called = HashMap::new();
    for (slot, id) in (begin..).zip(ids) {
        let ty = module.funcs.get(id).ty();
        let door = *doors.entry(ty).or_insert_with(|| way.door(module, ty));
        if callers.get(&id).is_some_and(|count| *count <= FEW) {
            called.insert(id, (slot, door));
            continue;
        }
        let (builder, args) = like(module, ty, &[]);
        let stub = with_args(builder, &args, |body| {
            body.i32_const(slot).call(door);
        });
        module.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(args));
    }
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in ids.into_iter().filter(|id| !rest.contains(&id.index())) {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut Through(&called), function, entry);
    }
    Ok(())
}

/// A stub weighs about as much as so many calls without one.
const FEW: usize = 2;

/// From how many places of the first part those of `rest` are called that are only called.
fn callers(module: &Module, rest: &Places) -> HashMap<FunctionId, usize> {
    struct Calls<'a>(&'a Places, HashMap<FunctionId, usize>);
    impl<'a> Visitor<'a> for Calls<'_> {
        fn visit_call(&mut self, call: &Call) {
            if self.0.contains(&call.func.index()) {
                *self.1.entry(call.func).or_default() += 1;
            }
        }
    }
    let mut calls = Calls(rest, HashMap::new());
    for (id, function) in module.funcs.iter_local() {
        if !rest.contains(&id.index()) {
            dfs_in_order(&mut calls, function, function.entry_block());
        }
    }
    let mut counts = calls.1;
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            counts.retain(|id, _| !functions.contains(id));
        }
    }
    counts.retain(|id, _| {
        module.start != Some(*id) && module.exports.get_exported_func(*id).is_none()
    });
    counts
}

/// Turns calls of functions into calls of their doors, with their slots.
struct Through<'a>(&'a HashMap<FunctionId, (i32, FunctionId)>);

impl VisitorMut for Through<'_> {
    fn start_instr_seq_mut(&mut self, seq: &mut InstrSeq) {
        let instrs = std::mem::take(&mut seq.instrs);
        for (instr, at) in instrs {
            match &instr {
                Instr::Call(call) if self.0.contains_key(&call.func) => {
                    let (slot, func) = self.0[&call.func];
                    let value = Value::I32(slot);
                    seq.instrs.push((Const { value }.into(), at));
                    seq.instrs.push((Call { func }.into(), at));
                }
                _ => seq.instrs.push((instr, at)),
            }
        }
    }
}

impl Way {
    /// A function that goes on in the slot of the table that its last argument names. One for each
    /// type of function, so that a stub is no more than a call.
    fn door(&self, module: &mut Module, ty: TypeId) -> FunctionId {
        let (mut builder, mut args) = like(module, ty, &[ValType::I32]);
        let slot = args.pop();
        builder.func_body().global_get(self.loaded).if_else(
            None,
            |_| {},
            |not_yet| {
                not_yet.call(self.load).i32_const(1).global_set(self.loaded);
            },
        );
        let door = with_args(builder, &args, |body| {
            if let Some(slot) = slot {
                body.local_get(slot);
            }
            body.call_indirect(ty, self.table);
        });
        args.extend(slot);
        door.finish(args, &mut module.funcs)
    }
}

/// A function of the type `ty` with `more` arguments.
fn like(module: &mut Module, ty: TypeId, more: &[ValType]) -> (FunctionBuilder, Vec<LocalId>) {
    let ty = module.types.get(ty);
    let params = [ty.params(), more].concat();
    let results = ty.results().to_vec();
    let args = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let builder = FunctionBuilder::new(&mut module.types, &params, &results);
    (builder, args)
}

/// Passes `args` on to what `call` adds.
fn with_args(
    mut builder: FunctionBuilder,
    args: &[LocalId],
    call: impl FnOnce(&mut walrus::InstrSeqBuilder),
) -> FunctionBuilder {
    let mut body = builder.func_body();
    for arg in args {
        body.local_get(*arg);
    }
    call(&mut body);
    builder
}
