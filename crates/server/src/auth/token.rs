//! Verifies bearer tokens: issuer, audience, expiry, algorithm, signature (RFC 8725).

use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, dangerous, decode, decode_header, jwk::KeyAlgorithm,
};
use serde::Deserialize;

use super::{DemoIssuer, Jwks};

/// The only algorithms accepted from an identity provider: asymmetric ones. A shared-secret
/// algorithm would let a public key be used as a secret (RFC 8725 §2.1).
const ALLOWED: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// Clock difference forgiven, in seconds.
const LEEWAY_SECONDS: u64 = 30;

/// What a member of the brand's staff may do with portals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    Admin,
    /// Edits, publishes and rolls back portals.
    Designer,
    /// Edits drafts.
    ContentEditor,
}

impl Role {
    /// The role of this name in a token's `roles`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "admin" => Some(Self::Admin),
            "designer" => Some(Self::Designer),
            "content_editor" => Some(Self::ContentEditor),
            _ => None,
        }
    }
}

/// Who a token says is asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The token's subject: a member's id, or a name of the brand's staff.
    pub subject: String,
    /// What people call them: the `name` claim of OpenID Connect Core §5.1.
    pub name: Option<String>,
    /// What they may do with portals.
    pub roles: Vec<Role>,
    /// When the token is no longer accepted, in milliseconds since the epoch.
    pub accepted_until: i64,
}

impl Identity {
    /// What colleagues read where something says who did it: the name, else the subject.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.subject)
    }
}

/// Why a token was not accepted, for developers; never holds a part of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejected(pub &'static str);

/// Checks tokens of one identity provider, and of the demo's own where there is one.
#[derive(Debug)]
pub struct Verifier {
    provider: Option<Provider>,
    demo: Option<DemoIssuer>,
}

#[derive(Debug)]
struct Provider {
    issuer: String,
    audience: String,
    keys: Jwks,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    /// Seconds, with a fraction if the issuer likes (RFC 7519 §2).
    exp: f64,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
}

#[derive(Deserialize)]
struct IssuerOnly {
    iss: String,
}

impl Verifier {
    /// Accepts nobody until told whom.
    pub fn new(demo: Option<DemoIssuer>) -> Self {
        Self {
            provider: None,
            demo,
        }
    }

    /// Accepts tokens that `issuer` made for `audience`, signed with one of `keys`.
    #[must_use]
    pub fn with_provider(mut self, issuer: String, audience: String, keys: Jwks) -> Self {
        self.provider = Some(Provider {
            issuer,
            audience,
            keys,
        });
        self
    }

    /// The demo's own issuer, for demo programmes.
    pub fn demo(&self) -> Option<&DemoIssuer> {
        self.demo.as_ref()
    }

    /// Checks a token.
    ///
    /// # Errors
    /// [`Rejected`] when it is no JWT, its issuer, audience or algorithm is not accepted, its
    /// key is unknown, its signature is wrong, or it has lapsed or never lapses.
    pub async fn verify(&self, token: &str) -> Result<Identity, Rejected> {
        let header = decode_header(token).map_err(|_| Rejected("not a JWT"))?;
        let claimed = dangerous::insecure_decode::<IssuerOnly>(token)
            .map_err(|_| Rejected("no issuer"))?
            .claims
            .iss;
        if let Some(demo) = self.demo.as_ref().filter(|demo| demo.issuer() == claimed) {
            let rules = rules(Algorithm::HS256, demo.issuer(), demo.audience());
            return read(token, &demo.decoding_key(), &rules);
        }
        let provider = self
            .provider
            .as_ref()
            .filter(|provider| provider.issuer == claimed)
            .ok_or(Rejected("unknown issuer"))?;
        if !ALLOWED.contains(&header.alg) {
            return Err(Rejected("algorithm not allowed"));
        }
        let key = provider
            .keys
            .key(header.kid.as_deref())
            .await
            .ok_or(Rejected("unknown key"))?;
        if key
            .common
            .key_algorithm
            .is_some_and(|own| !same_algorithm(own, header.alg))
        {
            return Err(Rejected("algorithm does not fit the key"));
        }
        let decoding = DecodingKey::from_jwk(&key).map_err(|_| Rejected("unusable key"))?;
        read(
            token,
            &decoding,
            &rules(header.alg, &provider.issuer, &provider.audience),
        )
    }
}

fn rules(algorithm: Algorithm, issuer: &str, audience: &str) -> Validation {
    let mut rules = Validation::new(algorithm);
    rules.set_issuer(&[issuer]);
    rules.set_audience(&[audience]);
    rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    rules.validate_nbf = true;
    rules.leeway = LEEWAY_SECONDS;
    rules
}

fn read(token: &str, key: &DecodingKey, rules: &Validation) -> Result<Identity, Rejected> {
    use jsonwebtoken::errors::ErrorKind as K;
    let data = decode::<Claims>(token, key, rules).map_err(|error| match error.kind() {
        K::ExpiredSignature => Rejected("expired"),
        K::InvalidAudience => Rejected("made for another audience"),
        K::InvalidSignature => Rejected("wrong signature"),
        K::MissingRequiredClaim(_) => Rejected("a required claim is missing"),
        _ => Rejected("not acceptable"),
    })?;
    let roles = data
        .claims
        .roles
        .iter()
        .filter_map(|word| Role::parse(word))
        .collect();
    Ok(Identity {
        subject: data.claims.sub,
        name: data.claims.name.filter(|name| !name.trim().is_empty()),
        roles,
        accepted_until: ((data.claims.exp + LEEWAY_SECONDS as f64) * 1000.0) as i64,
    })
}

fn same_algorithm(own: KeyAlgorithm, used: Algorithm) -> bool {
    // Both spell the names of RFC 7518.
    own.to_string() == format!("{used:?}")
}
