//! What every block on a page shares: one state per resource, one request however many blocks
//! need it, refreshed by hints, wiped on sign-out.

mod attempt;
mod intent;
mod join;
mod load;
mod reader;
mod redeem;
mod slot;

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::Function;
use palier_contract::wire::{self, Fill, Wire};
use palier_contract::{Action, ids::MemberId, member::Me, portal::Portal, stream::Topic};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;

use crate::client::{self, Client, Error, Reply, Resource, resources};
use crate::i18n::{I18n, clock};
use crate::reactive::*;
pub use intent::Intent;
pub use load::Load;
use redeem::Checkout;
pub use redeem::{Order, Outcome, Unsent};
use slot::Slot;

/// Older data is shown and read again in the background.
const FRESH_MS: f64 = 60_000.0;

/// The shared state of one backend in one language. Copy it freely.
///
/// Make it under an owner that lives as long as the page, never inside an element's own.
#[derive(Debug, Clone, Copy)]
pub struct Store {
    inner: StoredValue<Rc<Inner>>,
    i18n: I18n,
}

/// Begins or ends the hints (see `listen` in `hints.js`), and what hears them meanwhile.
type Live = (Function, Closure<dyn FnMut(String)>);

struct Inner {
    client: Client,
    slots: RefCell<Vec<Rc<Slot>>>,
    live: RefCell<Option<Live>>,
    forgotten: RcSignal<u32>,
    checkout: Rc<Checkout>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// An empty store over `client`.
    #[must_use]
    pub fn new(client: Client, i18n: I18n) -> Self {
        Self::at(Rc::default(), client, i18n)
    }

    /// An empty store over `client`, which asks the same backend in another language: what is
    /// redeemed in one of them is in the other, too.
    #[must_use]
    pub fn beside(self, client: Client, i18n: I18n) -> Self {
        let checkout = self.rc().map(|inner| Rc::clone(&inner.checkout));
        Self::at(checkout.unwrap_or_default(), client, i18n)
    }

    fn at(checkout: Rc<Checkout>, client: Client, i18n: I18n) -> Self {
        let inner = Inner {
            client,
            slots: RefCell::default(),
            live: RefCell::default(),
            forgotten: RcSignal::new(0),
            checkout: Rc::clone(&checkout),
        };
        let store = Self {
            inner: StoredValue::new(Rc::new(inner)),
            i18n,
        };
        checkout.stores.borrow_mut().push(store);
        store
    }

    /// The words and formats of the store's language.
    #[must_use]
    pub fn i18n(self) -> I18n {
        self.i18n
    }

    fn rc(self) -> Option<Rc<Inner>> {
        self.inner.try_get_value()
    }

    /// The client, for changes.
    #[must_use]
    pub fn client(self) -> Option<Client> {
        self.rc().map(|inner| inner.client.clone())
    }

    /// The state of a resource; asks for it when nobody has, or when it is over a minute old.
    ///
    /// The resource is refreshed by hints for as long as the current owner lives.
    #[must_use]
    pub fn read<T>(self, resource: &Resource<T>) -> RcSignal<Load<T>>
    where
        T: Wire + 'static,
    {
        let Some(inner) = self.rc() else {
            return RcSignal::default();
        };
        let slot = inner.slot(resource);
        // An address answers one type only.
        let load = slot.load().unwrap_or_default();
        inner.keep_fresh(slot);
        load
    }

    /// The discovery document.
    #[must_use]
    pub fn portal(self) -> RcSignal<Load<Portal>> {
        self.read(&resources::portal())
    }

    /// The reader.
    #[must_use]
    pub fn me(self) -> RcSignal<Load<Me>> {
        self.read(&resources::me())
    }

    /// Runs `run` each time the reader is forgotten, until the current owner ends. A block that keeps
    /// old data on screen while new data is on its way lets go of it then.
    pub fn on_forgotten(self, run: impl Fn() + 'static) {
        self.when_forgotten(Box::new(run));
    }

    /// The same, compiled once and not for each block.
    #[inline(never)]
    fn when_forgotten(self, run: Box<dyn Fn()>) {
        let Some(inner) = self.rc() else { return };
        let forgotten = inner.forgotten.clone();
        let known = forgotten.get_untracked();
        watch(move || {
            if forgotten.get() != known {
                untrack(&run);
            }
        });
    }

