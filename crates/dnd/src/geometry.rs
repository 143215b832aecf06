//! Points, rectangles and segments. Unit: CSS px, y downwards.

use core::ops::{Add, Sub};

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A way from one place to another; scroll offsets are vectors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A box; the fields are those of a `DOMRect`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// Never negative.
    pub width: f64,
    /// Never negative.
    pub height: f64,
}

/// A straight line, always upright or level: what is drawn where something would be inserted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Segment {
    /// The upper or left end.
    pub from: Point,
    /// The lower or right end.
    pub to: Point,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far it is to `other`.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let way = other - self;
        (way.x * way.x + way.y * way.y).sqrt()
    }
}

impl Vector {
    /// The way that leads `x` to the right and `y` down.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Add<Vector> for Point {
    type Output = Self;
    fn add(self, by: Vector) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

impl Sub<Vector> for Point {
    type Output = Self;
    fn sub(self, by: Vector) -> Self {
        Self::new(self.x - by.x, self.y - by.y)
    }
}

impl Sub for Point {
    type Output = Vector;
    fn sub(self, from: Self) -> Vector {
        Vector::new(self.x - from.x, self.y - from.y)
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Rect {
    /// The box whose upper left corner is at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether nothing of it is laid out, as of an element with `display: none`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.width <= 0.0 && self.height <= 0.0
    }

    /// Whether `point` lies in it. All four edges belong to it, so that a mirrored box
    /// contains the mirrored points.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// The box without `border` px at each side, yet never without more than a quarter of a
    /// side: a small box keeps its middle half.
    #[must_use]
    pub fn inset(&self, border: f64) -> Self {
        let x = border.min(self.width / 4.0);
        let y = border.min(self.height / 4.0);
        Self::new(
            self.x + x,
            self.y + y,
            self.width - 2.0 * x,
            self.height - 2.0 * y,
        )
    }

    /// The box moved.
    #[must_use]
    pub fn shifted(&self, by: Vector) -> Self {
        Self::new(self.x + by.x, self.y + by.y, self.width, self.height)
    }
}

impl Segment {
    /// An upright line.
    #[must_use]
    pub fn upright(x: f64, top: f64, bottom: f64) -> Self {
        Self {
            from: Point::new(x, top),
            to: Point::new(x, bottom),
        }
    }

    /// A level line.
    #[must_use]
    pub fn level(y: f64, left: f64, right: f64) -> Self {
        Self {
            from: Point::new(left, y),
            to: Point::new(right, y),
        }
    }

    /// Whether it stands between things side by side, rather than between things stacked.
    #[must_use]
    pub fn is_upright(&self) -> bool {
        self.from.x == self.to.x && self.from.y != self.to.y
    }

    /// Its middle.
    #[must_use]
    pub fn middle(&self) -> Point {
        Point::new(
            f64::midpoint(self.from.x, self.to.x),
            f64::midpoint(self.from.y, self.to.y),
        )
    }

    /// The line moved.
    #[must_use]
    pub fn shifted(&self, by: Vector) -> Self {
        Self {
            from: self.from + by,
            to: self.to + by,
        }
    }
}
