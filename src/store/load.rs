//! The state of one resource.

use std::rc::Rc;

use crate::client::Error;

/// What is known of a resource right now. Old data stays while new data is on its way, and
/// stays when asking again failed.
///
/// | | no error | error |
/// |---|---|---|
/// | no value | loading (or not asked yet) | failed |
/// | value | ready; refreshing while `busy` | stale |
#[derive(Debug, Clone, PartialEq)]
pub struct Load<T> {
    /// The last good answer, shared: a list in it is long to copy, and several parts of a block
    /// follow it.
    pub value: Option<Rc<T>>,
    /// Why the last try failed.
    pub error: Option<Error>,
    /// Whether a request is under way.
    pub busy: bool,
}

impl<T> Default for Load<T> {
    fn default() -> Self {
        Self {
            value: None,
            error: None,
            busy: false,
        }
    }
}

impl<T> Load<T> {
    /// Neither an answer nor a failure yet.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.value.is_none() && self.error.is_none()
    }

    /// What `read` finds in the last good answer; the default before there is one.
    pub fn read<R: Default>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.value.as_deref().map(read).unwrap_or_default()
    }
}
