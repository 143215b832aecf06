//! Short ids of types.
//!
//! What tells types apart at run time (`core::any::TypeId`) is a hash of 128 bits, written out wherever
//! a value is asked whether it is of a type: nothing repeats in a hash, so no compression shortens
//! it. Ids are only ever compared and looked up, never shown, so any others do that differ where those
//! do: here 1, 2, 3 …

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::ir::{Instr, InstrLocId, LoadKind, StoreKind, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{ConstExpr, DataKind, LocalFunction, Module};

/// In the name of a function that tells the id of a value's type.
const TELLS: &str = "any::Any>::type_id";
/// Bytes of half an id.
const HALF: usize = 8;

/// The halves of an id, as they lie in memory.
type Id = [u64; 2];

/// Gives every type whose id a value may tell a short one, wherever the long one stands.
///
/// # Errors
/// When there is no such type: then names or ids are no longer what this expects.
pub(super) fn shorten(wasm: &mut Module) -> Result<()> {
    let tellers = wasm.funcs.iter_local().filter_map(|(id, function)| {
        let name = wasm.funcs.get(id).name.as_deref()?;
        name.contains(TELLS).then_some(function)
    });
    let mut ids: Vec<Id> = tellers.filter_map(|teller| told(wasm, teller)).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        bail!("no `{TELLS}` tells an id any longer");
    }
    let segments: Vec<_> = wasm.data.iter().map(walrus::Data::id).collect();
    for segment in segments {
        in_data(&mut wasm.data.get_mut(segment).value, &ids);
    }
    let mut code = Halves(BTreeMap::new());
    for (id, number) in ids.iter().zip(1..) {
        code.0.extend([(id[0], number), (id[1], 0)]);
    }
    for (_, function) in wasm.funcs.iter_local_mut() {
        let start = function.entry_block();
        dfs_pre_order_mut(&mut code, function, start);
    }
    Ok(())
}

/// The id that such a function writes to where it is told to, half by half.
fn told(wasm: &Module, teller: &LocalFunction) -> Option<Id> {
    let (mut id, mut address, mut half) = ([None; 2], None, None);
    for (instr, _) in &teller.block(teller.entry_block()).instrs {
        match instr {
            Instr::LocalGet(_) => {}
            Instr::Const(constant) => match constant.value {
                Value::I32(at) => address = Some(at as u64),
                Value::I64(value) => half = Some(value as u64),
                _ => return None,
            },
            Instr::Load(load) if matches!(load.kind, LoadKind::I64 { .. }) => {
                half = Some(read(wasm, address.take()? + load.arg.offset)?);
            }
            Instr::Store(store) if matches!(store.kind, StoreKind::I64 { .. }) => {
                *id.get_mut(store.arg.offset as usize / HALF)? = half.take();
            }
            _ => return None,
        }
    }
    Some([id[0]?, id[1]?])
}

/// What lies at an address before anything has run.
fn read(wasm: &Module, address: u64) -> Option<u64> {
    wasm.data.iter().find_map(|segment| {
        let DataKind::Active { offset, .. } = &segment.kind else {
            return None;
        };
        let ConstExpr::Value(Value::I32(start)) = offset else {
            return None;
        };
        let at = usize::try_from(address.checked_sub(*start as u64)?).ok()?;
        let bytes = segment.value.get(at..at + HALF)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    })
}

/// Replaces ids in a segment of data; by chance no other 16 bytes are ever like one.
fn in_data(data: &mut [u8], ids: &[Id]) {
    let mut at = 0;
    while let Some(bytes) = data.get_mut(at..at + 2 * HALF) {
        let half = |from: usize| {
            let bytes = bytes.get(from..from + HALF)?;
            Some(u64::from_le_bytes(bytes.try_into().ok()?))
        };
        let found = half(0).zip(half(HALF)).map(|(low, high)| [low, high]);
        let place = found.and_then(|id| ids.binary_search(&id).ok());
        if let Some(place) = place {
            bytes.fill(0);
            bytes[..HALF].copy_from_slice(&(place as u64 + 1).to_le_bytes());
            at += 2 * HALF;
        } else {
            at += 1;
        }
    }
}

