//! `reporting_sets`, and what orders and reports say of them.

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{
    Directive, GroupId, Level, MeasureId, ReportingCycle, ReportingSet, ReportingSetId, Submission,
};

pub(in crate::ingest) const REPORTING_SETS: TableKind = TableKind::new(
    "reporting_sets",
    &["id", "name_fa", "measures", "level", "period_type"],
    reporting_set,
);

const OTHER_LEVEL: Contradiction = Contradiction {
    fa: "این مجموعه را سطح دیگری گزارش می‌دهد.",
    en: "This set is reported by another level.",
    hint_fa: "سطح را مانند سطح مجموعه بنویسید، یا مجموعهٔ دیگری برگزینید.",
    hint_en: "Write the level of the set, or choose another set.",
};

const OTHER_CYCLE: Contradiction = Contradiction {
    fa: "این مجموعه برای دورهٔ دیگری، مانند ماه یا سال، گزارش می‌شود.",
    en: "This set is reported for periods of another kind, such as months or years.",
    hint_fa: "دوره‌ای از همان نوع بنویسید، یا مجموعهٔ دیگری برگزینید.",
    hint_en: "Write a period of that kind, or choose another set.",
};

const OTHER_SET: Contradiction = Contradiction {
    fa: "دستور این گزارش مجموعهٔ دیگری می‌خواهد.",
    en: "The order of this report asks for another set.",
    hint_fa: "شناسهٔ دستور و مجموعه را بسنجید.",
    hint_en: "Check the ids of the order and of the set.",
};

/// Most days that a report may take.
const DAYS_AT_MOST: i64 = 3_660;

fn reporting_set(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("measures");
    let days = row.whole("timely_days", 0, DAYS_AT_MOST, -1);
    let set = ReportingSet {
        id: ReportingSetId::new(row.required("id")),
        name: row.name(),
        measures: measures(row, draft),
        level: row.required_word("level", Level::Country),
        cycle: row.required_word("period_type", ReportingCycle::Year),
        timely_days: u16::try_from(days).ok(),
    };
    if row.is_sound() {
        draft.data.registers.reporting_sets.push(set);
    }
}

/// Measures parted by `|`.
fn measures(row: &mut RowReader<'_>, draft: &Draft) -> Vec<MeasureId> {
    let mut measures = Vec::new();
    for id in row.text("measures").split('|').map(str::trim).filter(|id| !id.is_empty()) {
        let measure = MeasureId::new(id);
        if !draft.measures.contains_key(&measure) {
            row.report("measures", messages::unknown_reference(id, "measures"));
        }
        measures.push(measure);
    }
    measures
}

/// The set in `set`, which must exist unless the cell is empty.
pub(super) fn read(row: &mut RowReader<'_>, draft: &Draft) -> Option<ReportingSetId> {
    let id = ReportingSetId::new(row.text("set"));
    row.refer("set", "reporting_sets", find(draft, &id).is_some());
    (id != ReportingSetId::default()).then_some(id)
}

fn find<'a>(draft: &'a Draft, id: &ReportingSetId) -> Option<&'a ReportingSet> {
    draft.data.registers.reporting_sets.iter().find(|one| one.id == *id)
}

/// The group in `group`, which must exist unless the cell is empty.
pub(super) fn group(row: &mut RowReader<'_>, draft: &Draft) -> Option<GroupId> {
    let group = GroupId::new(row.text("group"));
    row.refer("group", "groups", draft.groups.contains_key(&group));
    (group != GroupId::default()).then_some(group)
}

/// Reports an order that asks for a set in another way than the set is reported.
pub(super) fn check(row: &mut RowReader<'_>, draft: &Draft, directive: &Directive) {
    let Some(set) = directive.set.as_ref().and_then(|id| find(draft, id)) else { return };
    if directive.level != set.level {
        row.contradict("level", &OTHER_LEVEL);
    }
    if directive.period.is_some_and(|period| period.kind() != set.cycle.kind()) {
        row.contradict("period", &OTHER_CYCLE);
    }
}

/// Reports a report of another set than its order asks for.
pub(super) fn check_submission(row: &mut RowReader<'_>, draft: &Draft, submission: &Submission) {
    let directives = &draft.data.registers.directives;
    let order = directives.iter().find(|one| one.id == submission.directive);
    if submission.set.is_some() && order.is_some_and(|order| order.set != submission.set) {
        row.contradict("set", &OTHER_SET);
    }
}
