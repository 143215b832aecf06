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
    value: Rc<RefCell<Option<T>>>,
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
        let value = Rc::new(RefCell::new(None));
        let kept = Rc::clone(&value);
        let version = version(Box::new(move || {
            let next = Some(compute.call());
            let changed = *kept.borrow() != next;
            if changed {
                drop(kept.replace(next));
            }
            changed
        }));
        Self(Place::new(Rc::new(Node { version, value })), PhantomData)
    }

    /// Reads in place. Tracked.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let node = self.node();
        node.version.get();
        node.read(read)
    }

    /// Reads in place.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let node = self.node();
        node.version.get_untracked();
        node.read(read)
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
        Some(node.read(read))
    }

    fn node(self) -> Rc<Node<T>> {
        self.0.get()
    }
}

impl<T> Node<T> {
    /// Reads what the version, which was read first, has computed.
    fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        match &*self.value.borrow() {
            Some(value) => read(value),
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
