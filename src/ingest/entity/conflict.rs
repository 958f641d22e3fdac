//! `conflicts`: what else stands of figures that copies changed apart, and nobody has decided on.

use super::revision::{told_in, whole};
use super::{Draft, Ledger, RowReader, Sheet, TableKind, observation};
use crate::ingest::messages::{self, Contradiction};
use crate::list::insert_sorted;
use crate::model::{Content, Line, ObservationId};

/// The columns `keep`, `day` and `by` are a person's, who gives the table to `hamyar merge --decided`.
pub(in crate::ingest) const CONFLICTS: TableKind = TableKind {
    key: &["observation", "standing"],
    finish,
    ..TableKind::new("conflicts", &["observation", "standing", "value", "source"], read)
};

/// What `standing` says of the content that stands in `observations`.
const FIRST: &str = "first";

const WITHDRAWN_WITH_MEASURE: Contradiction = Contradiction {
    fa: "هم پس گرفته است و هم رقم دارد.",
    en: "It is withdrawn and has a figure.",
    hint_fa: "یا ستون «پس گرفته» (withdrawn) را خالی کنید یا ستون‌های رقم را.",
    hint_en: "Empty either withdrawn or the columns of the figure.",
};

const LINE_TAKEN: Contradiction = Contradiction {
    fa: "یکی از این رشته‌ها به مقدار دیگری از همین رقم می‌رسد.",
    en: "One of these lines leads to another content of the same figure.",
    hint_fa: "در ستون «رشته‌ها» (lines) هر مقدار شماره‌های خودش را بنویسید، یا آن را خالی بگذارید.",
    hint_en: "Give each content numbers of its own in lines, or none.",
};

/// What else stands of a figure.
pub(in crate::ingest) struct Choice {
    pub(super) id: ObservationId,
    row: u32,
    content: Content,
    /// The numbers of the lines that lead to it.
    lines: Vec<u32>,
}

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = ObservationId::new(row.required("observation"));
    let is_first = row.required("standing") == FIRST;
    let content = content(row, draft, &id);
    let lines = numbers(row);
    let mut others = draft.choices.iter().filter(|other| other.id == id);
    if !is_first && others.any(|other| other.lines.iter().any(|line| lines.contains(line))) {
        row.contradict("lines", &LINE_TAKEN);
    }
    if is_first {
        let value = |content: Option<&Content>| content?.as_ref().map(|one| one.figure);
        let stands = draft.observations.get(&id).cloned();
        if row.is_sound() && value(Some(&content)) != value(Some(&stands)) {
            row.report("value", messages::beside::not_what_stands(id.as_str()));
        }
    } else if row.is_sound() {
        draft.choices.push(Choice { id, row: row.number(), content, lines });
    }
}

fn content(row: &mut RowReader<'_>, draft: &Draft, id: &ObservationId) -> Content {
    if !row.yes("withdrawn", false) {
        return Some(observation::told(row, draft, "observation", whole));
    }
    if ["measure", "value", "missing"].iter().any(|column| !row.text(column).is_empty()) {
        row.contradict("withdrawn", &WITHDRAWN_WITH_MEASURE);
    }
    let is_known = draft.observations.contains_key(id) || told_in(row.sheet()).contains(id);
    row.refer("observation", "observations", is_known);
    None
}

/// The numbers in the column `lines`, parted by `|`: those of a change name the lines that it is of, and 0
/// says that it is of none.
pub(super) fn numbers(row: &mut RowReader<'_>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for text in row.text("lines").split('|').filter(|text| !text.is_empty()) {
        match text.trim().parse() {
            Ok(number) => insert_sorted(&mut numbers, number),
            Err(_) => row.report("lines", messages::not_a_number(text)),
        }
    }
    numbers
}

/// Each figure that is not decided is told with both contents.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    for Choice { id, row, content, .. } in &draft.choices {
        let stands = draft.observations.get(id);
        if stands != content.as_ref() {
            let said = [stands, content.as_ref()].map(|one| {
                one.map(|one| (one, draft.units.get(&one.wording.unit).map(|unit| &unit.name)))
            });
            let finding = messages::beside::open_conflict(id.as_str(), said);
            ledger.note(finding.at(sheet.file, *row, "value"));
        }
    }
}

/// How those figures came to what stands of them whose changes name lines, or of which more than one content
/// stands.
pub(in crate::ingest) fn lines(draft: &Draft) -> Vec<Line> {
    let mut ids: Vec<&ObservationId> = Vec::new();
    for (change, numbers) in draft.data.revisions.iter().zip(&draft.change_lines) {
        if !numbers.is_empty() {
            insert_sorted(&mut ids, &change.observation);
        }
    }
    draft.choices.iter().for_each(|choice| insert_sorted(&mut ids, &choice.id));
    ids.into_iter().flat_map(|id| lines_of(draft, id)).collect()
}

/// Those of what stands come first, as they are written: the order of contents costs the import build much.
fn lines_of(draft: &Draft, id: &ObservationId) -> Vec<Line> {
    let changes = draft.data.revisions.iter().zip(&draft.change_lines);
    let own: Vec<(&Content, &[u32])> = changes
        .filter(|(change, _)| change.observation == *id)
        .map(|(change, numbers)| (&change.before, numbers.as_slice()))
        .collect();
    let line = |takes: &dyn Fn(&[u32]) -> bool, end: &Content| {
        let past = own.iter().filter(|(_, numbers)| takes(numbers));
        Line::new(id.clone(), past.map(|(before, _)| (*before).clone()), end.clone())
    };
    let others = || draft.choices.iter().filter(|one| one.id == *id);
    let mut standing: Vec<u32> = Vec::new();
    for number in own.iter().flat_map(|(_, numbers)| *numbers).filter(|number| **number > 0) {
        if !others().any(|other| other.lines.contains(number)) {
            insert_sorted(&mut standing, *number);
        }
    }
    // A change without a number is of whatever leads to what stands.
    let stands = draft.observations.get(id).cloned();
    let mut lines: Vec<Line> = Vec::new();
    for number in &standing {
        lines.push(line(&|of| of.is_empty() || of.contains(number), &stands));
    }
    if standing.is_empty() {
        lines.push(line(&<[u32]>::is_empty, &stands));
    }
    for Choice { content, lines: numbers, .. } in others() {
        for number in numbers {
            lines.push(line(&|of| of.contains(number), content));
        }
        if numbers.is_empty() {
            lines.push(line(&|_| false, content));
        }
    }
    lines
}
