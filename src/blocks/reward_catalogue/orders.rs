//! The member's orders, newest first: where each stands, and the way to its code or parcel.

use palier_contract::Page;
use palier_contract::member::MemberState;
use palier_contract::redemption::{Redemption, RedemptionState};
use palier_contract::stream::Topic;
use web_sys::{Element, Event};

use super::card::thumb;
use super::flow::Input;
use super::redeem_dialog::RedeemDialog;
use super::state::stands;
use super::{cancel, dialog, outcome};
use crate::blocks::frame::{reason, refusal};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::pages::{chain, is_settled};
use crate::blocks::ui::headline;
use crate::client::{Error, resources};
use crate::dom::{El, el, focus, key_of, memo, watch};
use crate::i18n::{DateStyle, keys};
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// The way to them, for readers who may have some.
pub(super) fn way(dialog: RedeemDialog) -> impl Fn() -> Option<El> + 'static {
    let me = dialog.store.me();
    let may = memo(move || {
        me.with(|me| {
            let state = me.value.as_ref().map(|me| me.state.clone());
            matches!(state, Some(MemberState::Member | MemberState::Suspended))
        })
    });
    move || {
        may.get().then(|| {
            el("button", "pl-button pl-quiet")
                .attr("type", "button")
                .attr("part", "orders")
                .attr("aria-haspopup", "dialog")
                .on("click", move |_| dialog.show_orders())
                .child(icon(Icon::TRUCK))
                .text(&dialog.i18n.t(keys::REWARD_CATALOGUE_ORDERS))
        })
    }
}

/// What follows the orders that are known.
#[derive(Debug, Clone, PartialEq)]
enum Tail {
    Waits,
    Failed(Option<Error>),
    More,
    End,
}

/// The list while it is shown.
#[derive(Clone, Copy)]
struct Listed {
    dialog: RedeemDialog,
    known: RwSignal<(Vec<Redemption>, Tail)>,
    /// How many there were when the member asked for more.
    asked: RwSignal<Option<usize>>,
    place: StoredValue<Option<Element>>,
}

impl Listed {
    fn new(dialog: RedeemDialog) -> Self {
        Self {
            dialog,
            known: RwSignal::new((Vec::new(), Tail::Waits)),
            asked: RwSignal::new(None),
            place: StoredValue::new(None),
        }
    }

    fn follow(self) {
        let wanted = self.dialog.pages;
        watch(move || {
            let loads = chain(self.dialog.store, wanted.get(), resources::redemptions);
            if is_settled(&loads) {
                let now = read(&loads);
                if self.known.with_untracked(|known| *known != now) {
                    self.known.set(now);
                }
            } else if self.asked.get().is_some() {
                // Those that are read again stay as they are meanwhile.
                self.known.update(|(_, tail)| *tail = Tail::Waits);
            }
        });
    }

    /// Whether there are none, and what follows those that there are.
    fn tail(self) -> Memo<(bool, Tail)> {
        memo(move || {
            self.known
                .with(|(orders, tail)| (orders.is_empty(), tail.clone()))
        })
    }

    fn rows(self) -> Vec<El> {
        self.known.with(|(orders, _)| {
            let each = orders.iter().map(|order| row(self.dialog, order));
            each.collect()
        })
    }

    fn position(self, id: &str) -> Option<usize> {
        self.known
            .with_untracked(|(orders, _)| orders.iter().position(|one| one.id.as_str() == id))
    }

    fn look(self, event: &Event) {
        let Some(id) = key_of(event) else { return };
        let is_it = |order: &&Redemption| order.id.as_str() == id;
        let order = self
            .known
            .with_untracked(|(orders, _)| orders.iter().find(is_it).cloned());
        if let Some(order) = order {
            self.dialog.looked.set_value(id);
            self.dialog.go(Input::Look(Some(Box::new(order))));
        }
    }

    fn ask(self) {
        let count_and_tail = |known: &(Vec<Redemption>, Tail)| (known.0.len(), known.1.clone());
        let (count, tail) = self.known.with_untracked(count_and_tail);
        self.asked.set(Some(count));
        match tail {
            Tail::Waits | Tail::End => self.asked.set(None),
            Tail::More => self.dialog.pages.update(|wanted| *wanted += 1),
            Tail::Failed(_) => self.dialog.store.refresh(&[Topic::Redemptions]),
        }
    }

