//! Where something stands on the page.

use palier_dnd::geometry::{Point, Segment};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/src/designer/canvas/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = box)]
    fn measure(element: &Element, page: &Element) -> Vec<f64>;
    fn origin(page: &Element) -> Vec<f64>;
}

/// Where the page stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::designer) struct Origin {
    /// Its upper left corner.
    pub(in crate::designer) at: Point,
    /// How much larger it is seen than it is.
    pub(in crate::designer) scale: f64,
}

/// A box in CSS pixels from the page's corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::designer) struct Frame {
    pub(in crate::designer) left: f64,
    pub(in crate::designer) top: f64,
    pub(in crate::designer) width: f64,
    pub(in crate::designer) height: f64,
}

impl Origin {
    /// Where `page` stands.
    pub(super) fn of(page: &Element) -> Option<Self> {
        match origin(page).as_slice() {
            &[left, top, scale] => Some(Self {
                at: Point::new(left, top),
                scale,
            }),
            _ => None,
        }
    }

    /// A point on the screen, as it is on the page.
    pub(in crate::designer) fn point(self, at: Point) -> Point {
        let way = at - self.at;
        Point::new(way.x / self.scale, way.y / self.scale)
    }

    /// A line on the screen, as it is on the page.
    pub(in crate::designer) fn line(self, line: &Segment) -> Segment {
        Segment {
            from: self.point(line.from),
            to: self.point(line.to),
        }
    }

    /// The box on the page of a line on the screen.
    pub(in crate::designer) fn frame(self, line: &Segment) -> Frame {
        let line = self.line(line);
        Frame {
            left: line.from.x,
            top: line.from.y,
            width: line.to.x - line.from.x,
            height: line.to.y - line.from.y,
        }
    }
}

impl Frame {
    /// Where `element` stands on `page`.
    pub(super) fn of(element: &Element, page: &Element) -> Option<Self> {
        match measure(element, page).as_slice() {
            &[left, top, width, height] => Some(Self {
                left,
                top,
                width,
                height,
            }),
            _ => None,
        }
    }

    /// One side as a CSS length.
    pub(in crate::designer) fn side(self, side: &str) -> String {
        length(match side {
            "left" => self.left,
            "top" => self.top,
            "width" => self.width,
            _ => self.height,
        })
    }
}

/// CSS pixels as a CSS length.
pub(super) fn length(pixels: f64) -> String {
    // Tenths: fractions of floats are never formatted, that costs bytes.
    let tenths = (pixels * 10.0) as i64;
    format!("calc({tenths}px / 10)")
}
