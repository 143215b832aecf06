//! Values kept beside the graph.

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use super::place::Place;

/// A value that nobody follows, for as long as its owner lives. Copy it freely.
pub struct StoredValue<T>(Place, PhantomData<fn() -> T>);

impl<T: 'static> StoredValue<T> {
    /// Keeps `value` until the current owner ends.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Place::new(Rc::new(RefCell::new(value))), PhantomData)
    }

    /// Reads in place; `None` once the owner has ended.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        Some(read(&self.find()?.borrow()))
    }

    /// Reads in place.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let cell: Rc<RefCell<T>> = self.0.get();
        read(&cell.borrow())
    }

    /// A copy of the value; `None` once the owner has ended.
    #[must_use]
    pub fn try_get_value(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_value(T::clone)
    }

    /// A copy of the value.
    #[must_use]
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.with_value(T::clone)
    }

    /// Replaces the value, unless the owner has ended.
    pub fn set_value(self, value: T) {
        if let Some(cell) = self.find() {
            drop(cell.replace(value));
        }
    }

    /// Changes the value in place; `None` once the owner has ended.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&mut self.find()?.borrow_mut()))
    }

    fn find(self) -> Option<Rc<RefCell<T>>> {
        self.0.find()
    }
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T> fmt::Debug for StoredValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredValue")
    }
}
