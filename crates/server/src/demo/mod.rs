//! The demo: invented members and a year of what they did, replayed through the rules.
//!
//! Nothing is set directly that a rule could bring about: balances, tiers, badges, leaderboards
//! and expiries all follow from events. The same seed and the same instant give the same data,
//! byte for byte.

mod orders;
mod people;
mod replay;
mod rng;
mod situations;

use crate::{
    db::{Db, Error, bulk, meta, scheduled, sequences, stock},
    engine::{MemberStatus, calendar},
    programme::Programme,
};
use people::Person;

pub use situations::{SITUATIONS, Situation};

/// Members of the demo when nothing else is asked for.
pub const MEMBERS: u32 = 5_000;

/// Members that are replayed together, in the order of time. A larger programme is
/// filled cohort by cohort, with fewer acts per member.
const COHORT: i64 = 20_000;

/// Acts the whole demo may have, so that a million members stay a matter of minutes.
const MAX_ACTS: i64 = 4_000_000;

/// Acts a member has on average when not thinned out.
const USUAL_ACTS: i64 = 26;

/// What to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// 10 … 1 000 000, the members of [`SITUATIONS`] included.
    pub members: i64,
    /// The clock, milliseconds since the epoch: the year ends here.
    pub now: i64,
    /// Another seed, other members.
    pub seed: u64,
}

/// How far the filling has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Percent of the whole.
    pub percent: u8,
    /// Members written so far.
    pub members: i64,
}

/// What was filled in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Members.
    pub members: i64,
    /// Events replayed.
    pub events: u64,
    /// Ledger entries that came of them.
    pub entries: u64,
    /// Orders placed.
    pub orders: u64,
}

/// Fills an empty database with the demo's members and their year.
///
/// # Errors
/// [`Error::Sql`]; also when there are members already. A filling that was cut off leaves
/// whole cohorts behind: begin again with a new file.
pub async fn fill(
    db: &Db,
    programme: &Programme,
    options: Options,
    mut progress: impl FnMut(Progress),
) -> Result<Report, Error> {
    let members = options.members.clamp(10, 1_000_000);
    let percent = (MAX_ACTS * 100 / (members * USUAL_ACTS)).clamp(1, 100);
    let zone = &programme.time_zone;
    let today = calendar::start_of_day(zone, calendar::date(zone, options.now));
    let mut report = Report {
        members,
        ..Report::default()
    };
    let mut shop = orders::Shop::new(programme, 0);
    let mut tx = db.begin().await?;
    let indexes = bulk::drop_indexes(&mut tx).await?;
    tx.commit().await?;
    let mut first = 1;
    while first <= members {
        let last = (first + COHORT - 1).min(members);
        let people = (first..=last)
            .map(|id| invent(options, id, today, percent))
            .collect();
        let mut tx = db.begin().await?;
        let before = sequences::load(&mut tx).await?;
        let mut sequences = before.clone();
        let clock = (options.now, today);
        let replay = replay::Replay::new(
            programme,
            &mut sequences,
            &mut shop,
            clock,
            members <= COHORT,
        );
        // Living through it is about half of the work, writing it down the other.
        let told = |share: i64| {
            u8::try_from(((first - 1) * 100 + (last - first + 1) * share) / members).unwrap_or(100)
        };
        let mut cohort = replay.run(people, &mut |done| {
            progress(Progress {
                percent: told(i64::from(done) / 2),
                members: first - 1,
            });
        });
        suspend(&mut cohort);
        bulk::write(&mut tx, &cohort, today, options.now).await?;
        sequences::save(&mut tx, &before, &sequences).await?;
        tx.commit().await?;
        report.events += count(cohort.events.len());
        report.entries += cohort
            .effects
            .iter()
            .map(|(_, effects)| count(effects.ledger.len()))
            .sum::<u64>();
        progress(Progress {
            percent: told(100).min(99),
            members: last,
        });
        first = last + 1;
    }
    let mut tx = db.begin().await?;
    bulk::make_indexes(&mut tx, indexes).await?;
    tx.commit().await?;
    finish(db, programme, options, &shop).await?;
    report.orders = shop.orders();
    progress(Progress {
        percent: 100,
        members,
    });
    Ok(report)
}

fn invent(options: Options, id: i64, today: i64, percent: i64) -> Person {
    let situation = usize::try_from(id - 1)
        .ok()
        .and_then(|index| SITUATIONS.get(index));
    situation.map_or_else(
        || people::invent(options.seed, id, today, options.now, percent),
        |situation| situations::person(situation, id, today, options.now),
    )
}

/// Being suspended is the one thing that no act leads to.
fn suspend(cohort: &mut bulk::Cohort) {
    for member in cohort
        .members
        .iter_mut()
        .filter(|member| member.public_id == "suspended")
    {
        member.status = MemberStatus::Suspended;
    }
}

async fn finish(
    db: &Db,
    programme: &Programme,
    options: Options,
    shop: &orders::Shop,
) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    for ((reward, variant), left) in &shop.stock {
        stock::set(&mut tx, reward, variant, *left).await?;
    }
    bulk::count_boards(&mut tx).await?;
    meta::set(&mut tx, "demo_seed", &options.seed.to_string()).await?;
    meta::set(&mut tx, "demo_now", &options.now.to_string()).await?;
    tx.commit().await?;
    scheduled::run(db, programme, options.now).await?;
    Ok(())
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
