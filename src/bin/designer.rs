//! The portal designer.

fn main() {
    palier::designer::start();
}
