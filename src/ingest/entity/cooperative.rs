//! `cooperatives`, `coop_events`, `coop_years` and `register_days`

use super::{Draft, RowReader, TableKind};
use crate::calendar::{Period, PeriodKind};
use crate::ingest::messages;
use crate::model::{
    CoopActivity, CoopKind, CoopStage, CoopYear, Cooperative, CooperativeId, Lifecycle,
    LifecycleEvent, RegisterDay, UnitId, is_legal_id,
};
use crate::number::Decimal;

pub(in crate::ingest) const COOPERATIVES: TableKind =
    TableKind::new("cooperatives", &["id", "name_fa", "activity", "area", "source"], cooperative);

pub(in crate::ingest) const EVENTS: TableKind = TableKind {
    key: &["cooperative", "stage", "day"],
    ..TableKind::new("coop_events", &["cooperative", "stage", "day", "source"], event)
};

pub(in crate::ingest) const YEARS: TableKind = TableKind {
    key: &["cooperative", "period"],
    ..TableKind::new("coop_years", &["cooperative", "period", "source"], year)
};

pub(in crate::ingest) const DAYS: TableKind = TableKind {
    key: &["day"],
    ..TableKind::new("register_days", &["day", "source"], register_day)
};

/// Most persons of one cooperative; the largest of the country has far fewer.
const PERSONS_AT_MOST: i64 = 100_000_000;

/// What a made-up id begins with.
const MADE_UP: char = 'X';

fn cooperative(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("area");
    row.required("source");
    let cooperative = Cooperative {
        id: legal_id(row, draft),
        registration_number: row.text("registration_number").to_owned(),
        name: row.name(),
        activity: row.required_word("activity", CoopActivity::MultiPurpose),
        kind: kind(row, "kind", false),
        membership: kind(row, "membership", true),
        stated_icls: row.word("icls"),
        line: row.word("line"),
        area: draft.area(row, "area"),
        source: draft.source(row),
        lifecycle: Lifecycle::default(),
        years: Vec::new(),
    };
    if row.is_sound() {
        draft.cooperatives.insert(cooperative.id.clone(), cooperative);
    }
}

/// The id with its check digit; a package that says it is an example may make ids up.
fn legal_id(row: &mut RowReader<'_>, draft: &Draft) -> CooperativeId {
    let id = row.required("id");
    let is_made_up = draft.data.example && id.starts_with(MADE_UP);
    if !is_made_up && !is_legal_id(id) {
        row.report("id", messages::not_a_legal_id(id));
    }
    CooperativeId::new(id)
}

/// A word of the half of `coop_kind` that the column is for.
fn kind(row: &mut RowReader<'_>, column: &str, membership: bool) -> Option<CoopKind> {
    let kind: Option<CoopKind> = row.word(column);
    if kind.is_some_and(|kind| kind.is_membership() != membership) {
        let half = CoopKind::ALL.iter().filter(|kind| kind.is_membership() == membership);
        let codes: Vec<&str> = half.map(|kind| kind.code()).collect();
        row.report(column, messages::not_in_list(row.text(column), &codes));
    }
    kind
}

fn event(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let id = draft.cooperative(row);
    let event = LifecycleEvent {
        stage: row.required_word("stage", CoopStage::Request),
        day: row.required_day("day"),
        source: draft.source(row),
    };
    if let Some(cooperative) = draft.cooperatives.get_mut(&id).filter(|_| row.is_sound())
        && let Err(fault) = cooperative.lifecycle.push(event)
    {
        row.report("day", messages::lifecycle_fault(fault));
    }
}

fn year(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let id = draft.cooperative(row);
    let unit = draft.unit(row);
    let Some(period) = jalali_year(row) else { return };
    let year = CoopYear {
        period,
        members: persons(row, "members"),
        workers: persons(row, "workers"),
        capital: money(row, draft, "capital", &unit),
        turnover: money(row, draft, "turnover", &unit),
        unit,
        source: draft.source(row),
    };
    if let Some(cooperative) = draft.cooperatives.get_mut(&id).filter(|_| row.is_sound()) {
        cooperative.years.push(year);
    }
}

fn jalali_year(row: &mut RowReader<'_>) -> Option<Period> {
    let cell = row.required("period");
    let period = row.period("period")?;
    if period.kind() != PeriodKind::Year {
        row.report("period", messages::not_a_year(cell));
    }
    Some(period)
}

fn persons(row: &mut RowReader<'_>, column: &str) -> Option<Decimal> {
    let is_told = !row.text(column).is_empty();
    is_told.then(|| Decimal::from_int(row.whole(column, 0, PERSONS_AT_MOST, 0)))
}

/// An amount that is not below nought.
fn money(row: &mut RowReader<'_>, draft: &Draft, column: &str, unit: &UnitId) -> Option<Decimal> {
    let amount = draft.amount(row, column, unit)?;
    if amount.is_negative() {
        row.report(column, messages::out_of_range(row.text(column), Some(Decimal::ZERO), None));
    }
    Some(amount)
}

fn register_day(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let day = RegisterDay { day: row.required_day("day"), source: draft.source(row) };
    if row.is_sound() {
        draft.data.registers.register_days.push(day);
    }
}
