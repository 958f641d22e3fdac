//! `revisions`: what figures were before they were changed.

use super::observation::told;
use super::{Draft, RowReader, Sheet, TableKind};
use crate::ingest::messages;
use crate::list::insert_sorted;
use crate::model::{
    Figure, Missing, Observation, ObservationId, Qualifier, Revision, UnitId, Wording,
};

/// Changes have no key: two copies of a data set each number theirs, and once merged one number stands for
/// several. Only a row that tells the same again is refused.
pub(in crate::ingest) const REVISIONS: TableKind = TableKind {
    key: &[],
    ..TableKind::new("revisions", &["observation", "recorded", "value"], read)
};

/// Most changes of one figure on one day.
const CHANGES_AT_MOST: i64 = 1_000_000;

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = ObservationId::new(row.required("observation"));
    row.required("recorded");
    let recorded = row.period("recorded").and_then(|day| day.last());
    let change = row.whole("change", 0, CHANGES_AT_MOST, 0);
    let is_known = draft.is_known(&id);
    #[cfg(feature = "complete")]
    let is_known = is_known || draft.choices.iter().any(|choice| choice.id == id);
    row.refer("observation", "observations", is_known);
    let Some(recorded) = recorded.filter(|_| is_known) else { return };
    let before = before(row, draft, &id);
    #[cfg(feature = "complete")]
    let lines = super::conflict::numbers(row);
    let mut revision = Revision {
        observation: id,
        recorded,
        change: u32::try_from(change).unwrap_or_default(),
        by: row.bilingual("by_fa", "by_en"),
        reason: row.bilingual("reason_fa", "reason_en"),
        before,
    };
    if change > 0 && draft.data.revisions.contains(&revision) {
        let twice = messages::duplicate("cell/duplicate", revision.observation.as_str(), None);
        row.report("observation", twice);
    }
    if row.is_sound() {
        let all = &mut draft.data.revisions;
        if revision.change == 0 {
            revision.change = next_change(all, &revision);
        }
        let at = all.iter().position(|other| comes_before(&revision, other));
        let at = at.unwrap_or(all.len());
        all.insert(at, revision);
        #[cfg(feature = "complete")]
        draft.change_lines.insert(at, lines);
    }
}

/// The figures of which a table tells a whole content: so it does of those that are no longer there.
pub(in crate::ingest) fn told_in(sheet: &Sheet<'_>) -> Vec<ObservationId> {
    let mut told = Vec::new();
    let column = |name: &str| sheet.table.column(name);
    if let (Some(observation), Some(measure)) = (column("observation"), column("measure")) {
        for row in 0..sheet.table.rows() {
            if !sheet.cell(row, measure).is_empty() {
                insert_sorted(&mut told, ObservationId::new(sheet.cell(row, observation)));
            }
        }
    }
    told
}

/// Rows without a number of the change come in their order.
fn next_change(all: &[Revision], revision: &Revision) -> u32 {
    let key = |one: &Revision| (one.recorded, one.observation.clone());
    let before = all.iter().filter(|one| key(one) == key(revision)).map(|one| one.change);
    before.max().unwrap_or_default().saturating_add(1)
}

/// Days in their order, and the changes of one figure on one day in theirs.
fn comes_before(one: &Revision, other: &Revision) -> bool {
    let is_same = one.recorded == other.recorded && one.observation == other.observation;
    one.recorded < other.recorded || (is_same && one.change < other.change)
}

/// What stood there: the whole figure where the row names its measure; else the figure that is there
/// now with another value.
fn before(row: &mut RowReader<'_>, draft: &Draft, id: &ObservationId) -> Option<Observation> {
    if !row.text("measure").is_empty() {
        return Some(told(row, draft, "observation", whole));
    }
    if let Some(now) = draft.observations.get(id) {
        return earlier(row, draft, now.clone());
    }
    if !row.text("value").is_empty() || !row.text("missing").is_empty() {
        row.report("measure", messages::required());
    }
    None
}

/// The whole that it was a part of, which may be gone as well.
pub(super) fn whole(row: &mut RowReader<'_>, _: &Draft) -> Option<ObservationId> {
    let whole = row.text("part_of");
    (!whole.is_empty()).then(|| ObservationId::new(whole))
}

/// The figure as it was; `None` when neither a value nor a kind of absence stands there: it was not
/// there yet.
fn earlier(row: &mut RowReader<'_>, draft: &Draft, now: Observation) -> Option<Observation> {
    let value = row.decimal("value");
    let missing: Option<Missing> = row.word("missing");
    let qualifier = row.word("qualifier").unwrap_or(Qualifier::Exact);
    let unit = match row.text("unit") {
        "" => now.wording.unit.clone(),
        unit => UnitId::new(unit),
    };
    row.refer("unit", "units", draft.units.contains_key(&unit));
    let upper = row.decimal("upper");
    if upper.is_some() != (qualifier == Qualifier::Between) {
        row.report("upper", messages::required());
    }
    let figure = match (value, missing) {
        (None, None) => return None,
        (None, Some(missing)) => Figure::Missing(missing),
        (Some(_), _) => Figure::Value {
            value: draft.in_base(row, "value", value, &unit),
            qualifier,
            upper: upper.map(|upper| draft.in_base(row, "upper", Some(upper), &unit)),
        },
    };
    let wording = Wording { value, upper, unit, ..now.wording };
    Some(Observation { figure, wording, ..now })
}
