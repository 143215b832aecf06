//! What a server says that cannot start: which option, which path.

use palier_server::{
    auth::{Jwks, JwksSource},
    start,
};

use crate::{
    harness::{Folder, demo_folder, options},
    tokens::write_keys,
};

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
        let app = start::prepare(&real).await.unwrap().app;
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

/// The demo's programme as a file of a brand's own.
fn demo_programme(folder: &Folder) -> String {
    let path = folder.0.join("demo.toml");
    std::fs::write(&path, include_str!("../../demo/programme.toml")).unwrap();
    path.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_demos_doors_do_not_open_beside_an_identity_provider() {
    let provider = ["--issuer", "https://id.example", "--audience", "palier"];
    let line = [&provider[..], &["--jwks", "keys.json"]].concat();
    let said = refusal(&line).await;
    assert!(
        said.contains("--issuer") && said.contains("--programme"),
        "{said}"
    );
    let folder = Folder::new();
    let file = demo_programme(&folder);
    let said = refusal(&[&line[..], &["--programme", &file]].concat()).await;
    assert!(
        said.contains(&file) && said.contains("demo = true") && said.contains("--issuer"),
        "{said}"
    );
}

#[tokio::test]
async fn the_demos_doors_do_not_open_to_other_machines() {
    let folder = Folder::new();
    let file = demo_programme(&folder);
    for host in ["0.0.0.0", "[::]", "192.0.2.7", "club.example"] {
        let said = refusal(&["--programme", &file, "--host", host]).await;
        assert!(
            said.contains(&file) && said.contains("demo = true") && said.contains(host),
            "{said}"
        );
    }
    let said = refusal(&["--programme", &file, "--behind-proxy"]).await;
    assert!(
        said.contains(&file) && said.contains("--behind-proxy"),
        "{said}"
    );
    for host in ["127.0.0.1", "[::1]", "localhost"] {
        let folder = demo_folder();
        let here = options(&folder.0, &["--host", host]);
        assert!(start::prepare(&here).await.is_ok(), "{host}");
    }
}

#[tokio::test]
async fn a_site_that_is_not_there_is_named() {
    let said = refusal(&["--site", "/nope/site"]).await;
    assert!(said.contains("--site /nope/site"), "{said}");
}

#[tokio::test]
async fn what_is_served_has_neither_database_nor_keys_in_it() {
    let folder = Folder::new();
    let site = folder.0.to_str().unwrap();
    let elsewhere = Folder::new();
    let file = format!("sqlite:{site}/palier.db");
    for (data, more) in [
        (folder.0.join("data"), &["--site", site][..]),
        (folder.0.clone(), &["--site", site]),
        (elsewhere.0.clone(), &["--site", site, "--database", &file]),
    ] {
        let refused = start::prepare(&options(&data, more)).await.unwrap_err();
        let said = refused.to_string();
        assert!(said.contains("is in it, and anybody could read"), "{said}");
    }
    assert!(
        start::prepare(&options(&demo_folder().0, &["--site", site]))
            .await
            .is_ok()
    );
}

/// Rights of a file or folder, as `ls` counts them.
#[cfg(unix)]
fn rights(path: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_reads_the_database_or_the_keys() {
    let folder = Folder::new();
    let data = folder.0.join("club/data");
    let file = real_programme(&folder);
    let app = start::prepare(&options(&data, &["--programme", &file])).await;
    let app = app.unwrap().app;
    for path in [&folder.0.join("club"), &data] {
        assert_eq!(rights(path), 0o700, "{}", path.display());
    }
    for name in [
        "palier.db",
        "palier.db-wal",
        "palier.db-shm",
        "secret",
        "api-key",
    ] {
        assert_eq!(rights(&data.join(name)), 0o600, "{name}");
    }
    // What somebody gave rights to keeps them, for their backups.
    app.db.close().await;
    let database = data.join("palier.db");
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o640);
    std::fs::set_permissions(&database, open).unwrap();
    let again = start::prepare(&options(&data, &["--programme", &file])).await;
    assert!(again.is_ok());
    assert_eq!(rights(&database), 0o640);
}

#[tokio::test]
async fn a_document_without_a_key_is_refused_at_the_start() {
    let folder = Folder::new();
    write_keys(&folder, &[]);
    let source = JwksSource::File(folder.0.join("jwks.json"));
    let refused = Jwks::open(source, std::time::Duration::ZERO).await;
    let said = refused.unwrap_err().to_string();
    assert!(said.starts_with("no key in "), "{said}");
    assert!(
        said.ends_with("jwks.json: no token can be accepted"),
        "{said}"
    );
}