    /// Reads again what the given topics name and somebody watches; everything when empty.
    pub fn refresh(self, topics: &[Topic]) {
        if let Some(inner) = self.rc() {
            inner.refresh(topics);
        }
    }

    /// Asks again for one resource, unless that is under way.
    pub fn retry<T>(self, resource: &Resource<T>) {
        let Some(inner) = self.rc() else { return };
        let slot = inner.find(&resource.path);
        if let Some(slot) = slot.filter(|slot| !slot.is_busy()) {
            inner.fetch(slot);
        }
    }

    /// Changes something on the backend; see [`Client::change`]. Refresh what it touched afterwards.
    /// A `body` of `()` sends none.
    ///
    /// # Errors
    /// As [`Client::change`]; a body that is not what the contract says is [`Error::Decode`].
    pub async fn change<B, T>(
        self,
        method: &str,
        path: &str,
        body: &B,
        key: Option<&str>,
    ) -> Result<T, Error>
    where
        B: Wire,
        T: Wire,
    {
        let reply = self.send(method, path, wire::to_string(body), key);
        let mut value = T::BLANK;
        read_into(&mut value, path, &reply.await?)?;
        Ok(value)
    }

    /// The part of a change that is the same for all types, compiled once.
    fn send<'a>(
        self,
        method: &'a str,
        path: &'a str,
        body: String,
        key: Option<&'a str>,
    ) -> Pin<Box<dyn Future<Output = Result<String, Error>> + 'a>> {
        Box::pin(async move {
            let body = Some(body).filter(|body| body != "null");
            let client = self.client().ok_or(Error::Network)?;
            client.change(method, path, body.as_deref(), key).await
        })
    }

    /// Takes a step that the backend lists among its `actions`, with an idempotency key.
    ///
    /// # Errors
    /// As [`Store::change`]; [`Error::Decode`] when the action leads to another backend.
    pub async fn act<T: Wire>(self, action: &Action, key: &str) -> Result<T, Error> {
        let path = self.path_of(action)?;
        self.change(&action.method, &path, &(), Some(key)).await
    }

    fn path_of(self, action: &Action) -> Result<String, Error> {
        let client = self.client().ok_or(Error::Network)?;
        let path = client.path_of(&action.href).map(str::to_owned);
        path.ok_or_else(|| Error::Decode {
            path: action.href.clone(),
            message: "an action must lead to the backend's own /v1".into(),
        })
    }

    /// The absolute address of a picture or a link that the backend gave; see [`Client::locate`].
    #[must_use]
    pub fn locate(self, href: &str) -> String {
        self.client()
            .map(|client| client.locate(href))
            .unwrap_or_default()
    }

    /// Follows the backend's hints, once per store, until [`Store::forget`]; as soon as the portal says
    /// that there are any. Hints that nobody had a token for are asked for again.
    pub fn follow(self) {
        let Some(inner) = self.rc() else { return };
        inner.live.borrow_mut().get_or_insert_with(|| {
            let heard = Closure::new(move |topic: String| match topic.as_str() {
                "" => self.refresh(&[]),
                topic => self.refresh(&[Topic::from(topic)]),
            });
            let hints = inner.client.live(heard.as_ref().unchecked_ref());
            (hints, heard)
        });
        inner.begin_hints();
    }

    /// Follows the backend's hints no longer.
    pub fn leave(self) {
        let live = self.rc().and_then(|inner| inner.live.borrow_mut().take());
        if let Some((hints, _heard)) = live {
            // Aborting a stream cannot fail.
            drop(hints.call0(&JsValue::NULL));
        }
    }

    /// Forgets everything that is known about the reader and asks afresh: after signing in or out.
    pub fn forget(self) {
        let Some(inner) = self.rc() else { return };
        crate::client::reader_changed();
        self.leave();
        inner.checkout.reader.take();
        let slots: Vec<Rc<Slot>> = inner.slots.borrow().clone();
        for slot in slots {
            slot.clear();
        }
        inner.forgotten.update(|times| *times += 1);
        inner.refresh(&[]);
        self.forget_order();
    }
}

