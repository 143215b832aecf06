//! Bundles a script with its glue, and writes the pages around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::Profile;
use super::artefact::{Artefact, Kind};
use super::wasm::Glued;
use crate::paths::root;
use crate::process::output_of;
use crate::setup::{module, node};

/// How many hexadecimal digits of the content's hash a file name carries.
const HASH_DIGITS: usize = 12;

/// Writes all files of `artefact` into `folder`, which is made anew.
pub(crate) fn bundle(
    artefact: &Artefact,
    made: &Glued,
    messages: &BTreeMap<String, String>,
    profile: Profile,
    folder: &Path,
) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let wasm = write_hashed(folder, artefact.name(), "wasm", &fs::read(&made.wasm)?)?;
    let mut files = BTreeMap::new();
    for (locale, json) in messages {
        let file = write_hashed(
            folder,
            &format!("messages-{locale}"),
            "json",
            json.as_bytes(),
        )?;
        files.insert(locale.clone(), file);
    }
    match &artefact.kind {
        Kind::Script { entry, name } => {
            let script = esbuild(&root().join(entry), made, &wasm, &files, profile)?;
            fs::write(folder.join(format!("{name}.js")), script)?;
            output_of(
                node()
                    .arg(root().join("crates/xtask/js/integrity.mjs"))
                    .arg(folder),
            )?;
        }
        Kind::Page { title } => {
            let script = esbuild(
                &root().join("crates/xtask/js/page.js"),
                made,
                &wasm,
                &files,
                profile,
            )?;
            let script = write_hashed(folder, artefact.name(), "js", script.as_bytes())?;
            fs::write(
                folder.join("index.html"),
                page(artefact, title, &script, &wasm, &files),
            )?;
        }
    }
    Ok(())
}

fn write_hashed(folder: &Path, name: &str, extension: &str, content: &[u8]) -> Result<String> {
    let hash: String = Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let file = format!("{name}-{}.{extension}", &hash[..HASH_DIGITS]);
    fs::write(folder.join(&file), content)?;
    Ok(file)
}

fn esbuild(
    entry: &Path,
    made: &Glued,
    wasm: &str,
    messages: &BTreeMap<String, String>,
    profile: Profile,
) -> Result<String> {
    if !entry.exists() {
        bail!("{} is missing", crate::paths::shown(entry));
    }
    let mut command = node();
    command
        .arg(module("esbuild/bin/esbuild"))
        .arg(entry)
        .args([
            "--bundle",
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .arg(format!("--alias:palier-glue={}", made.glue.display()))
        .arg(format!(
            "--alias:palier-guard={}",
            root().join("src/embed/loader/guard.js").display()
        ))
        // wasm-bindgen lists a snippet once per imported function.
        .arg("--log-override:duplicate-object-key=silent")
        .arg(format!(
            "--define:PALIER_WASM={}",
            serde_json::to_string(wasm)?
        ))
        .arg(format!(
            "--define:PALIER_MESSAGES={}",
            serde_json::to_string(messages)?
        ))
        .arg(format!(
            "--define:PALIER_VERSION={}",
            serde_json::to_string(env!("CARGO_PKG_VERSION"))?
        ));
    if let Some(folder) = snippets(made)? {
        command.arg(format!("--alias:palier-snippets={}", folder.display()));
    }
    if profile == Profile::Release {
        command.arg("--minify");
    }
    output_of(&mut command)
        .with_context(|| format!("esbuild could not bundle {}", crate::paths::shown(entry)))
}

/// The copy of `src/` that the glue imports its scripts from: an entry that imports the same
/// copy shares their state. None when the Rust code imports no script.
fn snippets(made: &Glued) -> Result<Option<PathBuf>> {
    let folder = made.glue.with_file_name("snippets");
    if !folder.exists() {
        return Ok(None);
    }
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("palier-") {
            return Ok(Some(entry.path().join("src")));
        }
    }
    Ok(None)
}

/// A page without inline scripts or styles, so that it runs under a strict policy. The
/// wasm finds the messages of a locale through the `palier-messages` links.
fn page(
    artefact: &Artefact,
    title: &str,
    script: &str,
    wasm: &str,
    messages: &BTreeMap<String, String>,
) -> String {
    let at = artefact.address;
    let links: String = messages
        .iter()
        .map(|(locale, file)| {
            format!(
                "    <link rel=\"palier-messages\" hreflang=\"{locale}\" href=\"{at}{file}\">\n"
            )
        })
        .collect();
    format!(
        r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <link rel="icon" href="/favicon.svg">
{links}    <link rel="preload" as="fetch" type="application/wasm" crossorigin href="{at}{wasm}">
    <script type="module" src="{at}{script}"></script>
  </head>
  <body>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
"#
    )
}
