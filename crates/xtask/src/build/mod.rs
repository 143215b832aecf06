//! `build`: Rust sources become files a browser loads.

mod artefact;
mod bundle;
mod sizes;
mod slim;
mod wasm;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;
use pico_args::Arguments;

use crate::paths::{root, shown, target};
use crate::ui::{note, step};
use crate::{messages, setup, styles};

pub(crate) use artefact::{ARTEFACTS, Artefact};

/// How the kit is compiled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        }
    }

    /// Cargo's folder of the profile.
    fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }

    /// Where the built files go: `dist/` is what a brand deploys, so only release builds are there.
    pub(crate) fn dist(self) -> Result<PathBuf> {
        Ok(match self {
            Profile::Dev => target()?.join("palier/dev/dist"),
            Profile::Release => root().join("dist"),
        })
    }
}

/// Runs `build [--dev]`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let profile = if args.contains("--dev") {
        Profile::Dev
    } else {
        Profile::Release
    };
    crate::nothing_left(args)?;
    setup::for_builds()?;
    run(profile)?;
    if profile == Profile::Release {
        check_budgets()?;
    }
    Ok(())
}

/// Builds every artefact; a release build is also compressed.
pub(crate) fn run(profile: Profile) -> Result<()> {
    styles::run(false)?;
    messages::run(false)?;
    let dist = profile.dist()?;
    let artefacts: Vec<&Artefact> = ARTEFACTS.iter().collect();
    wasm::compile(&artefacts, profile)?;
    step("Making the browser's files");
    let mut folders = BTreeMap::<&str, Vec<_>>::new();
    for artefact in artefacts {
        let made = wasm::glue(artefact, profile)?;
        let folder = folders.entry(artefact.folder).or_default();
        folder.push((artefact, made));
    }
    for (folder, made) in folders {
        bundle::bundle(&made, profile, &dist.join(folder))?;
    }
    note(&format!("built into {}", shown(&dist)));
    if profile == Profile::Release {
        step("Compressing");
        sizes::print(&sizes::compress(&dist)?);
    }
    Ok(())
}

/// Holds the last release build to its budgets.
pub(crate) fn check_budgets() -> Result<()> {
    sizes::check(&sizes::measured(&root().join("dist"))?)
}

/// Builds `artefact` for release and returns its wasm with names.
pub(crate) fn named_wasm(artefact: &Artefact) -> Result<PathBuf> {
    setup::for_builds()?;
    wasm::compile(&[artefact], Profile::Release)?;
    wasm::glue(artefact, Profile::Release)?;
    wasm::named(artefact)
}
