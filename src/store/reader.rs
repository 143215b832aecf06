//! Who reads. The page's callback may give another member's token once the one before has lapsed: they
//! have signed in on another page, and nobody has told this one.

use palier_contract::ids::MemberId;
use palier_contract::member::Me;
use palier_contract::problem::ProblemType;
use palier_contract::stream::Topic;

use super::{Inner, Intent, Outcome, Store};
use crate::client::{Error, resources};

impl Inner {
    /// Who reads, as far as is known.
    pub(super) fn member(&self) -> Option<MemberId> {
        let me = self.slot(&resources::me()).load::<Me>()?;
        me.with_untracked(|me| me.value.as_ref()?.id.clone())
    }

    /// `/me` was read: what is known of another member is forgotten.
    pub(super) fn forget_other_reader(&self) {
        let Some(now) = self.member() else { return };
        let before = self.checkout.reader.replace(Some(now.clone()));
        if before.is_none_or(|before| before == now) {
            return;
        }
        let stores = self.checkout.stores.borrow().clone();
        for store in stores {
            let is_live = store
                .rc()
                .is_some_and(|inner| inner.live.borrow().is_some());
            store.forget();
            if is_live {
                store.follow();
            }
        }
    }
}

impl Store {
    /// Whether the answer is another reader's, to whom the promise that `intent` was made on is none.
    /// Their own data is read then.
    pub(super) async fn is_others(self, intent: &Intent, outcome: &Outcome) -> bool {
        let error = outcome.as_ref().err();
        if error.and_then(Error::problem) != Some(&ProblemType::QuoteExpired) {
            return false;
        }
        let me: Result<Me, Error> = self.change("GET", "/me", &(), None).await;
        let now = me.ok().and_then(|me| me.id);
        let is_others = now.is_some() && intent.member.is_some() && now != intent.member;
        if is_others {
            self.refresh(&[Topic::Me]);
        }
        is_others
    }
}
