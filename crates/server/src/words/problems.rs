//! What problems say to people, in English and French. Other languages read the English.

use palier_contract::problem::ProblemType;
use palier_edit::Refusal;

use super::{is_french, pick};
use crate::error::FaultCode;

/// A short summary for developers, always in English (RFC 9457 §3.1.3 allows either).
pub(crate) fn title(kind: &ProblemType) -> &'static str {
    use ProblemType as P;
    match kind {
        P::BadRequest => "Malformed request",
        P::Unauthorised => "Not signed in",
        P::Forbidden => "Not allowed",
        P::NotEnrolled => "Not enrolled",
        P::Suspended => "Membership suspended",
        P::NotFound => "Not found",
        P::MethodNotAllowed => "Method not allowed",
        P::KeyMissing => "Idempotency-Key missing",
        P::KeyReused => "Idempotency-Key used with another payload",
        P::KeyBusy => "Request with this Idempotency-Key still running",
        P::Short => "Balance too low",
        P::SoldOut => "Sold out",
        P::LimitReached => "Member limit reached",
        P::OutsideWindow => "Not available now",
        P::NotEligible => "Not eligible",
        P::PriceChanged => "Price changed",
        P::QuoteExpired => "Quote expired",
        P::DeliveryFailed => "Delivery failed",
        P::CursorInvalid => "Invalid cursor",
        P::PreconditionFailed => "Changed by somebody else",
        P::PreconditionRequired => "If-Match missing",
        P::Invalid => "Invalid content",
        P::TooLarge => "Body too large",
        P::UnsupportedMedia => "Unsupported media type",
        P::RateLimited => "Too many requests",
        P::NotOffered => "Not offered",
        P::Internal => "Internal error",
        P::Unavailable => "Temporarily unavailable",
        P::Unknown(_) => "Problem",
    }
}

/// What happened, in the reader's language.
pub(crate) fn detail(kind: &ProblemType, locale: &str) -> &'static str {
    if is_french(locale) {
        french(kind)
    } else {
        english(kind)
    }
}

fn english(kind: &ProblemType) -> &'static str {
    use ProblemType as P;
    match kind {
        P::BadRequest => "The request could not be read; see the list.",
        P::Unauthorised => "Please sign in again.",
        P::Forbidden => "You are not allowed to do this.",
        P::NotEnrolled => "Join the programme first.",
        P::Suspended => "Your membership is suspended. Please contact us.",
        P::NotFound => "There is nothing here.",
        P::MethodNotAllowed => "This address does not accept that method.",
        P::KeyMissing => "Send an Idempotency-Key header, so that this happens only once.",
        P::KeyReused => "This Idempotency-Key belongs to another request; use a new one.",
        P::KeyBusy => "The same request is still being worked on. Ask again in a moment.",
        P::Short => "Your balance does not cover this.",
        P::SoldOut => "There is nothing left of this.",
        P::LimitReached => "You have reached the limit for this.",
        P::OutsideWindow => "This is not available at the moment.",
        P::NotEligible => "This is reserved for other members.",
        P::PriceChanged => "The price has changed. Have a look and confirm again.",
        P::QuoteExpired => "That took a while, please confirm again.",
        P::DeliveryFailed => {
            "You have paid, but it could not be handed over. Your order says what happens next."
        }
        P::CursorInvalid => "This list has moved on. Start again from its beginning.",
        P::PreconditionFailed => "Somebody else changed this in the meantime.",
        P::PreconditionRequired => "Send If-Match with the ETag you last read.",
        P::Invalid => "Some of it is not valid; see the list.",
        P::TooLarge => "That is too large.",
        P::UnsupportedMedia => "Send JSON with Content-Type: application/json.",
        P::RateLimited => "That was too quick. Wait a moment and try again.",
        P::NotOffered => "This programme does not offer that.",
        P::Internal => "Something went wrong on our side.",
        P::Unavailable => "We are busy. Try again in a moment.",
        P::Unknown(_) => "Something went wrong.",
    }
}

