//! The kit's styles. Generated from `style/` by `cargo xtask styles`: never edit.

/// `style/tokens.css`, unscoped.
pub const TOKENS: &str = "";

/// `style/host.css`, unscoped.
pub const HOST: &str = "";
