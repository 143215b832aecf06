//! The browser tests: Playwright against a real server with fresh demo data.

use std::fs;

use anyhow::{Context as _, Result};

use super::Context;
use super::count::Count;
use super::report;
use crate::paths::target;
use crate::server::Running;
use crate::setup::{Chromium, chromium, module, node};
use crate::{build, setup, site};

/// Builds the site, starts the server on a free port and runs Playwright.
pub(super) fn tests(context: &Context) -> Result<Count> {
    setup::for_builds()?;
    let browser = chromium()?;
    build::run(context.profile)?;
    let site = site::assemble(context.profile)?;
    let server = Running::start(&site)?;
    let report = target()?.join("palier/browser-tests.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut playwright = node();
    playwright
        .arg(module("@playwright/test/cli.js"))
        .arg("test")
        .args(&context.playwright)
        .env("PALIER_URL", server.address())
        .env("PALIER_REPORT", &report)
        .env("PALIER_TEST_OUTPUT", target()?.join("test-results"));
    if let Chromium::At(path) = browser {
        playwright.env("PALIER_CHROMIUM", path);
    }
    let succeeded = playwright
        .status()
        .context("cannot start Playwright")?
        .success();
    drop(server);
    let mut count = report::read(&report)?;
    if !succeeded && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}
