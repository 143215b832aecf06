//! Values that change, and readings of them.

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, Notify, Track, untrack};

use super::place::Place;
use super::{Call, Memo};

struct Node<T> {
    trigger: ArcTrigger,
    value: RefCell<T>,
}

/// A value that changes, shared by clones.
pub struct RcSignal<T>(Rc<Node<T>>);

impl<T: 'static> RcSignal<T> {
    /// A signal that begins with `value`.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Rc::new(Node {
            trigger: ArcTrigger::new(),
            value: RefCell::new(value),
        }))
    }

    /// Makes whatever runs now run again after the next change.
    pub fn track(&self) {
        self.0.trigger.track();
    }

    /// Reads in place. Tracked.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads in place.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.value.borrow())
    }

    /// A copy of the value. Tracked.
    #[must_use]
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.track();
        self.get_untracked()
    }

    /// A copy of the value.
    #[must_use]
    #[inline(never)]
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.0.value.borrow().clone()
    }

    /// Replaces the value.
    pub fn set(&self, value: T) {
        // The old value is let go of before anybody runs.
        drop(self.0.value.replace(value));
        self.0.trigger.notify();
    }

    /// Changes the value in place.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.borrow_mut());
        self.0.trigger.notify();
    }
}

impl<T> Clone for RcSignal<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for RcSignal<T> {
    /// Whether both are one signal, whatever it holds.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Default + 'static> Default for RcSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> fmt::Debug for RcSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RcSignal")
    }
}

/// A value that changes, for as long as its owner lives. Copy it freely.
///
/// Setting it later does nothing; reading it later is a panic, as with Leptos' own.
pub struct RwSignal<T>(Place, PhantomData<fn() -> T>);

impl<T: 'static> RwSignal<T> {
    /// A signal that begins with `value`.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Place::new(RcSignal::new(value).0), PhantomData)
    }

    fn found(self) -> RcSignal<T> {
        RcSignal(self.0.get())
    }

    /// Makes whatever runs now run again after the next change.
    pub fn track(self) {
        self.found().track();
    }

    /// Reads in place. Tracked.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.found().with(read)
    }

    /// Reads in place.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.found().with_untracked(read)
    }

    /// A copy of the value. Tracked.
    #[must_use]
    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.found().get()
    }

    /// A copy of the value.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.found().get_untracked()
    }

    /// A copy of the value; `None` once the owner has ended.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        Some(RcSignal(self.0.find()?).get_untracked())
    }

    /// Replaces the value.
    #[inline(never)]
    pub fn set(self, value: T) {
        if let Some(node) = self.0.find() {
            RcSignal(node).set(value);
        }
    }

    /// Changes the value in place.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(node) = self.0.find() {
            RcSignal(node).update(change);
        }
    }
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Default + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> fmt::Debug for RwSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RwSignal")
    }
}

/// Computes at each reading, and is tracked as what it reads is. Copy it freely.
pub struct Signal<T>(Place, PhantomData<fn() -> T>);

impl<T: 'static> Signal<T> {
    /// A reading of other signals.
    #[must_use]
    pub fn derive(compute: impl Fn() -> T + 'static) -> Self {
        Self::boxed(Box::new(compute))
    }

    fn boxed(compute: Box<dyn Call<T>>) -> Self {
        Self(Place::new(Rc::new(compute)), PhantomData)
    }

    /// The value of the moment. Tracked.
    #[must_use]
    pub fn get(self) -> T {
        let compute: Rc<Box<dyn Call<T>>> = self.0.get();
        compute.call()
    }

    /// The value of the moment.
    #[must_use]
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// Reads the value of the moment. Tracked.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.get())
    }

    /// Reads the value of the moment.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.get_untracked())
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}
