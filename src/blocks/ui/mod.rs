//! Controls that several blocks use. Their classes begin with `pl-` and live in `style/host.css`.

mod bar;
mod bones;
mod clipboard;
mod details;
mod dialog;
mod headline;
mod invalid;
mod kept_focus;
mod link;
mod picker;
mod picture;
mod rich_text;
mod seen;
mod unique;

pub use bar::{bar, percent};
pub use bones::bones;
pub use clipboard::copy;
pub use details::details;
pub use dialog::{Dialog, dialog};
pub use headline::headline;
pub use invalid::focus_invalid;
pub use kept_focus::{kept_focus, to_heading};
pub use link::{address, beside};
pub use picker::{Choice, arrowed, menu, segments};
pub use picture::picture;
pub use rich_text::rich_text;
pub use seen::when_seen;
pub use unique::unique;
