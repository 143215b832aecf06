//! How fast the server answers and how much memory it takes: balances, the reader's
//! surroundings on a leaderboard, quotes and orders, over keep-alive connections.
//!
//! `cargo run -p palier-server --profile server --example load -- [--members N] [--data DIR]
//! [--seconds S] [--connections C]`. The server runs in a process of its own; its demo
//! database is made in DIR when there is none, which takes a while for a million members.
//! Client and server share the machine: the figures are a floor.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot go on should stop and say where"
)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use palier_server::{db::Db, http, options::Options, start};
use serde_json::{Value, json};

/// Members that take turns.
const MEMBERS: i64 = 400;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "serve") {
        serve(words.into_iter().skip(1));
    } else {
        measure(&Plan::read(&words));
    }
}

/// The child: a server like `palier-server`, without a rate.
fn serve(words: impl Iterator<Item = String>) {
    let options = Options::read(words, |_| None).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let server = start::prepare(&options).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        http::serve(server, listener, std::future::pending()).await;
    });
}

struct Plan {
    members: String,
    data: PathBuf,
    seconds: u64,
    connections: usize,
}

impl Plan {
    fn read(words: &[String]) -> Self {
        let after = |name: &str| {
            let at = words.iter().position(|word| word == name)?;
            words.get(at + 1).cloned()
        };
        let members = after("--members").unwrap_or_else(|| "5000".into());
        let default = std::env::temp_dir().join(format!("palier-load-{members}"));
        Self {
            data: after("--data").map_or(default, PathBuf::from),
            seconds: after("--seconds").map_or(5, |text| text.parse().unwrap()),
            connections: after("--connections").map_or(4, |text| text.parse().unwrap()),
            members,
        }
    }
}

struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(plan: &Plan) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["serve", "--rate", "0", "--members", &plan.members, "--data"])
            .arg(&plan.data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        Self {
            child,
            address: address.trim().to_owned(),
        }
    }

    /// Resident memory now, in MB, where the system tells.
    fn memory(&self) -> Option<u64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = text.lines().find(|line| line.starts_with("VmRSS:"))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One keep-alive connection.
struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self {
            stream: BufReader::new(stream),
        }
    }

    fn send(&mut self, method: &str, path: &str, headers: &str, body: &str) -> (u16, Vec<u8>) {
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: load\r\n{headers}content-type: application/json\r\n\
             content-length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes()).unwrap();
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap().parse().unwrap();
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            if line == "\r\n" {
                break;
            }
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = text.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        (status, body)
    }

    fn token(&mut self, member: &str) -> String {
        let body = json!({ "member": member }).to_string();
        let (_, answer) = self.send("POST", "/demo/token", "", &body);
        let token: Value = serde_json::from_slice(&answer).unwrap();
        format!(
            "authorization: Bearer {}\r\n",
            token["access_token"].as_str().unwrap()
        )
    }
}

fn measure(plan: &Plan) {
    let server = Server::start(plan);
    let members = rich_members(&plan.data.join("palier.db"));
    let mut first = Connection::open(&server.address);
    let tokens: Vec<String> = members.iter().map(|member| first.token(member)).collect();
    let connections = plan.connections;
    println!(
        "{} members, {connections} connections, {} s each; {} MB before",
        plan.members,
        plan.seconds,
        server.memory().unwrap_or(0)
    );
    println!(
        "{:<28}{:>10}{:>10}{:>10}{:>12}",
        "", "p50 ms", "p99 ms", "max ms", "requests/s"
    );
    for (name, path) in [
        ("balances", "/v1/me/balances"),
        (
            "leaderboard around me",
            "/v1/leaderboards/month?view=around_me",
        ),
        ("leaderboard top 20", "/v1/leaderboards/month"),
        ("rewards, 20", "/v1/rewards"),
    ] {
        run(&server, plan, name, &tokens, |connection, token, _| {
            let started = Instant::now();
            let (status, _) = connection.send("GET", path, token, "");
            assert_eq!(status, 200);
            started.elapsed()
        });
    }
    run(&server, plan, "order (its quote not timed)", &tokens, order);
    println!("{} MB after", server.memory().unwrap_or(0));
}

fn order(connection: &mut Connection, token: &str, number: u64) -> Duration {
    let choice = json!({ "reward_id": "ocean-cleanup", "price_id": "points" });
    let (status, quote) =
        connection.send("POST", "/v1/redemptions/quote", token, &choice.to_string());
    assert_eq!(status, 200);
    let quote: Value = serde_json::from_slice(&quote).unwrap();
    let body = json!({ "quote_id": quote["id"], "choice": choice }).to_string();
    let process = std::process::id();
    let headers = format!("{token}idempotency-key: load-{process}-{number}\r\n");
    let started = Instant::now();
    let (status, answer) = connection.send("POST", "/v1/redemptions", &headers, &body);
    assert!(
        status == 201 || status == 409,
        "{status} {}",
        String::from_utf8_lossy(&answer)
    );
    started.elapsed()
}

fn run(
    server: &Server,
    plan: &Plan,
    name: &str,
    tokens: &[String],
    step: impl Fn(&mut Connection, &str, u64) -> Duration + Sync,
) {
    let (started, step) = (Instant::now(), &step);
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..plan.connections)
            .map(|thread| {
                scope.spawn(move || {
                    let mut connection = Connection::open(&server.address);
                    let mut times = Vec::new();
                    let mut turn = thread;
                    while started.elapsed() < Duration::from_secs(plan.seconds) {
                        let number = u64::try_from(turn).unwrap();
                        times.push(step(&mut connection, &tokens[turn % tokens.len()], number));
                        turn += plan.connections;
                    }
                    times
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let rate = times.len() as f64 / started.elapsed().as_secs_f64();
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{name:<28}{:>10.2}{:>10.2}{:>10.2}{rate:>12.0}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

/// Members with points to spend, spread over the whole database.
fn rich_members(database: &Path) -> Vec<String> {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = Db::open(database).await.unwrap();
        let members: Vec<String> = sqlx::query_scalar(
            "SELECT public_id FROM members AS m JOIN balances AS b ON b.member_id = m.id
             WHERE m.state = 'member' AND b.currency = 'points' AND b.available >= 160
             ORDER BY (m.id * 7919) % 10007 LIMIT $1",
        )
        .bind(MEMBERS)
        .fetch_all(db.reader())
        .await
        .unwrap();
        db.close().await;
        members
    })
}
