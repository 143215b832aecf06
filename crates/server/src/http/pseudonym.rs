//! Names for things whose own ids must not be seen.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::auth::Secret;

/// A name that is the same whenever `parts` are, and tells nobody without the secret what
/// they are. `kind` keeps the names of different things apart.
pub(crate) fn pseudonym(secret: &Secret, kind: &str, parts: &[&str]) -> String {
    let all: Vec<&str> = [kind].into_iter().chain(parts.iter().copied()).collect();
    format!("{kind}_{}", URL_SAFE_NO_PAD.encode(secret.tag(&all, 12)))
}