/// Fills a value from the reply of `path`. A reply without body (204) is `()`.
fn read_into(value: &mut dyn Fill, path: &str, reply: &str) -> Result<(), Error> {
    let reply = if reply.is_empty() { "null" } else { reply };
    wire::parse(reply)
        .and_then(|json| wire::fill(value, json))
        .map_err(|fault| Error::Decode {
            path: path.to_owned(),
            message: fault.to_string(),
        })
}

impl Inner {
    /// The resource's slot, made on first use.
    fn slot<T: Wire + 'static>(&self, resource: &Resource<T>) -> Rc<Slot> {
        self.find(&resource.path).unwrap_or_else(|| {
            let slot = Rc::new(Slot::new(resource));
            self.slots.borrow_mut().push(Rc::clone(&slot));
            slot
        })
    }

    fn find(&self, path: &str) -> Option<Rc<Slot>> {
        self.slots
            .borrow()
            .iter()
            .find(|slot| slot.path() == path)
            .cloned()
    }

    /// Keeps the slot fresh for as long as the current owner lives.
    fn keep_fresh(self: &Rc<Self>, slot: Rc<Slot>) {
        slot.watch(1);
        let watched = StoredValue::new(slot.clone());
        on_cleanup(move || {
            watched.try_with_value(|slot| slot.watch(-1));
        });
        if !slot.is_busy() && js_sys::Date::now() - slot.read_at() > FRESH_MS {
            self.fetch(slot);
        }
    }

    fn refresh(self: &Rc<Self>, topics: &[Topic]) {
        // What nobody watches is dropped instead: the next reader asks afresh.
        let named = |slot: &Rc<Slot>| topics.is_empty() || topics.contains(slot.topic());
        self.slots
            .borrow_mut()
            .retain(|slot| slot.is_watched() || !named(slot));
        let stale: Vec<_> = self
            .slots
            .borrow()
            .iter()
            .filter(|slot| named(slot))
            .cloned()
            .collect();
        for slot in stale {
            self.fetch(slot);
        }
    }

    fn fetch(self: &Rc<Self>, slot: Rc<Slot>) {
        let request = slot.begin();
        let inner = Rc::clone(self);
        spawn_local(async move {
            let etag = slot.etag();
            let reply = inner.client.get(slot.path(), etag.as_deref()).await;
            clock::set_backend_offset(client::clock_offset_ms());
            if !slot.is_latest(request) {
                return;
            }
            match reply {
                Ok(Reply::Body(body, etag)) => slot.settle(Ok(Some(body)), etag),
                Ok(Reply::Unchanged) => slot.settle(Ok(None), etag),
                Err(error) => slot.settle(Err(error), None),
            }
            match slot.topic() {
                Topic::Me => {
                    inner.forget_other_reader();
                    inner.begin_hints();
                }
                Topic::Portal => inner.begin_hints(),
                _ => {}
            }
        });
    }

    /// Begins the stream of hints, where somebody follows it and the backend offers it: asking one
    /// that does not would be an error in the page's console. It waits for who reads, since a reader's pages
    /// share one stream.
    fn begin_hints(&self) {
        // A token may be asked for at once, by code of the page that signs somebody out.
        let live = self
            .live
            .borrow()
            .as_ref()
            .map(|(hints, _heard)| hints.clone());
        let Some(hints) = live else { return };
        let slot = self.find(&resources::portal().path);
        let portal = slot.and_then(|slot| slot.load::<Portal>());
        let is_offered = portal.is_some_and(|portal| {
            portal.with_untracked(|load| {
                let portal = load.value.as_ref();
                portal.is_some_and(|portal| portal.capabilities.offers("stream_hints"))
            })
        });
        let me = self.find(&resources::me().path);
        if is_offered && !me.is_some_and(|me| me.is_busy()) {
            let reader = self.member();
            let reader = reader.as_ref().map_or("", MemberId::as_str);
            // Beginning a stream cannot fail; what comes of it is its own.
            drop(hints.call1(&JsValue::NULL, &JsValue::from_str(reader)));
        }
    }
}
