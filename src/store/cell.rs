//! One resource in the store: its state, and the bookkeeping that does not depend on its type.

use std::any::Any;
use std::cell::{Cell as Flag, RefCell};
use std::rc::Rc;

use leptos::prelude::{ArcRwSignal, Set, Update};
use palier_contract::stream::Topic;
use palier_contract::wire::{self, Wire};

use super::Load;
use crate::client::{Error, Resource};

/// What does not depend on the resource's type.
pub(super) struct Base {
    path: String,
    topic: Topic,
    etag: RefCell<Option<String>>,
    read_at: Flag<f64>,
    busy: Flag<bool>,
    turn: Flag<u32>,
    watchers: Flag<i32>,
}

impl Base {
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn topic(&self) -> &Topic {
        &self.topic
    }

    pub(super) fn etag(&self) -> Option<String> {
        self.etag.borrow().clone()
    }

    /// When the last answer or failure came, in milliseconds; long ago if never.
    pub(super) fn read_at(&self) -> f64 {
        self.read_at.get()
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    pub(super) fn watch(&self, change: i32) {
        self.watchers.set(self.watchers.get() + change);
    }

    pub(super) fn is_watched(&self) -> bool {
        self.watchers.get() > 0
    }

    /// Whether no later request has begun since `turn`: late answers are dropped.
    pub(super) fn is_turn(&self, turn: u32) -> bool {
        self.turn.get() == turn
    }
}

/// A resource, whatever its type.
pub(super) trait Slot {
    fn base(&self) -> &Base;
    fn any(self: Rc<Self>) -> Rc<dyn Any>;
    /// Marks a request as begun and numbers it.
    fn begin(&self) -> u32;
    /// Takes an answer; `Ok(None)` means that what is there is still right.
    fn settle(&self, reply: Result<Option<String>, Error>, etag: Option<String>);
    /// Forgets the answer and outdates any request under way.
    fn clear(&self);
}

pub(super) struct Cell<T> {
    pub(super) load: ArcRwSignal<Load<T>>,
    base: Base,
}

impl<T: Send + Sync + 'static> Cell<T> {
    pub(super) fn new(resource: &Resource<T>) -> Self {
        let base = Base {
            path: resource.path.clone(),
            topic: resource.topic.clone(),
            etag: RefCell::default(),
            read_at: Flag::new(f64::NEG_INFINITY),
            busy: Flag::new(false),
            turn: Flag::new(0),
            watchers: Flag::new(0),
        };
        Self {
            load: ArcRwSignal::new(Load::default()),
            base,
        }
    }
}

impl<T: Wire + Send + Sync + 'static> Slot for Cell<T> {
    fn base(&self) -> &Base {
        &self.base
    }

    fn any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }

    fn begin(&self) -> u32 {
        self.base.turn.set(self.base.turn.get().wrapping_add(1));
        self.base.busy.set(true);
        self.load.update(|load| load.busy = true);
        self.base.turn.get()
    }

    fn settle(&self, reply: Result<Option<String>, Error>, etag: Option<String>) {
        self.base.busy.set(false);
        self.base.read_at.set(js_sys::Date::now());
        let decoded = reply.and_then(|body| {
            body.map(|body| {
                wire::from_str::<T>(&body).map_err(|cause| Error::Decode {
                    path: self.base.path.clone(),
                    message: cause.to_string(),
                })
            })
            .transpose()
        });
        if decoded.is_ok() {
            *self.base.etag.borrow_mut() = etag;
        }
        self.load.update(|load| {
            load.busy = false;
            match decoded {
                Ok(value) => {
                    load.error = None;
                    if value.is_some() {
                        load.value = value;
                    }
                }
                Err(error) => load.error = Some(error),
            }
        });
    }

    fn clear(&self) {
        self.base.turn.set(self.base.turn.get().wrapping_add(1));
        self.base.busy.set(false);
        self.base.read_at.set(f64::NEG_INFINITY);
        *self.base.etag.borrow_mut() = None;
        self.load.set(Load::default());
    }
}
