//! Who reads. The page's callback may give another member's token once the one before has lapsed: they
//! have signed in on another page, and nobody has told this one.

use palier_contract::ids::MemberId;
use palier_contract::member::Me;
use palier_contract::stream::Topic;

use super::{Inner, Store};
use crate::client::{Error, resources};

impl Inner {
    /// Who reads, as far as is known.
    pub(super) fn member(&self) -> Option<MemberId> {
        let me = self.slot(&resources::me()).load::<Me>()?;
        me.with_untracked(|me| me.value.as_ref()?.id.clone())
    }

    /// `/me` was read: what is known of another member is forgotten.
    pub(super) fn meet(&self) {
        let Some(now) = self.member() else { return };
        let before = self.checkout.reader.replace(Some(now.clone()));
        if before.is_none_or(|before| before == now) {
            return;
        }
        let stores = self.checkout.stores.borrow().clone();
        for store in stores {
            store.forget();
            store.follow();
        }
    }
}

impl Store {
    /// Whether somebody else than `member` reads by now, asked afresh. Their own data is read then.
    pub(super) async fn has_left(self, member: &Option<MemberId>) -> bool {
        let me: Result<Me, Error> = self.change("GET", "/me", &(), None).await;
        let has_left = me.is_ok_and(|me| me.id.is_some() && member.is_some() && me.id != *member);
        if has_left {
            self.refresh(&[Topic::Me]);
        }
        has_left
    }
}
