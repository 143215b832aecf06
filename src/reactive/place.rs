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

/// Leptos' own signals do the same: there is no value to go on with, and a reading after the end
/// is a mistake of whoever reads.
#[expect(clippy::panic, reason = "a value of any type cannot be made up")]
fn gone() -> ! {
    panic!("read after its owner had ended")
}
