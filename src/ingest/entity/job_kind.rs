//! Jobs of several kinds in one expression of a rule.

use std::collections::BTreeSet;

use super::{Draft, RowReader};
use crate::ingest::messages::Contradiction;
use crate::model::{Expression, JobKind, MeasureId, ObservationId, Operation};

const ADDED: Contradiction = Contradiction {
    fa: "شغل‌هایی از چند نوع با هم جمع شده‌اند.",
    en: "Jobs of several kinds are added.",
    hint_fa: "شغل‌های تعهدشده، پیش‌بینی، مستقیم، غیرمستقیم و محقق را جدا بسنجید؛ نسبت دو نوع رواست.",
    hint_en: "Keep committed, expected, direct, indirect and verified jobs apart; a quotient of two may be.",
};

/// Reports a sum of jobs of several kinds.
pub(super) fn check(row: &mut RowReader<'_>, draft: &Draft, column: &str, expression: &Expression) {
    if counted(draft, expression).is_none() {
        row.contradict(column, &ADDED);
    }
}

/// The kinds of jobs that a value counts; `None` where some are added to others. A quotient of jobs counts
/// none, and a difference tells what is missing of the first.
fn counted(draft: &Draft, expression: &Expression) -> Option<BTreeSet<JobKind>> {
    let (left, operation, right) = match expression {
        Expression::Name(name) => return Some(of_name(draft, name).into_iter().collect()),
        Expression::Figure(figure) => {
            return Some(of_measure(draft, &figure.measure).into_iter().collect());
        }
        Expression::Both(left, operation, right) => (left, *operation, right),
        Expression::Number(_) | Expression::Days(_) | Expression::Count { .. } => {
            return Some(BTreeSet::new());
        }
    };
    let (mut left, right) = (counted(draft, left)?, counted(draft, right)?);
    match operation {
        Operation::Add if !left.is_empty() && !right.is_empty() && left != right => return None,
        Operation::Divide if !right.is_empty() => left.clear(),
        Operation::Subtract | Operation::Divide => {}
        Operation::Add | Operation::Multiply => left.extend(right),
    }
    Some(left)
}

/// That of a figure, or of a measure.
fn of_name(draft: &Draft, name: &str) -> Option<JobKind> {
    match draft.observations.get(&ObservationId::new(name)) {
        Some(figure) => of_measure(draft, &figure.measure),
        None => of_measure(draft, &MeasureId::new(name)),
    }
}

fn of_measure(draft: &Draft, id: &MeasureId) -> Option<JobKind> {
    draft.measures.get(id)?.job_kind
}
