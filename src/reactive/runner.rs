//! Closures that follow what they read, and the one task that runs them again.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::mem::take;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard, Weak};

use leptos::prelude::{Owner, on_cleanup};
use leptos::reactive::graph::{
    AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver,
};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use super::Call;

thread_local! {
    /// Who may have to run again, in the order in which they were told. Whoever is new has a place at once, as
    /// the tasks of Leptos' own effects have: it then runs in its turn, whoever was told before it.
    static DUE: RefCell<VecDeque<Weak<Runner>>> = const { RefCell::new(VecDeque::new()) };
    /// Whether a task is on its way that runs them.
    static COMES: Cell<bool> = const { Cell::new(false) };
}

/// A closure in Leptos' graph. What it makes while it runs is its own until it runs again.
pub(super) struct Runner {
    me: Weak<Runner>,
    // The graph wants to be sent between threads; WASM has but one.
    run: SendWrapper<Box<dyn Call<()>>>,
    owner: Owner,
    /// What it read; too few for anything but a list.
    sources: RwLock<Vec<AnySource>>,
    /// A signal that it read has another value; without, it may only be that a memo has.
    is_dirty: AtomicBool,
    /// Something that it read may have another value.
    is_told: AtomicBool,
    is_due: AtomicBool,
}

impl Runner {
    /// Runs `run`, now and after each change of what it read, until the current owner ends.
    #[inline(never)]
    pub(super) fn start(run: Box<dyn Call<()>>) {
        let runner = Arc::new_cyclic(|me| Self {
            me: me.clone(),
            run: SendWrapper::new(run),
            owner: Owner::new(),
            sources: RwLock::default(),
            is_dirty: AtomicBool::new(false),
            is_told: AtomicBool::new(false),
            is_due: AtomicBool::new(false),
        });
        runner.run();
        runner.wait();
        on_cleanup(move || runner.forget());
    }

    /// Takes a place among those that are due, unless it has one.
    fn wait(&self) {
        if !self.is_due.swap(true, Relaxed) {
            soon(self.me.clone());
        }
    }

    fn subscriber(&self) -> AnySubscriber {
        AnySubscriber(self.me.as_ptr() as usize, self.me.clone())
    }

    fn run(&self) {
        let observe = || self.subscriber().with_observer(|| self.run.call());
        self.owner.with_cleanup(observe);
    }

    /// Runs again if what it read is really another value by now.
    fn renew(&self) {
        self.is_due.store(false, Relaxed);
        if !self.is_told.swap(false, Relaxed) {
            return;
        }
        // As the observer of what is computed meanwhile, it is not told of it once more.
        let observe = || {
            self.subscriber()
                .with_observer(|| self.update_if_necessary())
        };
        if !self.owner.paused() && observe() {
            self.forget();
            self.run();
        }
    }

    fn forget(&self) {
        self.clear_sources(&self.subscriber());
    }

    fn sources(&self) -> RwLockWriteGuard<'_, Vec<AnySource>> {
        let sources = self.sources.write();
        sources.unwrap_or_else(PoisonError::into_inner)
    }
}

impl ReactiveNode for Runner {
    fn mark_dirty(&self) {
        self.is_dirty.store(true, Relaxed);
        self.mark_check();
    }

    fn mark_check(&self) {
        self.is_told.store(true, Relaxed);
        self.wait();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        let sources = || self.sources().clone();
        let changed = |source: AnySource| source.update_if_necessary();
        self.is_dirty.swap(false, Relaxed) || sources().into_iter().any(changed)
    }
}

impl Subscriber for Runner {
    fn add_source(&self, source: AnySource) {
        let mut sources = self.sources();
        if !sources.contains(&source) {
            // Most read one or two.
            sources.reserve_exact(1);
            sources.push(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        let sources = take(&mut *self.sources());
        for source in sources {
            source.remove_subscriber(subscriber);
        }
    }
}

/// Has `runner` run once whatever is at work now has ended.
fn soon(runner: Weak<Runner>) {
    DUE.with_borrow_mut(|due| due.push_back(runner));
    if COMES.replace(true) {
        return;
    }
    spawn_local(async {
        // Should one of them trap, those behind it run with whoever is due next.
        COMES.set(false);
        for _ in 0..DUE.with_borrow(VecDeque::len) {
            let next = DUE.with_borrow_mut(VecDeque::pop_front);
            if let Some(runner) = next.and_then(|next| next.upgrade()) {
                runner.renew();
            }
        }
    });
}
