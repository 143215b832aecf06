//! The second part: the functions of the rest, and everything else taken from the first.

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, passes,
};

use super::{OTHER, Places, table_of};

/// The second part as a file.
pub(super) struct Second {
    pub(super) wasm: Vec<u8>,
    /// What it takes from the first part, and under which name.
    pub(super) takes: Vec<(String, Item)>,
}

/// Something of a module, by its place in the file.
pub(super) enum Item {
    Function(usize),
    Table(usize),
    Memory(usize),
    Global(usize),
}

impl Item {
    /// What is in that place of `module`.
    pub(super) fn of(&self, module: &Module) -> Result<ExportItem> {
        let item = match *self {
            Self::Function(at) => {
                let mut ids = module.funcs.iter().map(walrus::Function::id);
                ids.find(|id| id.index() == at).map(ExportItem::Function)
            }
            Self::Table(at) => {
                let mut ids = module.tables.iter().map(walrus::Table::id);
                ids.find(|id| id.index() == at).map(ExportItem::Table)
            }
            Self::Memory(at) => {
                let mut ids = module.memories.iter().map(walrus::Memory::id);
                ids.find(|id| id.index() == at).map(ExportItem::Memory)
            }
            Self::Global(at) => {
                let mut ids = module.globals.iter().map(walrus::Global::id);
                ids.find(|id| id.index() == at).map(ExportItem::Global)
            }
        };
        item.context("two readings of the wasm differ")
    }
}

/// Makes the second part of a whole `module`.
pub(super) fn make(mut module: Module, rest: &Places, entries: &Places) -> Result<Second> {
    let functions: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    empty(&mut module);
    for id in functions.iter().filter(|id| !rest.contains(&id.index())) {
        take_function(&mut module, *id);
    }
    take_state(&mut module);
    let enter = functions
        .into_iter()
        .filter(|id| entries.contains(&id.index()));
    let enter: Vec<_> = enter.collect();
    let table = table_of(&module)?;
    let grown = module.tables.get_mut(table);
    let offset = ConstExpr::Value(Value::I32(i32::try_from(grown.initial)?));
    grow(grown, entries.len());
    let kind = ElementKind::Active { table, offset };
    let element = module.elements.add(kind, ElementItems::Functions(enter));
    module.tables.get_mut(table).elem_segments.insert(element);
    passes::gc::run(&mut module);
    let mut takes = Vec::new();
    for import in module.imports.iter_mut() {
        let item = match import.kind {
            ImportKind::Function(id) => Item::Function(id.index()),
            ImportKind::Table(id) => Item::Table(id.index()),
            ImportKind::Memory(id) => Item::Memory(id.index()),
            ImportKind::Global(id) => Item::Global(id.index()),
            ImportKind::Tag(_) => continue,
        };
        import.name = format!("{OTHER}{}", takes.len());
        takes.push((import.name.clone(), item));
    }
    Ok(Second {
        wasm: module.emit_wasm(),
        takes,
    })
}

/// Makes room in a table for `more` functions.
pub(super) fn grow(table: &mut walrus::Table, more: usize) {
    table.initial += more as u64;
    table.maximum = table.maximum.map(|maximum| maximum + more as u64);
}

/// Removes what makes a module do something by itself.
fn empty(module: &mut Module) {
    module.start = None;
    for id in ids(module.exports.iter(), walrus::Export::id) {
        module.exports.delete(id);
    }
    for id in ids(module.elements.iter(), walrus::Element::id) {
        module.elements.delete(id);
    }
    for id in ids(module.data.iter(), walrus::Data::id) {
        module.data.delete(id);
    }
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
    }
}

fn ids<'a, T: 'a, Id>(all: impl Iterator<Item = &'a T>, id: impl Fn(&T) -> Id) -> Vec<Id> {
    all.map(id).collect()
}

fn take_function(module: &mut Module, id: FunctionId) {
    let function = module.funcs.get(id);
    if let FunctionKind::Import(function) = &function.kind {
        let import = function.import;
        OTHER.clone_into(&mut module.imports.get_mut(import).module);
        return;
    }
    let ty = function.ty();
    let import = module.imports.add(OTHER, "", id);
    module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

fn take_state(module: &mut Module) {
    for id in ids(module.tables.iter(), walrus::Table::id) {
        module.tables.get_mut(id).import = Some(module.imports.add(OTHER, "", id));
    }
    for id in ids(module.memories.iter(), walrus::Memory::id) {
        module.memories.get_mut(id).import = Some(module.imports.add(OTHER, "", id));
    }
    for id in ids(module.globals.iter(), walrus::Global::id) {
        module.globals.get_mut(id).kind = GlobalKind::Import(module.imports.add(OTHER, "", id));
    }
}
