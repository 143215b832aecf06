//! `sizes`: which crates the bytes of a wasm come from.
//!
//! wasm-opt keeps the names, and each function is counted for the crate its name begins
//! with. Generic code counts for the crate that wrote it, not for the one that uses it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::build::{ARTEFACTS, named_wasm};
use crate::split::without_part;
use crate::ui::step;
use crate::wasm_file::Module;

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
    let module = Module::read(&wasm)?;
    step(&format!("{bin}: {} bytes of wasm with names", wasm.len()));
    print_crates(&module);
    if functions {
        print_functions(&module);
    }
    Ok(())
}

fn print_functions(module: &Module) {
    let mut copies: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (number, function) in &module.functions {
        let name = without_hashes(without_part(
            module.names.get(number).unwrap_or(&"(unnamed)"),
        ));
        // All copies of a generic function share their name up to the last hash.
        let name = name
            .rsplit_once("::h")
            .filter(|(_, hash)| hash.len() == 16)
            .map_or(name.as_str(), |(front, _)| front);
        let (sum, count) = copies.entry(name.into()).or_default();
        *sum += function.code.len();
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
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (number, function) in &module.functions {
        let name = without_part(module.names.get(number).unwrap_or(&""));
        *crates.entry(crate_of(name)).or_default() += function.code.len();
    }
    let code: usize = crates.values().sum();
    let mut rows: Vec<_> = crates.into_iter().collect();
    rows.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let rest: usize = rows.iter().skip(ROWS).map(|(_, bytes)| bytes).sum();
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
}
