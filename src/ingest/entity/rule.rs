//! `rules`

use super::{Draft, RowReader, TableKind};
#[cfg(feature = "complete")]
use super::{job_kind, quantity};
use crate::ingest::messages;
use crate::model::{
    AreaId, Expression, GroupId, MeasureId, MissingStrategy, ObservationId, Operator, Reference,
    Rule, RuleId, RuleSeverity, parse_expression,
};
use crate::number::Decimal;

pub(in crate::ingest) const RULES: TableKind =
    TableKind::new("rules", &["id", "name_fa", "left", "operator", "right"], read);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let rule = Rule {
        id: RuleId::new(row.required("id")),
        kind: row.text("kind").to_owned(),
        name: row.name(),
        left: expression(row, draft, "left"),
        operator: row.required_word("operator", Operator::Equal),
        right: expression(row, draft, "right"),
        tolerance: row.decimal("tolerance"),
        missing: row.word("missing").unwrap_or(MissingStrategy::SkipIfAny),
        severity: row.word("severity").unwrap_or(RuleSeverity::Error),
        note: row.bilingual("note_fa", "note_en"),
    };
    if rule.tolerance.is_some_and(Decimal::is_negative) {
        let finding = messages::out_of_range(row.text("tolerance"), Some(Decimal::ZERO), None);
        row.report("tolerance", finding);
    }
    #[cfg(feature = "complete")]
    if row.is_sound() {
        check_quantities(row, draft, [&rule.left, &rule.right]);
    }
    if row.is_sound() {
        draft.data.rules.push(rule);
    }
}

fn expression(row: &mut RowReader<'_>, draft: &Draft, column: &str) -> Expression {
    let text = row.required(column);
    match parse_expression(text) {
        Ok(expression) => {
            check_names(row, draft, column, &expression);
            #[cfg(feature = "complete")]
            job_kind::check(row, draft, column, &expression);
            expression
        }
        Err(fault) => {
            row.report(column, messages::not_an_expression(text, &fault));
            Expression::Number(Decimal::ZERO)
        }
    }
}

/// Reports what is added or compared and is not of one kind.
#[cfg(feature = "complete")]
fn check_quantities(row: &mut RowReader<'_>, draft: &Draft, [left, right]: [&Expression; 2]) {
    let left = quantity::check(row, draft, "left", left);
    let right = quantity::check(row, draft, "right", right);
    quantity::compare(row, [left, right]);
}

/// Reports a name that is no figure and no measure, and a place that is no area and no group.
fn check_names(row: &mut RowReader<'_>, draft: &Draft, column: &str, expression: &Expression) {
    match expression {
        Expression::Both(left, _, right) => {
            check_names(row, draft, column, left);
            check_names(row, draft, column, right);
        }
        Expression::Name(name) => {
            let figure = draft.observations.contains_key(&ObservationId::new(name));
            if !figure && !knows_measure(draft, &MeasureId::new(name)) {
                row.report(column, messages::unknown_reference(name, "observations, measures"));
            }
        }
        Expression::Figure(Reference { measure, place, .. }) => {
            if !knows_measure(draft, measure) {
                row.report(column, messages::unknown_reference(measure.as_str(), "measures"));
            }
            check_place(row, draft, column, place);
        }
        Expression::Count { place, .. } => check_place(row, draft, column, place),
        Expression::Number(_) | Expression::Days(_) => {}
    }
}

fn knows_measure(draft: &Draft, measure: &MeasureId) -> bool {
    draft.measures.contains_key(measure)
}

fn check_place(row: &mut RowReader<'_>, draft: &Draft, column: &str, place: &str) {
    let group = draft.groups.contains_key(&GroupId::new(place));
    if !group && draft.data.areas.get(&AreaId::new(place)).is_none() {
        row.report(column, messages::unknown_reference(place, "areas, groups"));
    }
}
