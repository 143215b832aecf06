//! What a line of the ledger says: what it was, and why this amount.

use crate::{
    app::App,
    db::read_ledger::LedgerRow,
    engine::Step,
    error::Outcome,
    locale::Locale,
    programme,
    words::{amounts, pick},
};

/// What it was, in a few words.
pub(super) fn label(app: &App, row: &LedgerRow, locale: &Locale) -> String {
    let say = |english: &'static str, french: &'static str| pick(&locale.0, english, french);
    let named = |texts: Option<&crate::programme::TextMap>| {
        texts.map_or_else(|| row.source_id.clone(), |texts| app.text(texts, locale))
    };
    let programme = &app.programme;
    let reward = || {
        let id = row.reward.as_deref().unwrap_or(&row.source_id);
        named(programme.reward(id).map(|reward| &reward.name))
    };
    match row.reason.as_str() {
        "badge" => {
            let name = named(
                programme
                    .badge(&row.source_id)
                    .map(|(_, badge)| &badge.name),
            );
            format!("{} {name}", say("Badge earned:", "Badge obtenu :"))
        }
        "series" => {
            let series = programme
                .series
                .iter()
                .find(|series| series.id == row.source_id);
            format!(
                "{} {}",
                say("Series complete:", "Série complète :"),
                named(series.map(|one| &one.name))
            )
        }
        "prize" => {
            let name = named(programme.board(&row.source_id).map(|board| &board.name));
            format!(
                "{} {name}",
                say("Leaderboard prize:", "Prix du classement :")
            )
        }
        "redemption" => reward(),
        "refund" => format!("{} {}", say("Refund:", "Remboursement :"), reward()),
        "expiry" => say("Lapsed", "Expirés").to_owned(),
        "reversal" => say("Taken back", "Repris").to_owned(),
        _ => named(
            programme
                .rules
                .iter()
                .find(|rule| rule.id == row.source_id)
                .map(|rule| &rule.name),
        ),
    }
}

/// Why this amount: the rule in words, or each step when something was added to it.
///
/// # Errors
/// When the stored steps cannot be read.
pub(super) fn reason(app: &App, row: &LedgerRow, locale: &Locale) -> Outcome<Option<String>> {
    let steps: Vec<Step> = match &row.detail {
        Some(json) => serde_json::from_str(json)?,
        None => Vec::new(),
    };
    let rule = app
        .programme
        .rules
        .iter()
        .find(|rule| rule.id == row.source_id);
    if steps.len() < 2 {
        let words = rule.and_then(|rule| app.text_if_any(&rule.description, locale));
        return Ok(words.filter(|_| row.source_type == "rule"));
    }
    let parts: Vec<String> = steps
        .iter()
        .map(|step| told(app, row, step, locale))
        .collect();
    Ok(Some(parts.join(", ")))
}

fn told(app: &App, row: &LedgerRow, step: &Step, locale: &Locale) -> String {
    let say = |english: &'static str, french: &'static str| pick(&locale.0, english, french);
    let percent = step.percent.unwrap_or(100);
    match step.step.as_str() {
        "multiplier" => {
            let mut all = app.programme.multipliers.iter();
            let found = all.find(|one| one.id == step.id);
            let name = found.map_or_else(|| step.id.clone(), |one| app.text(&one.name, locale));
            let times = hundredths(percent, locale);
            format!(
                "{} {times} {} {name}",
                say("times", "multipliés par"),
                say("for", "pour")
            )
        }
        "tier" => {
            let found = app.programme.tier(&step.id);
            let name = found.map_or_else(|| step.id.clone(), |tier| app.text(&tier.name, locale));
            // Stored as what the amount was scaled to, told as what the tier added.
            let more = percent.saturating_sub(100);
            // French sets the sign apart.
            format!("{more}{} {name}", say("% more for", "\u{a0}% de plus pour"))
        }
        _ => amounts::list(&app.programme, &[base(row, step)], locale),
    }
}

/// What the rule itself gave, in the entry's currency.
fn base(row: &LedgerRow, step: &Step) -> programme::Amount {
    programme::Amount {
        currency: row.currency.clone(),
        value: step.value,
    }
}

fn hundredths(percent: u32, locale: &Locale) -> String {
    let (whole, rest) = (percent / 100, percent % 100);
    if rest == 0 {
        return whole.to_string();
    }
    let mark = pick(&locale.0, ".", ",");
    format!(
        "{whole}{mark}{}",
        format!("{rest:02}").trim_end_matches('0')
    )
}
