//! `plans` and `actions`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages;
use crate::model::{
    Action, ActionId, ActionStatus, MeasureId, OrganisationId, Plan, PlanId, UnitId,
};
use crate::number::Decimal;

pub(in crate::ingest) const PLANS: TableKind =
    TableKind::new("plans", &["id", "name_fa", "area", "source"], plan);

pub(in crate::ingest) const ACTIONS: TableKind = TableKind::new(
    "actions",
    &["id", "plan", "name_fa", "agency", "measure", "planned", "actual", "due", "status"],
    action,
);

fn plan(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("area");
    row.required("source");
    let plan = Plan {
        id: PlanId::new(row.required("id")),
        name: row.name(),
        area: draft.area(row, "area"),
        period: row.period("period"),
        source: draft.source(row),
    };
    if row.is_sound() {
        draft.data.registers.plans.push(plan);
    }
}

fn action(row: &mut RowReader<'_>, draft: &mut Draft) {
    let plan = PlanId::new(row.required("plan"));
    row.refer("plan", "plans", draft.data.registers.plans.iter().any(|one| one.id == plan));
    let agency = OrganisationId::new(row.required("agency"));
    let is_known = draft.data.registers.organisations.iter().any(|one| one.id == agency);
    row.refer("agency", "organisations", is_known);
    let sector = row.text("sector");
    row.refer("sector", "codes", draft.data.codes.get("sector", sector).is_some());
    let measure = draft.measure(row);
    let unit = unit(row, draft, &measure);
    let mut value = |column: &str| value(row, draft, column, &unit);
    let [baseline, planned, actual] = ["baseline", "planned", "actual"].map(&mut value);
    let action = Action {
        id: ActionId::new(row.required("id")),
        plan,
        name: row.name(),
        sector: sector.to_owned(),
        agency,
        measure,
        baseline,
        planned,
        actual,
        due: row.exact_day("due"),
        status: row.required_word("status", ActionStatus::Planned),
    };
    if row.is_sound() {
        draft.data.registers.actions.push(action);
    }
}

/// The unit of the row, which must have the base of its measure; an empty cell means that base.
fn unit(row: &mut RowReader<'_>, draft: &Draft, measure: &MeasureId) -> UnitId {
    let unit = draft.unit(row);
    let Some(base) = draft.measures.get(measure).map(|measure| &measure.unit) else { return unit };
    if unit.as_str().is_empty() {
        return base.clone();
    }
    if draft.units.get(&unit).is_some_and(|unit| unit.base != *base) {
        let of_base = draft.units.values().filter(|unit| unit.base == *base);
        let allowed: Vec<&str> = of_base.map(|unit| unit.id.as_str()).collect();
        row.report("unit", messages::not_in_list(unit.as_str(), &allowed));
    }
    unit
}

fn value(row: &mut RowReader<'_>, draft: &Draft, column: &str, unit: &UnitId) -> Option<Decimal> {
    let printed = row.decimal(column)?;
    Some(draft.in_base(row, column, Some(printed), unit))
}
