//! The ledger as a statement: it adds up, entry after entry, and leads to what is held.

use std::collections::BTreeMap;

use jiff::Timestamp;
use palier_contract::{
    Page,
    balance::{Balance, Balances},
    ids::LedgerEntryId,
    ledger::{LedgerEntry, LedgerKind, LedgerStatus},
};

use super::{pages::encode, read};
use crate::{
    instants,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "points",
        "each balance in the ledger follows from the one below, and the newest leads to what is held",
        &["list_ledger", "get_balances"],
        adds_up,
    ),
    read(
        "points",
        "an entry adds or takes as its kind says, and what it reverses is there",
        &["list_ledger"],
        sound,
    ),
];

/// Once more, after orders were made and called off.
pub(super) const AFTER_ORDERS: &[Scenario] = &[Scenario {
    profile: Profile::Redeem,
    section: "points",
    rule: "after orders, and after some were called off, the ledger still adds up",
    needs: &["create_redemption", "list_ledger", "get_balances"],
    check: adds_up,
}];

/// Longer ledgers are not added up.
const MOST_PAGES: usize = 50;
/// So often is it tried, while somebody else moves the balance.
const TRIES: usize = 3;

/// The whole ledger, newest first.
pub(super) fn whole(context: &Context) -> Result<Vec<LedgerEntry>, Stop> {
    let (mut entries, mut cursor) = (Vec::new(), String::new());
    for _ in 0..MOST_PAGES {
        let path = format!("/v1/me/ledger?limit={}{cursor}", context.limit(100));
        let page: Page<LedgerEntry> = context.get_mine(path)?.send()?.read(200)?;
        entries.extend(page.items);
        let Some(next) = page.next_cursor else {
            return Ok(entries);
        };
        cursor = format!("&cursor={}", encode(&next));
    }
    skip!("the ledger has more than {MOST_PAGES} pages")
}

fn held(context: &Context) -> Result<Balances, Stop> {
    context.get_mine("/v1/me/balances")?.send()?.read(200)
}

fn adds_up(context: &Context) -> Verdict {
    for _ in 0..TRIES {
        let before = held(context)?;
        let entries = whole(context)?;
        let now = held(context)?;
        if before.balances == now.balances {
            return check(&entries, &now);
        }
    }
    skip!("the balances of the person `member` keep changing")
}

fn check(entries: &[LedgerEntry], now: &Balances) -> Verdict {
    let at = instants::of(&now.as_of.0)?;
    for balance in &now.balances {
        let mut book = Book::default();
        let of_it = entries.iter().rev();
        for entry in of_it.filter(|entry| entry.currency == balance.currency) {
            book.enter(entry)?;
        }
        book.close(balance, at)?;
    }
    Ok(())
}

/// The entries of one currency, taken up oldest first.
#[derive(Default)]
struct Book<'a> {
    sum: i64,
    /// What is set aside for orders.
    reserved: i64,
    /// What is not released yet: how much, and from when on it counts; with a date that nobody
    /// told, never so far.
    waiting: BTreeMap<&'a LedgerEntryId, (i64, Option<Timestamp>)>,
    /// Undone, and nobody told whether it had counted.
    unclear: Vec<&'a LedgerEntryId>,
    /// The last balance that was told, by which entry, and what there was before the first entry.
    told: Option<Told<'a>>,
}

#[derive(Clone, Copy)]
struct Told<'a> {
    id: &'a LedgerEntryId,
    balance: i64,
    opening: i64,
}

