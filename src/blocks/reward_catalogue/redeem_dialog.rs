//! What the block's parts share: the reward that is open, the step it is at, and the acts that
//! move it on.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use palier_contract::portal::Currency;
use palier_contract::problem::ProblemType;
use palier_contract::redemption::{Address, Choice, Quote, RedemptionRequest};
use palier_contract::reward::Reward;
use palier_contract::wire;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::cancel::Cancelling;
use super::choice::Draft;
use super::flow::{Input, Step};
use crate::blocks::frame::tell_fault;
use crate::blocks::{Block, Host};
use crate::client::{Error, resources};
use crate::dom::{memo, watch};
use crate::i18n::{I18n, keys};
use crate::reactive::*;
use crate::store::{Order, Store};

/// Handles to the open reward. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct RedeemDialog {
    pub(super) block: StoredValue<Block>,
    pub(super) store: Store,
    pub(super) host: Host,
    pub(super) i18n: I18n,
    /// Level of the headings below the block's own.
    pub(super) level: Memo<u8>,
    pub(super) currencies: Memo<Vec<Currency>>,
    /// What assistive technology is told: by a line in the dialog while that is open.
    pub(super) said: RwSignal<String>,
    pub(super) open: RwSignal<bool>,
    /// Id of the open reward; empty for an order without its reward.
    pub(super) id: RwSignal<String>,
    pub(super) reward: Memo<Option<Rc<Reward>>>,
    pub(super) step: RwSignal<Step>,
    pub(super) draft: RwSignal<Draft>,
    /// What the last dry run was asked about: what is under review, and what is ordered. The draft
    /// may come to another price by then, since that follows the balance.
    asked: StoredValue<Option<Choice>>,
    /// Whether the member tried to go on, and missing options are to be told.
    pub(super) tried: RwSignal<bool>,
    /// Kept from order to order while the member is the same.
    pub(super) address: RwSignal<Address>,
    /// What the page is asked before an order is sent, while it has not answered.
    pub(super) asking: RwSignal<Option<JsValue>>,
    pub(super) order: Signal<Order>,
    /// Whether the dialog that is open has told what became of the order.
    told: StoredValue<bool>,
    /// How many pages of past orders are wanted, and the order that was looked at last.
    pub(super) pages: RwSignal<usize>,
    pub(super) looked: StoredValue<String>,
    /// What became of the last order that was to be cancelled.
    pub(super) cancelling: RwSignal<Option<Cancelling>>,
}

impl RedeemDialog {
    /// A dialog over the rewards in `listed`.
    pub(super) fn new(block: &Block, listed: Signal<Vec<Rc<Reward>>>) -> Self {
        let (store, host) = (block.store, block.host);
        let id = RwSignal::new(String::new());
        let full = memo(move || {
            let id = id.get();
            (!id.is_empty()).then(|| store.read(&resources::reward(&id)))
        });
        tell_fault(super::SPEC.kind, move || {
            let error = full.get()?.with(|load| load.error.clone())?;
            // One that is gone meanwhile is no fault.
            (error.problem() != Some(&ProblemType::NotFound)).then_some(error)
        });
        // The list's entry stands in until the whole reward has come.
        let reward = memo(move || {
            let whole = full.get()?.with(|load| load.value.clone());
            whole.or_else(|| {
                let id = id.get();
                listed.with(|items| items.iter().find(|one| one.id.as_str() == id).cloned())
            })
        });
        let order = store.order();
        let dialog = Self {
            block: StoredValue::new(block.clone()),
            store,
            host,
            i18n: block.i18n(),
            level: block.sub_level(),
            currencies: block.currencies(),
            said: RwSignal::new(String::new()),
            open: RwSignal::new(false),
            id,
            reward,
            step: RwSignal::new(Step::Detail(Vec::new())),
            draft: RwSignal::new(Draft::default()),
            asked: StoredValue::new(None),
            tried: RwSignal::new(false),
            address: RwSignal::new(Address::default()),
            asking: RwSignal::new(None),
            order: Signal::derive(move || order.get()),
            told: StoredValue::new(false),
            pages: RwSignal::new(1),
            looked: StoredValue::new(String::new()),
            cancelling: RwSignal::new(None),
        };
        dialog.follow();
        dialog
    }

    /// Keeps the step in line with the order, and tells the host of a redemption once.
    fn follow(self) {
        watch(move || {
            let order = self.order.get();
            if let Order::Settled(_, Ok(redemption)) = &order
                && self.store.claim_settled_order()
            {
                self.host.tell("palier-redeemed", &**redemption);
            }
            self.go(Input::Order(order));
        });
        // Closed: the next reward begins afresh, and a result that was read is put away. One that came
        // while something else was open is told by the notice.
        let before = Cell::new(false);
        watch(move || {
            let open = self.open.get();
            self.said.set(String::new());
            self.asking.set(None);
            if before.replace(open) && !open {
                if self.told.get_value() {
                    self.told.set_value(false);
                    self.store.dismiss_order();
                }
                self.id.set(String::new());
            }
        });
        self.store.on_forgotten(move || {
            self.open.set(false);
            self.reset("");
            self.address.set(Address::default());
            self.cancelling.set(None);
        });
    }

