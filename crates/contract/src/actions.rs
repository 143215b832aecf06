//! Legal next steps: the server lists them, the kit offers nothing else.

use crate::{Action, Keyed};

/// Legal next steps by name, for instance `redeem`, `reveal_code`, `claim`, `join`.
pub type Actions = Keyed<Action>;
