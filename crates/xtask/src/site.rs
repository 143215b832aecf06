//! The folder that the reference server shows: everything built, and everything static.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::{ARTEFACTS, Profile};
use crate::paths::{copy_folder, root, target};
use crate::process::output_of;
use crate::setup::node;

/// Puts the site of a finished build together, anew, and returns its folder.
pub(crate) fn assemble(profile: Profile) -> Result<PathBuf> {
    let site = target()?.join("site");
    if site.exists() {
        fs::remove_dir_all(&site).context("cannot empty the site's folder")?;
    }
    copy_folder(&root().join("public"), &site, &|_| true)?;
    let docs = root().join("docs");
    copy_folder(&docs, &site.join("docs"), &|_| true)?;
    output_of(
        node()
            .arg(root().join("crates/xtask/js/docs.mjs"))
            .arg(&docs)
            .arg(site.join("docs")),
    )?;
    for artefact in ARTEFACTS {
        let to = site.join(artefact.address.trim_matches('/'));
        let made = profile.dist()?.join(artefact.folder);
        // What was not built is not shown.
        if made.exists() {
            copy_folder(&made, &to, &|_| true)?;
        }
    }
    Ok(site)
}
