//! `directives` and `submissions`

#[cfg(feature = "complete")]
use super::reporting_set;
use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{Allowance, AreaId, Directive, DirectiveId, Level, Submission, end_of};

pub(in crate::ingest) const DIRECTIVES: TableKind =
    TableKind::new("directives", &["id", "name_fa", "source", "issued", "due", "level"], directive);

pub(in crate::ingest) const SUBMISSIONS: TableKind = TableKind {
    key: &["directive", "area", "received"],
    ..TableKind::new("submissions", &["directive", "area", "received"], submission)
};

const BEFORE_THE_ORDER: Contradiction = Contradiction {
    fa: "این گزارش پیش از دستور آن رسیده است.",
    en: "This report came in before it was asked for.",
    hint_fa: "روز رسیدن و شناسهٔ دستور را بسنجید.",
    hint_en: "Check the day and the id of the directive.",
};

const NOT_ASKED: Contradiction = Contradiction {
    fa: "این دستور از این ناحیه گزارش نخواسته است؛ گزارش در هیچ شماری نمی‌آمد.",
    en: "The directive does not ask this area to report; the report would be counted nowhere.",
    hint_fa: "رده، بالادست و تقسیمات ناحیه را با level و within و period دستور بسنجید.",
    hint_en: "Check level, area above and list of the area with level, within and period of the directive.",
};

const OVERFILLED: Contradiction = Contradiction {
    fa: "خانه‌های پرشده از خانه‌هایی که باید پر شود بیشتر است.",
    en: "More cells are filled than must be filled.",
    hint_fa: "ستون‌های filled و required را بسنجید؛ هر دو تنها خانه‌های لازم را می‌شمارند.",
    hint_en: "Check filled and required; both count only the cells that must be filled.",
};

/// Most cells of a report.
const CELLS_AT_MOST: i64 = 1_000_000;

fn directive(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    row.required("issued");
    let allowance = Allowance::parse(row.text("due"));
    if allowance.is_none() {
        let finding = messages::not_in_list(row.text("due"), &["P2M", "P10D", ""]);
        row.report("due", finding);
    }
    let within = draft.area(row, "within");
    let directive = Directive {
        id: DirectiveId::new(row.required("id")),
        name: row.name(),
        source: draft.source(row),
        issued: row.day("issued").unwrap_or_default(),
        allowance: allowance.unwrap_or(Allowance::Undated),
        level: row.required_word("level", Level::Country),
        within: (within != AreaId::default()).then_some(within),
        period: row.period("period"),
        as_of: row.day("as_of"),
        #[cfg(feature = "complete")]
        set: reporting_set::read(row, draft),
        #[cfg(feature = "complete")]
        group: reporting_set::group(row, draft),
    };
    #[cfg(feature = "complete")]
    reporting_set::check(row, draft, &directive);
    if row.is_sound() {
        draft.data.registers.directives.push(directive);
    }
}

fn submission(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = DirectiveId::new(row.required("directive"));
    let directive = draft.data.registers.directives.iter().find(|one| one.id == id);
    row.refer("directive", "directives", directive.is_some());
    row.required("area");
    row.required("received");
    let received = row.day("received");
    if directive.zip(received).is_some_and(|(asked, received)| received < asked.issued) {
        row.contradict("received", &BEFORE_THE_ORDER);
    }
    let as_of = directive.and_then(|asked| asked.as_of);
    if as_of.zip(received).is_some_and(|(as_of, received)| received > as_of) {
        row.report("received", messages::after_as_of());
    }
    let cells = |row: &mut RowReader<'_>, column: &str| {
        u32::try_from(row.whole(column, 0, CELLS_AT_MOST, 0)).unwrap_or_default()
    };
    let submission = Submission {
        directive: id,
        area: draft.area(row, "area"),
        received: received.unwrap_or_default(),
        complete: row.yes("complete", true),
        filled: cells(row, "filled"),
        required: cells(row, "required"),
        #[cfg(feature = "complete")]
        set: reporting_set::read(row, draft),
    };
    #[cfg(feature = "complete")]
    reporting_set::check_submission(row, draft, &submission);
    if !submission.is_sound() {
        row.contradict("filled", &OVERFILLED);
    }
    if let Some(asked) = directive.filter(|asked| !addresses(draft, asked, &submission.area)) {
        refuse(row, draft, asked, &submission.area);
    }
    if row.is_sound() {
        draft.data.registers.submissions.push(submission);
    }
}

/// Says why an area has nothing to report.
fn refuse(row: &mut RowReader<'_>, draft: &Draft, directive: &Directive, area: &AreaId) {
    let has_ended = directive.in_force(&draft.data).has_ended(area);
    match end_of(&draft.data, area).filter(|_| has_ended) {
        Some((day, into)) => row.report("area", messages::ended(area.as_str(), day, &into)),
        None => row.contradict("area", &NOT_ASKED),
    }
}

/// Whether an area must report: of an order to a group, as one of its members.
fn addresses(draft: &Draft, directive: &Directive, area: &AreaId) -> bool {
    #[cfg(feature = "complete")]
    if let Some(group) = &directive.group {
        let group = draft.groups.get(group);
        return group.is_some_and(|group| directive.place_of(&draft.data, group, area).is_some());
    }
    directive.addresses(&draft.data, area)
}
