//! Which functions a first opening runs: the lists in `crates/xtask/profile`.
//!
//! A list names, by the beginning of a hash, the functions that no first opening was seen to run. Names
//! and not places, since those change with every line; hashes, since names of closures are long. A
//! function that a list does not know is taken for one that is needed, so an old list costs bytes
//! and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walrus::ir::{Call, Const, Value};
use walrus::{ModuleConfig, ValType};

use super::OTHER;
use crate::paths::root;

/// The import that tells of a function that runs, by its number.
const RAN: &str = "ran";

/// What the first openings of one binary do not run.
pub(crate) struct Profile(BTreeSet<String>);

impl Profile {
    /// The list of a binary; `None` when it has none, and so is not to be split.
    pub(crate) fn of(bin: &str) -> Result<Option<Self>> {
        let file = file(bin);
        if !file.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(&file)?;
        Ok(Some(Self(text.lines().map(str::to_owned).collect())))
    }

    /// Whether the function of this name is of the rest.
    pub(crate) fn is_rest(&self, name: &str) -> bool {
        self.0.contains(&mark(name))
    }

    /// A text that differs when the list does.
    pub(crate) fn identity(&self) -> String {
        let lines: Vec<_> = self.0.iter().map(String::as_str).collect();
        mark(&lines.join(" "))
    }
}

/// Writes the list of a binary: of `names`, those of which no bearer is in `ran`, by number.
pub(super) fn write(bin: &str, names: &[String], ran: &BTreeSet<usize>) -> Result<usize> {
    let marks = |runs: bool| {
        let wanted = names.iter().enumerate();
        let wanted = wanted.filter(move |(number, _)| ran.contains(number) == runs);
        wanted.map(|(_, name)| mark(name)).collect::<BTreeSet<_>>()
    };
    let rest: Vec<_> = marks(false).difference(&marks(true)).cloned().collect();
    let file = file(bin);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, rest.join("\n") + "\n")?;
    Ok(rest.len())
}

fn file(bin: &str) -> PathBuf {
    root().join(format!("crates/xtask/profile/{bin}.txt"))
}

/// The beginning of the hash of a name without the compiler's own hashes of crates, which differ
/// between machines.
fn mark(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((front, back)) = rest.split_once('[') {
        bare.push_str(front);
        rest = match back.split_once(']') {
            Some((hash, after))
                if hash.len() > 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) =>
            {
                after
            }
            _ => {
                bare.push('[');
                back
            }
        };
    }
    bare.push_str(rest);
    let hash = Sha256::digest(bare.as_bytes());
    hash.iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `wasm` with a call at the beginning of each function, and the functions' names by number.
pub(super) fn instrument(wasm: &[u8]) -> Result<(Vec<u8>, Vec<String>)> {
    let mut module = ModuleConfig::new()
        .parse(wasm)
        .context("the wasm to instrument is damaged")?;
    let ty = module.types.add(&[ValType::I32], &[]);
    let (ran, _) = module.add_import_func(OTHER, RAN, ty);
    let mut names = Vec::new();
    for (id, _) in module.funcs.iter_local() {
        names.push((id, module.funcs.get(id).name.clone().unwrap_or_default()));
    }
    for (number, (id, _)) in names.iter().enumerate() {
        let value = Value::I32(i32::try_from(number)?);
        let function = module.funcs.get_mut(*id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        let instrs = &mut function.block_mut(entry).instrs;
        instrs.insert(0, (Const { value }.into(), Default::default()));
        instrs.insert(1, (Call { func: ran }.into(), Default::default()));
    }
    let names = names.into_iter().map(|(_, name)| name).collect();
    Ok((module.emit_wasm(), names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_do_not_count_and_lengths_of_arrays_do() {
        assert_eq!(
            mark("a[0123456789abcdef]::b"),
            mark("a[fedcba9876543210]::b")
        );
        assert_ne!(mark("<[u8; 4]>::b"), mark("<[u8; 5]>::b"));
        assert_ne!(mark("a[0]::b"), mark("a[1]::b"));
    }
}
