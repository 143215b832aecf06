//! What can go wrong between asking and having.

use palier_contract::problem::{Problem, ProblemType};

/// The type of an answer that is neither JSON nor a problem document: a firewall's, a gateway's or
/// the sign-in page of a public network, say. The backend may have decided otherwise.
pub(super) const FOREIGN: &str = "urn:palier:problem:not-the-backend";

/// Why a request gave nothing usable.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The request did not reach the backend, or the answer did not come back.
    Network,
    /// No answer within 15 seconds.
    Timeout,
    /// The page's token callback failed: why, in words for the developer.
    Token(String),
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
            Self::Network | Self::Timeout | Self::Token(_) => true,
            Self::Problem(problem) => {
                self.is_foreign() || matches!(problem.status, 408 | 425 | 429 | 500..=599)
            }
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

    /// Whether nothing came of a request that spends or answers something, for certain. After
    /// anything else its `Idempotency-Key` is kept and asked again: an answer that was lost, cut off
    /// or came from a machine in between may have been a yes, and an earlier try with the key, too.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Network | Self::Timeout | Self::Token(_) | Self::Decode { .. } => false,
            Self::Problem(_) if self.is_foreign() => false,
            Self::Problem(problem) => match &problem.kind {
                ProblemType::DeliveryFailed => true,
                ProblemType::KeyBusy => false,
                // 401: signing in again answers what became of it.
                _ => problem.status != 401 && !self.is_retryable(),
            },
        }
    }

    /// Whether something before the backend has answered, which cannot know what became of a request.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.problem().is_some_and(|kind| kind.as_str() == FOREIGN)
    }

    /// A stable word for events and developers.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Network => "offline",
            Self::Timeout => "timeout",
            Self::Token(_) => "no-token",
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
            Self::Network => "The backend could not be reached: no network, or its CORS does not allow this page.".into(),
            Self::Timeout => "The backend did not answer within 15 s.".into(),
            Self::Token(message) => message.clone(),
            Self::Problem(problem) => told(problem),
            Self::Decode { path, message } => format!("{path}: {message}"),
        }
    }
}

/// What a problem says, with the places it names.
fn told(problem: &Problem) -> String {
    let mut text = problem.detail.as_ref().unwrap_or(&problem.title).clone();
    for fault in &problem.errors {
        for part in [" ", &fault.pointer, ": ", &fault.detail] {
            text.push_str(part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(kind: &str, status: u16) -> Error {
        let json =
            format!(r#"{{"type":"urn:palier:problem:{kind}","title":"t","status":{status}}}"#);
        Error::Problem(Box::new(serde_json::from_str(&json).unwrap()))
    }

    #[test]
    fn a_plain_no_is_final() {
        for (kind, status) in [
            ("short", 409),
            ("sold-out", 409),
            ("limit-reached", 409),
            ("outside-window", 409),
            ("price-changed", 409),
            ("quote-expired", 409),
            ("not-eligible", 403),
            ("suspended", 403),
            ("invalid", 422),
            ("idempotency-key-reused", 422),
            ("delivery-failed", 502),
        ] {
            assert!(problem(kind, status).is_final(), "{kind}");
        }
    }

    #[test]
    fn silence_and_trouble_leave_the_outcome_open() {
        let cut = Error::Decode {
            path: "/redemptions".into(),
            message: "cut".into(),
        };
        let token = Error::Token("t".into());
        for error in [Error::Network, Error::Timeout, token, cut] {
            assert!(!error.is_final(), "{error:?}");
        }
        for (kind, status) in [
            ("idempotency-key-busy", 409),
            ("unauthorised", 401),
            ("something-new", 401),
            ("rate-limited", 429),
            ("internal", 500),
            ("unavailable", 503),
            ("something-new", 502),
            ("not-the-backend", 200),
            ("not-the-backend", 403),
            ("not-the-backend", 404),
        ] {
            assert!(!problem(kind, status).is_final(), "{kind}");
        }
    }

    #[test]
    fn what_is_not_the_backends_may_be_out_of_the_way_next_time() {
        for status in [200, 403, 404] {
            assert!(problem("not-the-backend", status).is_retryable());
        }
        assert!(!problem("forbidden", 403).is_retryable());
    }
}
