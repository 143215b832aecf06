//! `sizes`: which crates the bytes of a wasm come from.
//!
//! wasm-opt keeps the names, and each function is counted for the crate its name begins
//! with. Generic code counts for the crate that wrote it, not for the one that uses it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use crate::build::{ARTEFACTS, named_wasm};
use crate::ui::step;

/// Rows shown; the rest is summed up.
const ROWS: usize = 20;
/// The same for single functions.
const FUNCTIONS: usize = 60;

/// Runs `sizes [BIN] [--functions]`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let functions = args.contains("--functions");
    let bin: String = args.opt_free_from_str()?.unwrap_or_else(|| "embed".into());
    crate::nothing_left(args)?;
    let Some(artefact) = ARTEFACTS.iter().find(|artefact| artefact.bin == bin) else {
        let bins: Vec<_> = ARTEFACTS.iter().map(|artefact| artefact.bin).collect();
        bail!(
            "there is no artefact `{bin}`; there are {}",
            bins.join(", ")
        );
    };
    let wasm = fs::read(named_wasm(artefact)?)?;
    let module = Module::read(&wasm).context("the wasm file is damaged")?;
    step(&format!("{bin}: {} bytes of wasm with names", wasm.len()));
    print_crates(&module);
    if functions {
        print_functions(&module);
    }
    Ok(())
}

fn print_functions(module: &Module) {
    let mut copies: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for (function, bytes) in &module.functions {
        let name = without_hashes(
            module
                .names
                .get(function)
                .map_or("(unnamed)", String::as_str),
        );
        // All copies of a generic function share their name up to the last hash.
        let name = name
            .rsplit_once("::h")
            .filter(|(_, hash)| hash.len() == 16)
            .map_or(name.as_str(), |(front, _)| front);
        let (sum, count) = copies.entry(name.into()).or_default();
        *sum += bytes;
        *count += 1;
    }
    let mut rows: Vec<_> = copies.into_iter().collect();
    rows.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
    println!("\n    {:>9}{:>8}  function", "bytes", "copies");
    for (name, (bytes, count)) in rows.into_iter().take(FUNCTIONS) {
        println!("    {bytes:>9}{count:>8}  {name}");
    }
}

fn print_crates(module: &Module) {
    let mut crates: BTreeMap<String, u64> = BTreeMap::new();
    for (function, bytes) in &module.functions {
        let name = module.names.get(function).map_or("", String::as_str);
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    let code: u64 = crates.values().sum();
    let mut rows: Vec<_> = crates.into_iter().collect();
    rows.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let rest: u64 = rows.iter().skip(ROWS).map(|(_, bytes)| bytes).sum();
    for (name, bytes) in rows
        .into_iter()
        .take(ROWS)
        .chain([("(others)".into(), rest), ("(data)".into(), module.data)])
    {
        println!(
            "    {name:<34}{bytes:>9}{:>7.1} %",
            100.0 * bytes as f64 / (code + module.data) as f64
        );
    }
}

/// `<alloc::vec::Vec<T> as core::fmt::Debug>::fmt` belongs to `alloc`, and
/// `<(A, B) as tachys::view::Render>::build` to `tachys`.
fn crate_of(name: &str) -> String {
    let name = without_hashes(name);
    let path = name
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        .find(|word| word.contains("::"));
    match path.and_then(|path| path.split("::").next()) {
        Some(first) if !first.is_empty() => first.into(),
        _ => "(unnamed)".into(),
    }
}

/// `core[c5930c85a12de822]::fmt` → `core::fmt`: the standard library's names carry a hash.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    first
        + &parts
            .map(|part| match part.split_once(']') {
                Some((hash, rest)) if hash.len() == 16 => rest.to_owned(),
                _ => format!("[{part}"),
            })
            .collect::<String>()
}

/// What is needed of a wasm module.
#[derive(Default)]
struct Module {
    /// Bytes of code by function number.
    functions: BTreeMap<u64, u64>,
    names: BTreeMap<u64, String>,
    /// Bytes of the data section.
    data: u64,
}

impl Module {
    fn read(wasm: &[u8]) -> Option<Module> {
        let mut module = Module::default();
        let mut imported = 0;
        let mut file = Cursor(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
        while let Some(id) = file.byte() {
            let mut section = file.part()?;
            match id {
                2 => imported = imported_functions(&mut section)?,
                10 => {
                    for number in 0..section.number()? {
                        module
                            .functions
                            .insert(imported + number, section.part()?.0.len() as u64);
                    }
                }
                11 => module.data = section.0.len() as u64,
                0 if section.part()?.0 == b"name" => module.names = function_names(&mut section)?,
                _ => {}
            }
        }
        Some(module)
    }
}

fn imported_functions(section: &mut Cursor) -> Option<u64> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.part()?;
        section.part()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => {
                section.byte()?;
                section.byte()?;
            }
            4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn function_names(section: &mut Cursor) -> Option<BTreeMap<u64, String>> {
    while let Some(kind) = section.byte() {
        let mut part = section.part()?;
        if kind == 1 {
            let mut names = BTreeMap::new();
            for _ in 0..part.number()? {
                names.insert(
                    part.number()?,
                    String::from_utf8_lossy(part.part()?.0).into_owned(),
                );
            }
            return Some(names);
        }
    }
    Some(BTreeMap::new())
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A length, and as many bytes.
    fn part(&mut self) -> Option<Cursor<'a>> {
        let length = usize::try_from(self.number()?).ok()?;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Cursor(part))
    }

    fn limits(&mut self) -> Option<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_their_crate() {
        assert_eq!(
            crate_of("<alloc::vec::Vec<T> as core::fmt::Debug>::fmt"),
            "alloc"
        );
        assert_eq!(crate_of("&dyn core::any::Any"), "core");
        assert_eq!(crate_of("palier::blocks::leaderboard::draw"), "palier");
        assert_eq!(crate_of("<(A,B) as tachys::view::Render>::build"), "tachys");
        assert_eq!(
            crate_of("<f64 as core[c5930c85a12de822]::fmt::Display>::fmt"),
            "core"
        );
        assert_eq!(crate_of("<[u8] as core::fmt::Debug>::fmt"), "core");
        assert_eq!(crate_of("memcpy"), "(unnamed)");
    }

    #[test]
    fn code_is_counted_after_the_imports() {
        // One imported function, one of our own with an empty body of two bytes, named `a::b`.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([2, 7, 1, 1, b'm', 1, b'f', 0, 0]);
        wasm.extend([10, 4, 1, 2, 0, 0x0b]);
        wasm.extend([
            0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 1, 1, 4, b'a', b':', b':', b'b',
        ]);
        let module = Module::read(&wasm).unwrap();
        assert_eq!(module.functions, [(1, 2)].into());
        assert_eq!(module.names[&1], "a::b");
    }
}
