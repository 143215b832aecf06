//! A database of its own for each test, and a small programme to fill it with.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use palier_server::{
    db::{Db, members::NewMember},
    engine::{Event, MemberState},
    programme::Programme,
};

/// 2026-11-02T00:00:00Z, a Monday.
pub(crate) const MONDAY: i64 = 1_793_577_600_000;
pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;

pub(crate) const CLUB: &str = r##"
id = "club"
name = { en = "Club" }
time_zone = "UTC"
locales = ["en"]
money = "EUR"
events = ["purchase", "visit"]
currencies = [
  { id = "points", name = { en = "Points" }, unit = { en = { other = "points" } }, qualifying = true, expiry = { kind = "after", days = 30 } },
  { id = "gems", name = { en = "Gems" }, unit = { en = { other = "gems" } } },
]
rules = [
  { id = "buy", event = "purchase", name = { en = "Buy" }, description = { en = "Buy" }, per_spend = { earn = { points = 1 }, per = 100 } },
  { id = "later", event = "visit", name = { en = "Visit" }, description = { en = "Visit" }, earn = { gems = 2 }, pending_days = 3 },
]
tier_policy = { window = "rolling_months", months = 2, keep_months = 1 }
tiers = [
  { id = "low", name = { en = "Low" } },
  { id = "high", name = { en = "High" }, requirements = [{ earned = "points", target = 1000, label = { en = "Points" } }] },
]
series = [
  { id = "first", name = { en = "First" }, badges = [
    { id = "buyer", name = { en = "Buyer" }, description = { en = "Buy" }, edition = { max = 1 }, criteria = [{ event = "purchase", target = 1, label = { en = "Purchases" } }] },
  ] },
]
boards = [
  { id = "week", name = { en = "Week" }, earned = "points", period = "week", history = 1, prizes = [{ from = 1, to = 2, amounts = { gems = 5 }, label = { en = "5 gems" } }] },
]
"##;

pub(crate) fn club() -> Programme {
    Programme::from_toml("club.toml", CLUB, MONDAY).unwrap()
}

pub(crate) fn demo_programme(now: i64) -> Programme {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/programme.toml");
    Programme::load(&path, now).unwrap()
}

/// A database in a folder that goes when it is dropped.
pub(crate) struct Store {
    pub(crate) db: Db,
    pub(crate) path: PathBuf,
    folder: PathBuf,
}

impl Store {
    pub(crate) async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("palier-store-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("club.db");
        Self {
            db: Db::open(&path).await.unwrap(),
            path,
            folder,
        }
    }

    /// Enrols a member and gives the surrogate key.
    pub(crate) async fn enrol(&self, programme: &Programme, id: &str, at: i64) -> i64 {
        let mut tx = self.db.begin().await.unwrap();
        let new = NewMember {
            public_id: id.into(),
            alias: format!("Alias {id}"),
            ..NewMember::default()
        };
        let key = palier_server::db::members::enrol(&mut tx, programme, &new, at)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        key
    }

    /// Reports an event that must be accepted.
    pub(crate) async fn report(
        &self,
        programme: &Programme,
        event: &Event,
        now: i64,
    ) -> palier_server::db::events::Ingested {
        let mut tx = self.db.begin().await.unwrap();
        let ingested = palier_server::db::events::ingest(&mut tx, programme, event, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        ingested
    }

    pub(crate) async fn member(&self, key: i64) -> MemberState {
        let mut conn = self.db.reader().acquire().await.unwrap();
        palier_server::db::members::load(&mut conn, key)
            .await
            .unwrap()
            .unwrap()
    }

    /// A number read by SQL.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql)
            .fetch_one(self.db.reader())
            .await
            .unwrap()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Best effort: what is left over lies in the system's temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub(crate) fn purchase(id: &str, member: &str, cents: i64, at: i64) -> Event {
    Event {
        id: id.into(),
        member: member.into(),
        kind: "purchase".into(),
        occurred_at: at,
        amount: Some(cents),
        ..Event::default()
    }
}
