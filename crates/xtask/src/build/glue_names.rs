//! Takes out of a release glue what a browser does not need: long names, classes nobody
//! uses, and imports that the optimiser has removed.
//!
//! wasm-bindgen's names carry hashes, which do not compress, and stand in both files. The
//! text of the glue is taken as the pinned version writes it; whatever does not fit is an
//! error, never a guess.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use walrus::{ElementItems, FunctionBuilder};
use wasm_bindgen_cli_support::Output;

use crate::wasm_file::Module;

/// Exported by leptos' request layer for streams, which the kit does not use. As exports
/// they would stay in the wasm for ever.
const UNUSED_CLASSES: [&str; 3] = [
    "IntoUnderlyingByteSource",
    "IntoUnderlyingSink",
    "IntoUnderlyingSource",
];

/// Where those classes are written; nothing else of it is used.
const UNUSED_CRATE: &str = "wasm_streams";

/// Old names and their short ones.
pub(super) struct Names {
    modules: BTreeMap<String, String>,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// Shortens the names in the wasm and removes the exports of unused classes.
pub(super) fn shorten(output: &mut Output) -> Names {
    let wasm = output.wasm_mut();
    let dead: Vec<_> = wasm
        .exports
        .iter()
        .filter(|e| is_unused(&e.name))
        .map(|e| e.id())
        .collect();
    for id in dead {
        wasm.exports.delete(id);
    }
    empty_table_of_unused(wasm);
    let mut names = Names {
        modules: BTreeMap::new(),
        imports: BTreeMap::new(),
        exports: BTreeMap::new(),
    };
    for export in wasm.exports.iter_mut() {
        let next = names.exports.len();
        export.name = names
            .exports
            .entry(export.name.clone())
            .or_insert_with(|| short(next))
            .clone();
    }
    for import in wasm.imports.iter_mut() {
        // Other modules are imported as they are, so their names are their exports.
        if import.module.ends_with("_bg.js") {
            let next = names.imports.len();
            import.name = names
                .imports
                .entry(import.name.clone())
                .or_insert_with(|| short(next))
                .clone();
        }
        let next = names.modules.len();
        import.module = names
            .modules
            .entry(import.module.clone())
            .or_insert_with(|| short(next))
            .clone();
    }
    names
}

/// Takes out of the function table what only the removed classes have called: the optimiser keeps
/// every function that stands there, and all that it calls. A trap stands in its place.
fn empty_table_of_unused(wasm: &mut walrus::Module) {
    let mut trap = FunctionBuilder::new(&mut wasm.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(vec![], &mut wasm.funcs);
    for element in wasm.elements.iter_mut() {
        let ElementItems::Functions(listed) = &mut element.items else {
            continue;
        };
        for function in listed {
            let name = wasm.funcs.get(*function).name.as_deref();
            if name.is_some_and(|name| name.contains(UNUSED_CRATE)) {
                *function = trap;
            }
        }
    }
}

/// `a`, `b` … `z`, `aa`, `ba` …
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

fn is_unused(export: &str) -> bool {
    let bare = export.trim_start_matches("__wbg_");
    UNUSED_CLASSES
        .iter()
        .any(|class| bare.starts_with(&format!("{}_", class.to_lowercase())))
}

/// The glue of a wasm that was shortened and then optimised.
///
/// # Errors
/// When the glue does not look as expected, or would lack something the wasm imports.
pub(super) fn rewrite(glue: &str, names: &Names, optimised: &[u8]) -> Result<String> {
    let module = Module::read(optimised)?;
    let used: BTreeSet<Import<'_>> = module.imports.into_iter().collect();
    let mut writer = Writer {
        names,
        used: &used,
        kept: BTreeSet::new(),
        listed: BTreeSet::new(),
        out: String::with_capacity(glue.len()),
    };
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if let Some(ends) = end_of_class(line) {
            skip_to(line, &mut lines, ends)?;
        } else if let Some((name, rest)) = import_entry(line) {
            if !writer.import(name, rest)? {
                skip_to(line, &mut lines, |line| line.starts_with("        }"))?;
            }
        } else if let Some((module, object)) = module_entry(line) {
            writer.module(module, object)?;
        } else {
            writer.out.push_str(&with_short_exports(line, names)?);
            writer.out.push('\n');
        }
    }
    if let Some((_, name)) = used.difference(&writer.kept).next() {
        bail!("the shortened glue lacks the import `{name}`");
    }
    let out = writer.out;
    match UNUSED_CLASSES.iter().find(|class| out.contains(**class)) {
        Some(class) => bail!("the glue still uses the class `{class}`"),
        None => Ok(out),
    }
}

/// An import of the wasm: the short names of its module and of itself.
type Import<'a> = (&'a str, &'a str);

/// The glue while it is written anew.
struct Writer<'a> {
    names: &'a Names,
    /// What the optimised wasm imports.
    used: &'a BTreeSet<Import<'a>>,
    /// What of it the new glue has.
    kept: BTreeSet<Import<'a>>,
    /// Modules that the new glue has, by their short names.
    listed: BTreeSet<&'a str>,
    out: String,
}

