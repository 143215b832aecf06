//! Why something that a member did was not done, in words, with what helps.

use palier_contract::problem::ProblemType;

use super::sign_in::sign_in_at;
use crate::blocks::Host;
use crate::client::Error;
use crate::dom::{Dom, el};
use crate::i18n::{Key, keys};
use crate::store::Store;

/// The words for `error`, and the way in where the session is over. `own` are the block's, which
/// come first; the backend's come before the general ones.
pub(crate) fn refusal(store: Store, host: Host, error: &Error, own: Option<Key>) -> Dom {
    let key = own.or_else(|| reason(error));
    let told = match error {
        Error::Problem(problem) => {
            let field = problem.errors.first().map(|field| &field.detail);
            field.or(problem.detail.as_ref())
        }
        _ => None,
    };
    let text = match (key, told) {
        (None, Some(told)) => told.clone(),
        (key, _) => store.i18n().t(key.unwrap_or(keys::FRAME_FAILED_TEXT)),
    };
    let way = error.is_unauthorised().then(|| sign_in_at(store, host));
    vec![
        el("span", "pl-error-text").text(&text).into(),
        Dom::from(way),
    ]
    .into()
}

/// What went wrong in the reader's own place: their network, session or membership.
pub(crate) fn reason(error: &Error) -> Option<Key> {
    match error {
        Error::Network => Some(keys::FRAME_OFFLINE_TEXT),
        _ if error.is_unauthorised() => Some(keys::FRAME_EXPIRED_TEXT),
        _ if error.problem() == Some(&ProblemType::Suspended) => Some(keys::FRAME_SUSPENDED_TEXT),
        _ => None,
    }
}
