//! `profile`: opens what is released in a browser, and lists what that did not run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result};
use pico_args::Arguments;

use super::profile::{instrument, write};
use crate::build::{self, ARTEFACTS};
use crate::paths::{root, target};
use crate::process::output_of;
use crate::server::Running;
use crate::setup::{Chromium, chromium, node};
use crate::ui::{note, step};
use crate::{setup, site};

/// Runs `profile`: `tests/profile/record.mjs` says what an opening is.
pub(crate) fn command(args: Arguments) -> Result<()> {
    crate::nothing_left(args)?;
    setup::for_builds()?;
    let browser = chromium()?;
    build::run(build::Profile::Release)?;
    let folder = target()?.join("palier/profile");
    fs::create_dir_all(&folder)?;
    let mut probed = BTreeMap::new();
    for artefact in ARTEFACTS.iter().filter(|artefact| artefact.split) {
        let whole = fs::read(build::flat_wasm(artefact)?)?;
        let (wasm, probes) = instrument(&whole)?;
        fs::write(folder.join(format!("{}.wasm", artefact.bin)), wasm)?;
        probed.insert(artefact.bin, probes);
    }
    let server = Running::start(&site::assemble(build::Profile::Release)?)?;
    step("Opening pages");
    let mut record = node();
    record
        .arg(root().join("tests/profile/record.mjs"))
        .arg(&folder)
        .env("PALIER_URL", server.address());
    if let Chromium::At(path) = browser {
        record.env("PALIER_CHROMIUM", path);
    }
    let ran: BTreeMap<String, BTreeSet<usize>> = serde_json::from_str(&output_of(&mut record)?)
        .context("the recording gave no list of pieces")?;
    for (bin, probes) in probed {
        let ran = ran
            .get(bin)
            .filter(|ran| !ran.is_empty())
            .with_context(|| format!("nothing of `{bin}` was opened"))?;
        let rest = write(bin, &probes, ran)?;
        note(&format!(
            "{bin}: {} of {} pieces run; {rest} that come next do not",
            ran.len(),
            probes.len()
        ));
    }
    Ok(())
}