    /// Whether there is a button that asks for more, or once more.
    fn offers(self, tail: Memo<(bool, Tail)>) -> Memo<bool> {
        memo(move || match tail.get().1 {
            Tail::End => false,
            // Asking again would not help: a way to sign in is offered instead.
            Tail::Failed(Some(error)) if error.is_unauthorised() => false,
            Tail::Waits => self.asked.get().is_some(),
            Tail::Failed(_) | Tail::More => true,
        })
    }

    /// The order that was looked at last has the focus again.
    fn focus_looked(self, step: &Element) {
        let at = self.position(&self.dialog.looked.get_value());
        if let Some(at) = at
            && let Ok(Some(found)) = step.query_selector(&button_of(at))
        {
            focus(&found);
        }
    }
}

/// The list, as far as it was asked for.
pub(super) fn list(dialog: RedeemDialog) -> El {
    let listed = Listed::new(dialog);
    listed.follow();
    let tail = listed.tail();
    keep_focus(listed);
    let offers = listed.offers(tail);
    let ask = move |_| listed.ask();
    S.el("div", "step")
        .node(move |step| listed.place.set_value(Some(step)))
        .child(headline(
            &dialog.i18n.t(keys::REWARD_CATALOGUE_ORDERS),
            dialog.level.get(),
        ))
        .child(
            S.el("ul", "orders")
                .attr("role", "list")
                .flag_of("hidden", move || tail.get().0)
                .on("click", move |event| listed.look(&event))
                .keyed(false, move || listed.rows()),
        )
        .slot(move || note(dialog, &tail.get()))
        .slot(move || offers.get().then(|| more(dialog, tail).on("click", ask)))
        .child(dialog::foot().child(outcome::close(dialog)))
        // After the heading, which takes the focus when it appears.
        .node(move |step| listed.focus_looked(&step))
}

/// What finds the button of the order at a place.
fn button_of(at: usize) -> String {
    format!(".orders > :nth-child({}) button", at.saturating_add(1))
}

/// What a chain of pages has come to.
fn read(loads: &[Load<Page<Redemption>>]) -> (Vec<Redemption>, Tail) {
    let mut orders: Vec<Redemption> = Vec::new();
    let pages = loads.iter().filter_map(|load| load.value.as_deref());
    for order in pages.flat_map(|page| &page.items) {
        // One that moved between pages meanwhile is listed once.
        if !orders.iter().any(|known| known.id == order.id) {
            orders.push(order.clone());
        }
    }
    let last = loads.last();
    let tail = match last.and_then(|load| load.value.as_ref()) {
        Some(page) if page.next_cursor.is_some() => Tail::More,
        Some(_) => Tail::End,
        None => Tail::Failed(last.and_then(|load| load.error.clone())),
    };
    (orders, tail)
}

/// With more orders the focus goes to the first new one, since the button that asked may be gone;
/// to the heading where there are none.
fn keep_focus(listed: Listed) {
    let Listed {
        known,
        asked,
        place,
        ..
    } = listed;
    // After the first run of what draws the orders, and so after each.
    watch_later(move || {
        let (count, tail) = known.with(|(orders, tail)| (orders.len(), tail.clone()));
        let Some(before) = asked.get_untracked().filter(|_| tail != Tail::Waits) else {
            return;
        };
        asked.set(None);
        let row = button_of(before);
        let to = match tail {
            _ if before < count => row.as_str(),
            Tail::End => "[part~=dialog-title]",
            // The button is still there.
            _ => return,
        };
        if let Some(Some(place)) = place.try_get_value()
            && let Ok(Some(found)) = place.query_selector(to)
        {
            focus(&found);
        }
    });
}

/// What is said below the orders.
fn note(dialog: RedeemDialog, (nothing, tail): &(bool, Tail)) -> Option<El> {
    let text = match tail {
        Tail::Waits => return Some(S.el("div", "pl-bone orders-bone")),
        Tail::Failed(error) => error
            .as_ref()
            .and_then(reason)
            .unwrap_or(keys::FRAME_FAILED_TEXT),
        Tail::End if *nothing => keys::REWARD_CATALOGUE_ORDERS_NONE,
        _ => return None,
    };
    let words = dialog.i18n.t(text);
    let line = match tail {
        Tail::Failed(Some(error)) => el("div", "pl-state-actions").child(refusal(
            dialog.store,
            dialog.host,
            error,
            Some(text),
        )),
        _ => el("p", "pl-soft").text(&words),
    };
    dialog.said.set(words);
    Some(line)
}

