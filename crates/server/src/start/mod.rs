//! From options to a server that is ready: data directory, secrets, programme, database.

mod database;
mod demo;
mod error;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{
    app::App,
    auth::{self, DemoIssuer, Jwks, JwksSource, Secret, Verifier},
    blocks,
    clock::Clock,
    db::{Db, scheduled},
    http::{Hub, Limits, Rate, Server, Settings, Site, Streams},
    in_flight::InFlight,
    options::{Options, Provider},
    private_files,
    programme::Programme,
    time::now,
};

pub use error::StartError;

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
    private_files::ensure_folder(&options.data).map_err(|error| StartError::Data {
        path: options.data.clone(),
        error,
    })?;
    check_site(options)?;
    let programme = programme(options)?;
    let blocks = blocks::load(options.blocks.as_deref()).map_err(|error| StartError::Blocks {
        path: options.blocks.clone().unwrap_or_default(),
        error,
    })?;
    let db = database::open(options, &programme).await?;
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
    let database = database::file_of(options)?;
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
            let programme = Programme::from_toml(name, demo::PROGRAMME, now())?;
            (name.to_owned(), programme)
        }
    };
    if programme.demo {
        demo::check_doors(options, name)?;
    }
    Ok(programme)
}

/// Opens the database that a server with these options works on, for a command beside it:
/// nothing is made, nothing is reset.
///
/// # Errors
/// [`StartError`], worded for whoever typed the command.
pub async fn existing(options: &Options) -> Result<(Programme, Db), StartError> {
    let programme = programme(options)?;
    let path = database::file_of(options)?;
    if !path.is_file() {
        return Err(StartError::NoDatabase(path));
    }
    let db = Db::open(&path)
        .await
        .map_err(|error| database::cannot_open(&path, error))?;
    demo::check_database(&db, &path, &programme).await?;
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
