//! Verifies bearer tokens: issuer, audience, expiry, algorithm, signature (RFC 8725).

use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, dangerous, decode, decode_header,
    jwk::{KeyAlgorithm, PublicKeyUse},
};
use serde::Deserialize;
use serde_json::{Map, Value};

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

/// Where roles are, unless the identity provider has its own name for them.
pub const ROLES_CLAIM: &str = "roles";

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
    /// The role of this name in a token.
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
    roles_claim: String,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    /// Seconds, with a fraction if the issuer likes (RFC 7519 §2).
    #[serde(default)]
    exp: f64,
    /// Of what is not required nothing makes a token wrong, whatever its shape.
    #[serde(flatten)]
    more: Map<String, Value>,
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

    /// Accepts tokens that `issuer` made for `audience`, signed with one of `keys`; `roles_claim`
    /// names the claim with the roles.
    #[must_use]
    pub fn with_provider(
        mut self,
        issuer: String,
        audience: String,
        keys: Jwks,
        roles_claim: String,
    ) -> Self {
        self.provider = Some(Provider {
            issuer,
            audience,
            keys,
            roles_claim,
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
            return read(token, &demo.decoding_key(), &rules, ROLES_CLAIM);
        }
        let provider = self
            .provider
            .as_ref()
            .filter(|provider| provider.issuer == claimed)
            .ok_or(Rejected("unknown issuer"))?;
        // What must be understood and is not (RFC 7515 §4.1.11): none of it is.
        if header.crit.is_some() {
            return Err(Rejected("an extension that is not known"));
        }
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
        // A key to encrypt with proves nothing by its signatures (RFC 7517 §4.2).
        if key.common.public_key_use == Some(PublicKeyUse::Encryption) {
            return Err(Rejected("not a key for signatures"));
        }
        let decoding = DecodingKey::from_jwk(&key).map_err(|_| Rejected("unusable key"))?;
        read(
            token,
            &decoding,
            &rules(header.alg, &provider.issuer, &provider.audience),
            &provider.roles_claim,
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

fn read(
    token: &str,
    key: &DecodingKey,
    rules: &Validation,
    roles_claim: &str,
) -> Result<Identity, Rejected> {
    use jsonwebtoken::errors::ErrorKind as K;
    let claims = decode::<Claims>(token, key, rules).map_err(|error| match error.kind() {
        K::ExpiredSignature => Rejected("expired"),
        K::InvalidAudience => Rejected("made for another audience"),
        K::InvalidSignature => Rejected("wrong signature"),
        K::MissingRequiredClaim(_) => Rejected("a required claim is missing"),
        _ => Rejected("not acceptable"),
    })?;
    let claims = claims.claims;
    if claims.sub.trim().is_empty() {
        return Err(Rejected("a required claim is missing"));
    }
    let name = claims.more.get("name").and_then(Value::as_str);
    Ok(Identity {
        name: name
            .filter(|name| !name.trim().is_empty())
            .map(str::to_owned),
        roles: find(&claims.more, roles_claim).map_or_else(Vec::new, roles),
        subject: claims.sub,
        accepted_until: ((claims.exp + LEEWAY_SECONDS as f64) * 1000.0) as i64,
    })
}

/// The claim of this name, or the one in a claim that a dot leads into: `realm_access.roles`.
/// Names that are addresses have dots too, so the whole name comes first.
fn find<'c>(claims: &'c Map<String, Value>, name: &str) -> Option<&'c Value> {
    let within = || {
        let (outer, inner) = name.split_once('.')?;
        find(claims.get(outer)?.as_object()?, inner)
    };
    claims.get(name).or_else(within)
}

/// A list of words, or words in one text; anything else is no role.
fn roles(claim: &Value) -> Vec<Role> {
    let words: Vec<&str> = match claim {
        Value::String(text) => text.split([' ', ',']).collect(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    words.into_iter().filter_map(Role::parse).collect()
}

fn same_algorithm(own: KeyAlgorithm, used: Algorithm) -> bool {
    // Both spell the names of RFC 7518.
    own.to_string() == format!("{used:?}")
}
