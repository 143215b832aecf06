//! Cuts a wasm file in two: what a first opening runs, and the rest.
//!
//! First [`part`] names what is of the rest: functions that did not run, and the pieces of others that
//! did not, which become functions. Then the file is made small, and [`split`] cuts it.
//!
//! The first part is a module like any other. In place of each function of the rest that it refers to
//! stands a stub, which has the rest loaded, once, and goes on there. The second part works on the
//! first one's memory, table and functions, holds no state of its own, and enters its functions into
//! the table when it is instantiated; so it matters neither when that is, nor whether it happens twice.
//!
//! binaryen's `wasm-split`, which Emscripten uses, works in the same way; the npm package that the
//! builds take binaryen from is without it.

mod live;
mod outline;
mod profile;
mod record;
mod regions;
mod second;
mod segments;
mod stubs;

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    DataKind, ElementItems, ExportItem, FunctionId, LocalFunction, Module, ModuleConfig, TableId,
    passes,
};

pub(crate) use profile::Profile;
pub(crate) use record::command;

/// The module that each part imports the other from.
const OTHER: &str = "~";

/// The import of the first part that loads the second.
const LOAD: &str = "load";

/// A stub is some four instructions, so a function of no more than this many stays where it is.
const SMALL: u64 = 8;

/// A wasm file in two parts, without names.
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
}

/// Functions by their place in the file, which both readings of it share.
type Places = BTreeSet<usize>;

/// How the names of functions begin that are of the first part. Before those of the rest in the order
/// of names: of functions that turn out to be equal, wasm-opt keeps the first.
const FIRST: &str = "first: ";
/// How the names of functions begin that are of the rest.
const REST: &str = "rest";
/// How those of them begin that the first part calls: they must not come back into it.
const CALLED: &str = "rest, called: ";
/// How those of them begin that it does not call.
const ALONE: &str = "rest: ";
/// The functions that are not to be inlined, as wasm-opt's options take it.
pub(crate) const APART: &str = "rest, called: *";

/// The name of a function without the part that it is of.
pub(crate) fn without_part(name: &str) -> &str {
    let of = |part| name.strip_prefix(part);
    [FIRST, CALLED, ALONE]
        .into_iter()
        .find_map(of)
        .unwrap_or(name)
}

/// Names the functions of `wasm`, which is flat, by the part they are of, and makes functions of the
/// pieces that are of the rest.
///
/// # Errors
/// When the file is damaged.
pub(crate) fn part(wasm: &[u8], profile: &Profile) -> Result<Vec<u8>> {
    let mut module = ModuleConfig::new()
        .parse(wasm)
        .context("the wasm to split is damaged")?;
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in ids {
        let function = module.funcs.get_mut(id);
        let name = function.name.clone().unwrap_or_default();
        let varies = profile::varies(&name);
        let is_rest = |mark: &str| !varies && profile.is_rest(mark);
        let pieces = segments::segments(function.kind.unwrap_local());
        if is_rest(&profile::piece(&name, &pieces, 0)) {
            function.name = Some(format!("{ALONE}{name}"));
            continue;
        }
        function.name = Some(format!("{FIRST}{name}"));
        let starts: Vec<_> = (1..pieces.len())
            .filter(|number| is_rest(&profile::piece(&name, &pieces, *number)))
            .map(|number| (pieces[number].seq, pieces[number].start))
            .collect();
        if !starts.is_empty() {
            let name = format!("{ALONE}{name} piece");
            outline::outline(&mut module, id, &starts, &name, regions::LEAST);
        }
    }
    name_called(&mut module);
    Ok(module.emit_wasm())
}

/// Tells of the functions of the rest which ones the first part calls.
fn name_called(module: &mut Module) {
    let is_first = |id: FunctionId| {
        let name = module.funcs.get(id).name.as_deref();
        name.is_some_and(|name| name.starts_with(FIRST))
    };
    let first = module.funcs.iter_local().filter(|(id, _)| is_first(*id));
    let called: Places = first.flat_map(|(_, function)| callees(function)).collect();
    for function in module.funcs.iter_mut() {
        let is_called = called.contains(&function.id().index());
        if let Some(name) = &mut function.name
            && let Some(bare) = name.strip_prefix(ALONE).filter(|_| is_called)
        {
            *name = format!("{CALLED}{bare}");
        }
    }
}

/// Cuts `wasm`, whose functions are named by the part they are of.
///
/// # Errors
/// When the file is damaged, has not one function table, or has data that is not there from the start.
pub(crate) fn split(wasm: &[u8]) -> Result<Parts> {
    let mut first = read(wasm)?;
    let (rest, entries) = cut(&first);
    let second = second::make(read(wasm)?, &rest, &entries)?;
    stubs::put(&mut first, &rest, &entries)?;
    for (name, item) in second.takes {
        let item = item.of(&first)?;
        first.exports.add(&name, item);
    }
    passes::gc::run(&mut first);
    Ok(Parts {
        first: first.emit_wasm(),
        rest: second.wasm,
    })
}

fn read(wasm: &[u8]) -> Result<Module> {
    let module = ModuleConfig::new()
        .generate_producers_section(false)
        .generate_name_section(false)
        .parse(wasm)
        .context("the wasm to split is damaged")?;
    if module
        .data
        .iter()
        .any(|data| matches!(data.kind, DataKind::Passive))
    {
        bail!("the wasm to split has data that is not there from the start");
    }
    Ok(module)
}

fn table_of(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table()?;
    table.context("the wasm to split has no function table")
}

/// The functions of the rest, and those of them that the first part refers to.
fn cut(module: &Module) -> (Places, Places) {
    let is_rest = |name: &str| name.starts_with(REST);
    let mut rest: Places = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_rest))
        .map(|(id, _)| id.index())
        .collect();
    loop {
        let entries = entries(module, &rest);
        let small: Vec<usize> = module
            .funcs
            .iter_local()
            .filter(|(id, function)| {
                entries.contains(&id.index())
                    && function.size() <= SMALL
                    && callees(function).is_disjoint(&rest)
            })
            .map(|(id, _)| id.index())
            .collect();
        if small.is_empty() {
            return (rest, entries);
        }
        for place in small {
            rest.remove(&place);
        }
    }
}

/// Functions of the rest that something else refers to.
fn entries(module: &Module, rest: &Places) -> Places {
    let mut named: Places = module.start.iter().map(FunctionId::index).collect();
    for (id, function) in module.funcs.iter_local() {
        if !rest.contains(&id.index()) {
            named.extend(callees(function));
        }
    }
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            named.extend(functions.iter().map(FunctionId::index));
        }
    }
    for export in module.exports.iter() {
        if let ExportItem::Function(function) = export.item {
            named.insert(function.index());
        }
    }
    named.intersection(rest).copied().collect()
}

/// The functions that a function names.
fn callees(function: &LocalFunction) -> Places {
    struct Named(Places);
    impl<'a> Visitor<'a> for Named {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(function.index());
        }
    }
    let mut named = Named(Places::new());
    dfs_in_order(&mut named, function, function.entry_block());
    named.0
}

#[cfg(test)]
mod tests;
