//! Where gaps are marked that can be tapped: on each line one mark, none over another.

use crate::geometry::{Point, Segment};
use crate::zone::{Direction, Item};

/// The middle of a square mark of `size` px for each line. A mark is in the middle of its line,
/// or as near to it as those before leave room on the line; where a line has no room left at
/// all, beyond its end. Work: at worst the square of the number of lines.
#[must_use]
pub fn marks(lines: &[Segment], size: f64) -> Vec<Point> {
    let mut marks: Vec<Point> = Vec::with_capacity(lines.len());
    for line in lines {
        let is_free = |mark: &Point| {
            marks
                .iter()
                .all(|other| (other.x - mark.x).abs() >= size || (other.y - mark.y).abs() >= size)
        };
        let free = along(line, size, 2 * lines.len()).find(is_free);
        marks.push(free.unwrap_or_else(|| line.middle()));
    }
    marks
}

/// Places on a line from its middle outwards, a mark's size apart; then on beyond its end.
fn along(line: &Segment, size: f64, many: usize) -> impl Iterator<Item = Point> + '_ {
    let length = (line.to.x - line.from.x) + (line.to.y - line.from.y);
    let fitting = ((length / 2.0 - size / 2.0) / size).max(0.0) as usize;
    let steps = |from: usize, to: usize| (from..=to).map(|step| step as f64);
    let inside = steps(1, fitting).flat_map(|step| [-step, step]);
    let beyond = steps(fitting + 1, fitting + many);
    let middle = line.middle();
    core::iter::once(0.0)
        .chain(inside)
        .chain(beyond)
        .map(move |step| {
            let by = step * size;
            if line.is_upright() {
                Point::new(middle.x, middle.y + by)
            } else {
                Point::new(middle.x + by, middle.y)
            }
        })
}

/// The middle of a square mark of `size` px for one gap between `items`: in the middle of its line,
/// unless it would lie over an item that is lower than two marks. Of such an item it would take the
/// middle, where it is pressed: then the mark stands before the line's start.
#[must_use]
pub fn mark(line: &Segment, items: &[Item], direction: Direction, size: f64) -> Point {
    let (middle, half) = (line.middle(), size / 2.0);
    let is_low_below = |item: &Item| {
        let rect = &item.rect;
        rect.height < 2.0 * size
            && rect.x < middle.x + half
            && rect.right() > middle.x - half
            && rect.y < middle.y + half
            && rect.bottom() > middle.y - half
    };
    if line.is_upright() || !items.iter().any(is_low_below) {
        return middle;
    }
    let x = match direction {
        Direction::Ltr => line.from.x.min(line.to.x) - half,
        Direction::Rtl => line.from.x.max(line.to.x) + half,
    };
    Point::new(x, middle.y)
}