    /// Begins afresh with a reward, or with none.
    fn reset(self, id: &str) {
        self.draft.set(Draft::default());
        self.tried.set(false);
        self.step.set(Step::Detail(Vec::new()));
        self.id.set(id.to_owned());
    }

    /// Opens a reward.
    pub(super) fn show(self, id: &str) {
        self.reset(id);
        self.open.set(true);
        let reward = wire::to_string(&id.to_owned());
        self.host.act("open_reward", &[("reward", reward)]);
    }

    /// Opens what an order came to, or its checking.
    pub(super) fn show_order(self) {
        self.id.set(String::new());
        self.open.set(true);
        self.step.set(Step::Sending);
        self.go(Input::Order(self.order.get_untracked()));
    }

    /// Opens the orders there were.
    pub(super) fn show_orders(self) {
        self.id.set(String::new());
        self.pages.set(1);
        self.looked.set_value(String::new());
        self.step.set(Step::Orders);
        self.open.set(true);
    }

    /// Moves on; a dry run that the next step needs is asked for.
    pub(super) fn go(self, input: Input) {
        let Some(before) = self.step.try_get_untracked() else {
            return;
        };
        let is_end = matches!(input, Input::Order(Order::Settled(..) | Order::Lost(_)));
        let next = before.clone().after(input);
        if next == before {
            return;
        }
        // A dialog that was closed meanwhile has told nothing, and confirming again begins anew.
        if is_end || next == Step::Sending {
            self.told.set_value(is_end && self.open.get_untracked());
        }
        let asks = matches!(next, Step::Quoting(_)) && !matches!(before, Step::Quoting(_));
        self.said.set(String::new());
        self.asking.set(None);
        self.step.set(next);
        if asks {
            self.quote();
        }
    }

    /// Whether the open reward is shipped.
    pub(super) fn needs_address(self) -> bool {
        self.reward
            .with_untracked(|reward| reward.as_ref().is_some_and(|reward| reward.needs_address))
    }

    fn choice(self) -> Option<Choice> {
        let reward = self.reward.try_get_untracked()??;
        let draft = self.draft.try_get_untracked()?;
        Some(draft.choice(&reward))
    }

    fn quote(self) {
        // Without its reward (an order found after a reload) there is nothing to ask about.
        let Some(choice) = self.choice() else {
            self.open.set(false);
            return;
        };
        self.asked.set_value(Some(choice.clone()));
        wasm_bindgen_futures::spawn_local(async move {
            let reply: Result<Quote, Error> = self
                .store
                .change("POST", "/redemptions/quote", &choice, None)
                .await;
            // An answer to an earlier question is nobody's.
            if self.asked.try_get_value().flatten() == Some(choice) {
                self.go(Input::Quoted(reply.map(Box::new)));
            }
        });
    }

    /// Confirms what is under review, unless the host objects.
    pub(super) fn confirm(self) {
        let (Step::Review(quote, _), Some(choice)) =
            (self.step.get_untracked(), self.asked.get_value())
        else {
            return;
        };
        if let Err(why) = self.store.may_redeem() {
            self.go(Input::Unsent(why));
            return;
        }
        if self.asking.with_untracked(Option::is_some) {
            return;
        }
        match self.host.ask("palier-before-redeem", &choice).dyn_into() {
            Ok(answer) => self.wait_for(answer, *quote, choice),
            Err(allowed) if allowed.is_truthy() => self.send(*quote, choice),
            Err(_) => {}
        }
    }

    /// Waits for the page's answer. Whoever goes elsewhere meanwhile orders nothing.
    fn wait_for(self, answer: Promise, quote: Quote, choice: Choice) {
        let asked = JsValue::from(answer.clone());
        self.asking.set(Some(asked.clone()));
        self.said.set(self.i18n.t(keys::REWARD_CATALOGUE_ASKING));
        wasm_bindgen_futures::spawn_local(async move {
            let told = JsFuture::from(answer).await;
            let asking = self.asking.try_get_untracked().flatten();
            if asking != Some(asked) || !self.open.get_untracked() {
                return;
            }
            self.asking.set(None);
            self.said.set(String::new());
            match told.map(|told| (told.is_truthy() && !told.is_string(), told.as_string())) {
                Ok((true, _)) => self.send(quote, choice),
                Ok((false, Some(words))) => self.go(Input::Stopped(words)),
                // The page said no by itself.
                _ => {}
            }
        });
    }

    fn send(self, quote: Quote, choice: Choice) {
        let title = self
            .reward
            .with_untracked(|reward| reward.as_ref().map(|reward| reward.title.clone()));
        let address = quote.needs_address.then(|| self.address.get_untracked());
        self.go(Input::Confirmed);
        let request = RedemptionRequest {
            quote_id: quote.id,
            choice,
            address,
        };
        // The page may have signed somebody out while it was told.
        if let Err(why) = self.store.redeem(request, title.unwrap_or_default()) {
            self.go(Input::Unsent(why));
        }
    }
}
