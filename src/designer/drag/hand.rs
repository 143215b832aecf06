//! What hands do on the desk becomes the engine's input.

use leptos::prelude::GetUntracked;
use palier_dnd::geometry::Point;
use palier_dnd::load::Grip;
use palier_dnd::machine::{Input, Moved, PointerKind, Press, Released};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::{Drag, How};
use crate::designer::view::Mode;

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    fn follow(desk: &Element, tell: &JsValue);
}

/// What `hands.js` tells: what, what was pressed, and pointer, kind, button or buttons, x, y,
/// time, modifier, grip.
type Tell = dyn Fn(String, String, Vec<f64>) -> bool;

/// One thing that a hand did.
struct Told {
    what: String,
    pointer: i32,
    kind: u32,
    button: i32,
    at: Point,
    time_ms: f64,
    modifier: f64,
    grip: u32,
    source: String,
}

impl Drag {
    /// Follows the hands on the desk, for as long as the page lives. `view` scrolls the canvas.
    pub(in crate::designer) fn follow(&self, desk: &Element, view: Element) {
        self.0.stage.borrow_mut().view = Some(view);
        let drag = self.clone();
        let tell: Box<Tell> = Box::new(move |what, source, numbers| match numbers.as_slice() {
            &[pointer, kind, button, x, y, time_ms, modifier, grip] => drag.told(Told {
                what,
                pointer: pointer as i32,
                kind: kind as u32,
                button: button as i32,
                at: Point::new(x, y),
                time_ms,
                modifier,
                grip: grip as u32,
                source,
            }),
            _ => false,
        });
        follow(desk, Closure::wrap(tell).into_js_value().as_ref());
    }

    fn told(&self, told: Told) -> bool {
        match told.what.as_str() {
            "down" => self.down(told),
            "move" => {
                self.draw_at(told.at);
                self.step(Input::Move(Moved {
                    pointer: told.pointer,
                    buttons: u16::try_from(told.button).unwrap_or(0),
                    at: told.at,
                    time_ms: told.time_ms,
                }));
                true
            }
            "hover" => {
                self.hover(told.at);
                false
            }
            // It has rested over something: over a tab, that shows its part.
            "rest" => self.rest(told.at),
            "turned" => {
                self.changed();
                false
            }
            "leave" => {
                self.leave();
                false
            }
            "up" => {
                self.step(Input::Up(Released {
                    pointer: told.pointer,
                    at: told.at,
                    alt: told.modifier != 0.0,
                }));
                self.let_go();
                true
            }
            "frame" => {
                self.step(Input::Frame(told.time_ms));
                self.is_busy()
            }
            "cancel" => {
                self.step(Input::PointerCancel(told.pointer));
                self.let_go();
                true
            }
            "blur" => {
                self.step(Input::Blur);
                self.let_go();
                true
            }
            "scroll" => {
                self.scrolled();
                true
            }
            _ => self.key(palier_dnd::machine::Key::Escape, None),
        }
    }

    /// Shows the part of a tab that something is held over. Where the drop leads is no matter of
    /// time all the same: it is found anew from the pointer, and again from where it is released.
    fn rest(&self, at: Point) -> bool {
        let canvas = self.0.stage.borrow().canvas.clone();
        self.is_carrying() && canvas.turn_at(at.x, at.y)
    }

    fn down(&self, told: Told) -> bool {
        let session = self.0.stage.borrow().session;
        if session.view.mode.get_untracked() == Mode::Try {
            // A press on the page is the member's; one that takes something up is told why not.
            return !told.source.is_empty() && !session.refuses_edits();
        }
        let grip = match told.grip {
            0 => Grip::Handle,
            2 => Grip::Text,
            3 => Grip::Interactive,
            _ => Grip::Body,
        };
        if grip == Grip::Text && told.source.is_empty() {
            // In a text that is written on the page, or on its tools: no press on what lies below.
            return false;
        }
        let Some(grab) = self.grab(&told.source, told.at, grip) else {
            // Beside all blocks: the page itself.
            if told.button == 0 && told.source.is_empty() && told.grip != 3 && !self.is_busy() {
                let session = self.0.stage.borrow().session;
                session.select(Vec::new());
            }
            return false;
        };
        let on = match told.source.as_str() {
            "" => self.0.stage.borrow().canvas.at(told.at.x, told.at.y),
            id => Some(id.into()),
        };
        let how = match told.modifier as u8 {
            2 => How::Range,
            1 => How::Toggle,
            _ => How::Alone,
        };
        *self.0.pressed.borrow_mut() = on.map(|id| (id, how));
        self.step(Input::Down(Press {
            pointer: told.pointer,
            kind: match told.kind {
                1 => PointerKind::Touch,
                2 => PointerKind::Pen,
                _ => PointerKind::Mouse,
            },
            button: i16::try_from(told.button).unwrap_or(0),
            at: told.at,
            time_ms: told.time_ms,
            grab,
        }));
        true
    }
}
