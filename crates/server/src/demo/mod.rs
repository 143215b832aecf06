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
    let zone = &programme.time_zone;
    let mut filling = Filling {
        db,
        programme,
        options,
        today: calendar::start_of_day(zone, calendar::date(zone, options.now)),
        percent: (MAX_ACTS * 100 / (members * USUAL_ACTS)).clamp(1, 100),
        shop: orders::Shop::new(programme, 0),
        report: Report {
            members,
            ..Report::default()
        },
    };
    let mut tx = db.begin().await?;
    let indexes = bulk::drop_indexes(&mut tx).await?;
    tx.commit().await?;
    let mut first = 1;
    while first <= members {
        let last = (first + COHORT - 1).min(members);
        filling.cohort(first, last, &mut progress).await?;
        first = last + 1;
    }
    let mut tx = db.begin().await?;
    bulk::make_indexes(&mut tx, indexes).await?;
    tx.commit().await?;
    filling.finish().await?;
    progress(Progress {
        percent: 100,
        members,
    });
    Ok(Report {
        orders: filling.shop.orders(),
        ..filling.report
    })
}

/// The demo while it is filled, cohort by cohort.
struct Filling<'a> {
    db: &'a Db,
    programme: &'a Programme,
    options: Options,
    /// Midnight before now.
    today: i64,
    /// How many of their usual acts members have.
    percent: i64,
    shop: orders::Shop,
    report: Report,
}

impl Filling<'_> {
    /// Lives through the year of the members from `first` to `last`, and writes them.
    async fn cohort(
        &mut self,
        first: i64,
        last: i64,
        progress: &mut impl FnMut(Progress),
    ) -> Result<(), Error> {
        let members = self.report.members;
        let people = (first..=last).map(|id| self.invent(id)).collect();
        let mut tx = self.db.begin().await?;
        let before = sequences::load(&mut tx).await?;
        let mut sequences = before.clone();
        let period = replay::Period {
            now: self.options.now,
            snapshot_at: self.today,
            closes: members <= COHORT,
        };
        let replay = replay::Replay::new(self.programme, &mut sequences, &mut self.shop, period);
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
        bulk::write(&mut tx, &cohort, self.today, self.options.now).await?;
        sequences::save(&mut tx, &before, &sequences).await?;
        tx.commit().await?;
        self.report.events += count(cohort.events.len());
        let entries = cohort.effects.iter();
        let entries = entries.map(|(_, effects)| count(effects.ledger.len()));
        self.report.entries += entries.sum::<u64>();
        progress(Progress {
            percent: told(100).min(99),
            members: last,
        });
        Ok(())
    }

    fn invent(&self, id: i64) -> Person {
        let Options { now, seed, .. } = self.options;
        let index = usize::try_from(id - 1).ok();
        let situation = index.and_then(|index| SITUATIONS.get(index));
        situation.map_or_else(
            || people::invent(seed, id, self.today, now, self.percent),
            |situation| situations::person(situation, id, self.today, now),
        )
    }

    async fn finish(&self) -> Result<(), Error> {
        let Options { now, seed, .. } = self.options;
        let mut tx = self.db.begin().await?;
        for ((reward, variant), left) in &self.shop.stock {
            stock::set(&mut tx, reward, variant, *left).await?;
        }
        bulk::count_boards(&mut tx).await?;
        meta::set(&mut tx, "demo_seed", &seed.to_string()).await?;
        meta::set(&mut tx, "demo_now", &now.to_string()).await?;
        tx.commit().await?;
        scheduled::run(self.db, self.programme, now).await?;
        Ok(())
    }
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

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
