//! Live hints over a real socket: told soon, resumed without a gap, ended with the server.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use palier_server::time::now;
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    net::TcpStream,
    time::timeout,
};

use crate::harness::Server;

/// Long enough for any machine; tests end as soon as what they wait for is there.
const PATIENCE: Duration = Duration::from_secs(20);

struct Stream(Lines<BufReader<TcpStream>>);

impl Stream {
    async fn open(server: &Server, address: &str, member: &str, last: Option<&str>) -> Self {
        let resume = last.map_or(String::new(), |id| format!("last-event-id: {id}\r\n"));
        Self::with(address, &server.token(member), &resume).await
    }

    async fn with(address: &str, token: &str, resume: &str) -> Self {
        let mut socket = TcpStream::connect(address).await.unwrap();
        let request = format!(
            "GET /v1/me/stream HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n{resume}\r\n"
        );
        socket.write_all(request.as_bytes()).await.unwrap();
        let mut lines = BufReader::new(socket).lines();
        let status = timeout(PATIENCE, lines.next_line())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        assert!(status.contains("200"), "{status}");
        Self(lines)
    }

    /// The next id that comes without data: where the reader stands.
    async fn place(&mut self) -> String {
        let (mut id, mut has_data) = (None, false);
        loop {
            let line = timeout(PATIENCE, self.0.next_line()).await.unwrap();
            let line = line.unwrap().unwrap();
            has_data |= line.starts_with("data:");
            if let Some(found) = line.strip_prefix("id: ") {
                id = Some(found.to_owned());
            }
            if line.is_empty() {
                match id.take() {
                    Some(id) if !has_data => return id,
                    _ => has_data = false,
                }
            }
        }
    }

    /// The next hint: its id and topic. `None` once the stream has ended.
    async fn next(&mut self) -> Option<(String, String)> {
        let mut id = String::new();
        loop {
            let line = timeout(PATIENCE, self.0.next_line())
                .await
                .expect("a hint in time");
            // The last chunk is empty; the connection may stay open for further requests.
            let line = line.ok().flatten().filter(|line| line != "0")?;
            if let Some(found) = line.strip_prefix("id: ") {
                found.clone_into(&mut id);
            }
            if let Some(data) = line.strip_prefix("data: ") {
                let hint: palier_contract::stream::Hint = serde_json::from_str(data).unwrap();
                return Some((id, hint.topic.as_str().to_owned()));
            }
        }
    }

    async fn until(&mut self, topic: &str) -> String {
        loop {
            let (id, found) = self.next().await.expect("the stream goes on");
            if found == topic {
                return id;
            }
        }
    }
}

async fn rename(server: &Server, member: &str, alias: &str) {
    let body = json!({ "alias": alias });
    let call = server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&body)
        .member(member);
    assert!(call.send().await.status.is_success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_hinted_to_its_member_and_a_board_to_everybody() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    let mut own = Stream::open(&server, &address, "top", None).await;
    let mut other = Stream::open(&server, &address, "almost", None).await;
    rename(&server, "top", "Taller Oak").await;
    own.until("me").await;
    // The other's first hint is the public one: nothing of the member's came before it.
    assert_eq!(other.next().await.unwrap().1, "leaderboards");
    listening.stop().await;
    assert!(
        own.next()
            .await
            .is_none_or(|(_, topic)| topic == "leaderboards")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_comes_back_is_told_what_was_missed_once() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    let mut stream = Stream::open(&server, &address, "top", None).await;
    rename(&server, "top", "Taller Oak").await;
    let last = stream.until("leaderboards").await;
    drop(stream);
    rename(&server, "top", "Tallest Oak").await;
    rename(&server, "top", "Tall Oak").await;
    let mut resumed = Stream::open(&server, &address, "top", Some(&last)).await;
    let mut missed = vec![
        resumed.next().await.unwrap().1,
        resumed.next().await.unwrap().1,
    ];
    missed.sort();
    assert_eq!(missed, ["leaderboards", "me"]);
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_told_nothing_is_resumed_from_where_it_began() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    let mut quiet = Stream::open(&server, &address, "top", None).await;
    let place = quiet.place().await;
    drop(quiet);
    rename(&server, "top", "Taller Oak").await;
    let mut resumed = Stream::open(&server, &address, "top", Some(&place)).await;
    resumed.until("me").await;
    // Cut off again before anything new: what was told is not told again.
    let place = resumed.place().await;
    drop(resumed);
    let mut again = Stream::open(&server, &address, "top", Some(&place)).await;
    assert_eq!(again.place().await, place);
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_was_away_for_too_long_is_told_to_read_everything() {
    let server = Server::new().await;
    rename(&server, "top", "Taller Oak").await;
    crate::redeem::write(&server, "UPDATE hints SET id = id + 1000000").await;
    let (address, listening) = server.listen().await;
    let mut stream = Stream::open(&server, &address, "top", Some("1")).await;
    stream.until("portal").await;
    stream.until("balances").await;
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_joined_hears_what_is_for_everybody() {
    let server = Server::new().await;
    assert_eq!(
        server.get("/v1/me/stream").send().await.problem(),
        "unauthorised"
    );
    let (address, listening) = server.listen().await;
    let mut stream = Stream::open(&server, &address, "candidate", None).await;
    rename(&server, "top", "Taller Oak").await;
    // What concerns the other member alone came before it.
    assert_eq!(stream.next().await.unwrap().1, "leaderboards");
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_never_was_is_told_to_read_everything() {
    let server = Server::new().await;
    rename(&server, "top", "Taller Oak").await;
    let (address, listening) = server.listen().await;
    for last in ["9007199254740991", "not-a-number", "-7"] {
        let mut stream = Stream::open(&server, &address, "top", Some(last)).await;
        stream.until("portal").await;
        stream.until("balances").await;
    }
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_has_a_few_streams_and_is_then_asked_to_wait() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(Stream::open(&server, &address, "top", None).await);
    }
    let refused = server.get("/v1/me/stream").member("top").send().await;
    assert_eq!(refused.problem(), "rate-limited");
    assert_eq!(refused.header("retry-after"), "30");
    drop(Stream::open(&server, &address, "almost", None).await);
    // A page that is closed gives its place back.
    open.pop();
    let again = async {
        let ask = || server.get("/v1/me/stream").member("top").status();
        while ask().await != StatusCode::OK {}
    };
    timeout(PATIENCE, again).await.expect("a place in time");
    listening.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_with_the_token_it_was_opened_with() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    // Made a quarter of an hour and half a minute ago: accepted for one or two more seconds.
    let made = now() - (15 * 60 + 30 - 2) * 1000;
    let issuer = server.app.verifier.demo().unwrap();
    let token = issuer.issue("top", &[], made).unwrap();
    let mut stream = Stream::with(&address, &token, "").await;
    assert_eq!(stream.next().await, None);
    listening.stop().await;
}
