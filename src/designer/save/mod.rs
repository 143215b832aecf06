//! Nothing is ever lost: every edit is kept on this device and sent to the backend at once, the
//! next visit recovers from a crash, and nobody's work is overwritten unseen.
//!
//! | module | job |
//! |---|---|
//! | `queue` | when to write to the backend; pure |
//! | `write` | one write: to the device, then to the backend |
//! | `device` | what is kept on the device, even if the backend is away |
//! | `join` | merges what others save with local edits, where nothing contradicts |
//! | `conflict`, `restore` | what a person must decide |
//! | `sign_in` | signing in again without leaving the page |
//! | `public` | whether members see what is saved |
//! | `state` | the state of saving, in the bar and above the canvas |

mod conflict;
mod device;
mod join;
mod public;
mod queue;
mod restore;
mod sign_in;
mod state;
mod write;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use js_sys::{Function, Promise};
use palier_contract::document::{PortalDocument, ReadOnly, blocks, into_text, load, write};
use palier_edit::{Editor, Tree};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::port::Draft;
use super::session::Session;
use crate::reactive::{RwSignal, StoredValue};
use conflict::Conflict;
pub(super) use conflict::draw as draw_conflict;
use device::Device;
pub(super) use public::know as know_public;
use queue::Queue;
use restore::Lost;
pub(super) use restore::{draw as draw_restore, look as look_for_lost_work};
pub(super) use state::{banner, bar, said};
pub(super) use write::flush;

#[wasm_bindgen(module = "/src/designer/save/save.js")]
extern "C" {
    fn keep(portal: &str, text: &str, base: &str, etag: &str) -> Promise;
    fn forget(tab: Option<&str>) -> Promise;
    fn kept(portal: &str) -> Promise;
    fn later(milliseconds: u32, run: &JsValue) -> i32;
    fn stop(timer: i32);
    fn pause(milliseconds: u32) -> Promise;
    /// Whether a hand is down, or something is carried.
    #[wasm_bindgen(js_name = isHeld)]
    fn is_held() -> bool;
    /// The page is left on purpose, and nothing is lost by that: nobody is asked.
    #[wasm_bindgen(js_name = mayLeave)]
    fn may_leave();
    fn guard(is_unsaved: &JsValue, leaving: &JsValue, online: &JsValue);
    fn meet(portal: &str, hear: &JsValue);
    fn tell(etag: &str);
}

/// How saving stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The backend has everything.
    Saved,
    /// Something is about to be sent.
    Saving,
    /// The backend was not reached; `true` when the work is on this device.
    Offline(bool),
    /// The backend refuses; its words.
    Refused(String),
    /// Somebody has deleted the portal.
    Gone,
    /// Nobody is signed in any more.
    SignedOut,
    /// Somebody else has saved.
    Conflict,
}

struct Inner {
    queue: RefCell<Queue>,
    timer: RefCell<Option<i32>>,
    device: RefCell<Device>,
    /// The backend's document as this tab last saw it, as text, and its version. It is read when
    /// somebody asks for it: most never do, and reading takes as long as a frame.
    base: RefCell<(Rc<str>, String)>,
    waiting: RefCell<Vec<Function>>,
    /// Everything that was sent and not answered since the last answer, each as the hash of its text:
    /// the backend may have any of it.
    unanswered: RefCell<BTreeSet<u64>>,
    /// What members see, as text, once that is known; the inner `None` for nothing.
    public: RefCell<Option<Option<String>>>,
}

/// How the open document is saved. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    inner: StoredValue<Rc<Inner>>,
    pub(super) state: RwSignal<State>,
    /// Whether another tab has the portal open.
    pub(super) elsewhere: RwSignal<bool>,
    /// Whether members see something else than what is saved, once that is known.
    is_ahead: RwSignal<Option<bool>>,
    /// Why the document is only shown.
    pub(super) read_only: Option<StoredValue<ReadOnly>>,
    conflict: RwSignal<Option<Rc<Conflict>>>,
    lost: RwSignal<Option<Rc<Lost>>>,
}

impl Saving {
    /// For a draft as it came.
    pub(super) fn new(draft: &Draft) -> Self {
        let inner = Inner {
            queue: RefCell::default(),
            timer: RefCell::default(),
            device: RefCell::default(),
            base: RefCell::new((draft.text.as_str().into(), draft.etag.clone())),
            waiting: RefCell::default(),
            unanswered: RefCell::default(),
            public: RefCell::default(),
        };
        Self {
            inner: StoredValue::new(Rc::new(inner)),
            state: RwSignal::new(State::Saved),
            elsewhere: RwSignal::new(false),
            is_ahead: RwSignal::new(None),
            read_only: draft.loaded.read_only.clone().map(StoredValue::new),
            conflict: RwSignal::new(None),
            lost: RwSignal::new(None),
        }
    }

