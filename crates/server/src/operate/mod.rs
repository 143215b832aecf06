//! Commands for the people who run a programme: who is a member, how far an order has come,
//! whether a code is valid, what is in stock.
//!
//! They work on the same database as a server with the same options, also while it runs: each
//! command is one transaction, and the server caches nothing that commands change. Their hints
//! reach open pages like those of any other change. They are commands rather than routes because
//! commands need neither a server nor a key, and add no entrance that the brand's own systems do
//! not need.

mod codes;
mod command;
mod line;
mod members;
mod orders;
mod shelves;

use serde_json::Value;

pub use command::{Command, CommandError};
pub use line::{LineError, read};

use crate::{
    auth, db,
    engine::MemberStatus,
    options::Options,
    start::{self, StartError},
};

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum OperateError {
    /// The programme or the database cannot be used.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] db::Error),
    /// The operating system gives no randomness.
    #[error(transparent)]
    Random(#[from] auth::SecretError),
    /// What is stored cannot be read.
    #[error("what is stored cannot be read: {0}")]
    Stored(#[from] serde_json::Error),
    /// Nobody of that id has joined.
    #[error("`{0}` is not a member; to make them one: palier-server member enrol {0}")]
    UnknownMember(String),
    /// The id is taken.
    #[error("`{id}` has already joined, and is `{}`", status.as_str())]
    Known {
        /// Whose.
        id: String,
        /// Whether they take part.
        status: MemberStatus,
    },
    /// Something is still on its way to them.
    #[error("`{id}` has orders that wait: {}; deliver or cancel them first", orders.join(", "))]
    Waiting {
        /// Whose.
        id: String,
        /// Which orders.
        orders: Vec<String>,
    },
    /// Who has left is not let in again by a command.
    #[error("`{0}` has left the programme")]
    Closed(String),
    /// No such order.
    #[error("there is no order `{0}`; to see those that wait: palier-server order list")]
    UnknownOrder(String),
    /// The order cannot become that.
    #[error("order {id} is `{from}`; it cannot become `{to}`{next}")]
    Step {
        /// Which order.
        id: String,
        /// Where it stands.
        from: String,
        /// What was asked for.
        to: String,
        /// What it can become, in words.
        next: String,
    },
    /// No such code.
    #[error("there is no code `{0}`")]
    UnknownCode(String),
    /// The code is good for nothing.
    #[error("the code {value} {why}")]
    Code {
        /// Which code.
        value: String,
        /// Why not, in words.
        why: String,
    },
    /// No such reward.
    #[error("the programme has no reward `{0}`")]
    UnknownReward(String),
    /// The reward has no stock.
    #[error("`{0}` never runs out: the programme file gives it no stock")]
    Unlimited(String),
    /// The variant is missing or not one of the reward's.
    #[error("`{reward}` has {}; {said}", variants(.known))]
    Variant {
        /// Which reward.
        reward: String,
        /// What was said.
        said: String,
        /// Its variants; empty where there are none.
        known: Vec<String>,
    },
    /// More would be taken away than is there.
    #[error("{left} of `{reward}` are left; {count} cannot be taken away")]
    TooFew {
        /// Of what.
        reward: String,
        /// What is there.
        left: i64,
        /// What was to go.
        count: i64,
    },
}

fn variants(known: &[String]) -> String {
    if known.is_empty() {
        "no variants".to_owned()
    } else {
        format!("the variants {}", known.join(", "))
    }
}

impl From<sqlx::Error> for OperateError {
    fn from(error: sqlx::Error) -> Self {
        Self::Storage(error.into())
    }
}

/// Does what was asked; gives what to print, one JSON object per line.
///
/// # Errors
/// [`OperateError`], worded for whoever typed the command. Nothing was changed then.
pub async fn run(options: &Options, command: &Command) -> Result<Vec<Value>, OperateError> {
    let (programme, db) = start::existing(options).await?;
    let done = match command {
        Command::Enrol(new) => members::enrol(&db, &programme, new).await,
        Command::Member(id) => members::show(&db, id).await,
        Command::Status { id, status } => members::set(&db, id, *status).await,
        Command::About { id, about } => members::about(&db, &programme, id, about).await,
        Command::Export(id) => members::export(&db, id).await,
        Command::Close(id) => members::close(&db, id).await,
        Command::Orders(state) => orders::list(&db, state.as_ref()).await,
        Command::Order(id) => orders::show(&db, id).await,
        Command::Step(step) => orders::step(&db, &programme, step).await,
        Command::CheckCode(value) => codes::check(&db, value).await,
        Command::UseCode(value) => codes::note_use(&db, value).await,
        Command::Stock => shelves::list(&db, &programme).await,
        Command::AddStock {
            reward,
            variant,
            count,
        } => shelves::add(&db, &programme, reward, variant.as_deref(), *count).await,
    };
    db.close().await;
    done
}
