//! The first part: stubs in place of what is in the second.

use std::collections::BTreeMap;

use anyhow::Result;
use walrus::ir::Value;
use walrus::{
    ConstExpr, FunctionBuilder, FunctionId, FunctionKind, GlobalId, LocalId, Module, TableId,
    TypeId, ValType,
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

/// Puts a stub in the place of each of `entries`; what they called is called by nothing any more.
pub(super) fn put(module: &mut Module, entries: &Places) -> Result<()> {
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
    let mut doors = BTreeMap::new();
    for (slot, id) in (begin..).zip(ids) {
        let ty = module.funcs.get(id).ty();
        let door = *doors.entry(ty).or_insert_with(|| way.door(module, ty));
        let (builder, args) = like(module, ty, &[]);
        let stub = with_args(builder, &args, |body| {
            body.i32_const(slot).call(door);
        });
        module.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(args));
    }
    Ok(())
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
