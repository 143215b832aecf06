//! Lists that come page by page. A page is read from where the one before it ends now, so that what
//! came in meanwhile leaves no gap between them.

use palier_contract::Page;
use palier_contract::reward::RewardPage;
use palier_contract::wire::Wire;

use crate::client::Resource;
use crate::store::{Load, Store};

/// An answer that may have another one after it.
pub(super) trait Paged: Wire + Clone + 'static {
    /// Where the next page begins.
    fn next(&self) -> Option<&String>;
}

impl<T> Paged for Page<T>
where
    Self: Wire + Clone + 'static,
{
    fn next(&self) -> Option<&String> {
        self.next_cursor.as_ref()
    }
}

impl Paged for RewardPage {
    fn next(&self) -> Option<&String> {
        self.next_cursor.as_ref()
    }
}

/// Reads up to `wanted` pages, as far as each says where the next one begins; `page` is the page at
/// a cursor, the first at none. Tracked.
pub(super) fn chain<P: Paged>(
    store: Store,
    wanted: usize,
    page: impl Fn(&str) -> Resource<P>,
) -> Vec<Load<P>> {
    let mut loads: Vec<Load<P>> = Vec::new();
    let mut cursor = Some(String::new());
    while let Some(from) = cursor.filter(|_| loads.len() < wanted) {
        let load = store.read(&page(&from)).get();
        cursor = load.value.as_ref().and_then(|value| value.next()).cloned();
        loads.push(load);
    }
    loads
}

/// Whether all pages of a chain are there, or waiting longer will not bring more.
pub(super) fn is_settled<P>(loads: &[Load<P>]) -> bool {
    loads
        .last()
        .is_some_and(|last| last.value.is_some() || (last.error.is_some() && !last.busy))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::client::Error;

    #[test]
    fn a_chain_has_settled_once_its_last_page_is_there_or_failed() {
        let there = Load {
            value: Some(Rc::new(())),
            ..Load::default()
        };
        let failed = |busy| Load::<()> {
            error: Some(Error::Timeout),
            busy,
            ..Load::default()
        };
        assert!(is_settled(&[there.clone(), there.clone()]));
        assert!(is_settled(&[there.clone(), failed(false)]));
        assert!(!is_settled(&[there.clone(), failed(true)]));
        assert!(!is_settled(&[there, Load::default()]));
        assert!(!is_settled::<()>(&[]));
    }
}
