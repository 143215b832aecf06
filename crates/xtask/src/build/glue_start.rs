//! How a release's glue starts its wasm: by `js/start.js`, which also knows of a second part.

use anyhow::{Result, bail};

/// Where wasm-bindgen's own way to start begins; nothing of the glue comes after it.
const THEIRS: &str = "let wasmModule, wasmInstance, wasm;\n";
const OURS: &str = include_str!("../../js/start.js");
const IMPORT: &str = "import { secondPart } from 'palier-rest';\n";

/// The glue with our way to start; `export` is what the wasm is started by.
pub(super) fn replace(glue: &str, export: &str) -> Result<String> {
    let mut parts = glue.split(THEIRS);
    let (Some(front), Some(_), None) = (parts.next(), parts.next(), parts.next()) else {
        bail!("the glue no longer says `{}` once", THEIRS.trim());
    };
    Ok([IMPORT, front, &OURS.replace("PALIER_START", export)].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_before_stays_and_what_comes_after_goes() {
        let glue = replace(&format!("const a = 1\n{THEIRS}export {{ theirs }}\n"), "z").unwrap();
        assert!(glue.contains("const a = 1\n"));
        assert!(glue.contains("  wasm.z()\n"));
        assert!(!glue.contains("theirs"));
        assert!(replace("const a = 1\n", "z").is_err());
        assert!(replace(&format!("{THEIRS}{THEIRS}"), "z").is_err());
    }
}
