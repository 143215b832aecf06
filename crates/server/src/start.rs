//! From options to a server that is ready: data directory, secrets, programme, database.

use std::{
    io::{self, Write as _},
    net::IpAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{
    app::App,
    auth::{self, DemoIssuer, Jwks, JwksSource, Secret, Verifier},
    blocks,
    clock::Clock,
    db::{self, Db, badges, boards, ladder, meta, portals, scheduled, stock},
    demo,
    http::{Hub, Limits, Rate, Server, Settings, Site, Streams},
    in_flight::InFlight,
    options::{Options, Provider},
    private,
    programme::Programme,
    time::now,
};

pub use crate::start_error::StartError;

/// The programme that runs when no other is named.
const DEMO_PROGRAMME: &str = include_str!("../demo/programme.toml");
/// Portals of the demo, published when they don't exist yet.
const DEMO_PORTALS: [(&str, &str); 3] = [
    (
        "grove",
        include_str!("../../contract/fixtures/portals/grove.json"),
    ),
    (
        "arcade",
        include_str!("../../contract/fixtures/portals/arcade.json"),
    ),
    (
        "guild",
        include_str!("../../contract/fixtures/portals/guild.json"),
    ),
];
/// The demo's events are the same for everybody.
const DEMO_SEED: u64 = 42;
/// Demo members have not looked at the badges of the last week yet.
const NEWS_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// How often what time brings is done.
const DUTIES_EVERY: Duration = Duration::from_secs(30);
/// An unknown key id has the keys read again, but not more often than this.
const JWKS_PAUSE: Duration = Duration::from_secs(10);

/// Prepares everything; afterwards only the port is missing.
///
/// # Errors
/// [`StartError`], worded for whoever typed the command.
pub async fn prepare(options: &Options) -> Result<Server, StartError> {
    if let Some(missing) = options.site.iter().find(|folder| !folder.is_dir()) {
        return Err(StartError::Site(missing.clone()));
    }
    private::folder(&options.data).map_err(|error| StartError::Data {
        path: options.data.clone(),
        error,
    })?;
    check_site(options)?;
    let programme = programme(options)?;
    let blocks = blocks::load(options.blocks.as_deref()).map_err(|error| StartError::Blocks {
        path: options.blocks.clone().unwrap_or_default(),
        error,
    })?;
    let db = open(options, &programme).await?;
    let secret = Secret::load_or_create(&options.data.join("secret"))?;
    let api_keys = auth::api_keys(&options.api_keys, &options.data.join("api-key"))?;
    let app = App {
        verifier: verifier(options, programme.demo).await?,
        programme: Arc::new(programme),
        blocks,
        db,
        secret,
        api_keys,
        in_flight: InFlight::default(),
        clock: Clock::default(),
    };
    Ok(serving(app, options))
}

/// What is beside the database, the keys to everything included, is in no folder that is served.
fn check_site(options: &Options) -> Result<(), StartError> {
    let database = database(options)?;
    let beside = database.parent().filter(|one| !one.as_os_str().is_empty());
    // What cannot be found is told by whoever opens it.
    let real = |path: &Path| path.canonicalize().ok();
    let kept = [Some(options.data.as_path()), beside];
    for private in kept.into_iter().flatten().filter_map(real) {
        let served = |site: &&PathBuf| real(site).is_some_and(|site| private.starts_with(site));
        if let Some(site) = options.site.iter().find(served) {
            return Err(StartError::SiteHoldsData {
                site: site.clone(),
                data: private,
            });
        }
    }
    Ok(())
}

fn serving(app: App, options: &Options) -> Server {
    let settings = Settings {
        origins: options.origins.clone(),
        frame_origins: options.frame_origins.clone(),
        max_body_bytes: options.max_body,
        behind_proxy: options.behind_proxy,
        limits: Limits {
            connections: options.max_connections,
            ..Limits::default()
        },
    };
    Server {
        app: Arc::new(app),
        settings: Arc::new(settings),
        rate: Arc::new(Rate::new(options.rate)),
        hub: Arc::new(Hub::default()),
        streams: Arc::new(Streams::new(options.max_connections)),
        site: Arc::new(Site::new(options.site.clone())),
    }
}

/// The programme that the options name, or the demo's.
fn programme(options: &Options) -> Result<Programme, StartError> {
    let (name, programme) = match &options.programme {
        Some(path) => (path.display().to_string(), Programme::load(path, now())?),
        None => {
            let name = "the programme without --programme";
            let programme = Programme::from_toml(name, DEMO_PROGRAMME, now())?;
            (name.to_owned(), programme)
        }
    };
    if programme.demo {
        check_doors(options, name)?;
    }
    Ok(programme)
}

/// The demo's doors hand anybody a token for any member, admins included: neither beside real
/// members nor for other machines.
fn check_doors(options: &Options, programme: String) -> Result<(), StartError> {
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

/// Opens the database that a server with these options works on, for a command beside it:
/// nothing is made, nothing is reset.
///
/// # Errors
/// [`StartError`], worded for whoever typed the command.
pub async fn existing(options: &Options) -> Result<(Programme, Db), StartError> {
    let programme = programme(options)?;
    let path = database(options)?;
    if !path.is_file() {
        return Err(StartError::NoDatabase(path));
    }
    let db = Db::open(&path)
        .await
        .map_err(|error| cannot_open(&path, error))?;
    check_demo(&db, &path, &programme).await?;
    Ok((programme, db))
}

async fn verifier(options: &Options, demo: bool) -> Result<Verifier, StartError> {
    let issuer = if demo {
        Some(DemoIssuer::new(Secret::load_or_create(
            &options.data.join("demo-issuer"),
        )?))
    } else {
        None
    };
    let verifier = Verifier::new(issuer);
    let Some(Provider {
        issuer,
        audience,
        jwks,
        roles_claim,
    }) = options.provider.clone()
    else {
        return Ok(verifier);
    };
    let keys = Jwks::open(JwksSource::parse(&jwks), JWKS_PAUSE).await?;
    Ok(verifier.with_provider(issuer, audience, keys, roles_claim))
}

async fn open(options: &Options, programme: &Programme) -> Result<Db, StartError> {
    let path = database(options)?;
    if options.reset && path.exists() {
        reset(&path).await?;
    }
    if programme.demo && !path.exists() {
        create_demo(&path, programme, i64::from(options.members)).await?;
    }
    let db = Db::open(&path)
        .await
        .map_err(|error| cannot_open(&path, error))?;
    check_demo(&db, &path, programme).await?;
    let mut tx = db.begin().await?;
    stock::sync(&mut tx, programme).await?;
    boards::realign(&mut tx, programme).await?;
    if programme.demo {
        for (id, body) in DEMO_PORTALS {
            if let Some(version) = portals::save_draft(&mut tx, id, body, 0).await? {
                let publishing = portals::Publishing {
                    by: None,
                    note: None,
                    now: now(),
                };
                portals::publish(&mut tx, id, version, publishing).await?;
            }
        }
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
fn database(options: &Options) -> Result<PathBuf, StartError> {
    match &options.database {
        None => Ok(options.data.join("palier.db")),
        Some(url) => url
            .strip_prefix("sqlite:")
            .map(|path| PathBuf::from(path.trim_start_matches("//")))
            .ok_or_else(|| unknown(url)),
    }
}

/// A demo programme opens doors that nobody may find on real members' data, as when
/// `--programme` was forgotten.
async fn check_demo(db: &Db, path: &Path, programme: &Programme) -> Result<(), StartError> {
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

/// SQLite's own message does not say which file it is about.
fn cannot_open(path: &Path, error: db::Error) -> StartError {
    StartError::Open {
        path: path.to_owned(),
        error,
    }
}

/// Why an address names no database of ours.
fn unknown(url: &str) -> StartError {
    if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        StartError::Postgres
    } else {
        StartError::Database
    }
}

async fn reset(path: &Path) -> Result<(), StartError> {
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
async fn create_demo(path: &Path, programme: &Programme, members: i64) -> Result<(), StartError> {
    let half = path.with_extension("filling");
    remove(&half)?;
    let db = Db::open_to_fill(&half)
        .await
        .map_err(|error| cannot_open(path, error))?;
    let options = demo::Options {
        members,
        now: now(),
        seed: DEMO_SEED,
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

/// Does what time brings, for as long as the server runs; never returns.
pub async fn tick(app: Arc<App>) {
    let mut ticker = tokio::time::interval(DUTIES_EVERY);
    ticker.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticker.tick().await;
        if let Err(error) = scheduled::run(&app.db, &app.programme, app.now()).await {
            tracing::error!(%error, "what time brought could not be done; it is tried again");
        }
    }
}
