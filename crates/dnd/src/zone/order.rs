//! Puts zones in the order of the document.

use super::{At, Zone, lookup};
use crate::sort::{Triple, sort};

/// A zone that waits for its turn.
struct Waiting {
    zone: Option<Zone>,
    first: bool,
}

/// The zones, each before those inside it, siblings by the position of their owner and then as
/// given; with where the owner is, in terms of the new order.
pub(super) fn by_document(zones: Vec<Zone>) -> Vec<(Zone, Option<At>)> {
    let items = zones.iter().flat_map(|zone| &zone.items);
    let mut held: Vec<Triple> = items.map(|item| [item.key.0 as usize, 0, 0]).collect();
    sort(&mut held);
    let mut owned: Vec<Triple> = Vec::new();
    let mut waiting: Vec<Waiting> = Vec::with_capacity(zones.len());
    for (index, zone) in zones.into_iter().enumerate() {
        let owner = zone.owner.filter(|key| lookup(&held, key.0).is_some());
        owned.extend(owner.map(|owner| [owner.0 as usize, index, 0]));
        waiting.push(Waiting {
            zone: Some(zone),
            first: owner.is_none(),
        });
    }
    sort(&mut owned);
    let mut sort = Sort {
        owned,
        waiting,
        done: Vec::new(),
    };
    for index in 0..sort.waiting.len() {
        if sort.waiting.get(index).is_some_and(|zone| zone.first) {
            sort.take(index, None);
        }
    }
    sort.done
}

struct Sort {
    /// Which zones an item owns; sorted.
    owned: Vec<Triple>,
    waiting: Vec<Waiting>,
    done: Vec<(Zone, Option<At>)>,
}

impl Sort {
    /// Takes a zone and all inside it. As deep as documents are: each zone is taken once, so
    /// zones that hold each other end the walk.
    fn take(&mut self, index: usize, within: Option<At>) {
        let Some(zone) = self
            .waiting
            .get_mut(index)
            .and_then(|waiting| waiting.zone.take())
        else {
            return;
        };
        let at = self.done.len();
        let keys: Vec<usize> = zone.items.iter().map(|item| item.key.0 as usize).collect();
        self.done.push((zone, within));
        for (position, key) in keys.into_iter().enumerate() {
            let start = self.owned.partition_point(|[owner, ..]| *owner < key);
            let slots: Vec<usize> = self
                .owned
                .iter()
                .skip(start)
                .take_while(|[owner, ..]| *owner == key)
                .map(|[_, slot, _]| *slot)
                .collect();
            for slot in slots {
                self.take(slot, Some(At { zone: at, position }));
            }
        }
    }
}
