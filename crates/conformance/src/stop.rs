//! Why a scenario did not get to its end.

use thiserror::Error;

/// Why a scenario stopped.
#[derive(Debug, Error)]
pub enum Stop {
    /// It cannot be run here; says what is missing.
    #[error("{0}")]
    Skipped(String),
    /// The backend broke a rule; says which, and what it did instead.
    #[error("{0}")]
    Broken(String),
    /// The backend could not be reached.
    #[error("{method} {path}: no answer: {source}")]
    Unreachable {
        /// Method of the request.
        method: String,
        /// Path of the request.
        path: String,
        /// What happened.
        source: Box<ureq::Error>,
    },
    /// A reply is not what its schema says.
    #[error("{path}: no {schema}: {why}")]
    Undecodable {
        /// Path of the request.
        path: String,
        /// What was expected.
        schema: String,
        /// Where it differs.
        why: String,
    },
}

/// What a scenario comes to.
pub type Verdict = Result<(), Stop>;

/// Stops the scenario with a broken rule unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err($crate::stop::Stop::Broken(format!($($message)+)));
        }
    };
}
/// Stops the scenario as not runnable here.
macro_rules! skip {
    ($($message:tt)+) => {
        return Err($crate::stop::Stop::Skipped(format!($($message)+)))
    };
}
pub(crate) use {ensure, skip};
