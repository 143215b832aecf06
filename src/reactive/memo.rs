//! Values computed from others, once per change.

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcMemo, Get, GetUntracked};
use leptos::reactive::graph::ToAnySubscriber;
use send_wrapper::SendWrapper;

use super::Call;
use super::effect::leave;
use super::place::{Place, gone};

/// How often the value became another one: all that the graph knows of a memo.
type Version = ArcMemo<u32>;

struct Node<T> {
    version: Version,
    /// Shared, so that whoever reads holds a pointer and no lock: what a lock takes would be compiled
    /// into each of some two hundred readings.
    value: Rc<RefCell<Option<Rc<T>>>>,
}

/// What `compute` gives, computed when it is read after something that it read has changed. Who
/// reads it is told only when the value is another one.
#[must_use]
pub fn memo<T: PartialEq + 'static>(compute: impl Fn() -> T + 'static) -> Memo<T> {
    Memo::boxed(Box::new(compute))
}

/// See [`memo`]. Copy it freely.
pub struct Memo<T>(Place, PhantomData<fn() -> T>);

impl<T: 'static> Memo<T> {
    fn boxed(compute: Box<dyn Call<T>>) -> Self
    where
        T: PartialEq,
    {
        let value = Rc::new(RefCell::new(None::<Rc<T>>));
        let kept = Rc::clone(&value);
        let version = version(Box::new(move || {
            let next = compute.call();
            let changed = kept.borrow().as_deref() != Some(&next);
            if changed {
                drop(kept.replace(Some(Rc::new(next))));
            }
            changed
        }));
        Self(Place::new(Rc::new(Node { version, value })), PhantomData)
    }

    /// Reads in place. Tracked.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value())
    }

    /// Reads in place.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value_untracked())
    }

    #[inline(never)]
    fn value(self) -> Rc<T> {
        let node: Rc<Node<T>> = self.0.get();
        node.version.get();
        node.last()
    }

    #[inline(never)]
    fn value_untracked(self) -> Rc<T> {
        let node: Rc<Node<T>> = self.0.get();
        node.version.get_untracked();
        node.last()
    }

    /// A copy of the value. Tracked.
    #[must_use]
    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of the value; `None` once the owner has ended.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Reads in place; `None` once the owner has ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        let node: Rc<Node<T>> = self.0.find()?;
        node.version.get_untracked();
        Some(read(&node.last()))
    }
}

impl<T> Node<T> {
    /// What the version, which was read first, has computed.
    fn last(&self) -> Rc<T> {
        match &*self.value.borrow() {
            Some(value) => Rc::clone(value),
            None => gone(),
        }
    }
}

#[inline(never)]
fn version(renew: Box<dyn Call<bool>>) -> Version {
    // The graph wants to be sent between threads; WASM has but one.
    let renew = SendWrapper::new(renew);
    let memo = ArcMemo::new_owning(move |before: Option<u32>| {
        let changed = renew.call();
        (
            before.unwrap_or(0).wrapping_add(u32::from(changed)),
            changed,
        )
    });
    leave(memo.to_any_subscriber());
    memo
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}
