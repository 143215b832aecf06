//! What hands do on the desk becomes the engine's input.

use palier_dnd::geometry::Point;
use palier_dnd::load::Grip;
use palier_dnd::machine::{Input, Key, Moved, PointerKind, Press, Released};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::{Drag, How};
use crate::designer::view::Mode;

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    fn follow(desk: &Element, tell: &JsValue);
}

/// What `hands.js` tells: what was done, what was pressed, and the numbers of [`Told`] in its order.
type Tell = dyn Fn(String, String, Vec<f64>) -> bool;

/// What a hand did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Down,
    Move,
    Hover,
    /// What is carried has rested: over a tab, that shows its part.
    Rest,
    /// The part that was shown for it is drawn.
    Turned,
    Leave,
    Up,
    Frame,
    Cancel,
    Blur,
    Scroll,
    Escape,
}

impl What {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "down" => Self::Down,
            "move" => Self::Move,
            "hover" => Self::Hover,
            "rest" => Self::Rest,
            "turned" => Self::Turned,
            "leave" => Self::Leave,
            "up" => Self::Up,
            "frame" => Self::Frame,
            "cancel" => Self::Cancel,
            "blur" => Self::Blur,
            "scroll" => Self::Scroll,
            "escape" => Self::Escape,
            _ => return None,
        })
    }
}

/// One thing that a hand did. What does not concern it is 0, or empty.
struct Told {
    pointer: i32,
    /// 0 mouse, 1 touch, 2 pen.
    kind: u32,
    /// Of a press its button, of a move the buttons that are down.
    button: i32,
    at: Point,
    time_ms: f64,
    /// Of a press 1 for Ctrl or Cmd and 2 for Shift; of a release 1 for Alt.
    modifier: u8,
    /// As `GRIPS` in `hands.js` has them.
    grip: u32,
    source: String,
}

impl Told {
    fn kind(&self) -> Option<PointerKind> {
        Some(match self.kind {
            0 => PointerKind::Mouse,
            1 => PointerKind::Touch,
            2 => PointerKind::Pen,
            _ => return None,
        })
    }

    fn grip(&self) -> Option<Grip> {
        Some(match self.grip {
            0 => Grip::Handle,
            1 => Grip::Body,
            2 => Grip::Text,
            3 => Grip::Interactive,
            _ => return None,
        })
    }

    /// How a click there selects.
    fn how(&self) -> How {
        match self.modifier {
            2 => How::Range,
            1 => How::Toggle,
            _ => How::Alone,
        }
    }
}

impl Drag {
    /// Follows the hands on the desk, for as long as the page lives. `view` scrolls the canvas.
    pub(in crate::designer) fn follow(&self, desk: &Element, view: Element) {
        self.0.stage.borrow_mut().view = Some(view);
        let drag = self.clone();
        let tell: Box<Tell> = Box::new(move |what, source, numbers| {
            let &[pointer, kind, button, x, y, time_ms, modifier, grip] = numbers.as_slice() else {
                return false;
            };
            let told = Told {
                pointer: pointer as i32,
                kind: kind as u32,
                button: button as i32,
                at: Point::new(x, y),
                time_ms,
                modifier: modifier as u8,
                grip: grip as u32,
                source,
            };
            What::of(&what).is_some_and(|what| drag.told(what, told))
        });
        follow(desk, Closure::wrap(tell).into_js_value().as_ref());
    }

    /// Says whether the browser's own answer is to be prevented, and to `Frame` whether more follow.
    fn told(&self, what: What, told: Told) -> bool {
        match what {
            What::Down => return self.down(told).is_some(),
            What::Move => {
                self.draw_at(told.at);
                self.step(Input::Move(Moved {
                    pointer: told.pointer,
                    buttons: u16::try_from(told.button).unwrap_or(0),
                    at: told.at,
                    time_ms: told.time_ms,
                }));
            }
            What::Hover => {
                self.hover(told.at);
                return false;
            }
            What::Rest => return self.rest(told.at),
            What::Turned => {
                self.changed();
                return false;
            }
            What::Leave => {
                self.leave();
                return false;
            }
            What::Up => self.end(Input::Up(Released {
                pointer: told.pointer,
                at: told.at,
                alt: told.modifier != 0,
            })),
            What::Frame => {
                self.step(Input::Frame(told.time_ms));
                return self.is_busy();
            }
            What::Cancel => self.end(Input::PointerCancel(told.pointer)),
            What::Blur => self.end(Input::Blur),
            What::Scroll => self.scrolled(),
            What::Escape => return self.key(Key::Escape, None),
        }
        true
    }

    fn end(&self, input: Input) {
        self.step(input);
        self.let_go();
    }

    /// Shows the part of a tab that something is held over. Where the drop leads is no matter of
    /// time all the same: it is found anew from the pointer, and again from where it is released.
    fn rest(&self, at: Point) -> bool {
        let canvas = self.0.stage.borrow().canvas.clone();
        self.is_carrying() && canvas.turn_at(at.x, at.y)
    }

    /// A press; nothing where it is none of the desk's.
    fn down(&self, told: Told) -> Option<()> {
        let session = self.0.stage.borrow().session;
        if session.view.mode.get_untracked() == Mode::Try {
            // A press on the page is the member's; one that takes something up is told why not.
            let takes = !told.source.is_empty() && !session.refuses_edits();
            return takes.then_some(());
        }
        let (kind, grip) = (told.kind()?, told.grip()?);
        if grip == Grip::Text && told.source.is_empty() {
            // In a text that is written on the page, or on its tools: no press on what lies below.
            return None;
        }
        let Some(grab) = self.grab(&told.source, told.at, grip) else {
            let on_page = told.source.is_empty() && grip != Grip::Interactive;
            // Beside all blocks: the page itself.
            if told.button == 0 && on_page && !self.is_busy() {
                session.select(Vec::new());
            }
            return None;
        };
        let on = match told.source.as_str() {
            "" => self.0.stage.borrow().canvas.at(told.at.x, told.at.y),
            id => Some(id.into()),
        };
        *self.0.pressed.borrow_mut() = on.map(|id| (id, told.how()));
        self.step(Input::Down(Press {
            pointer: told.pointer,
            kind,
            button: i16::try_from(told.button).unwrap_or(0),
            at: told.at,
            time_ms: told.time_ms,
            grab,
        }));
        Some(())
    }
}
