//! Which requests are being worked on right now, by their `Idempotency-Key`s.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use crate::error::{Error, Outcome};

/// Keys being worked on by this process. Two processes are kept apart by the database: the
/// second waits for its turn to write and then finds the stored answer.
#[derive(Debug, Clone, Default)]
pub struct InFlight(Arc<Mutex<HashSet<String>>>);

/// Holds a key until dropped.
#[derive(Debug)]
#[must_use = "the key is free again once this is dropped"]
pub struct Hold {
    keys: InFlight,
    name: String,
}

impl InFlight {
    /// Takes a member's key.
    ///
    /// # Errors
    /// [`Error::KeyBusy`] while another request holds it.
    pub fn hold(&self, member: i64, key: &str) -> Outcome<Hold> {
        let name = format!("{member} {key}");
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if names.insert(name.clone()) {
            Ok(Hold {
                keys: self.clone(),
                name,
            })
        } else {
            Err(Error::KeyBusy)
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.keys
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::InFlight;
    use crate::error::Error;

    #[test]
    fn a_key_is_free_again_once_its_request_is_over() {
        let keys = InFlight::default();
        let held = keys.hold(1, "k");
        assert!(held.is_ok());
        assert!(matches!(keys.hold(1, "k"), Err(Error::KeyBusy)));
        assert!(keys.hold(2, "k").is_ok());
        drop(held);
        assert!(keys.hold(1, "k").is_ok());
    }
}
