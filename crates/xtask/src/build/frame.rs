//! The files of `mode="frame"`: the script that a page loads for it, and the page in the frame.

use std::fs;

use anyhow::{Context, Result};

use super::bundle::Output;
use crate::paths::root;

const FOLDER: &str = "src/embed/loader/frame";

/// Writes `frame.html` and both scripts; gives the name of the page's script.
pub(super) fn write(output: Output<'_>) -> Result<String> {
    let script = |entry: &str, name: &str| {
        let text = output.esbuild(&root().join(FOLDER).join(entry), None, &[])?;
        output.write_hashed(name, "js", text.as_bytes())
    };
    let inside = script("inside.js", "inside")?;
    let page = root().join(FOLDER).join("frame.html");
    let page = fs::read_to_string(page).context("the frame's page cannot be read")?;
    fs::write(
        output.folder.join("frame.html"),
        page.replace("PALIER_INSIDE", &inside),
    )?;
    script("page.js", "frame")
}
