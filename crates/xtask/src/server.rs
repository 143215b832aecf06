//! Builds the reference server and says how to start it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::build::Profile;
use crate::paths::{root, target};
use crate::process::{cargo_command, run};
use crate::ui::step;

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
