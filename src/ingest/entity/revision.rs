//! `revisions`: what figures were before they were changed.

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages;
use crate::model::{
    Figure, Missing, Observation, ObservationId, Qualifier, Revision, UnitId, Wording,
};

pub(in crate::ingest) const REVISIONS: TableKind = TableKind {
    key: &["observation", "recorded"],
    ..TableKind::new("revisions", &["observation", "recorded", "value"], read)
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = ObservationId::new(row.required("observation"));
    row.required("recorded");
    let recorded = row.period("recorded").and_then(|day| day.last());
    let now = draft.observations.get(&id);
    row.refer("observation", "observations", now.is_some());
    let (Some(recorded), Some(now)) = (recorded, now.cloned()) else { return };
    let before = earlier(row, draft, now);
    let revision = Revision {
        observation: id,
        recorded,
        by: row.bilingual("by_fa", "by_en"),
        reason: row.bilingual("reason_fa", "reason_en"),
        before,
    };
    if row.is_sound() {
        let later = |other: &Revision| other.recorded > recorded;
        let at = draft.data.revisions.iter().position(later);
        let at = at.unwrap_or(draft.data.revisions.len());
        draft.data.revisions.insert(at, revision);
    }
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
