//! Bundles a script with its glue, and writes the pages around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::artefact::{Artefact, Kind};
use super::wasm::Glued;
use super::{Profile, frame, preload, samples};
use crate::messages;
use crate::paths::root;
use crate::process::output_of;
use crate::setup::{module, node};

/// How many hexadecimal digits of the content's hash a file name carries.
const HASH_DIGITS: usize = 12;

/// First in a script that runs most of its functions while the page loads: Chromium compiles all of them
/// beside the page's own work then, instead of each when it is first called. Others read a comment.
/// <https://v8.dev/blog/explicit-compile-hints>
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// What stands beside the script as it is: what editors and bundlers read of its tags, and the room that
/// pages keep for them.
const DESCRIPTIONS: [&str; 7] = [
    "palier.d.ts",
    "palier.react.d.ts",
    "custom-elements.json",
    "npm/package.json",
    "npm/index.js",
    "npm/index.d.ts",
    "palier.css",
];

/// The files that run one artefact, by their names.
struct Engine {
    name: &'static str,
    script: String,
    wasm: String,
}

/// Writes all files of `made` into `folder`, which is made anew: a page, or a script with the
/// engines that it may load.
pub(crate) fn bundle(made: &[(&Artefact, Glued)], profile: Profile, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (artefact, glued) in made {
        let mut files = BTreeMap::new();
        for (locale, json) in messages::arrays(artefact.reader)? {
            let name = format!("messages-{locale}");
            let file = write_hashed(folder, &name, "json", json.as_bytes())?;
            files.insert(locale, file);
        }
        match &artefact.kind {
            Kind::Page { title, samples } => {
                let engine = engine(
                    artefact,
                    glued,
                    "crates/xtask/js/page.js",
                    &[],
                    profile,
                    folder,
                )?;
                let late = match samples {
                    true => vec![
                        ("fixtures", samples::fixtures()?),
                        ("templates", samples::templates()?),
                    ],
                    false => Vec::new(),
                };
                let mut links = String::new();
                for (name, text) in late {
                    let file = write_hashed(folder, name, "json", text.as_bytes())?;
                    let at = artefact.address;
                    links += &format!("    <link rel=\"palier-{name}\" href=\"{at}{file}\">\n");
                }
                fs::write(
                    folder.join("index.html"),
                    page(artefact, title, &engine, &files, &links),
                )?;
            }
            Kind::Script { entry, name } => {
                let script = loader(entry, made, &files, profile, folder)?;
                fs::write(folder.join(format!("{name}.js")), script)?;
                for file in DESCRIPTIONS {
                    let from = root().join("src/embed/loader").join(file);
                    let name = from.file_name().context("a file has a name")?;
                    fs::copy(&from, folder.join(name))?;
                }
                output_of(
                    node()
                        .arg(root().join("crates/xtask/js/integrity.mjs"))
                        .arg(folder),
                )?;
            }
            // Written with the script that loads it.
            Kind::Engine { .. } => {}
        }
    }
    Ok(())
}

/// The script of brands' pages, and beside it everything that it loads.
fn loader(
    entry: &str,
    made: &[(&Artefact, Glued)],
    messages: &BTreeMap<String, String>,
    profile: Profile,
    folder: &Path,
) -> Result<String> {
    let names = messages::names(messages::Reader::Member)?;
    let names = write_hashed(folder, "message-names", "json", names.as_bytes())?;
    let names = ("PALIER_MESSAGE_NAMES", serde_json::to_string(&names)?);
    let mut engines = BTreeMap::new();
    for (artefact, glued) in made {
        if let Some(snippets) = snippets(glued)? {
            // The engine shares the session that the loader has begun.
            fs::copy(
                root().join("src/embed/loader/session.js"),
                snippets.join("client/session.js"),
            )?;
        }
        let entry = "src/embed/loader/engine.js";
        let shared = std::slice::from_ref(&names);
        let engine = engine(artefact, glued, entry, shared, profile, folder)?;
        engines.insert(engine.name, [engine.script, engine.wasm]);
    }
    preload::write(&engines, messages, folder)?;
    let frame = frame::write(profile, folder)?;
    let defines = [
        names,
        ("PALIER_FRAME", serde_json::to_string(&frame)?),
        ("PALIER_ENGINES", serde_json::to_string(&engines)?),
        ("PALIER_MESSAGES", serde_json::to_string(messages)?),
        (
            "PALIER_VERSION",
            serde_json::to_string(env!("CARGO_PKG_VERSION"))?,
        ),
    ];
    esbuild(&root().join(entry), None, &defines, profile)
}

/// Writes the wasm of an artefact, and `entry` bundled with its glue and the names that it is `told`.
fn engine(
    artefact: &Artefact,
    glued: &Glued,
    entry: &str,
    told: &[(&'static str, String)],
    profile: Profile,
    folder: &Path,
) -> Result<Engine> {
    let name = artefact.name();
    let wasm = write_hashed(folder, name, "wasm", &fs::read(&glued.wasm)?)?;
    let rest = match &glued.rest {
        Some(rest) => Some(write_hashed(
            folder,
            &format!("{name}-rest"),
            "wasm",
            &fs::read(rest)?,
        )?),
        None => None,
    };
    let own = [
        ("PALIER_WASM", serde_json::to_string(&wasm)?),
        ("PALIER_REST", serde_json::to_string(&rest)?),
    ];
    let defines = [told, &own].concat();
    let mut script = esbuild(&root().join(entry), Some(glued), &defines, profile)?;
    if matches!(artefact.kind, Kind::Script { .. } | Kind::Engine { .. }) {
        script.insert_str(0, EAGER);
    }
    let script = write_hashed(folder, name, "js", script.as_bytes())?;
    Ok(Engine { name, script, wasm })
}

pub(super) fn write_hashed(
    folder: &Path,
    name: &str,
    extension: &str,
    content: &[u8],
) -> Result<String> {
    let hash: String = Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let file = format!("{name}-{}.{extension}", &hash[..HASH_DIGITS]);
    fs::write(folder.join(&file), content)?;
    Ok(file)
}

pub(super) fn esbuild(
    entry: &Path,
    glued: Option<&Glued>,
    defines: &[(&str, String)],
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
        .arg(format!(
            "--alias:palier-guard={}",
            root().join("src/embed/loader/guard.js").display()
        ))
        .arg(format!(
            "--alias:palier-rest={}",
            root().join("crates/xtask/js/rest.js").display()
        ))
        // wasm-bindgen lists a snippet once per imported function.
        .arg("--log-override:duplicate-object-key=silent");
    if let Some(glued) = glued {
        command.arg(format!("--alias:palier-glue={}", glued.glue.display()));
    }
    for (name, value) in defines {
        command.arg(format!("--define:{name}={value}"));
    }
    if profile == Profile::Release {
        command.arg("--minify");
    }
    output_of(&mut command)
        .with_context(|| format!("esbuild could not bundle {}", crate::paths::shown(entry)))
}

/// The copy of `src/` that the glue imports its scripts from. None when the Rust code imports no script.
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
/// wasm finds the messages of a locale through the `palier-messages` links, and what it fetches
/// late through `late`: `palier-fixtures` and `palier-templates`.
fn page(
    artefact: &Artefact,
    title: &str,
    engine: &Engine,
    messages: &BTreeMap<String, String>,
    late: &str,
) -> String {
    let at = artefact.address;
    let Engine { script, wasm, .. } = engine;
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
{links}{late}    <link rel="preload" as="fetch" type="application/wasm" crossorigin href="{at}{wasm}">
    <script type="module" src="{at}{script}"></script>
  </head>
  <body>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
"#
    )
}
