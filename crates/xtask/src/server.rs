//! Builds the reference server and says how to start it.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::build::Profile;
use crate::paths::{root, target};
use crate::process::{cargo_command, run};
use crate::ui::{note, step};

/// How long the server may take to fill its database and answer.
const PATIENCE: Duration = Duration::from_secs(180);

/// Builds `palier-server` and returns a command that starts it at the root of the workspace.
pub(crate) fn built(profile: Profile) -> Result<Command> {
    step("Building the reference server");
    let mut cargo = cargo_command([
        "build",
        "--package",
        "palier-server",
        "--bin",
        "palier-server",
    ]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.args(["--profile", "server"]);
            "server"
        }
    };
    run(&mut cargo)?;
    let mut server = Command::new(executable(folder)?);
    server.current_dir(root());
    Ok(server)
}

fn executable(folder: &str) -> Result<PathBuf> {
    Ok(target()?
        .join(folder)
        .join(format!("palier-server{}", std::env::consts::EXE_SUFFIX)))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A server for tests, which stops when this is dropped.
pub(crate) struct Running {
    child: Child,
    port: u16,
}

impl Running {
    /// Starts a development server with fresh demo data on a free port.
    pub(crate) fn start(site: &Path) -> Result<Running> {
        let mut command = built(Profile::Dev)?;
        let port = free_port()?;
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
        let mut running = Running { child, port };
        note("waiting for the server to fill its database");
        match running.answers() {
            Ok(()) => Ok(running),
            Err(error) => {
                Err(error.context(format!("the server wrote:\n{}", fs::read_to_string(&log)?)))
            }
        }
    }

    /// Where it answers.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn answers(&mut self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server stopped ({status})");
            }
            if healthy(self.port) {
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
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