impl<'a> Book<'a> {
    fn enter(&mut self, entry: &'a LedgerEntry) -> Verdict {
        let (at, amount) = (instants::of(&entry.occurred_at.0)?, entry.amount.get());
        self.sum = self.sum.saturating_add(amount);
        if let Some(undone) = &entry.reverses {
            if let Some((left, _)) = self.waiting.get_mut(undone) {
                *left = left.saturating_add(amount);
            }
            if self.unclear.contains(&undone) {
                self.told = None;
            }
        }
        let opens = entry.available_at.as_ref();
        let opens = opens.map(|opens| instants::of(&opens.0)).transpose()?;
        let is_late = opens.is_some_and(|opens| opens > at);
        // What is set aside for an order is pending, and counts all the same.
        if is_late || entry.status == LedgerStatus::Pending && opens.is_none() && amount > 0 {
            self.waiting.insert(&entry.id, (amount, opens));
            return Ok(());
        }
        if entry.status == LedgerStatus::Pending && amount < 0 {
            self.reserved = self.reserved.saturating_sub(amount);
        }
        match entry.balance_after {
            Some(after) => self.compare(&entry.id, after.get(), at),
            None if entry.status == LedgerStatus::Reversed => {
                self.unclear.push(&entry.id);
                self.told = None;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// What the entries so far come to, without what waits at that time.
    fn free(&self, at: Timestamp) -> i64 {
        let waiting = self.waiting.values();
        let waiting = waiting.filter(|(_, opens)| opens.is_none_or(|opens| opens > at));
        let waiting: i64 = waiting.map(|(amount, _)| amount).sum();
        self.sum.saturating_sub(waiting)
    }

    fn compare(&mut self, id: &'a LedgerEntryId, balance: i64, at: Timestamp) -> Verdict {
        let free = self.free(at);
        if let Some(told) = self.told {
            let due = told.opening.saturating_add(free);
            ensure!(
                balance == due,
                "/v1/me/ledger: {id}: balance_after is {balance}; it was {} after {}, and with the \
                 entries since, {due} is due",
                told.balance,
                told.id
            );
        }
        let opening = balance.saturating_sub(free);
        self.told = Some(Told {
            id,
            balance,
            opening,
        });
        Ok(())
    }

    /// Holds what is to come to the ledger, if that lists what is pending.
    fn waits(&self, balance: &Balance, at: Timestamp) -> Verdict {
        let waiting = self.waiting.values();
        let waiting = waiting.filter(|(_, opens)| opens.is_none_or(|opens| opens > at));
        let waiting: i64 = waiting.map(|(amount, _)| amount).sum();
        for (field, told, due) in [
            ("pending", balance.pending, waiting),
            ("reserved", balance.reserved, self.reserved),
        ] {
            ensure!(
                due == 0 || told.get() == due,
                "/v1/me/balances: {}: {field} is {told}, and the entries of /v1/me/ledger that are \
                 pending add up to {due}",
                balance.currency
            );
        }
        for batch in &balance.pending_batches {
            let opens = instants::of(&batch.available_at.0)?;
            let is_listed =
                |(_, entry): &(i64, Option<Timestamp>)| entry.is_none_or(|entry| entry == opens);
            ensure!(
                waiting == 0 || self.waiting.values().any(is_listed),
                "/v1/me/balances: {}: a batch opens at {}, and no entry of /v1/me/ledger does",
                balance.currency,
                batch.available_at.0
            );
        }
        Ok(())
    }

    /// Holds what is held to the ledger.
    fn close(&self, balance: &Balance, at: Timestamp) -> Verdict {
        self.waits(balance, at)?;
        let Some(told) = self.told else {
            return Ok(());
        };
        let (available, due) = (
            balance.available.get(),
            told.opening.saturating_add(self.free(at)),
        );
        ensure!(
            available == due,
            "/v1/me/balances: {}: available is {available}; by the ledger it was {} after {}, and with \
             the entries since, {due} is due",
            balance.currency,
            told.balance,
            told.id
        );
        Ok(())
    }
}

fn sound(context: &Context) -> Verdict {
    let entries = whole(context)?;
    for entry in &entries {
        sign(entry)?;
        ensure!(
            entry.status != LedgerStatus::Pending || entry.balance_after.is_none(),
            "/v1/me/ledger: {} is pending, and has a balance_after; it is left out until it counts",
            entry.id
        );
        if let Some(undone) = &entry.reverses {
            let target = entries.iter().find(|one| one.id == *undone);
            reversal(entry, target)?;
        }
    }
    entries
        .iter()
        .try_for_each(|entry| not_twice(entry, &entries))
}

fn sign(entry: &LedgerEntry) -> Verdict {
    let (amount, kind) = (entry.amount.get(), &entry.kind);
    let is_as_due = match kind {
        LedgerKind::Earn | LedgerKind::Refund => amount >= 0,
        LedgerKind::Spend | LedgerKind::Expire => amount <= 0,
        _ => true,
    };
    ensure!(
        is_as_due,
        "/v1/me/ledger: {} is of the kind {kind}, and its amount is {amount}; earn and refund add, \
         spend and expire take",
        entry.id
    );
    Ok(())
}

fn reversal(entry: &LedgerEntry, target: Option<&LedgerEntry>) -> Verdict {
    let id = &entry.id;
    let undone = entry.reverses.as_ref().map_or("", |undone| undone.as_str());
    let Some(target) = target else {
        return Err(Stop::Broken(format!(
            "/v1/me/ledger: {id} reverses {undone}, which is no entry of the ledger"
        )));
    };
    ensure!(
        target.currency == entry.currency,
        "/v1/me/ledger: {id} takes {} and reverses {undone}, which is of {}",
        entry.currency,
        target.currency
    );
    Ok(())
}

/// Whether no more of an entry was undone than there was.
fn not_twice(entry: &LedgerEntry, all: &[LedgerEntry]) -> Verdict {
    let undoing = all
        .iter()
        .filter(|one| one.reverses.as_ref() == Some(&entry.id));
    let undone: i64 = undoing.map(|one| one.amount.get()).sum();
    let amount = entry.amount.get();
    let is_turned = undone.signum() == -amount.signum();
    ensure!(
        undone == 0 || is_turned && undone.abs() <= amount.abs(),
        "/v1/me/ledger: {} is {amount}, and what reverses it adds up to {undone}; no more than there \
         was can be undone",
        entry.id
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use palier_contract::{Page, balance::Balances, fixtures, ledger::LedgerEntry, wire};

    use super::check;

    fn held() -> Balances {
        wire::from_str(fixtures::get("balances").unwrap()).unwrap()
    }

    fn entries() -> Vec<LedgerEntry> {
        let page =
            |name| -> Page<LedgerEntry> { wire::from_str(fixtures::get(name).unwrap()).unwrap() };
        let pages = [page("ledger"), page("ledger_page2")];
        pages.into_iter().flat_map(|page| page.items).collect()
    }

    /// What is said of entries after one of them was changed.
    fn told(change: impl FnOnce(&mut Vec<LedgerEntry>)) -> String {
        let mut entries = entries();
        change(&mut entries);
        let end = check(&entries, &held());
        end.map_or_else(|stop| stop.to_string(), |()| String::new())
    }

    #[test]
    fn points_count_from_when_they_open_and_set_aside_ones_at_once() {
        assert_eq!(told(|_| {}), "");
        // Opened between two entries that tell a balance.
        let opened = told(|entries| {
            let mut late = entries[0].clone();
            late.id = "late".into();
            late.occurred_at = "2026-11-16T12:00:00Z".into();
            late.available_at = Some("2026-11-17T12:00:00Z".into());
            late.status = "posted".into();
            late.amount = 40.into();
            for entry in entries.iter_mut().filter(|entry| {
                entry.currency.as_str() == "points"
                    && entry.occurred_at.0.as_str() > "2026-11-17T12"
            }) {
                let after = entry.balance_after.map(|after| after.get() + 40);
                entry.balance_after = after.and_then(|after| after.try_into().ok());
            }
            entries.insert(9, late);
        });
        let due = "/v1/me/balances: points: available is 2600; by the ledger it was 2640 after \
            led_0123, and with the entries since, 2640 is due";
        assert_eq!(opened, due);
    }

    #[test]
    fn a_balance_that_does_not_follow_is_told_with_what_is_due() {
        let wrong = told(|entries| entries[3].balance_after = Some(2590.into()));
        let due = "/v1/me/ledger: led_0121: balance_after is 2590; it was 2730 after led_0119, and \
            with the entries since, 2580 is due";
        assert_eq!(wrong, due);
        // Whoever tells no balances after entries is asked for none.
        let silent = told(|entries| {
            for entry in entries {
                entry.balance_after = None;
            }
        });
        assert_eq!(silent, "");
    }
}
