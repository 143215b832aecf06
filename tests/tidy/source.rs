//! The workspace's Rust files and the kit's scripts, with what is code in them told from comments and
//! tests.

use std::fs;
use std::path::{Path, PathBuf};

/// One file.
#[derive(Clone)]
pub(crate) struct Source {
    /// From the root of the workspace, with `/`.
    pub(crate) path: String,
    /// Everything, as it is on disk.
    pub(crate) text: String,
    /// The lines before the file's test module, comments blanked; the index is the line's.
    pub(crate) code: Vec<String>,
}

/// Every Rust file that is part of the project.
pub(crate) fn all() -> Vec<Source> {
    ending("rs", &["src", "crates", "tests"])
}

/// Every Rust file and every script that ships.
pub(crate) fn shipped() -> Vec<Source> {
    [ending("rs", &["src"]), ending("js", &["src"])].concat()
}

fn ending(extension: &str, folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), extension, &mut paths);
    }
    paths.sort();
    assert!(
        paths.len() > 10,
        "the walk over the sources found only {paths:?}"
    );
    paths.iter().map(|path| read(root, path)).collect()
}

fn collect(folder: &Path, extension: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
            collect(&path, extension, paths);
        } else if path.extension().is_some_and(|e| e == extension) {
            paths.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let path = path
        .strip_prefix(root)
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/");
    let code = code_of(&text);
    Source { path, text, code }
}

/// A test module stands last in its file, so everything after `#[cfg(test)]` is test code,
/// except that a file's inline test modules may be declared among its other modules.
fn code_of(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = (0..lines.len()).find(|at| {
        lines[*at].trim() == "#[cfg(test)]"
            && lines
                .get(at + 1)
                .is_some_and(|next| next.trim_end().ends_with('{'))
    });
    lines[..tests.unwrap_or(lines.len())]
        .iter()
        .map(|line| without_comment(line))
        .collect()
}

fn without_comment(line: &str) -> String {
    // A script's comment of several lines begins each with a star, which no line of Rust does but a
    // dereference: that is followed by no blank.
    let bare = line.trim_start();
    if bare.starts_with("//") || bare.starts_with("/*") || bare.starts_with("* ") {
        return String::new();
    }
    // `://` is an address inside a string.
    match line.find(" // ") {
        Some(at) => line[..at].to_owned(),
        None => line.to_owned(),
    }
}
