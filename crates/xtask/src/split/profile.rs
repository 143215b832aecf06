//! Which functions a first opening runs, and which pieces of them: the lists in `crates/xtask/profile`.
//!
//! A list names, by the beginning of a hash, the functions that no first opening was seen to run, and
//! the pieces of other functions. Names and not places, since those change with every line; hashes,
//! since names of closures are long. What a list does not know is taken for needed, so an old list
//! costs bytes and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walrus::ir::{Call, Const, Value};
use walrus::{ModuleConfig, ValType};

use super::OTHER;
use super::regions::LEAST;
use super::segments::{Segment, segments};
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

    /// Whether this piece of a function is of the rest.
    pub(super) fn is_rest(&self, mark: &str) -> bool {
        self.0.contains(mark)
    }

    /// A text that differs when the list does.
    pub(crate) fn identity(&self) -> String {
        let lines: Vec<_> = self.0.iter().map(String::as_str).collect();
        mark(&lines.join(" "))
    }
}

/// Writes the list of a binary: of `probes`, those that did not run, by number, where what runs before
/// them did.
pub(super) fn write(bin: &str, probes: &[Probe], ran: &BTreeSet<usize>) -> Result<usize> {
    let marks = |runs: bool| {
        let wanted = probes.iter().enumerate();
        let wanted = wanted.filter(move |(number, _)| ran.contains(number) == runs);
        let wanted = wanted.filter(|(_, probe)| probe.parent.is_none_or(|at| ran.contains(&at)));
        let wanted = wanted.filter(|(_, probe)| probe.is_large);
        wanted
            .map(|(_, probe)| probe.mark.clone())
            .collect::<BTreeSet<_>>()
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

/// Whether what runs of a function depends on how much there is and in which order it came, not on what
/// is shown: an allocator's, a queue's that grows while it has turned round, a table's that is full of what is gone. A
/// recording never sees all of that.
pub(super) fn varies(name: &str) -> bool {
    let parts = ["dlmalloc", "::vec_deque::VecDeque<", "::rehash_in_place"];
    parts.iter().any(|part| name.contains(part))
}

/// A place that tells when it runs.
pub(super) struct Probe {
    mark: String,
    /// Whether it is worth a place in the list.
    is_large: bool,
    /// The place that runs before it; none for a function's beginning.
    parent: Option<usize>,
}

/// A function, or a piece of one, by its name and by what the function looks like: a list that was
/// recorded of another form of it does not know it.
pub(super) fn piece(name: &str, pieces: &[Segment], number: usize) -> String {
    match pieces.first() {
        Some(whole) if number > 0 => mark(&format!(
            "{name} {number}/{} {}/{}",
            pieces.len(),
            pieces[number].size,
            whole.size
        )),
        _ => mark(name),
    }
}

/// `wasm`, in flat form, with a call at the beginning of each piece, and what they tell of by number.
pub(super) fn instrument(wasm: &[u8]) -> Result<(Vec<u8>, Vec<Probe>)> {
    let mut module = ModuleConfig::new()
        .parse(wasm)
        .context("the wasm to instrument is damaged")?;
    let ty = module.types.add(&[ValType::I32], &[]);
    let (ran, _) = module.add_import_func(OTHER, RAN, ty);
    let mut probes = Vec::new();
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in ids {
        let function = module.funcs.get_mut(id);
        let name = function.name.clone().unwrap_or_default();
        let function = function.kind.unwrap_local_mut();
        let pieces = segments(function);
        let first = probes.len();
        for (number, segment) in pieces.iter().enumerate() {
            probes.push(Probe {
                mark: piece(&name, &pieces, number),
                is_large: number == 0 || segment.size >= LEAST,
                parent: segment.parent.map(|at| first + at),
            });
        }
        // From the last on, so that places stay what they are.
        for (number, segment) in pieces.iter().enumerate().rev() {
            let value = Value::I32(i32::try_from(first + number)?);
            let instrs = &mut function.block_mut(segment.seq).instrs;
            instrs.insert(
                segment.start,
                (Call { func: ran }.into(), Default::default()),
            );
            instrs.insert(segment.start, (Const { value }.into(), Default::default()));
        }
    }
    Ok((module.emit_wasm(), probes))
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

    #[test]
    fn a_queue_and_the_allocator_run_otherwise_each_time() {
        assert!(varies(
            "<alloc[fedcba9876543210]::collections::vec_deque::VecDeque<alloc::sync::Weak<a::B>>>::grow"
        ));
        assert!(varies(
            "<dlmalloc[fedcba9876543210]::dlmalloc::Dlmalloc<a>>::malloc"
        ));
        assert!(varies(
            "<hashbrown[fedcba9876543210]::raw::RawTableInner>::rehash_in_place"
        ));
        assert!(!varies("<alloc::raw_vec::RawVec<a::B>>::grow_one"));
    }
}