/// Halves of long ids, and of the short ones in their place.
struct Halves(BTreeMap<u64, u64>);

impl VisitorMut for Halves {
    fn visit_instr_mut(&mut self, instr: &mut Instr, _: &mut InstrLocId) {
        if let Instr::Const(constant) = instr
            && let Value::I64(value) = &mut constant.value
            && let Some(short) = self.0.get(&(*value as u64))
        {
            *value = *short as i64;
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::ir::{BinaryOp, MemArg};
    use walrus::{FunctionBuilder, MemoryId, ValType};

    use super::*;

    const LOW: u64 = 0xfedc_ba98_7654_3210;
    const HIGH: u64 = 0x1234_5678_9abc_def1;
    const START: i32 = 1024;

    /// A module with an id in its data at `START + 4`, one that a function has in its code, and
    /// a function that compares with both and adds a number that is no id.
    fn module() -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let data = [&[7; 4][..], &LOW.to_le_bytes(), &HIGH.to_le_bytes()].concat();
        let offset = ConstExpr::Value(Value::I32(START));
        module.data.add(DataKind::Active { memory, offset }, data);
        let loaded = teller(&mut module, memory, |body, half| {
            let offset = 4 + half * HALF as u64;
            let arg = MemArg { align: 4, offset };
            body.i32_const(START)
                .load(memory, LoadKind::I64 { atomic: false }, arg);
        });
        let written = teller(&mut module, memory, |body, half| {
            body.i64_const([LOW as i64 + 1, HIGH as i64 + 1][half as usize]);
        });
        for (name, teller) in [("A", loaded), ("B", written)] {
            module.funcs.get_mut(teller).name = Some(format!("<{name} as core::{TELLS}"));
            module.exports.add(name, teller);
        }
        let mut compare = FunctionBuilder::new(&mut module.types, &[], &[ValType::I64]);
        let mut body = compare.func_body();
        body.i64_const(0);
        for number in [LOW, HIGH, LOW + 1, HIGH + 1, LOW + 2] {
            body.i64_const(number as i64).binop(BinaryOp::I64Xor);
        }
        let compare = compare.finish(vec![], &mut module.funcs);
        module.exports.add("compare", compare);
        module
    }

    fn teller(
        module: &mut Module,
        memory: MemoryId,
        push: impl Fn(&mut walrus::InstrSeqBuilder, u64),
    ) -> walrus::FunctionId {
        let out = module.locals.add(ValType::I32);
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let mut body = builder.func_body();
        for half in [1, 0] {
            body.local_get(out);
            push(&mut body, half);
            let offset = half * HALF as u64;
            let arg = MemArg { align: 4, offset };
            body.store(memory, StoreKind::I64 { atomic: false }, arg);
        }
        builder.finish(vec![out], &mut module.funcs)
    }

    fn numbers(module: &Module, export: &str) -> Vec<i64> {
        let function = module.exports.get_func(export).unwrap();
        let function = module.funcs.get(function).kind.unwrap_local();
        let body = &function.block(function.entry_block()).instrs;
        body.iter()
            .filter_map(|(instr, _)| match instr {
                Instr::Const(constant) => match constant.value {
                    Value::I64(value) => Some(value),
                    _ => None,
                },
                _ => None,
            })
            .collect()
    }

    #[test]
    fn an_id_is_short_wherever_it_stood_and_all_else_stays() {
        let mut module = module();
        let other = LOW + 2;
        shorten(&mut module).unwrap();
        assert_eq!(numbers(&module, "compare"), [0, 1, 0, 2, 0, other as i64]);
        assert_eq!(numbers(&module, "B"), [0, 2]);
        let data = &module.data.iter().next().unwrap().value;
        let short = [&[7; 4][..], &1_u64.to_le_bytes(), &[0; 8]].concat();
        assert_eq!(*data, short);
    }

    #[test]
    fn a_wasm_without_ids_is_an_error() {
        assert!(shorten(&mut Module::default()).is_err());
    }
}
