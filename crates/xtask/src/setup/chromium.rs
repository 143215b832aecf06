//! A Chromium for the browser tests: a given one, an installed one, or a new one.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::node::{module, node, packages};
use crate::process::{find, output_of, run, succeeds};
use crate::ui::{note, step};

/// The browser the tests run in.
pub(crate) enum Chromium {
    /// The executable at this path.
    At(PathBuf),
    /// The one that Playwright has installed for itself.
    Playwrights,
}

/// The first draws no window around each page, which is a good part of the others' work.
const NAMES: [&str; 5] = [
    HEADLESS,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
/// Chromium without a window; Debian's package is called like the program.
const HEADLESS: &str = "chromium-headless-shell";
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds a Chromium that starts, installing one when there is none.
///
/// # Errors
/// When `PALIER_CHROMIUM` names something that does not start, and when nothing could be
/// installed.
pub(crate) fn chromium() -> Result<Chromium> {
    if let Some(given) = std::env::var_os("PALIER_CHROMIUM") {
        let path = PathBuf::from(given);
        if !starts(&path) {
            bail!(
                "PALIER_CHROMIUM is {}, which does not start",
                path.display()
            );
        }
        return Ok(Chromium::At(path));
    }
    if let Some(path) = installed() {
        return Ok(Chromium::At(path));
    }
    packages()?;
    if playwrights_starts() {
        return Ok(Chromium::Playwrights);
    }
    install()
}

fn installed() -> Option<PathBuf> {
    NAMES
        .iter()
        .filter_map(|name| find(name))
        .chain([PathBuf::from(MAC)])
        .find(|path| starts(path))
}

fn starts(path: &Path) -> bool {
    succeeds(Command::new(path).arg("--version"))
}

fn playwrights_starts() -> bool {
    const WHERE: &str =
        "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
    output_of(node().args(["--eval", WHERE])).is_ok_and(|path| starts(Path::new(path.trim())))
}

fn install() -> Result<Chromium> {
    step("Installing Chromium for the browser tests");
    let playwright = module("@playwright/test/cli.js");
    if let Err(error) = run(node().arg(playwright).args(["install", "chromium"])) {
        note(&format!(
            "Playwright could not install its browser: {error}"
        ));
    }
    if playwrights_starts() {
        return Ok(Chromium::Playwrights);
    }
    if let Some(apt) = find("apt-get").filter(|_| is_root()) {
        run(Command::new(&apt).arg("update"))?;
        let get = ["install", "-y", "--no-install-recommends"];
        let get = |package| run(Command::new(&apt).args(get).arg(package));
        // Older releases have the other one only.
        get(HEADLESS).or_else(|_| get("chromium"))?;
        if let Some(path) = installed() {
            return Ok(Chromium::At(path));
        }
    }
    bail!(
        "no Chromium could be installed: install Chromium or Chrome, or name one in PALIER_CHROMIUM"
    )
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
