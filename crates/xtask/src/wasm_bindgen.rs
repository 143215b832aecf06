//! This program under the name `wasm-bindgen`, with the options that trunk gives it.
//!
//! Trunk runs the command line tool of exactly our version or downloads it; the library
//! of that version is in here already.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pico_args::Arguments;
use wasm_bindgen_cli_support::Bindgen;

/// Of the library in here; trunk asks for it.
const VERSION: &str = "0.2.130";

/// Whether this program was started as `wasm-bindgen`.
pub(crate) fn is_our_name() -> bool {
    env::args_os().next().is_some_and(|name| {
        Path::new(&name)
            .file_stem()
            .is_some_and(|stem| stem == "wasm-bindgen")
    })
}

/// Does what `wasm-bindgen` would do.
///
/// # Errors
/// On options that are not known here, so that none is ignored.
pub(crate) fn command() -> Result<()> {
    let mut args = Arguments::from_env();
    if args.contains(["-V", "--version"]) {
        println!("wasm-bindgen {VERSION}");
        return Ok(());
    }
    let target: String = args.value_from_str("--target")?;
    if target != "web" {
        bail!("this wasm-bindgen only makes `--target=web`, not `{target}`");
    }
    let folder: PathBuf = args.value_from_str("--out-dir")?;
    let name: String = args.value_from_str("--out-name")?;
    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)?
        .out_name(&name)
        .typescript(!args.contains("--no-typescript"))
        .debug(args.contains("--debug"))
        .demangle(!args.contains("--no-demangle"))
        .keep_debug(args.contains("--keep-debug"));
    let input: PathBuf = args.free_from_str().context("no wasm file is named")?;
    crate::nothing_left(args)?;
    bindgen.input_path(input).generate(folder)
}

#[cfg(test)]
mod tests {
    use super::VERSION;

    #[test]
    fn the_version_is_that_of_the_library() {
        let needed = format!("wasm-bindgen-cli-support = \"={VERSION}\"");
        assert!(include_str!("../Cargo.toml").contains(&needed));
    }
}
