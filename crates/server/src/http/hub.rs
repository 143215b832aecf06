//! Live hints: one task watches the `hints` table for everybody who listens.
//!
//! The table, not memory, is the source: hints are written in the transaction of the change
//! they announce, whichever process made it, and a listener that comes back resumes there.

use std::{sync::Arc, time::Duration};

use sqlx::SqlitePool;
use tokio::sync::{broadcast, watch};

use crate::db::{
    Error,
    hints::{self, HintRow},
};

/// How soon after a change its hint is told.
const PAUSE: Duration = Duration::from_millis(250);
/// Hints a slow listener may lag behind before it is told to read everything again.
const BACKLOG: usize = 1024;

/// Where hints go through.
#[derive(Debug)]
pub struct Hub {
    sender: broadcast::Sender<HintRow>,
    closed: watch::Sender<bool>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            sender: broadcast::Sender::new(BACKLOG),
            closed: watch::Sender::new(false),
        }
    }
}

impl Hub {
    /// Hints from now on.
    pub fn listen(&self) -> broadcast::Receiver<HintRow> {
        self.sender.subscribe()
    }

    /// Resolves once the server is going down.
    pub async fn closed(&self) {
        let mut closed = self.closed.subscribe();
        // The sender lives as long as the hub: there is no other way to fail.
        let _ = closed.wait_for(|closed| *closed).await;
    }

    /// Ends every stream.
    pub fn close(&self) {
        self.closed.send_replace(true);
    }
}

/// Tells new hints to everybody who listens; never returns.
pub(super) async fn watch(hub: Arc<Hub>, pool: SqlitePool) {
    let mut told = None;
    loop {
        match round(&hub, &pool, told).await {
            Ok(newest) => told = Some(newest),
            Err(error) => tracing::warn!(%error, "hints could not be read"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Tells the hints after `told`; gives the newest one that needs no telling any more.
///
/// The order matters: the newest id is read before listeners are counted. Whoever begins to
/// listen after the count reads the table from a later id on, whoever began before it is
/// counted; so nothing falls in between.
async fn round(hub: &Hub, pool: &SqlitePool, told: Option<i64>) -> Result<i64, Error> {
    let newest = hints::newest(pool).await?;
    let Some(told) = told.filter(|told| *told < newest && hub.sender.receiver_count() > 0) else {
        return Ok(newest);
    };
    let fresh = hints::after(pool, told).await?;
    let last = fresh.last().map_or(newest, |hint| hint.id);
    for hint in fresh {
        // Fails when the last listener has just left: nobody misses anything.
        let _ = hub.sender.send(hint);
    }
    Ok(last)
}
