//! The reference server passes the contract's own suite, every profile of it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{net::SocketAddr, path::Path, sync::mpsc, thread};

use palier_conformance::{Client, Context, Given, Outcome, People, Profile, TokenSource, run};
use palier_server::{http, options::Options, start};
use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot};

const KEY: &str = "what-the-brand-s-systems-send-to-report-events";

/// Serves a fresh demo programme on a port of its own until `stop` is told.
fn serve(folder: &Path, ready: &mpsc::Sender<SocketAddr>, stop: oneshot::Receiver<()>) {
    // As the demo, and who joins agrees to terms.
    let file = folder.join("programme.toml");
    let demo = include_str!("../demo/programme.toml");
    let terms = "terms_version = \"2\"\nlinks = { terms = \"/docs/\", help = \"/docs/\" }";
    let programme = demo.replace("links = { help = \"/docs/\" }", terms);
    std::fs::write(&file, programme).unwrap();
    let line = [
        "--programme",
        file.to_str().unwrap(),
        "--data",
        folder.to_str().unwrap(),
        "--members",
        "200",
        "--rate",
        "0",
        "--api-key",
        KEY,
    ];
    let options = Options::read(line.into_iter().map(str::to_owned), |_| None).unwrap();
    Runtime::new().unwrap().block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = start::prepare(&options).await.unwrap();
        ready.send(listener.local_addr().unwrap()).unwrap();
        let stopped = async {
            let _ = stop.await;
        };
        http::serve(server, listener, stopped).await;
    });
}

#[test]
fn every_scenario_of_every_profile_passes() {
    let folder = std::env::temp_dir().join(format!("palier-conformance-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (ready, address) = mpsc::channel();
    let (stop, stopped) = oneshot::channel();
    let data = folder.clone();
    let server = thread::spawn(move || serve(&data, &ready, stopped));

    let client = Client::new(&format!("http://{}", address.recv().unwrap()));
    let people = People::gather(&client, &TokenSource::Demo).unwrap();
    let given = Given {
        origin: Some("http://localhost:8000".to_owned()),
        api_key: Some(KEY.to_owned()),
        ..Given::default()
    };
    let context = Context::new(client, people, given).unwrap();
    let report = run(&context, &Profile::ALL, |_| {});

    stop.send(()).unwrap();
    server.join().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let open = report
        .lines
        .iter()
        .filter(|line| !matches!(line.outcome, Outcome::Passed));
    let open: Vec<String> = open.map(ToString::to_string).collect();
    assert!(open.is_empty(), "{}", open.join("\n"));
}
