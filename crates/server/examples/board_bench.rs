//! Leaderboard reads and writes at 10 000, 100 000 and 1 000 000 members, p50 and p99:
//! `cargo run -p palier-server --profile server --example board_bench [FOLDER]`.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use palier_server::{
    db::{
        Db,
        boards::{self, BoardPeriodRow},
        bulk::{self, Cohort, PeriodScores, ScoreRow},
        events, members,
    },
    engine::{Event, MemberState, Score, calendar},
    programme::Programme,
};

type Failure = Box<dyn std::error::Error>;

/// 2026-11-22T12:00:00Z.
const NOW: i64 = 1_795_348_800_000;
const SAMPLES: usize = 2_000;
const COHORT: i64 = 100_000;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let folder = std::env::args()
        .nth(1)
        .map_or_else(std::env::temp_dir, PathBuf::from);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/programme.toml");
    let programme = Programme::load(&file, NOW)?;
    println!(
        "{:>9} {:>22} {:>10} {:>10}",
        "members", "operation", "p50", "p99"
    );
    for size in [10_000, 100_000, 1_000_000] {
        let path = folder.join(format!(
            "palier-board-bench-{}-{size}.db",
            std::process::id()
        ));
        let result = bench(&path, &programme, size).await;
        for ending in ["", "-wal", "-shm"] {
            let part = PathBuf::from(format!("{}{ending}", path.display()));
            if part.exists() {
                std::fs::remove_file(part)?;
            }
        }
        result?;
    }
    Ok(())
}

async fn bench(path: &Path, programme: &Programme, size: i64) -> Result<(), Failure> {
    let db = Db::open(path).await?;
    let period = fill(&db, programme, size).await?;
    let mut random = Random(42);
    let mut conn = db.reader().acquire().await?;

    let mut times = Vec::new();
    for _ in 0..SAMPLES {
        let began = Instant::now();
        let rows = boards::top(&mut conn, &period, 25).await?;
        times.push(began.elapsed());
        assert_eq!(rows.len(), 25);
    }
    report(size, "top 25", &mut times);

    for _ in 0..SAMPLES {
        let member = 1 + random.below(size);
        let began = Instant::now();
        let rows = boards::around(&mut conn, &period, member, 5).await?;
        times.push(began.elapsed());
        assert!(rows.len() >= 6);
    }
    report(size, "around me, 5 + 5", &mut times);

    for _ in 0..SAMPLES {
        let score = random.below(size * 3);
        let began = Instant::now();
        boards::rank_of(&mut conn, period.id, score).await?;
        times.push(began.elapsed());
    }
    report(size, "rank of a score", &mut times);
    drop(conn);

    let board = programme.board("week").ok_or("no board")?;
    let mut tx = db.begin().await?;
    for _ in 0..SAMPLES {
        let member = members::load(&mut tx, 1 + random.below(size))
            .await?
            .ok_or("no member")?;
        let score = Score {
            board: board.id.clone(),
            delta: 1 + random.below(200),
            at: NOW,
        };
        let began = Instant::now();
        boards::add_score(&mut tx, programme, &member, &score, NOW).await?;
        times.push(began.elapsed());
    }
    tx.commit().await?;
    report(size, "add to a score", &mut times);

    for number in 0..SAMPLES / 4 {
        let event = Event {
            id: format!("bench-{number}"),
            member: format!("m{:07}", 1 + random.below(size)),
            kind: "purchase".to_owned(),
            occurred_at: NOW,
            amount: Some(random.below(20_000)),
            ..Event::default()
        };
        let began = Instant::now();
        let mut tx = db.begin().await?;
        events::ingest(&mut tx, programme, &event, NOW).await?;
        tx.commit().await?;
        times.push(began.elapsed());
    }
    report(size, "an event, committed", &mut times);
    db.close().await;
    Ok(())
}

/// A board with a score for everybody: most are small, few are large, many are equal.
async fn fill(db: &Db, programme: &Programme, size: i64) -> Result<BoardPeriodRow, Failure> {
    let board = programme.board("week").ok_or("no board")?;
    let period = calendar::board_period(&programme.time_zone, board, NOW).ok_or("no period")?;
    let mut random = Random(7);
    let mut first = 1;
    while first <= size {
        let last = (first + COHORT - 1).min(size);
        let mut scores = PeriodScores {
            board: board.id.clone(),
            period: period.clone(),
            is_final: false,
            scores: std::collections::BTreeMap::new(),
        };
        let mut cohort = Cohort::default();
        for id in first..=last {
            let name = format!("m{id:07}");
            cohort.members.push(MemberState::new(
                id,
                &name,
                &format!("Member {id:07}"),
                NOW - 1,
            ));
            let score = 1 + random.below(1_000) * random.below(3_000) / 1_000;
            let then = (random.below(10) > 0).then(|| random.below(score + 1));
            scores.scores.insert(
                id,
                ScoreRow {
                    score,
                    reached_at: NOW - random.below(100_000_000),
                    then,
                },
            );
        }
        cohort.boards.push(scores);
        let mut tx = db.begin().await?;
        bulk::write(&mut tx, &cohort, NOW, NOW).await?;
        tx.commit().await?;
        first = last + 1;
    }
    let mut tx = db.begin().await?;
    bulk::count_boards(&mut tx).await?;
    tx.commit().await?;
    let mut conn = db.reader().acquire().await?;
    Ok(boards::current(&mut conn, programme, board, NOW)
        .await?
        .ok_or("the board is empty")?)
}

fn report(size: i64, operation: &str, times: &mut Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| {
        times
            .get(times.len() * percent / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "{size:>9} {operation:>22} {:>10.1?} {:>10.1?}",
        at(50),
        at(99)
    );
    times.clear();
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}