impl Writer<'_> {
    /// Begins the entry of an import under its short name; false when the wasm does not use it.
    fn import(&mut self, name: &str, rest: &str) -> Result<bool> {
        let short = self.names.imports.get(name);
        let short = short.with_context(|| format!("the wasm never imported `{name}`"))?;
        let is_it = |(module, import): &&Import<'_>| import == short && self.names.is_own(module);
        let Some(import) = self.used.iter().find(is_it) else {
            return Ok(false);
        };
        self.kept.insert(*import);
        self.out.push_str(&format!("{short}: {rest}\n"));
        Ok(true)
    }

    /// Writes the entry of a module under its short name, with the functions that the wasm uses.
    fn module(&mut self, name: &str, object: &str) -> Result<()> {
        let short = self.names.modules.get(name);
        let short = short.with_context(|| format!("the wasm never imported from `{name}`"))?;
        // wasm-bindgen lists a module once for each function imported from it.
        if !self.listed.insert(short) {
            return Ok(());
        }
        if self.names.is_own(short) {
            self.out.push_str(&format!("\"{short}\": {object}\n"));
            return Ok(());
        }
        let used: Vec<_> = self.used.iter().filter(|(of, _)| of == short).collect();
        if used.is_empty() {
            return Ok(());
        }
        // By name, so that bundling makes no object of all that the module exports.
        let module = object.trim_end_matches(',');
        let functions: Vec<_> = used
            .iter()
            .map(|(_, name)| format!("{name}: {module}.{name}"))
            .collect();
        self.out
            .push_str(&format!("\"{short}\": {{ {} }},\n", functions.join(", ")));
        self.kept.extend(used);
        Ok(())
    }
}

impl Names {
    /// The short name of an export.
    pub(super) fn export(&self, name: &str) -> Result<&str> {
        let short = self.exports.get(name).map(String::as_str);
        short.with_context(|| format!("the wasm does not export `{name}`"))
    }

    /// Whether this short module name is that of the glue itself.
    fn is_own(&self, module: &str) -> bool {
        self.modules
            .iter()
            .any(|(old, short)| short == module && old.ends_with("_bg.js"))
    }
}

/// For a line that begins something of an unused class: whether a line ends that.
fn end_of_class(line: &str) -> Option<fn(&str) -> bool> {
    UNUSED_CLASSES.iter().find_map(|class| {
        let begins = |text: String| line.starts_with(&text);
        if begins(format!("export class {class} {{")) {
            Some((|line| line == "}") as fn(&str) -> bool)
        } else if begins(format!("if (Symbol.dispose) {class}."))
            || begins(format!("const {class}Finalization "))
        {
            Some(|line| line.ends_with(';'))
        } else {
            None
        }
    })
}

