//! Every block in every state.

fn main() {
    palier::gallery::start();
}
