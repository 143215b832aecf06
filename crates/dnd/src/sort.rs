//! The one sort of the crate. The standard library's would be compiled anew for every type, at
//! 3 to 4 KB of wasm each: a third of the engine (measured).

/// Three numbers that sort by the first, then the second, then the third.
pub(crate) type Triple = [usize; 3];

/// Sorts in place. Heap sort: n log n steps at worst, and small.
#[inline(never)]
pub(crate) fn sort(list: &mut [Triple]) {
    for root in (0..list.len() / 2).rev() {
        sift(list, root);
    }
    for end in (1..list.len()).rev() {
        list.swap(0, end);
        if let Some(heap) = list.get_mut(..end) {
            sift(heap, 0);
        }
    }
}

/// Lets an element sink until none below it is greater.
fn sift(heap: &mut [Triple], mut root: usize) {
    loop {
        let left = 2 * root + 1;
        let greater = if heap.get(left) < heap.get(left + 1) {
            left + 1
        } else {
            left
        };
        match (heap.get(greater), heap.get(root)) {
            (Some(below), Some(held)) if below > held => heap.swap(greater, root),
            _ => return,
        }
        root = greater;
    }
}

#[cfg(test)]
mod tests {
    use super::{Triple, sort};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts(mut list in prop::collection::vec(prop::array::uniform3(0..9_usize), 0..60)) {
            let mut expected: Vec<Triple> = list.clone();
            expected.sort_unstable();
            sort(&mut list);
            prop_assert_eq!(list, expected);
        }
    }
}
