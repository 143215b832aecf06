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

/// Where files go, and how they are made.
#[derive(Clone, Copy)]
pub(super) struct Output<'a> {
    pub(super) folder: &'a Path,
    pub(super) profile: Profile,
}

/// The files that run one artefact, by their names.
struct Engine {
    name: &'static str,
    script: String,
    wasm: String,
}

/// The file of each locale's messages.
type Messages = BTreeMap<String, String>;

/// Writes all files of `made` into the output's folder, which is made anew: a page, or a script with
/// the engines that it may load.
pub(super) fn bundle(made: &[(&Artefact, Glued)], output: Output<'_>) -> Result<()> {
    let folder = output.folder;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (artefact, glued) in made {
        let mut messages = Messages::new();
        for (locale, json) in messages::arrays(artefact.reader)? {
            let name = format!("messages-{locale}");
            let file = output.write_hashed(&name, "json", json.as_bytes())?;
            messages.insert(locale, file);
        }
        match &artefact.kind {
            Kind::Page { title, samples } => {
                let entry = "crates/xtask/js/page.js";
                let engine = engine(artefact, glued, entry, &[], output)?;
                let late = if *samples {
                    sample_links(artefact, output)?
                } else {
                    String::new()
                };
                let page = page(artefact, title, &engine, &messages, &late);
                fs::write(folder.join("index.html"), page)?;
            }
            Kind::Script { entry, name } => {
                let script = loader(entry, made, &messages, output)?;
                fs::write(folder.join(format!("{name}.js")), script)?;
                copy_descriptions(folder)?;
                let integrity = root().join("crates/xtask/js/integrity.mjs");
                output_of(node().arg(integrity).arg(folder))?;
            }
            // Written with the script that loads it.
            Kind::Engine { .. } => {}
        }
    }
    Ok(())
}

/// Writes what the designer fetches late; gives the links by which its page names them.
fn sample_links(artefact: &Artefact, output: Output<'_>) -> Result<String> {
    let mut links = String::new();
    for (name, text) in [
        ("fixtures", samples::fixtures()?),
        ("templates", samples::templates()?),
    ] {
        let file = output.write_hashed(name, "json", text.as_bytes())?;
        let at = artefact.address;
        links += &format!("    <link rel=\"palier-{name}\" href=\"{at}{file}\">\n");
    }
    Ok(links)
}

fn copy_descriptions(folder: &Path) -> Result<()> {
    for file in DESCRIPTIONS {
        let from = root().join("src/embed/loader").join(file);
        let name = from.file_name().context("a file has a name")?;
        fs::copy(&from, folder.join(name))?;
    }
    Ok(())
}

/// The script of brands' pages, and beside it everything that it loads.
fn loader(
    entry: &str,
    made: &[(&Artefact, Glued)],
    messages: &Messages,
    output: Output<'_>,
) -> Result<String> {
    let names = messages::names(messages::Reader::Member)?;
    let names = output.write_hashed("message-names", "json", names.as_bytes())?;
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
        let engine = engine(artefact, glued, entry, shared, output)?;
        engines.insert(engine.name, [engine.script, engine.wasm]);
    }
    preload::write(&engines, messages, output.folder)?;
    let frame = frame::write(output)?;
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
    output.esbuild(&root().join(entry), None, &defines)
}

/// Writes the wasm of an artefact, and `entry` bundled with its glue and the names that it is `told`.
fn engine(
    artefact: &Artefact,
    glued: &Glued,
    entry: &str,
    told: &[(&'static str, String)],
    output: Output<'_>,
) -> Result<Engine> {
    let name = artefact.name();
    let wasm = output.write_hashed(name, "wasm", &fs::read(&glued.wasm)?)?;
    let rest = match &glued.rest {
        Some(rest) => {
            let name = format!("{name}-rest");
            Some(output.write_hashed(&name, "wasm", &fs::read(rest)?)?)
        }
        None => None,
    };
    let own = [
        ("PALIER_WASM", serde_json::to_string(&wasm)?),
        ("PALIER_REST", serde_json::to_string(&rest)?),
    ];
    let defines = [told, &own].concat();
    let mut script = output.esbuild(&root().join(entry), Some(glued), &defines)?;
    if matches!(artefact.kind, Kind::Script { .. } | Kind::Engine { .. }) {
        script.insert_str(0, EAGER);
    }
    let script = output.write_hashed(name, "js", script.as_bytes())?;
    Ok(Engine { name, script, wasm })
}

impl Output<'_> {
    /// Writes a file whose name carries the hash of its content; gives that name.
    pub(super) fn write_hashed(
        &self,
        name: &str,
        extension: &str,
        content: &[u8],
    ) -> Result<String> {
        let hash: String = Sha256::digest(content)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let file = format!("{name}-{}.{extension}", &hash[..HASH_DIGITS]);
        fs::write(self.folder.join(&file), content)?;
        Ok(file)
    }

    /// Bundles `entry`, with the glue that it imports if any, and with these names defined.
    pub(super) fn esbuild(
        &self,
        entry: &Path,
        glued: Option<&Glued>,
        defines: &[(&str, String)],
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
        if self.profile == Profile::Release {
            command.arg("--minify");
        }
        output_of(&mut command)
            .with_context(|| format!("esbuild could not bundle {}", crate::paths::shown(entry)))
    }
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
    messages: &Messages,
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