/// Skips lines up to the one that ends what `first` begins; that may be `first` itself.
fn skip_to<'a>(
    first: &str,
    lines: &mut impl Iterator<Item = &'a str>,
    ends: impl Fn(&str) -> bool,
) -> Result<()> {
    if ends(first) || lines.any(ends) {
        return Ok(());
    }
    bail!("`{}` never ends in the glue", first.trim())
}

/// `        name: function(…` in the table of imports.
fn import_entry(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("        ")?.split_once(": ")?;
    (rest.starts_with("function(") && !name.contains(' ')).then_some((name, rest))
}

/// `        "./kit_bg.js": import0,` in the table of modules.
fn module_entry(line: &str) -> Option<(&str, &str)> {
    let (module, object) = line.strip_prefix("        \"")?.split_once("\": ")?;
    object.starts_with("import").then_some((module, object))
}

/// Replaces the name in every `wasm.name`.
fn with_short_exports(line: &str, names: &Names) -> Result<String> {
    const OBJECT: &str = "wasm.";
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(OBJECT) {
        let (front, back) = rest.split_at(at + OBJECT.len());
        let end = back.find(|c| !part_of_name(c)).unwrap_or(back.len());
        let (name, after) = back.split_at(end);
        out.push_str(front);
        match names.exports.get(name) {
            Some(short) => out.push_str(short),
            None => bail!("the glue calls `wasm.{name}`, which the wasm does not export: {line}"),
        }
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_differ() {
        let names: BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(
            [short(0), short(25), short(26), short(27)],
            ["a", "z", "aa", "ba"]
        );
    }

    /// A wasm that imports `a` from `a` and `send` from `b`.
    const OPTIMISED: &[u8] = b"\0asm\x01\0\0\0\x02\x10\x02\x01a\x01a\0\0\x01b\x04send\0\0";

    fn names() -> Names {
        let map = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()))
                .collect()
        };
        Names {
            modules: map(&[("./kit_bg.js", "a"), ("./send.js", "b")]),
            imports: map(&[("__wbg_warn_1", "a"), ("__wbg_gone_2", "b")]),
            exports: map(&[("__wbindgen_malloc", "a"), ("memory", "b")]),
        }
    }

    const GLUE: &str = "\
import * as import1 from './send.js'
export class IntoUnderlyingSink {
    free() {
        if (x) {
        }
        wasm.__wbg_intounderlyingsink_free(ptr, 0);
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;
    const import0 = {
        __proto__: null,
        __wbg_gone_2: function(arg0) {
            gone(arg0);
        },
        __wbg_warn_1: function() { return handleError(function (arg0) {
            wasm.__wbindgen_malloc(arg0);
        }, arguments); },
    };
        \"./kit_bg.js\": import0,
        \"./send.js\": import1,
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));
";

    #[test]
    fn only_what_the_wasm_uses_stays_in_the_glue() {
        let expected = "\
import * as import1 from './send.js'
    const import0 = {
        __proto__: null,
a: function() { return handleError(function (arg0) {
            wasm.a(arg0);
        }, arguments); },
    };
\"a\": import0,
\"b\": { send: import1.send },
";
        assert_eq!(rewrite(GLUE, &names(), OPTIMISED).unwrap(), expected);
    }

    #[test]
    fn a_glue_that_is_not_understood_is_refused() {
        let without = GLUE.replace("__wbg_warn_1: function", "__wbg_warn_1: async function");
        assert!(
            rewrite(&without, &names(), OPTIMISED)
                .unwrap_err()
                .to_string()
                .contains("lacks the import `a`")
        );
        let unknown = format!("{GLUE}wasm.nobody();\n");
        assert!(
            rewrite(&unknown, &names(), OPTIMISED)
                .unwrap_err()
                .to_string()
                .contains("wasm.nobody")
        );
        let used = format!("{GLUE}new IntoUnderlyingSink();\n");
        assert!(
            rewrite(&used, &names(), OPTIMISED)
                .unwrap_err()
                .to_string()
                .contains("still uses")
        );
    }
}
