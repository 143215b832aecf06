//! `POST /v1/me/join`: joining by a button.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use palier_contract::member::{JoinRequest, Terms};

use super::{
    body::Body,
    caller::{Caller, Reader},
    enrolment, me, reply,
};
use crate::{
    app::App,
    error::{Error, Fault, FaultCode, Outcome},
    locale::Locale,
    programme::Join,
};

/// Makes whoever asks a member, where they may, and answers who they are then. Who is a member
/// already stays as they are, so that asking again is no second joining.
pub(super) async fn join(
    State(app): State<Arc<App>>,
    reader: Reader,
    locale: Locale,
    Body { value: request, .. }: Body<JoinRequest>,
) -> Outcome<Response> {
    let identity = match &reader.caller {
        Caller::Person(identity) => identity,
        Caller::Anonymous => return Err(Error::Unauthorised("no token")),
        Caller::Brand => return Err(Error::Forbidden),
    };
    if reader.has_left {
        return Err(Error::HasLeft);
    }
    let row = match reader.row {
        Some(row) => row,
        None if app.programme.join == Join::Ask => {
            let terms = me::terms(&app);
            agree(terms.as_ref(), request.terms.as_ref())?;
            enrolment::enrol(&app, identity, &locale, terms.as_ref()).await?
        }
        None => return Err(Error::NotOffered),
    };
    let reader = Reader {
        row: Some(row),
        ..reader
    };
    reply::private(&locale, &me::me(&app, &reader, &locale).await?)
}

/// # Errors
/// [`Error::Invalid`] when what was agreed to is not what is `asked` today.
fn agree(asked: Option<&Terms>, agreed: Option<&Terms>) -> Outcome<()> {
    let fault = match (asked, agreed) {
        (Some(_), None) => FaultCode::Required,
        (Some(asked), Some(agreed)) if asked != agreed => FaultCode::OtherTerms,
        _ => return Ok(()),
    };
    Err(Error::Invalid(vec![Fault::new("/terms", fault)]))
}
