//! What a backend gets wrong of people and of events is found by its rule.

use palier_conformance::{Client, Context, Given, Outcome, all};

use crate::{
    backend::club::{self, Lapse},
    given,
};

/// What becomes of one rule on a backend with people of every standing.
fn club_outcome(lapse: Option<Lapse>, rule: &str) -> Outcome {
    let given = Given {
        api_key: Some(club::KEY.to_owned()),
        ..given("club")
    };
    let client = Client::new(&club::start(lapse).address);
    let context = Context::new(client, club::people(), given).unwrap();
    let scenario = all().find(|scenario| scenario.rule == rule);
    scenario.unwrap().run(&context).outcome
}

#[test]
fn each_lapse_with_people_of_another_standing_and_with_events_is_found_by_its_rule() {
    let opted_out = "who opted out is in nobody's list, and alone is told their score";
    let member = "the member is one, with an id, an alias and their preferences";
    let alias = "an alias that was changed is kept, and what was not named stays as it is";
    let terms = "nobody joins on terms that are not those of today";
    let badges = "the member's badges add up, and numbered copies are within their edition";
    let suspended = "a suspended member is told so, sees what they have, and can change nothing";
    for (lapse, rule) in [
        (
            Lapse::RichCandidate,
            "who has not joined has nothing yet, which is no error",
        ),
        (
            Lapse::BusyCandidate,
            "who has not joined can change nothing",
        ),
        (Lapse::BusySuspended, suspended),
        (Lapse::BuyingSuspended, "a suspended member cannot redeem"),
        (Lapse::NamedOptedOut, opted_out),
        (Lapse::KeptScore, opted_out),
        (
            Lapse::CountedTwice,
            "an event that is reported twice counts once",
        ),
        (
            Lapse::LastingUpgrade,
            "an upgrade that was seen is celebrated no more",
        ),
        (
            Lapse::LastingBadges,
            "badges that were seen are new no more",
        ),
        (Lapse::JoinedNobody, "joining needs a token"),
        (
            Lapse::JoinedAnew,
            "who is a member stays as they are when they join again",
        ),
        (Lapse::AnyTerms, terms),
        (Lapse::LostTerms, terms),
        (Lapse::LostAlias, alias),
        (Lapse::ResetPreferences, alias),
        (
            Lapse::AnyAlias,
            "an alias that cannot be read is refused at its place",
        ),
        (
            Lapse::ShownName,
            "who hides their name is on others' boards without it, and without a picture",
        ),
        (
            Lapse::LastingRow,
            "who opts out leaves others' boards, and is told so on their own",
        ),
        (Lapse::ActiveMember, member),
        (Lapse::NoId, member),
        (Lapse::OtherTier, "the member's place is on the ladder"),
        (Lapse::LostTier, "the member's place is on the ladder"),
        (Lapse::CopyTooMany, badges),
        (Lapse::CountedBadges, badges),
        (Lapse::TurnedBatches, "balances say what they add up to"),
        (
            Lapse::WrongTotal,
            "ranks follow scores and the tie policy, row after row, page after page",
        ),
    ] {
        let honest = club_outcome(None, rule);
        assert!(matches!(honest, Outcome::Passed), "{rule:?}: {honest:?}");
        let found = club_outcome(Some(lapse), rule);
        assert!(
            matches!(found, Outcome::Failed(_)),
            "{lapse:?} is not found by {rule:?}: {found:?}"
        );
    }
}
