//! `preload.html`: the links by which a page's head asks for the kit's files before its scripts run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

/// What each engine is loaded for, as a developer says it.
const PAGES: [(&str, &str); 2] = [
    ("palier", "A page with blocks"),
    ("portal", "A page with <palier-portal>"),
];

/// Writes the links for the kit in `folder`: `engines` are the script and the WASM by name, `messages`
/// the file of each language.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn write(
    engines: &BTreeMap<&'static str, [String; 2]>,
    messages: &BTreeMap<String, String>,
    folder: &Path,
) -> Result<()> {
    let mut text = "<!-- Every page. Put the kit's address before each name. -->\n".to_owned();
    text += &module("palier.js");
    for (name, page) in PAGES {
        if let Some([script, wasm]) = engines.get(name) {
            text += &format!("<!-- {page} -->\n");
            text += &module(script);
            text += &fetched("application/wasm", wasm);
        }
    }
    for (locale, file) in messages {
        text += &format!("<!-- A page in the language {locale} -->\n");
        text += &fetched("application/json", file);
    }
    Ok(fs::write(folder.join("preload.html"), text)?)
}

fn module(file: &str) -> String {
    format!("<link rel=\"modulepreload\" href=\"{file}\">\n")
}

fn fetched(media: &str, file: &str) -> String {
    format!("<link rel=\"preload\" as=\"fetch\" type=\"{media}\" crossorigin href=\"{file}\">\n")
}
