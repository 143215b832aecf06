//! `messages`: the texts of every locale become key constants and one array per locale.
//!
//! Sources are `src/i18n/<locale>/<stem>.json`, flat objects from key to text or to plural
//! forms. At run time a message is its position, so that no key travels to the browser.

mod catalogue;
mod source;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use pico_args::Arguments;

use crate::generated::{self, Mode};
use crate::paths::root;
use catalogue::Catalogue;
pub(crate) use catalogue::Reader;

/// Runs `messages [--check] [--trunk]`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let mode = Mode::read(&mut args);
    let for_trunk = args.contains("--trunk");
    crate::nothing_left(args)?;
    run(mode)?;
    if for_trunk {
        let staging = env::var_os("TRUNK_STAGING_DIR").context("`--trunk` is for trunk's hooks")?;
        write_arrays(&Path::new(&staging).join("messages"))?;
    }
    Ok(())
}

/// Writes `src/i18n/keys.rs` and the array of each locale that a Leptos app takes along, or
/// checks them.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let catalogue = Catalogue::read(&sources())?;
    let write =
        |name: &str, text: &str| generated::write(&sources().join(name), text, mode, "messages");
    for (locale, array) in catalogue.arrays(Reader::Member)? {
        write(&format!("{locale}.json"), &format!("{array}\n"))?;
    }
    write("keys.rs", &catalogue.keys())
}

/// The JSON array of each locale, in the order of the keys.
pub(crate) fn arrays(reader: Reader) -> Result<BTreeMap<String, String>> {
    Catalogue::read(&sources())?.arrays(reader)
}

/// The JSON array of their names, by which a brand's page puts texts of its own in their places.
pub(crate) fn names(reader: Reader) -> Result<String> {
    Catalogue::read(&sources())?.names(reader)
}

fn write_arrays(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (locale, json) in arrays(Reader::Member)? {
        fs::write(folder.join(format!("{locale}.json")), json)?;
    }
    Ok(())
}

fn sources() -> PathBuf {
    root().join("src/i18n")
}
