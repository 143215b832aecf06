//! The standalone portal.

fn main() {
    palier::portal::start();
}
