//! The demo: its programme, its members and portals, and what keeps it apart from real members.

use std::{
    io::{self, Write as _},
    net::IpAddr,
    path::Path,
};

use super::{StartError, database::cannot_open};
use crate::{
    db::{Db, Tx, badges, meta, portals},
    demo,
    options::Options,
    programme::Programme,
    time::now,
};

/// The programme that runs when no other is named.
pub(super) const PROGRAMME: &str = include_str!("../../demo/programme.toml");
/// Portals of the demo, published when they don't exist yet.
const PORTALS: [(&str, &str); 3] = [
    (
        "grove",
        include_str!("../../../contract/fixtures/portals/grove.json"),
    ),
    (
        "arcade",
        include_str!("../../../contract/fixtures/portals/arcade.json"),
    ),
    (
        "guild",
        include_str!("../../../contract/fixtures/portals/guild.json"),
    ),
];
/// The demo's events are the same for everybody.
const SEED: u64 = 42;
/// Demo members have not looked at the badges of the last week yet.
const NEWS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// The demo's doors hand anybody a token for any member, admins included: neither beside real
/// members nor for other machines.
pub(super) fn check_doors(options: &Options, programme: String) -> Result<(), StartError> {
    if options.provider.is_some() {
        return Err(StartError::DemoProvider(programme));
    }
    if options.behind_proxy {
        return Err(StartError::DemoProxy(programme));
    }
    if is_loopback(&options.host) {
        return Ok(());
    }
    Err(StartError::DemoHost {
        programme,
        host: options.host.clone(),
    })
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// A demo programme opens doors that nobody may find on real members' data, as when
/// `--programme` was forgotten.
pub(super) async fn check_database(
    db: &Db,
    path: &Path,
    programme: &Programme,
) -> Result<(), StartError> {
    if !programme.demo || is_demo(db).await? {
        return Ok(());
    }
    db.close().await;
    Err(StartError::DemoOnReal(path.to_owned()))
}

async fn is_demo(db: &Db) -> Result<bool, StartError> {
    let mut connection = db.reader().acquire().await?;
    Ok(meta::get(&mut connection, "demo_seed").await?.is_some())
}

/// Publishes the demo's portals that are not there yet.
///
/// # Errors
/// The database's.
pub(super) async fn publish_portals(tx: &mut Tx) -> Result<(), StartError> {
    for (id, body) in PORTALS {
        if let Some(version) = portals::save_draft(tx, id, body, 0).await? {
            let publishing = portals::Publishing {
                by: None,
                note: None,
                now: now(),
            };
            portals::publish(tx, id, version, publishing).await?;
        }
    }
    Ok(())
}

/// Throws a demo database away.
///
/// # Errors
/// [`StartError::NotDemo`] for one of real members, which stays.
pub(super) async fn reset(path: &Path) -> Result<(), StartError> {
    let db = Db::open(path)
        .await
        .map_err(|error| cannot_open(path, error))?;
    let is_demo = is_demo(&db).await?;
    db.close().await;
    if is_demo {
        remove(path)
    } else {
        Err(StartError::NotDemo(path.to_owned()))
    }
}

fn remove(path: &Path) -> Result<(), StartError> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(StartError::File {
                    path: name.into(),
                    error,
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Fills a file beside the database and moves it there once it is whole: a start that is
/// cut off leaves nothing half done.
pub(super) async fn create(
    path: &Path,
    programme: &Programme,
    members: i64,
) -> Result<(), StartError> {
    let half = path.with_extension("filling");
    remove(&half)?;
    let db = Db::open_to_fill(&half)
        .await
        .map_err(|error| cannot_open(path, error))?;
    let options = demo::Options {
        members,
        now: now(),
        seed: SEED,
    };
    let report = demo::fill(&db, programme, options, |progress| {
        let _ = write!(
            io::stderr(),
            "\rfilling the demo database: {:>3} %",
            progress.percent
        );
    })
    .await?;
    let _ = writeln!(
        io::stderr(),
        "\rdemo database: {} members, {} events, {} ledger entries, {} orders",
        report.members,
        report.events,
        report.entries,
        report.orders
    );
    let mut tx = db.begin().await?;
    let recent = now() - NEWS_MS;
    badges::set_past_seen(&mut tx, recent).await?;
    tx.commit().await?;
    db.close().await;
    std::fs::rename(&half, path).map_err(|error| StartError::File {
        path: path.to_owned(),
        error,
    })
}
