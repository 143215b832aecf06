//! Fills a database file with the demo and says how long it took:
//! `cargo run -p palier-server --example fill_demo -- FILE [MEMBERS]`.

use std::{
    path::PathBuf,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use palier_server::{
    db::Db,
    demo::{self, Options},
    programme::Programme,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = PathBuf::from(arguments.next().ok_or("give the database file to make")?);
    let members = arguments
        .next()
        .map_or(Ok(i64::from(demo::MEMBERS)), |text| text.parse())?;
    let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?;
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("demo/programme.toml");
    let programme = Programme::load(&path, now)?;
    let db = Db::open_to_fill(&file).await?;
    let began = Instant::now();
    let mut told = 0;
    let report = demo::fill(
        &db,
        &programme,
        Options {
            members,
            now,
            seed: 1,
        },
        |progress| {
            if progress.percent >= told + 5 {
                told = progress.percent;
                println!(
                    "{told:>3} %  {} members  {:.1?}",
                    progress.members,
                    began.elapsed()
                );
            }
        },
    )
    .await?;
    println!("{report:?} in {:.1?}", began.elapsed());
    db.close().await;
    println!("{:.1} MB", std::fs::metadata(&file)?.len() as f64 / 1e6);
    Ok(())
}
