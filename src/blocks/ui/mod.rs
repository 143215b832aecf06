//! Controls that several blocks use. Their classes begin with `pl-` and live in `style/host.css`.

mod bar;
mod bones;
mod dialog;
mod picker;
mod picture;
mod seen;

pub use bar::bar;
pub use bones::bones;
pub use dialog::{Dialog, dialog};
pub use picker::{Choice, menu, segments};
pub use picture::picture;
pub use seen::when_seen;
