//! The database of a server that starts: where it is, and what is brought up to date before anybody
//! is served.

use std::path::{Path, PathBuf};

use super::{StartError, demo};
use crate::{
    db::{self, Db, boards, ladder, scheduled, stock},
    options::Options,
    programme::Programme,
    time::now,
};

/// Opens the database that the options name, making and filling what a demo lacks, and does what has
/// become due since it was last served.
///
/// # Errors
/// [`StartError`], worded for whoever typed the command.
pub(super) async fn open(options: &Options, programme: &Programme) -> Result<Db, StartError> {
    let path = file_of(options)?;
    if options.reset && path.exists() {
        demo::reset(&path).await?;
    }
    if programme.demo && !path.exists() {
        demo::create(&path, programme, i64::from(options.members)).await?;
    }
    let db = Db::open(&path)
        .await
        .map_err(|error| cannot_open(&path, error))?;
    demo::check_database(&db, &path, programme).await?;
    let mut tx = db.begin().await?;
    stock::sync(&mut tx, programme).await?;
    boards::realign(&mut tx, programme).await?;
    if programme.demo {
        demo::publish_portals(&mut tx).await?;
    }
    tx.commit().await?;
    // Before anything is decided on: whoever held a tier that was renamed is not to begin at the bottom.
    ladder::place_members(&db, programme, now()).await?;
    if let Err(error) = scheduled::run(&db, programme, now()).await {
        // One board or member that cannot be worked with is no reason to serve nobody.
        tracing::error!(%error, "what time brought could not all be done; it is tried again");
    }
    Ok(db)
}

/// Where the database is.
///
/// # Errors
/// [`StartError::Postgres`] and [`StartError::Database`] for an address of another kind.
pub(super) fn file_of(options: &Options) -> Result<PathBuf, StartError> {
    match &options.database {
        None => Ok(options.data.join("palier.db")),
        Some(url) => url
            .strip_prefix("sqlite:")
            .map(|path| PathBuf::from(path.trim_start_matches("//")))
            .ok_or_else(|| unknown_kind(url)),
    }
}

/// SQLite's own message does not say which file it is about.
pub(super) fn cannot_open(path: &Path, error: db::Error) -> StartError {
    StartError::Open {
        path: path.to_owned(),
        error,
    }
}

/// Why an address names no database of ours.
fn unknown_kind(url: &str) -> StartError {
    if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        StartError::Postgres
    } else {
        StartError::Database
    }
}
