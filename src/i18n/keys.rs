//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

/// How many messages there are.
pub const COUNT: usize = 0;
