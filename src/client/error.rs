//! What can go wrong between asking and having.

use palier_contract::problem::{Problem, ProblemType};

/// Why a request gave nothing usable.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The request did not reach the backend, or the answer did not come back.
    Network,
    /// No answer within 15 seconds.
    Timeout,
    /// The backend said no, and why.
    Problem(Box<Problem>),
    /// The backend answered something else than the contract says.
    Decode {
        /// What was asked for.
        path: String,
        /// What does not fit.
        message: String,
    },
}

impl Error {
    /// Whether asking again later may help.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Network | Self::Timeout => true,
            Self::Problem(problem) => matches!(problem.status, 408 | 425 | 429 | 500..=599),
            Self::Decode { .. } => false,
        }
    }

    /// The problem type, where the backend gave one.
    #[must_use]
    pub fn problem(&self) -> Option<&ProblemType> {
        match self {
            Self::Problem(problem) => Some(&problem.kind),
            _ => None,
        }
    }

    /// Whether the session is at fault: no token, or one that lapsed.
    #[must_use]
    pub fn is_unauthorised(&self) -> bool {
        matches!(self, Self::Problem(problem) if problem.status == 401)
    }

    /// A stable word for events and developers.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Network => "offline",
            Self::Timeout => "timeout",
            Self::Problem(problem) => problem
                .kind
                .as_str()
                .rsplit(':')
                .next()
                .unwrap_or("problem"),
            Self::Decode { .. } => "contract-mismatch",
        }
    }

    /// What happened, for developers; never shown to members.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Network => "The backend could not be reached.".into(),
            Self::Timeout => "The backend did not answer within 15 s.".into(),
            Self::Problem(problem) => problem
                .detail
                .clone()
                .unwrap_or_else(|| problem.title.clone()),
            Self::Decode { path, message } => format!("{path}: {message}"),
        }
    }
}
