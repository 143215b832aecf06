//! Which target a pointer means, however it came there.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::geometry::{Point, Rect, Vector};
use palier_dnd::load::{Carried, Load, PaletteKey};
use palier_dnd::target::{
    Answer, BORDER, Change, HYSTERESIS, Held, Refusal, Snapshot, Target, find,
};
use palier_dnd::zone::{
    Direction, Flow, Item, ItemKey, Layout, Offsets, Scroller, ScrollerKey, Zone, ZoneKey, ZoneTree,
};
use proptest::prelude::*;
use support::{any_page, column, container, grid, keys, leaf, point, whole};

type Found = Option<Target<&'static str>>;

fn yes(_: ZoneKey) -> Answer<&'static str> {
    Answer::Yes
}

/// Zone and gap: what must be the same, whatever the line.
fn place(found: Option<&Target<&'static str>>) -> Option<(ZoneKey, usize)> {
    found.map(|target| (target.zone, target.gap))
}

/// Follows a pointer over several points; gives how often the place changed, and the last.
fn follow(shot: &Snapshot, carried: &Carried, points: &[Point]) -> (usize, Found) {
    let first = find(shot, carried, points[0], yes);
    let mut held = Held::new(first, points[0], shot.offsets.clone());
    let changes = points
        .iter()
        .filter(|at| held.retarget(shot, carried, **at, yes) != Change::None)
        .count();
    (changes, held.target().cloned())
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn a_trembling_hand_changes_the_target_once_at_most(
        page in any_page(),
        share in (0.0..1.0, 0.0..1.0),
        from in (0.0..1.0, 0.0..1.0),
        trembling in prop::collection::vec((-1..=1_i8, -1..=1_i8), 60),
    ) {
        let shot = whole(&page, Direction::Ltr);
        let nothing = Carried::default();
        let at = point(&shot, share);
        let mut held = Held::new(find(&shot, &nothing, point(&shot, from), yes), point(&shot, from), Offsets::new());
        held.retarget(&shot, &nothing, at, yes);
        let changes = trembling
            .iter()
            .map(|(x, y)| at + Vector::new(f64::from(*x), f64::from(*y)))
            .filter(|at| held.retarget(&shot, &nothing, *at, yes) != Change::None)
            .count();
        prop_assert!(changes <= 1, "{changes} changes");
    }

    /// However many moves are reported, and wherever the pointer went in between: where it has
    /// come to rest, further from any boundary than the hand may tremble, the target is the same.
    #[test]
    fn the_way_does_not_matter(
        page in any_page(),
        from in (0.0..1.0, 0.0..1.0),
        detour in (0.0..1.0, 0.0..1.0),
        to in (0.0..1.0, 0.0..1.0),
        pick: prop::sample::Index,
    ) {
        let shot = whole(&page, Direction::Ltr);
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let (_, carried) = Load::item(*pick.get(&all)).carried(&shot.tree).unwrap();
        let end = point(&shot, to);
        let direct = find(&shot, &carried, end, yes);
        let steady = (0..32).flat_map(|turn| {
            let angle = f64::from(turn) * core::f64::consts::TAU / 32.0;
            (1..=5).map(move |part| {
                let away = f64::from(part) * (HYSTERESIS + 0.5) / 5.0;
                end + Vector::new(away * angle.cos(), away * angle.sin())
            })
        });
        let mut steady = steady.map(|near| find(&shot, &carried, near, yes));
        let direct = direct.as_ref();
        prop_assume!(steady.all(|near| place(near.as_ref()) == place(direct)));
        for moves in [1, 8, 20, 60, 400] {
            let leg = |from: Point, to: Point| {
                (0..=moves).map(move |step| {
                    let part = f64::from(step) / f64::from(moves);
                    from + Vector::new((to.x - from.x) * part, (to.y - from.y) * part)
                })
            };
            let over = point(&shot, detour);
            let way: Vec<Point> = leg(point(&shot, from), over).chain(leg(over, end)).collect();
            let (_, last) = follow(&shot, &carried, &way);
            prop_assert_eq!(place(last.as_ref()), place(direct), "{} moves", moves);
        }
    }

    #[test]
    fn nothing_is_ever_accepted_inside_what_is_carried(
        page in any_page(),
        pick: prop::sample::Index,
        share in (0.0..1.0, 0.0..1.0),
    ) {
        let shot = whole(&page, Direction::Ltr);
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let key = *pick.get(&all);
        let (_, carried) = Load::item(key).carried(&shot.tree).unwrap();
        let target = find(&shot, &carried, point(&shot, share), yes).unwrap();
        let zone = shot.tree.find(target.zone).unwrap();
        let mut owners = shot.tree.owners(zone);
        let inside = owners.any(|at| shot.tree.item(at).unwrap().key == key);
        let expected = inside.then_some(Refusal::Itself);
        prop_assert_eq!(target.refusal, expected);
    }
}

