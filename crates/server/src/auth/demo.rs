//! The demo programme's own issuer: short-lived tokens for demo members, nothing else.

use jsonwebtoken::{DecodingKey, EncodingKey, Header, encode};
use serde::Serialize;

use super::Secret;

/// Seconds a demo token lasts: short enough that renewal is exercised in every demo.
pub const LIFETIME_SECONDS: u32 = 900;

/// Makes and checks demo tokens. One process does both, so a shared secret is enough.
#[derive(Debug)]
pub struct DemoIssuer {
    secret: Secret,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    aud: &'a str,
    sub: &'a str,
    iat: i64,
    exp: i64,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    roles: &'a [&'a str],
}

impl DemoIssuer {
    /// An issuer that signs with `secret`.
    pub fn new(secret: Secret) -> Self {
        Self { secret }
    }

    /// The `iss` of its tokens.
    pub fn issuer(&self) -> &'static str {
        "palier-demo"
    }

    /// The `aud` of its tokens.
    pub fn audience(&self) -> &'static str {
        "palier"
    }

    /// A token for `subject`, valid from `now_ms` for [`LIFETIME_SECONDS`].
    ///
    /// # Errors
    /// The library's error when the claims cannot be written as JSON.
    pub fn issue(
        &self,
        subject: &str,
        roles: &[&str],
        now_ms: i64,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let iat = now_ms / 1000;
        let claims = Claims {
            iss: self.issuer(),
            aud: self.audience(),
            sub: subject,
            iat,
            exp: iat + i64::from(LIFETIME_SECONDS),
            roles,
        };
        encode(
            &Header::default(),
            &claims,
            &EncodingKey::from_secret(self.secret.bytes()),
        )
    }

    pub(super) fn decoding_key(&self) -> DecodingKey {
        DecodingKey::from_secret(self.secret.bytes())
    }
}
