//! Blocks as custom elements. The element class and the loader are JavaScript (`loader/`), since
//! wasm-bindgen cannot extend `HTMLElement`; this module connects them to blocks and stores.
//!
//! ```text
//! palier.js ── defines tags, draws skeletons, starts GETs ──┐
//!     └─ wasm ── [`start`], [`prepare`], [`mount`], [`set`], [`set_theme`], [`unmount`] ─┴─> blocks, one store per language
//! ```

mod element;
pub mod manifest;
mod page;

pub use element::{mount, set, set_theme, unmount};
pub use page::{close, forget, prepare, refresh, start};