/// A slot of 400 by 200 px at 100, 100, in a block that it fills.
fn nested() -> Snapshot {
    let flow = Flow {
        layout: Layout::Column,
        direction: Direction::Ltr,
    };
    let block = Rect::new(100.0, 100.0, 400.0, 200.0);
    let zone = |key, owner, rect, items| Zone {
        key: ZoneKey(key),
        owner,
        rect,
        flow,
        items,
        scroller: ScrollerKey(0),
    };
    let item = Item {
        key: ItemKey(1),
        rect: block,
    };
    let root = zone(0, None, Rect::new(0.0, 0.0, 600.0, 400.0), vec![item]);
    let slot = zone(1, Some(ItemKey(1)), block, Vec::new());
    Snapshot {
        tree: ZoneTree::new(vec![root, slot], Vec::new()),
        outline: None,
        offsets: Offsets::new(),
    }
}

#[test]
fn the_rim_of_a_slot_belongs_to_the_zone_around() {
    let shot = nested();
    for (y, zone) in [
        (100.0 + BORDER - 0.5, 0),
        (100.0 + BORDER + 0.5, 1),
        (300.0 - BORDER - 0.5, 1),
        (300.0 - BORDER + 0.5, 0),
    ] {
        let found = find(&shot, &Carried::default(), Point::new(300.0, y), yes);
        assert_eq!(found.unwrap().zone, ZoneKey(zone), "at {y}");
    }
}

#[test]
fn outside_of_all_zones_there_is_no_target() {
    let found = find(&nested(), &Carried::default(), Point::new(601.0, 50.0), yes);
    assert_eq!(found, None);
}

/// In the middle of the slot: root, slot → zone and reason of the target.
#[test]
fn the_deepest_zone_that_accepts_is_meant() {
    use Answer::{No, Pass, Yes};
    let table = [
        ((Yes, Yes), 1, None),
        ((Yes, Pass("type")), 0, None),
        // The pointer means the slot, which is full: nothing is dropped around it instead.
        ((Yes, No("full")), 1, Some("full")),
        ((No("locked"), Yes), 1, None),
        ((Pass("root"), Pass("type")), 1, Some("type")),
        ((No("locked"), Pass("type")), 0, Some("locked")),
    ];
    for ((root, slot), zone, reason) in table {
        let accepts = |key: ZoneKey| if key.0 == 0 { root } else { slot };
        let at = Point::new(300.0, 200.0);
        let target = find(&nested(), &Carried::default(), at, accepts).unwrap();
        assert_eq!(target.zone, ZoneKey(zone), "{root:?} {slot:?}");
        assert_eq!(
            target.refusal,
            reason.map(Refusal::Reason),
            "{root:?} {slot:?}"
        );
    }
}

#[test]
fn beside_the_carried_block_nothing_changes() {
    let page = grid(
        0,
        vec![leaf(1, 12, 90.0), leaf(2, 12, 90.0), leaf(3, 12, 90.0)],
    );
    let shot = whole(&page, Direction::Ltr);
    let (_, carried) = Load::item(ItemKey(2)).carried(&shot.tree).unwrap();
    let gaps: Vec<(usize, usize, bool)> = [20.0, 100.0, 150.0, 180.0, 300.0]
        .iter()
        .map(|y| find(&shot, &carried, Point::new(600.0, *y), yes).unwrap())
        .map(|target| (target.gap, target.index, target.unchanged))
        .collect();
    assert_eq!(
        gaps,
        [
            (0, 0, false),
            (1, 1, true),
            (1, 1, true),
            (2, 1, true),
            (3, 2, false)
        ]
    );
}

#[test]
fn several_blocks_rest_only_in_one_piece() {
    let page = column(0, (1..=5).map(|key| leaf(key, 12, 50.0)).collect());
    let shot = whole(&page, Direction::Ltr);
    let at_gap = |keys: &[u32], gap: usize| {
        let keys = keys.iter().map(|key| ItemKey(*key)).collect();
        let (_, carried) = Load::Items(keys).carried(&shot.tree).unwrap();
        let line = shot.tree.gaps(0).unwrap().all()[gap].line;
        find(&shot, &carried, line.middle(), yes).unwrap()
    };
    assert!(at_gap(&[3, 2], 2).unchanged);
    assert!(!at_gap(&[2, 4], 3).unchanged);
    assert_eq!(at_gap(&[2, 4], 3).index, 2);
    assert_eq!(at_gap(&[2, 4], 3).previous, Some(ItemKey(3)));
    assert_eq!(at_gap(&[2, 4], 3).next, Some(ItemKey(5)));
}

