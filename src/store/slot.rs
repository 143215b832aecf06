//! One resource in the store: its state, and the bookkeeping that does not depend on its type.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use palier_contract::stream::Topic;
use palier_contract::wire::{self, Fault, Json, Wire};

use super::Load;
use crate::client::{Error, Resource};
use crate::reactive::RcSignal;

/// A resource, whatever its type.
pub(super) struct Slot {
    path: String,
    topic: Topic,
    load: Box<dyn Typed>,
    etag: RefCell<Option<String>>,
    read_at: Cell<f64>,
    busy: Cell<bool>,
    /// How many requests have begun.
    requests: Cell<u32>,
    watchers: Cell<i32>,
}

/// What becomes of a [`Load`] beside its value.
struct Status {
    /// `None` leaves it as it is.
    error: Option<Option<Error>>,
    busy: bool,
}

impl Status {
    #[inline(never)]
    fn apply(self, error: &mut Option<Error>, busy: &mut bool) {
        if let Some(new) = self.error {
            *error = new;
        }
        *busy = self.busy;
    }
}

enum Value<'a> {
    Keep,
    Forget,
    Read(Json<'a>),
}

/// A `Load` of any type. What is in here is compiled once per type, so the rest is in [`Slot`].
trait Typed {
    /// Changes nothing when the value is not what the contract says.
    fn apply(&self, value: Value<'_>, status: Status) -> Result<(), Fault>;
    fn any(&self) -> &dyn Any;
}

impl<T: Wire + 'static> Typed for RcSignal<Load<T>> {
    fn apply(&self, value: Value<'_>, status: Status) -> Result<(), Fault> {
        let value = match value {
            Value::Keep => None,
            Value::Forget => Some(None),
            Value::Read(json) => {
                let mut read = Rc::new(T::BLANK);
                if let Some(blank) = Rc::get_mut(&mut read) {
                    wire::fill(blank, json)?;
                }
                Some(Some(read))
            }
        };
        self.update(|load| {
            if let Some(value) = value {
                load.value = value;
            }
            status.apply(&mut load.error, &mut load.busy);
        });
        Ok(())
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

impl Slot {
    pub(super) fn new<T: Wire + 'static>(resource: &Resource<T>) -> Self {
        Self::of(
            resource.path.clone(),
            resource.topic.clone(),
            Box::new(RcSignal::<Load<T>>::default()),
        )
    }

    fn of(path: String, topic: Topic, load: Box<dyn Typed>) -> Self {
        Self {
            path,
            topic,
            load,
            etag: RefCell::default(),
            read_at: Cell::new(f64::NEG_INFINITY),
            busy: Cell::new(false),
            requests: Cell::new(0),
            watchers: Cell::new(0),
        }
    }

    /// The state, when `T` is the resource's type.
    pub(super) fn load<T: 'static>(&self) -> Option<RcSignal<Load<T>>> {
        self.load.any().downcast_ref().cloned()
    }

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

    /// Whether no later one has begun since this request: late answers are dropped.
    pub(super) fn is_latest(&self, request: u32) -> bool {
        self.requests.get() == request
    }

    /// Marks a request as begun and numbers it.
    pub(super) fn begin(&self) -> u32 {
        self.requests.set(self.requests.get().wrapping_add(1));
        self.set(Value::Keep, None, true);
        self.requests.get()
    }

    /// Takes an answer; `Ok(None)` means that what is there is still right.
    pub(super) fn settle(&self, reply: Result<Option<String>, Error>, etag: Option<String>) {
        self.read_at.set(js_sys::Date::now());
        let applied = reply.and_then(|body| {
            let value = match &body {
                Some(body) => Value::Read(wire::parse(body).map_err(|fault| self.fault(&fault))?),
                None => Value::Keep,
            };
            self.apply(value, Some(None), false)
        });
        match applied {
            Ok(()) => *self.etag.borrow_mut() = etag,
            Err(error) => self.set(Value::Keep, Some(Some(error)), false),
        }
    }

    /// Forgets the answer and outdates any request under way.
    pub(super) fn clear(&self) {
        self.requests.set(self.requests.get().wrapping_add(1));
        self.read_at.set(f64::NEG_INFINITY);
        *self.etag.borrow_mut() = None;
        self.set(Value::Forget, Some(None), false);
    }

    fn fault(&self, fault: &Fault) -> Error {
        Error::Decode {
            path: self.path.clone(),
            message: fault.to_string(),
        }
    }

    fn set(&self, value: Value<'_>, error: Option<Option<Error>>, busy: bool) {
        // Only a value that is read can fail to be applied.
        drop(self.apply(value, error, busy));
    }

    fn apply(
        &self,
        value: Value<'_>,
        error: Option<Option<Error>>,
        busy: bool,
    ) -> Result<(), Error> {
        self.busy.set(busy);
        self.load
            .apply(value, Status { error, busy })
            .map_err(|fault| self.fault(&fault))
    }
}
