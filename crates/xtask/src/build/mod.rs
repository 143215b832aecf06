//! `build`: Rust sources become files a browser loads.
//!
//! | module | its one job |
//! |---|---|
//! | `artefact` | what there is to build |
//! | `standard_library` | how a release is compiled |
//! | `wasm` | from Rust to an optimised wasm file and its JavaScript glue |
//! | `type_ids`, `order` | what makes the wasm of a release smaller |
//! | `glue_names`, `glue_fallbacks`, `glue_start` | the same for its glue |
//! | `bundle`, `frame`, `preload`, `samples` | the scripts and pages around it |
//! | `sizes` | what the files weigh, and may weigh |

mod artefact;
mod bundle;
mod frame;
mod glue_fallbacks;
mod glue_names;
mod glue_start;
mod order;
mod preload;
mod samples;
mod sizes;
mod standard_library;
mod type_ids;
mod wasm;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::generated::Mode;
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

/// Runs `build [--dev] [--only ARTEFACT]`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let profile = if args.contains("--dev") {
        Profile::Dev
    } else {
        Profile::Release
    };
    let only: Option<String> = args.opt_value_from_str("--only")?;
    crate::nothing_left(args)?;
    setup::for_builds()?;
    let chosen = chosen(only.as_deref())?;
    make(&chosen, profile)?;
    if profile == Profile::Release {
        let built = |file: &str| chosen.iter().any(|artefact| artefact.holds(file));
        sizes::check(&sizes::measured(&root().join("dist"))?, built)?;
    }
    Ok(())
}

/// The artefact in the folder `only`; all of them without.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Artefact>> {
    let chosen: Vec<_> = ARTEFACTS
        .iter()
        .filter(|artefact| only.is_none_or(|only| only == artefact.folder))
        .collect();
    if chosen.is_empty() {
        let folders: Vec<_> = ARTEFACTS.iter().map(|artefact| artefact.folder).collect();
        bail!("--only takes one of {}", folders.join(", "));
    }
    Ok(chosen)
}

/// Builds every artefact; a release build is also compressed.
pub(crate) fn run(profile: Profile) -> Result<()> {
    make(&chosen(None)?, profile)
}

fn make(artefacts: &[&Artefact], profile: Profile) -> Result<()> {
    styles::run(Mode::Write)?;
    messages::run(Mode::Write)?;
    let dist = profile.dist()?;
    let compiled = wasm::compile(artefacts, profile)?;
    step("Making the browser's files");
    let mut folders = BTreeMap::<&str, Vec<_>>::new();
    for artefact in artefacts.iter().copied() {
        let made = wasm::glue(artefact, &compiled, profile)?;
        let folder = folders.entry(artefact.folder).or_default();
        folder.push((artefact, made));
    }
    for (folder, made) in &folders {
        let folder = &dist.join(folder);
        bundle::bundle(made, bundle::Output { folder, profile })?;
    }
    note(&format!("built into {}", shown(&dist)));
    if profile == Profile::Release {
        step("Compressing");
        for folder in folders.keys() {
            sizes::compress(&dist.join(folder))?;
        }
        let mut built = sizes::measured(&dist)?;
        built.retain(|size| {
            artefacts
                .iter()
                .any(|artefact| artefact.holds(&size.name()))
        });
        sizes::print(&built);
    }
    Ok(())
}

/// Holds the last release build to its budgets.
pub(crate) fn check_budgets() -> Result<()> {
    sizes::check(&sizes::measured(&root().join("dist"))?, |_| true)
}

/// Builds `artefact` for release and returns its wasm with names.
pub(crate) fn named_wasm(artefact: &Artefact) -> Result<PathBuf> {
    glue(artefact)?;
    wasm::kept(artefact, wasm::NAMED)
}

/// The same in flat form, before it was made small.
pub(crate) fn flat_wasm(artefact: &Artefact) -> Result<PathBuf> {
    glue(artefact)?;
    wasm::kept(artefact, wasm::FLAT)
}

fn glue(artefact: &Artefact) -> Result<()> {
    setup::for_builds()?;
    let compiled = wasm::compile(&[artefact], Profile::Release)?;
    wasm::glue(artefact, &compiled, Profile::Release)?;
    Ok(())
}
