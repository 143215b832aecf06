//! The browser tests: Playwright against a real server with fresh demo data.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::Context;
use super::count::Count;
use super::report;
use crate::paths::target;
use crate::setup::{Chromium, chromium, module, node};
use crate::ui::note;
use crate::{build, server, setup, site};

/// How long the server may take to fill its database and answer.
const PATIENCE: Duration = Duration::from_secs(180);

/// Builds the site, starts the server on a free port and runs Playwright.
pub(super) fn tests(context: &Context) -> Result<Count> {
    setup::for_builds()?;
    let browser = chromium()?;
    build::run(context.profile)?;
    let site = site::assemble(context.profile)?;
    let port = free_port()?;
    let server = Running::start(server::built(build::Profile::Dev)?, &site, port)?;
    let report = target()?.join("palier/browser-tests.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut playwright = node();
    playwright
        .arg(module("@playwright/test/cli.js"))
        .arg("test")
        .args(&context.playwright)
        .env("PALIER_URL", format!("http://127.0.0.1:{port}"))
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

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A server that stops when this is dropped.
struct Running(Child);

impl Running {
    fn start(mut command: Command, site: &Path, port: u16) -> Result<Running> {
        let data = target()?.join("test-data");
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        fs::create_dir_all(&data)?;
        let log = data.join("server.log");
        let output = File::create(&log)?;
        command
            .arg("--data")
            .arg(&data)
            .arg("--site")
            .arg(site)
            .args(["--port", &port.to_string()]);
        let child = command
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("cannot start the server")?;
        let mut running = Running(child);
        note("waiting for the server to fill its database");
        match running.answers(port) {
            Ok(()) => Ok(running),
            Err(error) => {
                Err(error.context(format!("the server wrote:\n{}", fs::read_to_string(&log)?)))
            }
        }
    }

    fn answers(&mut self, port: u16) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.0.try_wait()? {
                bail!("the server stopped ({status})");
            }
            if healthy(port) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        bail!(
            "the server did not answer /healthz within {} s",
            PATIENCE.as_secs()
        )
    }
}

fn healthy(port: u16) -> bool {
    use std::io::{Read, Write};
    let Ok(mut stream) = std::net::TcpStream::connect(("127.0.0.1", port)) else {
        return false;
    };
    let request =
        format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut reply = String::new();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .is_ok()
        && stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut reply).is_ok()
        && reply.starts_with("HTTP/1.1 200")
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have stopped by itself; either way it is gone afterwards.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
