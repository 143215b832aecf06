//! The folder that the reference server shows: everything built, and everything static.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::{ARTEFACTS, Profile};
use crate::paths::{root, target};
use crate::process::output_of;
use crate::setup::node;

/// Puts the site of a finished build together, anew, and returns its folder.
pub(crate) fn assemble(profile: Profile) -> Result<PathBuf> {
    let site = target()?.join("site");
    if site.exists() {
        fs::remove_dir_all(&site).context("cannot empty the site's folder")?;
    }
    copy(&root().join("public"), &site)?;
    let docs = root().join("docs");
    copy(&docs, &site.join("docs"))?;
    output_of(
        node()
            .arg(root().join("crates/xtask/js/docs.mjs"))
            .arg(&docs)
            .arg(site.join("docs")),
    )?;
    for artefact in ARTEFACTS {
        let to = site.join(artefact.address.trim_matches('/'));
        copy(&profile.dist()?.join(artefact.folder), &to)?;
    }
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}
