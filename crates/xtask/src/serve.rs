//! `serve`: everything at one address, from a fresh clone with one command.

use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::build::{self, Profile};
use crate::paths::root;
use crate::ui::{note, step};
use crate::{server, setup, site};

const DEFAULT_PORT: u16 = 8787;

/// What each address shows.
const ADDRESSES: [(&str, &str); 7] = [
    ("/", "the portal"),
    (
        "/designer/",
        "the portal designer; sign in as its admin first",
    ),
    ("/embed/", "a brand's page with the tags"),
    ("/gallery/", "every block in every state"),
    ("/demo/sign-in", "sign in as a demo member"),
    ("/docs/", "guides and reference"),
    ("/v1/openapi.json", "the contract"),
];

/// The options that are not the server's own.
struct Options {
    profile: Profile,
    port: u16,
    server: Vec<(&'static str, String)>,
    reset: bool,
}

/// Runs `serve`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let options = read(&mut args)?;
    crate::nothing_left(args)?;
    if TcpListener::bind(("127.0.0.1", options.port)).is_err() {
        bail!(
            "port {} is in use: stop what listens there, or choose another with --port",
            options.port
        );
    }
    setup::for_builds()?;
    build::run(options.profile)?;
    let site = site::assemble(options.profile)?;
    let mut server = server::built(options.profile)?;
    server
        .arg("--site")
        .arg(site)
        .args(["--port", &options.port.to_string()]);
    for (name, value) in &options.server {
        server.args([name, value.as_str()]);
    }
    if options.reset {
        server.arg("--reset");
    }
    announce(options.port);
    hand_over(&mut server)
}

fn read(args: &mut Arguments) -> Result<Options> {
    let profile = if args.contains("--release") {
        Profile::Release
    } else {
        Profile::Dev
    };
    let port = args.opt_value_from_str("--port")?.unwrap_or(DEFAULT_PORT);
    let data: Option<PathBuf> = args.opt_value_from_str("--data")?;
    let programme: Option<PathBuf> = args.opt_value_from_str("--programme")?;
    let database: Option<String> = args.opt_value_from_str("--database")?;
    let members: Option<u32> = args.opt_value_from_str("--members")?;
    let data = match (data, &database) {
        (None, Some(_)) => None,
        (None, None) => Some(root().join("data")),
        (Some(data), _) => Some(here(data)?),
    };
    let mut server = Vec::new();
    server.extend(data.map(|data| ("--data", data.display().to_string())));
    server.extend(database.map(|url| ("--database", url)));
    if let Some(file) = programme {
        server.push(("--programme", here(file)?.display().to_string()));
    }
    server.extend(members.map(|count| ("--members", count.to_string())));
    Ok(Options {
        profile,
        port,
        server,
        reset: args.contains("--reset"),
    })
}

/// A path as typed, seen from where it was typed.
fn here(path: PathBuf) -> Result<PathBuf> {
    Ok(env::current_dir()?.join(path))
}

fn announce(port: u16) {
    step("Palier");
    for (path, what) in ADDRESSES {
        note(&format!(
            "{:<48}{what}",
            format!("http://127.0.0.1:{port}{path}")
        ));
    }
    note("Ctrl-C stops it");
}

/// Becomes the server, so that signals reach it and its exit code is ours.
#[cfg(unix)]
fn hand_over(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = server.exec();
    bail!("cannot start the server: {error}")
}

#[cfg(not(unix))]
fn hand_over(server: &mut Command) -> Result<()> {
    crate::process::run(server)
}
