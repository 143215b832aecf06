//! The kit as custom elements, with the one that draws a whole portal.

mod exports;

fn main() {
    palier::embed::start(&[&palier::portal::element::SPEC]);
}
