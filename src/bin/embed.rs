//! The kit as custom elements: one per block.

mod exports;

fn main() {
    palier::embed::start(&[]);
}
