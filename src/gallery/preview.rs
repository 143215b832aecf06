//! The state that a block is in on the designer's canvas: it shows sample data and can be used, and
//! what would write is refused on the page itself.

use crate::blocks::Spec;
use crate::blocks::demo::{self, State};

/// The state's name in the address.
pub(super) const NAME: &str = "preview";

/// What a write is answered, in the designer's words. Readers cannot be blamed: they stand where the
/// backend's would.
pub(super) const REFUSAL: &str = r#"{"type":"urn:palier:problem:forbidden","title":"This is a preview.","status":403,"detail":"This is a preview: nothing is written."}"#;

/// The block with the sample data of its first state.
pub(super) fn find(block: &str) -> Option<(&'static Spec, State)> {
    demo::find(block, "")
}

/// Whether a request would change something. A quote does not.
pub(super) fn is_write(method: &str, path: &str) -> bool {
    method != "GET" && path != "/redemptions/quote"
}
