//! Redeeming: whether a member may have a reward, what it would cost, and the order itself.
//!
//! [`verdict`] is the only place that decides; the catalogue, the quote and the order all ask it.
//! [`order`] spends: in one `BEGIN IMMEDIATE` transaction it checks everything again, takes stock
//! and points, writes the order and stores the answer under the `Idempotency-Key`. A server that
//! dies before the commit has done nothing; one that dies after it repeats the stored answer.

mod buyer;
mod choice;
pub(crate) mod code;
mod id;
pub mod idempotency;
pub mod order;
pub mod quote;
pub mod show;
pub mod verdict;

pub use buyer::{Buyer, BuyerStatus};
pub use choice::Picked;
pub use verdict::{Shop, price_version};
