//! Why a server cannot start, in words for whoever typed the command.

use std::{io, path::PathBuf};

use crate::{auth, blocks, db, programme::FileErrors};

/// Why a server could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data directory cannot be used.
    #[error("--data {path}: {error}")]
    Data {
        /// Which directory.
        path: PathBuf,
        /// What happened.
        error: io::Error,
    },
    /// `--database` names another kind of database.
    #[error("--database: expected sqlite:PATH")]
    Database,
    /// `--database` names a PostgreSQL server. (Its address may hold a password, and is not said.)
    #[error(
        "--database postgres://…: this server keeps its data in SQLite alone; use sqlite:PATH. \
         What supporting PostgreSQL would take is in docs/contract.md under \"The reference backend's database\""
    )]
    Postgres,
    /// The database cannot be opened.
    #[error("{path}: {error}")]
    Open {
        /// Its file.
        path: PathBuf,
        /// What happened.
        error: db::Error,
    },
    /// A folder of `--site` is not there.
    #[error("--site {0}: is not a directory")]
    Site(PathBuf),
    /// A folder of `--site` has the data directory or the database in it.
    #[error(
        "--site {site}: {data} is in it, and anybody could read the database and the server's keys; \
         keep --data and --database apart from what is served"
    )]
    SiteHoldsData {
        /// The folder that would be served.
        site: PathBuf,
        /// What is in it.
        data: PathBuf,
    },
    /// `--reset` would throw real members away.
    #[error("--reset: {0} is not a demo database; move it away yourself")]
    NotDemo(PathBuf),
    /// The demo's doors would stand open on real members.
    #[error(
        "{0} is not a demo database, and a demo programme would let anybody be any of its members; \
         name the programme it belongs to with --programme FILE"
    )]
    DemoOnReal(PathBuf),
    /// A demo programme beside a real identity provider.
    #[error(
        "{0} is a demo (`demo = true`), where anybody may be any member, and --issuer, --audience \
         and --jwks are for members of your own: name your programme with --programme FILE, and \
         leave `demo` out of it"
    )]
    DemoProvider(String),
    /// A demo programme where others than this machine can reach it.
    #[error(
        "{programme} is a demo (`demo = true`), where anybody may be any member, and --host {host} \
         lets other machines in: leave --host out, or `demo` out of the programme"
    )]
    DemoHost {
        /// Its file, or that it is the built-in one.
        programme: String,
        /// As given.
        host: String,
    },
    /// A demo programme behind a proxy, which lets others in.
    #[error(
        "{0} is a demo (`demo = true`), where anybody may be any member, and --behind-proxy is for a \
         server that other machines reach: name your programme with --programme FILE"
    )]
    DemoProxy(String),
    /// A command found no database to work on.
    #[error(
        "{0}: there is no database yet; start the server once, or name another with --data or --database"
    )]
    NoDatabase(PathBuf),
    /// A file of the database could not be removed or put in its place.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What happened.
        error: io::Error,
    },
    /// The programme file has mistakes.
    #[error(transparent)]
    Programme(#[from] FileErrors),
    /// The declarations of `--blocks` cannot be used.
    #[error("--blocks {path}: {error}")]
    Blocks {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        error: blocks::BlocksError,
    },
    /// A secret could not be had.
    #[error(transparent)]
    Secret(#[from] auth::SecretError),
    /// The keys of `--jwks` could not be read.
    #[error("--jwks: {0}")]
    Jwks(#[from] auth::JwksError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] db::Error),
}

impl From<sqlx::Error> for StartError {
    fn from(error: sqlx::Error) -> Self {
        Self::Storage(error.into())
    }
}
