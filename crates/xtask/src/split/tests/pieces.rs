//! Moves each piece of two functions out, and has Node run what comes of it beside the whole.

use walrus::ir::{BinaryOp, Br, BrIf, BrTable};
use walrus::{FunctionBuilder, InstrSeqBuilder, LocalId, Module, ModuleConfig, ValType};

use super::{node, script};
use crate::split::outline::outline;
use crate::split::segments::segments;

/// What the samples are written with: flat code, as binaryen leaves it.
struct Write<'a, 'b>(&'a mut InstrSeqBuilder<'b>);

impl Write<'_, '_> {
    /// `to = from operation constant`
    fn set(&mut self, to: LocalId, from: LocalId, operation: BinaryOp, constant: i32) -> &mut Self {
        self.0
            .local_get(from)
            .i32_const(constant)
            .binop(operation)
            .local_set(to);
        self
    }

    /// Whether `local operation constant`, on the stack.
    fn test(&mut self, local: LocalId, operation: BinaryOp, constant: i32) -> &mut Self {
        self.0.local_get(local).i32_const(constant).binop(operation);
        self
    }
}

/// `sum(x)` counts down, goes out of its loop by two ways and returns from within; `tell(x)` gives nothing
/// back, chooses between ways and tells what it does.
fn sample() -> Vec<u8> {
    use BinaryOp::{I32Add, I32Eq, I32GtS, I32Mul, I32RemS, I32Sub};
    let mut module = Module::default();
    let note = module.types.add(&[ValType::I32], &[]);
    let (note, _) = module.add_import_func("page", "note", note);
    let [x, acc, twice] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
    builder.name("sum".into());
    builder.func_body().block(None, |out| {
        let leave = out.id();
        out.loop_(None, |turn| {
            let again = turn.id();
            Write(turn).test(x, I32RemS, 3);
            turn.if_else(
                None,
                |then| {
                    Write(then)
                        .set(twice, x, I32Mul, 2)
                        .set(acc, acc, I32Add, 1)
                        .test(twice, I32Eq, 8);
                    then.if_else(None, |found| _ = found.local_get(acc).return_(), |_| {});
                    then.local_get(acc)
                        .local_get(twice)
                        .binop(I32Add)
                        .local_set(acc);
                },
                |other| {
                    Write(other).set(acc, acc, I32Add, 7).test(acc, I32GtS, 90);
                    other.instr(BrIf { block: leave });
                    other.local_get(acc).call(note);
                },
            );
            Write(turn).set(x, x, I32Sub, 1).test(x, I32GtS, 0);
            turn.instr(BrIf { block: again });
            Write(turn).set(acc, acc, I32Mul, 3);
        });
        Write(out).set(acc, acc, I32Add, 100);
    });
    Write(&mut builder.func_body()).test(acc, I32Add, 5);
    builder.func_body().return_();
    let sum = builder.finish(vec![x], &mut module.funcs);

    let [x, left] = [(); 2].map(|()| module.locals.add(ValType::I32));
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
    builder.name("tell".into());
    builder.func_body().block(None, |outer| {
        let end = outer.id();
        Write(outer).set(left, x, I32RemS, 4);
        outer.block(None, |one| {
            let first = one.id();
            one.block(None, |two| {
                let second = two.id();
                two.local_get(left);
                two.instr(BrTable {
                    blocks: [first, second].into(),
                    default: end,
                });
            });
            Write(one).set(left, left, I32Add, 10).test(x, I32GtS, 9);
            one.if_else(
                None,
                |big| _ = big.local_get(x).call(note).return_(),
                |_| {},
            );
            one.local_get(left).call(note);
            one.instr(Br { block: end });
        });
        Write(outer)
            .set(left, left, I32Add, 20)
            .set(x, x, I32Mul, 2);
        outer.local_get(x).call(note);
    });
    builder
        .func_body()
        .local_get(left)
        .call(note)
        .local_get(x)
        .call(note);
    let tell = builder.finish(vec![x], &mut module.funcs);
    module.exports.add("sum", sum);
    module.exports.add("tell", tell);
    module.emit_wasm()
}

/// The sample with the pieces `moved` of each function as functions; how many that made.
fn with_moved(moved: impl Fn(usize) -> bool) -> (Vec<u8>, usize) {
    let mut module = ModuleConfig::new().parse(&sample()).unwrap();
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let before = ids.len();
    for id in ids {
        let pieces = segments(module.funcs.get(id).kind.unwrap_local());
        let is_within = |number: usize| {
            let mut parent = pieces[number].parent;
            while let Some(at) = parent.filter(|at| *at > 0) {
                if moved(at) {
                    return true;
                }
                parent = pieces[at].parent;
            }
            false
        };
        let starts: Vec<_> = (1..pieces.len())
            .filter(|number| moved(*number) && !is_within(*number))
            .map(|number| (pieces[number].seq, pieces[number].start))
            .collect();
        outline(&mut module, id, &starts, "piece", 0);
    }
    let after = module.funcs.iter_local().count();
    (module.emit_wasm(), after - before)
}

#[test]
fn whatever_is_moved_out_of_a_function_it_does_the_same() {
    let wholes = ["sum", "tell"].map(|name| {
        let module = ModuleConfig::new().parse(&sample()).unwrap();
        let id = module.funcs.by_name(name).unwrap();
        segments(module.funcs.get(id).kind.unwrap_local()).len()
    });
    let most = wholes.into_iter().max().unwrap();
    let mut variants: Vec<_> = (1..most)
        .map(|one| with_moved(move |number| number == one))
        .collect();
    for step in 2..5 {
        variants.push(with_moved(move |number| number % step == 0));
    }
    variants.push(with_moved(|_| true));
    let made: usize = variants.iter().map(|(_, count)| count).sum();
    let files: Vec<_> = variants.iter().map(|(wasm, _)| script(wasm)).collect();
    let said = node(&format!(
        "const play = (bytes) => {{
           const noted = []
           const made = new WebAssembly.Instance(new WebAssembly.Module(bytes), {{ page: {{ note: (x) => noted.push(x) }} }})
           for (let x = -3; x < 40; x++) for (const name of ['sum', 'tell']) noted.push(name, made.exports[name](x))
           return JSON.stringify(noted)
         }}
         const whole = play({whole})
         const wrong = [{files}].flatMap((bytes, at) => (play(bytes) === whole ? [] : [at]))
         console.log(whole.length > 1000, JSON.stringify(wrong))",
        whole = script(&sample()),
        files = files.join(","),
    ));
    assert_eq!(said.trim(), "true []");
    assert!(made > 15, "{made}");
}
