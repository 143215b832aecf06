//! Where a value of any type lies until its owner ends.

use std::any::Any;
use std::rc::Rc;

use leptos::prelude::{GetValue, LocalStorage, StoredValue};

/// A value's place in Leptos' arena. The arena knows one type only: a pointer to anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place(StoredValue<Rc<dyn Any>, LocalStorage>);

impl Place {
    /// Keeps `value` until the current owner ends.
    #[inline(never)]
    pub(super) fn new(value: Rc<dyn Any>) -> Self {
        Self(StoredValue::new_local(value))
    }

    /// What lies here; `None` once the owner has ended.
    pub(super) fn find<T: 'static>(self) -> Option<Rc<T>> {
        self.any()?.downcast().ok()
    }

    /// As [`Place::find`], for readings that cannot go on without.
    #[inline(never)]
    pub(super) fn get<T: 'static>(self) -> Rc<T> {
        match self.find() {
            Some(found) => found,
            None => gone(),
        }
    }

    #[inline(never)]
    fn any(self) -> Option<Rc<dyn Any>> {
        self.0.try_get_value()
    }
}

/// There is no value to go on with. The kit stops, as it would over one of Leptos' own signals.
#[cold]
pub(super) fn gone() -> ! {
    leptos::logging::error!("a signal was read after its owner had ended");
    std::process::abort()
}