#[test]
fn a_new_block_leaves_nothing_behind() {
    let page = grid(0, vec![container(1, 12, vec![column(1, vec![])])]);
    let shot = whole(&page, Direction::Ltr);
    let (_, carried) = Load::New(PaletteKey(7)).carried(&shot.tree).unwrap();
    let target = find(&shot, &carried, Point::new(600.0, 40.0), yes).unwrap();
    assert_eq!(
        (target.zone, target.index, target.unchanged),
        (ZoneKey(1), 0, false)
    );
}

/// A pane of 300 px that shows a column of ten blocks, in a page that scrolls too.
fn panes(page_y: f64, pane_y: f64) -> Snapshot {
    let (page, pane) = (ScrollerKey(1), ScrollerKey(2));
    let scroller = |key, parent, view| Scroller {
        key,
        parent,
        view,
        least: Vector::default(),
        most: Vector::new(0.0, 1000.0),
    };
    let items = (0..10).map(|index| Item {
        key: ItemKey(index),
        rect: Rect::new(50.0, 500.0 + f64::from(index) * 100.0, 200.0, 90.0),
    });
    let zone = Zone {
        key: ZoneKey(0),
        owner: None,
        rect: Rect::new(50.0, 500.0, 200.0, 1000.0),
        flow: Flow {
            layout: Layout::Column,
            direction: Direction::Ltr,
        },
        items: items.collect(),
        scroller: pane,
    };
    let scrollers = vec![
        scroller(page, None, Rect::new(0.0, 0.0, 800.0, 600.0)),
        scroller(pane, Some(page), Rect::new(50.0, 500.0, 200.0, 300.0)),
    ];
    Snapshot {
        tree: ZoneTree::new(vec![zone], scrollers),
        outline: None,
        offsets: Offsets::new()
            .with(page, Vector::new(0.0, page_y))
            .with(pane, Vector::new(0.0, pane_y)),
    }
}

#[test]
fn scrolling_shifts_what_lies_under_a_point() {
    let table = [
        // Page and pane scrolled by, client y, gap.
        ((0.0, 0.0), 510.0, Some(0)),
        ((400.0, 0.0), 110.0, Some(0)),
        ((400.0, 200.0), 110.0, Some(2)),
        ((400.0, 200.0), 390.0, Some(5)),
        // Beyond the pane, whose content goes on; and above it.
        ((400.0, 200.0), 410.0, None),
        ((400.0, 200.0), 90.0, None),
    ];
    for ((page, pane), y, gap) in table {
        let found = find(
            &panes(page, pane),
            &Carried::default(),
            Point::new(100.0, y),
            yes,
        );
        assert_eq!(found.map(|target| target.gap), gap, "{page} {pane} {y}");
    }
}

#[test]
fn the_line_is_given_where_it_is_on_the_screen() {
    let target = find(
        &panes(400.0, 200.0),
        &Carried::default(),
        Point::new(100.0, 110.0),
        yes,
    );
    let line = target.unwrap().line;
    assert!((line.from.y - 95.0).abs() < 1.0, "{line:?}");
}

#[test]
fn a_still_pointer_follows_what_scrolls_under_it() {
    let nothing = Carried::default();
    let at = Point::new(100.0, 110.0);
    let mut shot = panes(400.0, 0.0);
    let mut held = Held::new(find(&shot, &nothing, at, yes), at, shot.offsets.clone());
    shot.offsets.set(ScrollerKey(2), Vector::new(0.0, 3.0));
    assert_eq!(held.retarget(&shot, &nothing, at, yes), Change::Line);
    shot.offsets.set(ScrollerKey(2), Vector::new(0.0, 100.0));
    assert_eq!(held.retarget(&shot, &nothing, at, yes), Change::Place);
    assert_eq!(held.retarget(&shot, &nothing, at, yes), Change::None);
}

#[test]
fn a_low_zone_within_others_can_be_hit_in_its_middle() {
    for height in [4.0, 12.0, 20.0, 80.0] {
        let inner = container(3, 12, vec![column(2, vec![leaf(4, 12, height)])]);
        let outer = container(2, 12, vec![column(1, vec![inner])]);
        let shot = whole(&grid(0, vec![outer]), Direction::Ltr);
        let index = shot.tree.find(ZoneKey(2)).unwrap();
        let rect = shot.tree.zone(index).unwrap().rect;
        let middle = Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
        let found = find(&shot, &Carried::default(), middle, yes).unwrap();
        assert_eq!(found.zone, ZoneKey(2), "{height}");
    }
}
