//! Puts zones in the order of the document.

use super::{At, ItemKey, Zone};

/// A zone that waits for its turn.
struct Waiting {
    zone: Option<Zone>,
    first: bool,
}

/// The zones, each before those inside it, siblings by the position of their owner and then as
/// given; with where the owner is, in terms of the new order.
pub(super) fn by_document(zones: Vec<Zone>) -> Vec<(Zone, Option<At>)> {
    let mut held: Vec<ItemKey> = zones
        .iter()
        .flat_map(|zone| zone.items.iter().map(|item| item.key))
        .collect();
    held.sort_unstable();
    let mut owned: Vec<(ItemKey, usize)> = Vec::new();
    let mut waiting: Vec<Waiting> = Vec::with_capacity(zones.len());
    for (index, zone) in zones.into_iter().enumerate() {
        let owner = zone.owner.filter(|key| held.binary_search(key).is_ok());
        owned.extend(owner.map(|owner| (owner, index)));
        waiting.push(Waiting {
            zone: Some(zone),
            first: owner.is_none(),
        });
    }
    owned.sort_unstable();
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
    owned: Vec<(ItemKey, usize)>,
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
        let keys: Vec<ItemKey> = zone.items.iter().map(|item| item.key).collect();
        self.done.push((zone, within));
        for (position, key) in keys.into_iter().enumerate() {
            let start = self.owned.partition_point(|(owner, _)| *owner < key);
            let slots: Vec<usize> = self
                .owned
                .iter()
                .skip(start)
                .take_while(|(owner, _)| *owner == key)
                .map(|(_, slot)| *slot)
                .collect();
            for slot in slots {
                self.take(slot, Some(At { zone: at, position }));
            }
        }
    }
}
