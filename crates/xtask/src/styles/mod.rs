//! `styles`: the CSS sources become committed Rust constants, one scope class per sheet.
//!
//! Generated and committed rather than expanded by a macro, so that the kit builds on
//! stable Rust and nobody who depends on it needs the engine.

mod compact;
mod css;
mod print;
mod scope;
#[cfg(test)]
mod tests;
mod unit;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use pico_args::Arguments;

use crate::generated::{self, Mode};
use crate::paths::{files, root, shown, stem};

/// Sheets for the whole kit; their selectors are meant to reach `:root` and `:host`.
/// The size of their containers' letters, where they end up in pages of others.
const UNSCOPED: [(&str, &str, Option<f64>); 6] = [
    ("TOKENS", "style/tokens.css", Some(BLOCK)),
    ("HOST", "style/host.css", Some(BLOCK)),
    ("PAGE_PORTAL", "style/portal.css", Some(1.0)),
    ("PAGE_GALLERY", "style/gallery.css", None),
    ("PAGE_DESIGNER", "style/designer.css", None),
    ("PAGE_CANVAS", "style/canvas.css", None),
];
const SCOPED: [(&str, Option<f64>); 2] = [("style/blocks", Some(BLOCK)), ("style/designer", None)];
/// Of a block's letters, `--_text-m` of `style/tokens.css`.
const BLOCK: f64 = 0.9375;

/// Runs `styles [--check]`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let mode = Mode::read(&mut args);
    crate::nothing_left(args)?;
    run(mode)
}

/// Writes `src/style/sheets.rs`, or checks it.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let text = generate(root())?;
    generated::write(&root().join("src/style/sheets.rs"), &text, mode, "styles")
}

/// The text of `sheets.rs` for the sources below `root`.
fn generate(root: &Path) -> Result<String> {
    let mut constants = BTreeMap::new();
    for (folder, letters) in SCOPED {
        for path in files(&root.join(folder), "css")? {
            let stem = stem(&path)?;
            let css = read(&path)?;
            let sheet = scoped(&css, stem, letters).map_err(|f| at(&path, &f))?;
            let name = stem.to_uppercase();
            if let Some(other) = constants.insert(name, (shown(&path), class_of(stem), sheet)) {
                bail!(
                    "{} and {} have the same name, hence the same class",
                    other.0,
                    shown(&path)
                );
            }
        }
    }
    let mut out = String::from(
        "//! The kit's styles. Generated from `style/` by `cargo xtask styles`: never edit.\n",
    );
    if !constants.is_empty() {
        out.push_str("\nuse super::Sheet;\n");
    }
    for (name, file, letters) in UNSCOPED {
        let path = root.join(file);
        let css = if path.exists() {
            unscoped(&read(&path)?, letters).map_err(|f| at(&path, &f))?
        } else {
            String::new()
        };
        write!(
            out,
            "\n/// `{file}`, unscoped.\npub const {name}: &str = {};\n",
            literal(&css)
        )?;
    }
    for (name, (file, class, css)) in constants {
        let css = literal(&css);
        write!(
            out,
            "\n/// `{file}`, scoped.\npub const {name}: Sheet = Sheet {{\n    class: \"{class}\",\n    css: {css},\n}};\n"
        )?;
    }
    Ok(out)
}

fn class_of(stem: &str) -> String {
    format!("palier-{}", stem.replace('_', "-"))
}

fn scoped(css: &str, stem: &str, letters: Option<f64>) -> Result<String, css::Fault> {
    let mut items = css::parse(css)?;
    scope::scope(&mut items, &class_of(stem), stem)?;
    if let Some(letters) = letters {
        unit::relate(&mut items, letters);
    }
    Ok(print::print(&items))
}

fn unscoped(css: &str, letters: Option<f64>) -> Result<String, css::Fault> {
    let mut items = css::parse(css)?;
    if let Some(letters) = letters {
        unit::relate(&mut items, letters);
    }
    Ok(print::print(&items))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", shown(path)))
}

fn at(path: &Path, fault: &css::Fault) -> anyhow::Error {
    anyhow!("{}:{}: {}", shown(path), fault.line, fault.message)
}

fn literal(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    let mut fence = String::from("#");
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    format!("r{fence}\"{text}\"{fence}")
}