    fn with<T: Default>(self, run: impl FnOnce(&Inner) -> T) -> T {
        let inner = self.inner.try_get_value();
        inner.map(|inner| run(&inner)).unwrap_or_default()
    }

    fn queue<T: Default>(self, run: impl FnOnce(&mut Queue) -> T) -> T {
        self.with(|inner| run(&mut inner.queue.borrow_mut()))
    }

    /// The version of the draft that this tab's work is made from.
    pub(super) fn etag(self) -> String {
        self.with(|inner| inner.base.borrow().1.clone())
    }

    fn base_text(self) -> Rc<str> {
        self.with(|inner| Some(Rc::clone(&inner.base.borrow().0)))
            .unwrap_or_else(|| "".into())
    }

    fn base(self) -> Option<PortalDocument> {
        let loaded = load(&self.base_text(), blocks::ALL).ok()?;
        Some(loaded.document)
    }

    fn rebase(self, text: &str, etag: &str) {
        self.with(|inner| {
            *inner.base.borrow_mut() = (text.into(), etag.to_owned());
            inner.unanswered.borrow_mut().clear();
        });
    }

    /// Whether this text was sent by this tab, and its answer lost.
    fn has_sent(self, text: &str) -> bool {
        self.with(|inner| inner.unanswered.borrow().contains(&hash(text)))
    }

    /// Sets the timer of the next write, where there is to be one.
    fn set_timer(self, session: Session, pause: Option<u32>) {
        let Some(pause) = pause else { return };
        let run = Closure::once_into_js(move || write::due(session));
        let timer = later(pause, &run);
        let before = self.with(|inner| inner.timer.borrow_mut().replace(timer));
        if let Some(before) = before {
            stop(before);
        }
    }
}

/// Whether the backend does not have everything.
pub(super) fn is_dirty(session: Session) -> bool {
    session.editor(Editor::is_dirty)
}

/// Saves what is done to the document from now on.
pub(super) fn begin(session: Session) {
    let saving = session.saving;
    session.listen(move |_, _| {
        let wanted = saving.queue(Queue::edited);
        saving.set_timer(session, wanted);
        device::edited(session);
        if !matches!(
            saving.state.get_untracked(),
            State::Conflict | State::Offline(_) | State::SignedOut
        ) {
            saving.state.set(State::Saving);
        }
    });
    let is_unsaved: Box<dyn Fn() -> bool> = Box::new(move || is_dirty(session));
    let leaving: Box<dyn Fn()> = Box::new(move || {
        if is_dirty(session) {
            wasm_bindgen_futures::spawn_local(async move {
                device::write(session).await;
            });
        }
    });
    let online: Box<dyn Fn()> = Box::new(move || {
        if matches!(saving.state.get_untracked(), State::Offline(_)) {
            write::due(session);
        }
    });
    guard(
        Closure::wrap(is_unsaved).into_js_value().as_ref(),
        Closure::wrap(leaving).into_js_value().as_ref(),
        Closure::wrap(online).into_js_value().as_ref(),
    );
    let hear: Box<dyn Fn(String, String, u32)> = Box::new(move |what, etag, others| {
        // Who has put the banner away hears of the next tab that opens, not of every save.
        if others == 0 || matches!(what.as_str(), "open" | "here") {
            saving.elsewhere.set(others > 0);
        }
        let is_news = what == "saved" && etag != saving.etag();
        // What is not saved here meets the other's version when it is sent, and a person decides.
        if is_news && !is_dirty(session) && !saving.queue(|queue| queue.is_running()) {
            wasm_bindgen_futures::spawn_local(join::take_over(session));
        }
    });
    meet(
        &portal(session),
        Closure::wrap(hear).into_js_value().as_ref(),
    );
    public::begin(session);
}

/// Which portal is open.
pub(super) fn portal(session: Session) -> String {
    session.read(|tree, _| tree.page().id.to_string())
}

/// A document as text, as it is saved.
pub(super) fn text(session: Session) -> String {
    let document = session.read(|tree: &Tree, _| Some(tree.to_document()));
    // Whatever was read from JSON can be written as JSON.
    document
        .and_then(|document| into_text(document).ok())
        .unwrap_or_default()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Whether two documents say the same.
pub(super) fn same(one: &PortalDocument, other: &PortalDocument) -> bool {
    matches!((write(one), write(other)), (Ok(one), Ok(other)) if one == other)
}
