//! Becoming a member, where the backend takes a request for it.

use palier_contract::member::{JoinRequest, Me};
use palier_contract::wire;

use super::Store;
use crate::client::{Error, fresh_key};

impl Store {
    /// Joins as `me` says how, and on its terms; then the page reads everything again, as a member.
    /// Asked once more, a backend changes nothing (the contract's `join_programme`).
    ///
    /// # Errors
    /// As [`Store::act`].
    pub async fn join(self, me: &Me) -> Result<(), Error> {
        let Some(action) = me.actions.get("join") else {
            return Ok(());
        };
        let path = self.path_of(action)?;
        let asked = JoinRequest {
            terms: me.terms.clone(),
        };
        let asked = wire::to_string(&asked);
        self.send(&action.method, &path, asked, Some(&fresh_key()))
            .await?;
        let Some(inner) = self.rc() else {
            return Ok(());
        };
        for store in inner.checkout.stores.borrow().iter() {
            // Hints of a member's own come with a stream that they opened.
            store.leave();
            store.follow();
            store.refresh(&[]);
        }
        Ok(())
    }
}
