//! Values computed from others, once per change.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcMemo, Get, GetUntracked, on_cleanup};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use send_wrapper::SendWrapper;

use super::Call;
use super::place::{Place, gone};

/// How often the value became another one: all that the graph knows of a memo.
type Version = ArcMemo<u32>;

/// A memo of any type: each type compiles what compares its values and little else.
struct Node {
    version: Version,
    value: Last,
}

/// The value computed last. Whoever reads it holds a pointer and no lock: what a lock takes would be
/// compiled into each of some two hundred readings.
#[derive(Clone, Default)]
struct Last(Rc<RefCell<Option<Rc<dyn Any>>>>);

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
        let value = Last::default();
        let last = value.clone();
        let renew = move || {
            let next = compute.call();
            let changed = last.get().as_deref().and_then(<dyn Any>::downcast_ref) != Some(&next);
            if changed {
                last.set(Rc::new(next));
            }
            changed
        };
        Self(Node::placed(Box::new(renew), value), PhantomData)
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
        known(Node::read(self.0))
    }

    #[inline(never)]
    fn value_untracked(self) -> Rc<T> {
        known(Node::read_untracked(self.0))
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
        Some(read(&known(Node::find(self.0)?)))
    }
}

fn known<T: 'static>(value: Rc<dyn Any>) -> Rc<T> {
    match value.downcast() {
        Ok(value) => value,
        Err(_) => gone(),
    }
}

impl Node {
    /// A memo whose value `renew` sets anew, and says whether it is another one.
    #[inline(never)]
    fn placed(renew: Box<dyn Call<bool>>, value: Last) -> Place {
        // The graph wants to be sent between threads; WASM has but one.
        let renew = SendWrapper::new(renew);
        let version = ArcMemo::new_owning(move |before: Option<u32>| {
            let changed = renew.call();
            (
                before.unwrap_or(0).wrapping_add(u32::from(changed)),
                changed,
            )
        });
        leave(&version);
        Place::new(Rc::new(Self { version, value }))
    }

    /// The value. Tracked.
    #[inline(never)]
    fn read(place: Place) -> Rc<dyn Any> {
        let node: Rc<Self> = place.get();
        node.version.get();
        node.value.get().unwrap_or_else(|| gone())
    }

    #[inline(never)]
    fn read_untracked(place: Place) -> Rc<dyn Any> {
        Self::find(place).unwrap_or_else(|| gone())
    }

    /// The value; `None` once the owner has ended.
    #[inline(never)]
    fn find(place: Place) -> Option<Rc<dyn Any>> {
        let node: Rc<Self> = place.find()?;
        node.version.get_untracked();
        node.value.get()
    }
}

impl Last {
    #[inline(never)]
    fn get(&self) -> Option<Rc<dyn Any>> {
        self.0.borrow().clone()
    }

    #[inline(never)]
    fn set(&self, value: Rc<dyn Any>) {
        // The old value is let go of after the lock.
        drop(self.0.replace(Some(value)));
    }
}

/// Takes a memo off everything that it reads when the current owner ends.
///
/// Leptos only forgets it when the signal changes next: signals of the page's store outlive
/// every element, and would collect the remains of all that came and went.
fn leave(version: &Version) {
    let subscriber = version.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
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