/// The button that asks for more, or once more; it stays while they are on their way.
fn more(dialog: RedeemDialog, tail: Memo<(bool, Tail)>) -> El {
    let i18n = dialog.i18n;
    el("button", "pl-button")
        .attr("type", "button")
        .attr_of("aria-disabled", move || {
            Some((tail.get().1 == Tail::Waits).to_string())
        })
        .text_of(move || {
            i18n.t(match tail.get().1 {
                Tail::Waits => keys::FRAME_LOADING,
                Tail::Failed(_) => keys::FRAME_RETRY,
                _ => keys::REWARD_CATALOGUE_MORE,
            })
        })
}

/// One order; the list listens for its button.
fn row(dialog: RedeemDialog, order: &Redemption) -> El {
    let i18n = dialog.i18n;
    let step = order.history.last();
    let words = step.and_then(|step| step.message.as_ref());
    let stands = S
        .el("span", "pl-small pl-soft")
        .text(&stands(i18n, &order.state, words));
    let stands = match order.state {
        RedemptionState::Failed | RedemptionState::Delayed => stands.attr("data-tone", "bad"),
        _ => stands,
    };
    let day = i18n.date(&order.created_at, DateStyle::Medium);
    let open = S
        .el("button", "past")
        .attr("part", "row order")
        .attr("type", "button")
        .child(thumb(dialog, order.reward.media.as_ref()))
        .child(
            S.el("span", "past-words")
                .child(S.el("span", "subject-name").text(&outcome::what(order)))
                .child(stands),
        )
        .child(el("span", "pl-small pl-soft pl-num").text(&day))
        .child(icon(Icon::CHEVRON_RIGHT));
    S.el("li", "")
        .attr("data-key", order.id.as_str())
        .child(open)
}

/// One of them.
pub(super) fn order(dialog: RedeemDialog, order: &Redemption) -> El {
    let i18n = dialog.i18n;
    let back = el("button", "pl-button")
        .attr("type", "button")
        .on("click", move |_| dialog.go(Input::Look(None)))
        .text(&i18n.t(keys::REWARD_CATALOGUE_ORDERS_BACK));
    S.el("div", "step")
        .child(headline(&outcome::what(order), dialog.level.get()))
        .child(cancel::news(dialog, order))
        .child(outcome::facts(dialog, order))
        .child(
            dialog::foot()
                .child(back)
                .child(cancel::way(dialog, order))
                .child(outcome::close(dialog)),
        )
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    fn page(next: Option<&str>) -> Load<Page<Redemption>> {
        let text = palier_contract::fixtures::get("redemptions").unwrap();
        let mut page: Page<Redemption> = serde_json::from_str(text).unwrap();
        page.next_cursor = next.map(str::to_owned);
        Load {
            value: Some(Rc::new(page)),
            ..Load::default()
        }
    }

    fn failed() -> Load<Page<Redemption>> {
        Load {
            error: Some(Error::Timeout),
            ..Load::default()
        }
    }

    #[test]
    fn orders_of_all_pages_stand_above_what_follows_them_each_once() {
        let (one, mut two) = (page(Some("next")), page(None));
        let (first, tail) = read(std::slice::from_ref(&one));
        assert_eq!(tail, Tail::More);
        let last = two.value.as_mut().and_then(Rc::get_mut).unwrap();
        last.items.truncate(2);
        last.items[1].id = "rd_another".into();
        let (all, tail) = read(&[one.clone(), two]);
        assert_eq!((all.len(), tail), (first.len() + 1, Tail::End));
        let (kept, tail) = read(&[one, failed()]);
        assert_eq!(kept, first);
        assert_eq!(tail, Tail::Failed(Some(Error::Timeout)));
    }

    #[test]
    fn orders_that_are_read_again_are_still_told() {
        let mut again = page(None);
        (again.busy, again.error) = (true, Some(Error::Timeout));
        assert_eq!(read(&[again]), read(&[page(None)]));
    }
}
