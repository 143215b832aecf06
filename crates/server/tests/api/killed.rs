//! The real binary, killed between a request and its reply.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use palier_contract::{
    balance::Balances,
    redemption::{Quote, Redemption},
};
use serde_json::{Value, json};

use crate::{
    harness::{Folder, demo_folder},
    parallel::post,
};

/// A server process; killed, never asked, when dropped.
struct Process {
    child: Child,
    address: String,
}

impl Process {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_palier-server"))
            .args(["--port", "0", "--rate", "0", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .expect(&line)
            .to_owned();
        Self { child, address }
    }

    fn token(&self) -> String {
        let body = json!({ "member": "top" });
        let (status, text) = post(&self.address, "/demo/token", "", "", &body);
        assert_eq!(status, 200, "{text}");
        let token: Value = serde_json::from_str(&text).unwrap();
        token["access_token"].as_str().unwrap().to_owned()
    }

    fn get(&self, path: &str) -> String {
        let request = ureq::get(format!("http://{}{path}", self.address));
        let request = request.header("authorization", format!("Bearer {}", self.token()));
        request.call().unwrap().body_mut().read_to_string().unwrap()
    }

    fn points(&self) -> i64 {
        let held: Balances = serde_json::from_str(&self.get("/v1/me/balances")).unwrap();
        held.balances[0].available.get()
    }

    fn quote(&self) -> Value {
        let choice = json!({ "reward_id": "plant-a-tree", "price_id": "points" });
        let (status, text) = post(
            &self.address,
            "/v1/redemptions/quote",
            &self.token(),
            "",
            &choice,
        );
        assert_eq!(status, 200, "{text}");
        let quote: Quote = serde_json::from_str(&text).unwrap();
        json!({ "quote_id": quote.id, "choice": choice })
    }

    /// Sends an order and reads nothing of the answer.
    fn send_only(&self, key: &str, body: &Value) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let text = body.to_string();
        write!(
            stream,
            "POST /v1/redemptions HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\nidempotency-key: {key}\r\ncontent-length: {}\r\n\r\n{text}",
            self.address,
            self.token(),
            text.len(),
        )
        .unwrap();
        stream
    }

    fn kill(mut self) {
        // SIGKILL: nothing of the process runs any more.
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Orders by now, read from the file beside the running server.
fn orders(folder: &Folder) -> i64 {
    let path = folder.0.join("palier.db");
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = palier_server::db::Db::open(&path).await.unwrap();
        let count = sqlx::query_scalar("SELECT COUNT(*) FROM redemptions")
            .fetch_one(db.reader())
            .await
            .unwrap();
        db.close().await;
        count
    })
}

#[test]
fn a_server_killed_after_its_commit_repeats_the_answer_nobody_read() {
    let folder = demo_folder();
    let server = Process::start(&folder.0);
    let (before, count) = (server.points(), orders(&folder));
    let body = server.quote();
    let unread = server.send_only("after-commit", &body);
    let started = Instant::now();
    while orders(&folder) == count {
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "the order never came"
        );
    }
    server.kill();
    drop(unread);

    let server = Process::start(&folder.0);
    let first = post(
        &server.address,
        "/v1/redemptions",
        &server.token(),
        "after-commit",
        &body,
    );
    let second = post(
        &server.address,
        "/v1/redemptions",
        &server.token(),
        "after-commit",
        &body,
    );
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(first, second);
    assert_eq!(orders(&folder), count + 1);
    assert_eq!(server.points(), before - 250);
}

#[test]
fn a_server_killed_at_any_moment_loses_and_doubles_nothing() {
    let folder = demo_folder();
    let mut server = Process::start(&folder.0);
    let (before, count) = (server.points(), orders(&folder));
    let mut expected = Vec::new();
    for (round, pause) in (0_i64..).zip([0_u64, 1, 2, 4, 8, 16]) {
        let body = server.quote();
        let key = format!("round-{round}");
        let mut stream = server.send_only(&key, &body);
        std::thread::sleep(Duration::from_millis(pause));
        server.kill();
        let mut seen = String::new();
        // Some rounds are answered before the end, some reset the connection.
        let _ = stream.read_to_string(&mut seen);
        server = Process::start(&folder.0);
        let (status, text) = post(
            &server.address,
            "/v1/redemptions",
            &server.token(),
            &key,
            &body,
        );
        assert_eq!(status, 201, "round {round}: {text}");
        if let Some((_, answer)) = seen
            .split_once("\r\n\r\n")
            .filter(|(_, body)| body.ends_with('}'))
        {
            assert_eq!(answer, text, "round {round}: the first answer stands");
        }
        let order: Redemption = serde_json::from_str(&text).unwrap();
        assert!(!expected.contains(&order.id), "round {round}");
        expected.push(order.id);
        assert_eq!(orders(&folder), count + round + 1);
        assert_eq!(server.points(), before - 250 * (round + 1));
    }
}
