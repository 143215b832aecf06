//! `palier-server`: reads options, prepares the server, serves until told to stop; or does one
//! command of whoever runs the programme.

use std::{
    io::{self, Write as _},
    process::ExitCode,
    sync::Arc,
};

use palier_server::{
    http,
    operate::{self, LineError},
    options::{OptionError, Options},
    start,
};
use tracing_subscriber::{filter::LevelFilter, fmt};

#[tokio::main]
async fn main() -> ExitCode {
    let read = operate::read(std::env::args().skip(1), |name| std::env::var(name).ok());
    let (options, command) = match read {
        Ok(read) => read,
        Err(LineError::Option(OptionError::Help)) => {
            return said(&mut io::stdout(), &OptionError::Help, ExitCode::SUCCESS);
        }
        Err(error) => return said(&mut io::stderr(), &error, ExitCode::from(2)),
    };
    let level = std::env::var("PALIER_LOG")
        .ok()
        .and_then(|word| word.parse().ok());
    fmt()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_max_level(level.unwrap_or(LevelFilter::WARN))
        .init();
    let done = match command {
        Some(command) => operate(&options, &command).await,
        None => run(&options).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => said(&mut io::stderr(), &error, ExitCode::FAILURE),
    }
}

fn said(to: &mut dyn io::Write, what: &dyn core::fmt::Display, code: ExitCode) -> ExitCode {
    // There is nowhere to report that the terminal is gone.
    let _ = writeln!(to, "{what}");
    code
}

async fn operate(
    options: &Options,
    command: &operate::Command,
) -> Result<(), Box<dyn core::error::Error>> {
    for line in operate::run(options, command).await? {
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}

async fn run(options: &Options) -> Result<(), Box<dyn core::error::Error>> {
    let address = format!("{}:{}", options.host, options.port);
    // The port first: filling a demo only to find it taken would waste a newcomer's time.
    let listener = tokio::net::TcpListener::bind(&address)
        .await
        .map_err(|error| format!("cannot listen on {address}: {error}{}", hint(&error)))?;
    let server = start::prepare(options).await?;
    let db = server.app.db.clone();
    let ticking = tokio::spawn(start::tick(Arc::clone(&server.app)));
    writeln!(
        io::stdout(),
        "listening on http://{}",
        listener.local_addr()?
    )?;
    io::stdout().flush()?;
    http::serve(server, listener, stop()).await;
    ticking.abort();
    db.close().await;
    Ok(())
}

fn hint(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied => "; choose another --port",
        _ => "; --host must be a name or an address of this machine",
    }
}

/// Resolves on SIGINT or SIGTERM.
async fn stop() {
    let interrupt = async {
        // Without a handler the signal ends the process, as it should.
        if tokio::signal::ctrl_c().await.is_err() {
            core::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => core::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = core::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
