//! What a server says that cannot start: which option, which path.

use palier_server::start;

use crate::harness::{Folder, options};

async fn refusal(more: &[&str]) -> String {
    let folder = Folder::new();
    match start::prepare(&options(&folder.0, more)).await {
        Ok(_) => panic!("{more:?} starts"),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_named() {
    let said = refusal(&["--database", "sqlite:/nope/x.db"]).await;
    assert!(said.starts_with("/nope/x.db: "), "{said}");
}

/// A real programme's file; without `demo`, nothing of the demo is open.
fn real_programme(folder: &Folder) -> String {
    let path = folder.0.join("club.toml");
    std::fs::write(&path, crate::operate::CLUB).unwrap();
    path.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn forgetting_the_programme_does_not_open_a_real_database_to_everybody() {
    let folder = Folder::new();
    let file = real_programme(&folder);
    let real = options(&folder.0, &["--programme", &file]);
    for _ in 0..2 {
        let app = start::prepare(&real).await.unwrap();
        assert!(app.verifier.demo().is_none());
        app.db.close().await;
    }
    let forgotten = start::prepare(&options(&folder.0, &[])).await;
    let said = forgotten.unwrap_err().to_string();
    assert!(
        said.contains("palier.db is not a demo database") && said.contains("--programme"),
        "{said}"
    );
    // It was left as it was.
    assert!(start::prepare(&real).await.is_ok());
}

#[tokio::test]
async fn a_provider_without_a_programme_is_refused() {
    let provider = ["--issuer", "https://id.example", "--audience", "palier"];
    let line = [&provider[..], &["--jwks", "keys.json"]].concat();
    let said = refusal(&line).await;
    assert!(
        said.contains("--issuer") && said.contains("--programme"),
        "{said}"
    );
}

#[tokio::test]
async fn a_site_that_is_not_there_is_named() {
    let said = refusal(&["--site", "/nope/site"]).await;
    assert!(said.contains("--site /nope/site"), "{said}");
}
