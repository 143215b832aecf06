//! The handle that changes a block's span in the 12-column grid.

use crate::zone::Direction;

/// Columns of the grid.
pub const COLUMNS: u8 = 12;

/// What a block may span. Out of order or out of 1 to 12, the nearest that makes sense is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanLimits {
    /// The fewest columns.
    pub min: u8,
    /// The most columns.
    pub max: u8,
}

/// The grid a block stands in, as the handle at the block's end needs it. Unit: CSS px of the
/// screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpanHandle {
    /// Where the block begins: its left edge, its right edge where writing runs to the left.
    pub start: f64,
    /// The width of the grid's content, all 12 columns and 11 gutters.
    pub grid_width: f64,
    /// The width of a gutter.
    pub gutter: f64,
    /// Which way the columns run.
    pub direction: Direction,
    /// What the block may span.
    pub limits: SpanLimits,
}

impl Default for SpanLimits {
    fn default() -> Self {
        Self {
            min: 1,
            max: COLUMNS,
        }
    }
}

impl SpanLimits {
    /// The allowed span that is nearest to `span`.
    #[must_use]
    pub fn nearest(self, span: u8) -> u8 {
        let min = self.min.clamp(1, COLUMNS);
        span.clamp(min, self.max.clamp(min, COLUMNS))
    }

    /// One column more or fewer per `by`, for keys and buttons.
    #[must_use]
    pub fn step(self, span: u8, by: i8) -> u8 {
        self.nearest(span.saturating_add_signed(by))
    }
}

impl SpanHandle {
    /// The span whose end is nearest to `x`, a client coordinate, within the limits.
    #[must_use]
    pub fn span_at(&self, x: f64) -> u8 {
        let width = match self.direction {
            Direction::Ltr => x - self.start,
            Direction::Rtl => self.start - x,
        };
        let step = self.step();
        if step <= 0.0 {
            return self.limits.nearest(COLUMNS);
        }
        // The conversion saturates, at 0 too.
        let span = ((width + self.gutter) / step + 0.5) as u8;
        self.limits.nearest(span)
    }

    /// How wide a block of `span` columns is.
    #[must_use]
    pub fn width_of(&self, span: u8) -> f64 {
        (f64::from(span) * self.step() - self.gutter).max(0.0)
    }

    /// Where the handle is for `span`, a client coordinate.
    #[must_use]
    pub fn x_of(&self, span: u8) -> f64 {
        match self.direction {
            Direction::Ltr => self.start + self.width_of(span),
            Direction::Rtl => self.start - self.width_of(span),
        }
    }

    /// From one column's start to the next one's.
    fn step(&self) -> f64 {
        (self.grid_width + self.gutter) / f64::from(COLUMNS)
    }
}
