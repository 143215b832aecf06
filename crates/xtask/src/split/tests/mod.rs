//! Splits a small module, and has Node run the whole beside its parts.

use std::process::Command;

use walrus::ir::{BinaryOp, MemArg, StoreKind, Value};

use walrus::{ConstExpr, ElementKind, FunctionBuilder, InstrSeqBuilder, LocalId, RefType, ValType};

use super::*;

mod pieces;

/// Bytes as a JavaScript array.
fn script(bytes: &[u8]) -> String {
    format!("new Uint8Array({bytes:?})")
}

fn node(text: &str) -> String {
    let output = Command::new("node")
        .args(["-e", text])
        .output()
        .expect("Node.js runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("a text")
}

/// `run(x)` calls `cold`, which counts, writes and goes deeper, `listed` by the table, and `tiny`;
/// `warm(x)` calls none of them; `direct` is `cold` itself.
fn sample() -> Vec<u8> {
    use ValType::I32;
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    let count = module
        .globals
        .add_local(I32, true, false, ConstExpr::Value(Value::I32(0)));
    let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
    let ty = module.types.add(&[I32], &[I32]);
    let note = module.types.add(&[I32], &[]);
    let (note, _) = module.add_import_func("page", "note", note);
    let function =
        |module: &mut Module, name: &str, write: &dyn Fn(&mut InstrSeqBuilder, LocalId)| {
            let arg = module.locals.add(I32);
            let mut builder = FunctionBuilder::new(&mut module.types, &[I32], &[I32]);
            builder.name(name.to_owned());
            write(&mut builder.func_body(), arg);
            builder.finish(vec![arg], &mut module.funcs)
        };
    let warm = function(&mut module, "warm", &|body, x| {
        body.local_get(x).i32_const(1).binop(BinaryOp::I32Add);
    });
    let tiny = function(&mut module, "rest: tiny", &|body, x| {
        body.local_get(x).i32_const(3).binop(BinaryOp::I32Mul);
    });
    let deeper = function(&mut module, "rest: deeper", &|body, x| {
        body.local_get(x)
            .call(note)
            .local_get(x)
            .call(warm)
            .call(warm);
        for _ in 0..4 {
            body.i32_const(7).binop(BinaryOp::I32Add);
        }
    });
    let cold = function(&mut module, "rest: cold", &|body, x| {
        body.global_get(count)
            .i32_const(1)
            .binop(BinaryOp::I32Add)
            .global_set(count);
        let to = MemArg {
            align: 4,
            offset: 8,
        };
        body.i32_const(0)
            .global_get(count)
            .store(memory, StoreKind::I32 { atomic: false }, to);
        body.local_get(x)
            .call(deeper)
            .global_get(count)
            .binop(BinaryOp::I32Add);
    });
    let listed = function(&mut module, "rest: listed", &|body, x| {
        body.local_get(x);
        for _ in 0..5 {
            body.i32_const(2).binop(BinaryOp::I32Mul);
        }
    });
    let run = function(&mut module, "run", &|body, x| {
        body.local_get(x)
            .call(cold)
            .i32_const(0)
            .call_indirect(ty, table)
            .call(tiny);
    });
    let offset = ConstExpr::Value(Value::I32(0));
    let items = ElementItems::Functions(vec![listed]);
    let element = module
        .elements
        .add(ElementKind::Active { table, offset }, items);
    module.tables.get_mut(table).elem_segments.insert(element);
    for (name, id) in [("run", run), ("warm", warm), ("direct", cold)] {
        module.exports.add(name, id);
    }
    module.exports.add("memory", memory);
    module.emit_wasm()
}

/// Calls in Node: each gives what it answers, and what the memory holds then.
const PLAY: &str = "
const noted = []
const page = { note: (x) => noted.push(x) }
const play = (made) => ['warm', 'run', 'direct', 'run'].map((name, at) =>
  [name, made.exports[name](at + 2), new Int32Array(made.exports.memory.buffer)[2], noted.splice(0)])
const make = (bytes, imports) => new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
";

#[test]
fn the_parts_do_what_the_whole_does_and_the_rest_comes_when_it_is_needed() {
    let whole = sample();
    let parts = split(&whole).unwrap();
    let said = node(&format!(
        "{PLAY}
        let loads = 0
        let first
        const load = () => {{ loads += 1; make({rest}, {{ '~': first.exports }}) }}
        first = make({first}, {{ page, '~': {{ load }} }})
        first.exports.warm(1)
        const before = loads
        const same = JSON.stringify(play(make({whole}, {{ page }}))) === JSON.stringify(play(first))
        console.log(same, before, loads)",
        whole = script(&whole),
        first = script(&parts.first),
        rest = script(&parts.rest),
    ));
    assert_eq!(said.trim(), "true 0 1");
}

#[test]
fn a_rest_that_is_there_already_is_not_harmed_by_coming_again() {
    let parts = split(&sample()).unwrap();
    let said = node(&format!(
        "{PLAY}
        const first = make({first}, {{ page, '~': {{ load: () => enter() }} }})
        const enter = () => make({rest}, {{ '~': first.exports }})
        enter()
        const early = first.exports.direct(1)
        enter()
        console.log(first.exports.direct(1) - early)",
        first = script(&parts.first),
        rest = script(&parts.rest),
    ));
    // The count that `direct` adds is the first part's, and so goes on.
    assert_eq!(said.trim(), "1");
}

#[test]
fn what_is_called_by_the_rest_alone_is_in_the_rest_alone_and_what_is_small_stays() {
    let module = read(&sample()).unwrap();
    let (rest, entries) = cut(&module);
    let names = |places: &Places| -> Vec<String> {
        let all = module.funcs.iter();
        let named = all.filter(|function| places.contains(&function.id().index()));
        named.filter_map(|function| function.name.clone()).collect()
    };
    assert_eq!(names(&rest), ["rest: deeper", "rest: cold", "rest: listed"]);
    assert_eq!(names(&entries), ["rest: cold", "rest: listed"]);
}

#[test]
fn damaged_files_are_refused() {
    assert!(split(b"\0asm\x01\0\0\0\x0a").is_err());
    let bare = Module::default().emit_wasm();
    let error = split(&bare).err().expect("no table");
    assert!(format!("{error:#}").contains("function table"));
}
