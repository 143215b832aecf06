//! Who is asking: bearer tokens (RFC 6750, 7519), the brand's API key, the server's secrets.

mod demo;
mod jwks;
mod secret;
mod token;

pub use demo::{DemoIssuer, LIFETIME_SECONDS};
pub use jwks::{Jwks, JwksError, JwksSource};
pub use secret::{Secret, SecretError, api_keys, random};
pub use token::{Identity, ROLES_CLAIM, Rejected, Role, Verifier};
