//! Who is asking, for handlers: [`Caller`], [`Reader`], [`Member`], [`Editor`], [`Brand`].

use std::net::{IpAddr, Ipv6Addr};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{Extensions, HeaderMap, header, request::Parts},
    middleware::Next,
    response::Response,
};

use super::{Server, enrolment};
use crate::{
    app::App,
    auth::{Identity, Role},
    db::read_members::{self, MemberRow},
    error::{Error, Outcome},
    locale::Locale,
};

/// What the `Authorization` header proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Caller {
    /// No header.
    Anonymous,
    /// A bearer token of the identity provider.
    Person(Identity),
    /// The brand's systems, by API key.
    Brand,
}

/// A reader of public resources: anybody, and the member they are if they are one.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    /// What was proved.
    pub caller: Caller,
    /// Their row, when enrolled or being enrolled.
    pub row: Option<MemberRow>,
    /// They were a member, and have left.
    pub has_left: bool,
}

/// Somebody enrolled, suspended members included: they may still see what they have.
#[derive(Debug, Clone)]
pub(super) struct Member(pub MemberRow);

/// Somebody signed in, with their row once they are enrolled. Pages read what is below `/me/` before
/// they know whether their reader has joined: whoever has not has nothing yet, which is no error.
#[derive(Debug, Clone)]
pub(super) struct SignedIn(pub Option<MemberRow>);

/// Somebody who may edit drafts; see [`Editor::publisher`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Editor(pub Identity);

/// The brand's systems.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brand;

impl Reader {
    /// The row of a full member or a suspended one.
    pub(super) fn member(&self) -> Option<&MemberRow> {
        self.row.as_ref().filter(|row| row.is_enrolled())
    }
}

impl Member {
    /// The member, if they may act.
    ///
    /// # Errors
    /// [`Error::Suspended`].
    pub(super) fn acting(self) -> Outcome<MemberRow> {
        if self.0.is_suspended() {
            Err(Error::Suspended)
        } else {
            Ok(self.0)
        }
    }
}

impl Editor {
    /// The most that their roles let them do with drafts.
    pub(super) fn role(&self) -> palier_edit::Role {
        let has = |role| self.0.roles.contains(&role);
        if has(Role::Admin) {
            palier_edit::Role::Admin
        } else if has(Role::Designer) {
            palier_edit::Role::Designer
        } else {
            palier_edit::Role::ContentEditor
        }
    }

    /// The editor, if they may publish and roll back.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for content editors.
    pub(super) fn publisher(self) -> Outcome<Identity> {
        let may = self
            .0
            .roles
            .iter()
            .any(|role| matches!(role, Role::Admin | Role::Designer));
        if may {
            Ok(self.0)
        } else {
            Err(Error::Forbidden)
        }
    }
}

/// Middleware: verifies the token once, then holds the caller to their request rate.
///
/// # Errors
/// [`Error::Unauthorised`] for a header that proves nothing, [`Error::RateLimited`].
pub(super) async fn identify(
    State(server): State<Server>,
    mut request: Request,
    next: Next,
) -> Outcome<Response> {
    let address = address(&server, request.headers(), request.extensions());
    let caller = match prove(&server.app, request.headers()).await {
        Ok(caller) => caller,
        Err(error) => {
            // Guessing tokens is rationed like everything else that is anonymous.
            server.rate.take(&address)?;
            return Err(error);
        }
    };
    match &caller {
        Caller::Anonymous => server.rate.take(&address)?,
        Caller::Person(identity) => server.rate.take(&format!("member {}", identity.subject))?,
        Caller::Brand => {}
    }
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

async fn prove(app: &App, headers: &HeaderMap) -> Outcome<Caller> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Ok(Caller::Anonymous);
    };
    let token = value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or(Error::Unauthorised("not a bearer token"))?;
    if app.is_api_key(token) {
        return Ok(Caller::Brand);
    }
    let identity = app.verifier.verify(token).await;
    identity
        .map(Caller::Person)
        .map_err(|rejected| Error::Unauthorised(rejected.0))
}

/// The peer's address; behind a proxy, the last one that the proxy added.
fn address(server: &Server, headers: &HeaderMap, extensions: &Extensions) -> String {
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .filter(|_| server.settings.behind_proxy)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|text| text.trim().parse::<IpAddr>().ok());
    let peer = extensions
        .get::<ConnectInfo<std::net::SocketAddr>>()
        .map(|info| info.0.ip());
    forwarded
        .or(peer)
        .map_or_else(|| "unknown".to_owned(), |ip| network(ip).to_string())
}

/// What one caller has of addresses: a whole /64 with IPv6, where a bucket for each address
/// would be a bucket for each request.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
        ip => ip,
    }
}

fn caller(parts: &Parts) -> Caller {
    parts
        .extensions
        .get::<Caller>()
        .cloned()
        .unwrap_or(Caller::Anonymous)
}

impl FromRequestParts<Server> for Reader {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Outcome<Self> {
        let caller = caller(parts);
        let row = match &caller {
            Caller::Person(identity) => {
                let app = &server.app;
                let known = read_members::by_public_id(app.db.reader(), &identity.subject).await?;
                match known {
                    Some(row) => Some(row),
                    None => {
                        enrolment::join(app, identity, &Locale::of(&parts.headers, app)).await?
                    }
                }
            }
            Caller::Anonymous | Caller::Brand => None,
        };
        let has_left = row.as_ref().is_some_and(MemberRow::is_closed);
        Ok(Self {
            caller,
            row: row.filter(|_| !has_left),
            has_left,
        })
    }
}

impl FromRequestParts<Server> for Member {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Outcome<Self> {
        let reader = Reader::from_request_parts(parts, server).await?;
        match (reader.member(), &reader.caller) {
            (Some(row), _) => Ok(Self(row.clone())),
            (None, Caller::Anonymous) => Err(Error::Unauthorised("no token")),
            (None, Caller::Person(_)) => Err(Error::NotEnrolled),
            (None, Caller::Brand) => Err(Error::Forbidden),
        }
    }
}

impl FromRequestParts<Server> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Outcome<Self> {
        let reader = Reader::from_request_parts(parts, server).await?;
        match &reader.caller {
            Caller::Anonymous => Err(Error::Unauthorised("no token")),
            Caller::Person(_) => Ok(Self(reader.member().cloned())),
            Caller::Brand => Err(Error::Forbidden),
        }
    }
}

impl FromRequestParts<Server> for Editor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Server) -> Outcome<Self> {
        match caller(parts) {
            Caller::Person(identity) if !identity.roles.is_empty() => Ok(Self(identity)),
            Caller::Anonymous => Err(Error::Unauthorised("no token")),
            Caller::Person(_) | Caller::Brand => Err(Error::Forbidden),
        }
    }
}

impl FromRequestParts<Server> for Brand {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Server) -> Outcome<Self> {
        match caller(parts) {
            Caller::Brand => Ok(Self),
            Caller::Anonymous => Err(Error::Unauthorised("no API key")),
            Caller::Person(_) => Err(Error::Forbidden),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn an_ipv6_caller_is_their_network() {
        for (address, caller) in [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("2001:db8:1:3::1", "2001:db8:1:3::"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("192.0.2.7", "192.0.2.7"),
        ] {
            let found = address.parse().map(|ip| network(ip).to_string());
            assert_eq!(found.as_deref(), Ok(caller), "{address}");
        }
    }
}