fn french(kind: &ProblemType) -> &'static str {
    use ProblemType as P;
    match kind {
        P::BadRequest => "La requête est illisible ; voyez la liste.",
        P::Unauthorised => "Veuillez vous reconnecter.",
        P::Forbidden => "Vous n’avez pas le droit de faire cela.",
        P::NotEnrolled => "Rejoignez d’abord le programme.",
        P::Suspended => "Votre adhésion est suspendue. Contactez-nous.",
        P::NotFound => "Il n’y a rien ici.",
        P::MethodNotAllowed => "Cette adresse n’accepte pas cette méthode.",
        P::KeyMissing => "Envoyez un en-tête Idempotency-Key, pour que cela n’arrive qu’une fois.",
        P::KeyReused => "Cette Idempotency-Key appartient à une autre requête ; changez-en.",
        P::KeyBusy => "La même demande est encore en cours. Redemandez dans un instant.",
        P::Short => "Votre solde ne suffit pas.",
        P::SoldOut => "Il n’en reste plus.",
        P::LimitReached => "Vous avez atteint la limite.",
        P::OutsideWindow => "Ce n’est pas disponible en ce moment.",
        P::NotEligible => "C’est réservé à d’autres membres.",
        P::PriceChanged => "Le prix a changé. Vérifiez puis confirmez de nouveau.",
        P::QuoteExpired => "Le délai est passé, veuillez confirmer de nouveau.",
        P::DeliveryFailed => "C’est payé, mais la remise a échoué. Votre commande dit la suite.",
        P::CursorInvalid => "Cette liste a changé. Reprenez-la du début.",
        P::PreconditionFailed => "Quelqu’un d’autre l’a modifié entre-temps.",
        P::PreconditionRequired => "Envoyez If-Match avec le dernier ETag lu.",
        P::Invalid => "Tout ne convient pas ; voyez la liste.",
        P::TooLarge => "C’est trop volumineux.",
        P::UnsupportedMedia => "Envoyez du JSON avec Content-Type: application/json.",
        P::RateLimited => "C’était trop rapide. Attendez un instant et réessayez.",
        P::NotOffered => "Ce programme ne le propose pas.",
        P::Internal => "Une erreur est survenue de notre côté.",
        P::Unavailable => "Nous sommes très sollicités. Réessayez dans un instant.",
        P::Unknown(_) => "Une erreur est survenue.",
    }
}

/// Why an order is not cancelled, in the reader's language.
pub(crate) fn too_late(locale: &str) -> &'static str {
    pick(
        locale,
        "It is too late to cancel this order. Contact us and we will see what can be done.",
        "Il est trop tard pour annuler cette commande. Contactez-nous pour voir ce qui est possible.",
    )
}

/// To whoever is no member any more.
pub(crate) fn has_left(locale: &str) -> &'static str {
    pick(
        locale,
        "You have left the programme. Please contact us to come back.",
        "Vous avez quitté le programme. Contactez-nous pour revenir.",
    )
}

/// What is wrong with a field, in the reader's language.
pub(crate) fn fault(code: &FaultCode, locale: &str) -> String {
    let french = is_french(locale);
    match code {
        FaultCode::Required => pick(locale, "This is required.", "C’est obligatoire.").to_owned(),
        FaultCode::Missing(name) if french => format!("Il manque « {name} »."),
        FaultCode::Missing(name) => format!("`{name}` is missing."),
        FaultCode::Malformed(expected) if french => format!("Illisible ; attendu : {expected}."),
        FaultCode::Malformed(expected) => format!("Unreadable; expected {expected}."),
        FaultCode::Unknown => {
            pick(locale, "There is no such thing.", "Cela n’existe pas.").to_owned()
        }
        FaultCode::TooLong(max) if french => format!("{max} caractères au plus."),
        FaultCode::TooLong(max) => format!("At most {max} characters."),
        FaultCode::TooShort(min) if french => format!("{min} caractères au moins."),
        FaultCode::TooShort(min) => format!("At least {min} characters."),
        FaultCode::Characters => pick(
            locale,
            "Some characters are not allowed.",
            "Certains caractères sont exclus.",
        )
        .to_owned(),
        FaultCode::OutOfRange(from, to) if french => format!("Entre {from} et {to}."),
        FaultCode::OutOfRange(from, to) => format!("Between {from} and {to}."),
        FaultCode::Refused(_, message) | FaultCode::Document(_, message) => message.clone(),
        FaultCode::OtherTerms => pick(
            locale,
            "The terms have changed meanwhile. Please read them again.",
            "Les conditions ont changé entre-temps. Veuillez les relire.",
        )
        .to_owned(),
        FaultCode::Mismatch => pick(
            locale,
            "This does not fit the rest.",
            "Cela contredit le reste.",
        )
        .to_owned(),
    }
}

/// Why an edit of a portal document is not allowed, in the reader's language.
pub(crate) fn refusal(refusal: &Refusal, locale: &str) -> String {
    if !is_french(locale) {
        return format!("Refused: {refusal}.");
    }
    match refusal {
        Refusal::Role { role } => {
            format!("Refusé : le rôle {} ne permet pas cela.", role.word())
        }
        Refusal::Locked { kind, lock, .. } => {
            format!("Refusé : ce bloc {kind} est verrouillé ({lock}).")
        }
        Refusal::TokenLocked { name } => {
            format!("Refusé : la marque réserve {name}.")
        }
        Refusal::UnknownBlock { kind } => {
            format!("Refusé : le type de bloc {kind} est inconnu.")
        }
        other => format!("Refusé : {other}."),
    }
}
