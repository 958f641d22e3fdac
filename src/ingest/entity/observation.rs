//! `observations`: one figure a row.

use std::collections::BTreeMap;

use super::{Draft, Ledger, RowReader, Sheet, TableKind, dimension};
use crate::ingest::cell::qualifier_name;
use crate::ingest::messages::{self, Contradiction};
use crate::model::{
    Figure, HierarchyFault, Missing, Observation, ObservationId, Parent, ProgrammeId, Qualifier,
    Status, UnitId, Wording, hierarchy_faults,
};

pub(in crate::ingest) const OBSERVATIONS: TableKind = TableKind {
    finish,
    ..TableKind::new("observations", &["id", "measure", "value", "unit", "source"], read)
};

const VALUE_AND_MISSING: Contradiction = Contradiction {
    fa: "هم مقدار دارد و هم دلیلِ نبودن مقدار.",
    en: "It has a value and a reason why there is none.",
    hint_fa: "یکی از دو ستون value و missing را خالی بگذارید.",
    hint_en: "Leave either value or missing empty.",
};

const NEITHER: Contradiction = Contradiction {
    fa: "نه مقدار دارد و نه دلیلِ نبودن مقدار.",
    en: "It has neither a value nor a reason why there is none.",
    hint_fa: "مقدار را بنویسید، یا نوع نبودن آن را بگویید؛ صفر هم مقدار است.",
    hint_en: "Write the value, or say in missing why there is none; zero is a value.",
};

const UPPER_ALONE: Contradiction = Contradiction {
    fa: "سر بالا تنها با «between» می‌آید.",
    en: "An upper end stands only with “between”.",
    hint_fa: "یا upper را خالی کنید یا در qualifier بنویسید between.",
    hint_en: "Empty upper, or write between in qualifier.",
};

const NO_UPPER: Contradiction = Contradiction {
    fa: "«between» سر بالا می‌خواهد، و سر بالا کمتر از مقدار نیست.",
    en: "“between” needs an upper end that is not below the value.",
    hint_fa: "سر بالا را در upper بنویسید.",
    hint_en: "Write the upper end in upper.",
};

const OTHER_BASE: Contradiction = Contradiction {
    fa: "این واحد از جنس واحد این شاخص نیست.",
    en: "This unit is of another kind than the unit of the measure.",
    hint_fa: "واحدی با همان پایه بنویسید، یا شاخص را درست کنید.",
    hint_en: "Write a unit of the same base, or mend the measure.",
};

const PART_OF_ITSELF: Contradiction = Contradiction {
    fa: "این رقم، پله‌پله، جزئی از خودش شده است.",
    en: "This figure is, step by step, a part of itself.",
    hint_fa: "ستون part_of را در این ردیف‌ها درست کنید.",
    hint_en: "Mend the column part_of in these rows.",
};

/// Most times that a document may tell one figure.
const MENTIONS_AT_MOST: i64 = 1_000;

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let observation = told(row, draft, "id", part_of);
    #[cfg(feature = "complete")]
    let is_marked = row.yes("follow_up", false);
    if row.is_sound() {
        #[cfg(feature = "complete")]
        if is_marked {
            draft.data.follow_up.insert(observation.id.clone());
        }
        draft.rows.push((row.number(), observation.id.clone()));
        draft.observations.insert(observation.id.clone(), observation);
    }
}

/// The figure of a row whose id stands in the column `id`; `part_of` reads what it is a part of.
pub(super) fn told(
    row: &mut RowReader<'_>,
    draft: &Draft,
    id: &str,
    part_of: fn(&mut RowReader<'_>, &Draft) -> Option<ObservationId>,
) -> Observation {
    let (wording, figure) = stated(row, draft);
    row.required("source");
    let dimensions = dimension::read(row, draft);
    let told = row.bilingual("scope_fa", "scope_en");
    let scope = draft.data.codes.scope_of(&dimensions, &told);
    Observation {
        id: ObservationId::new(row.required(id)),
        measure: draft.measure(row),
        place: draft.place(row),
        period: row.period("period"),
        scenario: row.word("scenario"),
        stage: row.word("stage"),
        action_status: row.word("action_status"),
        programme: programme(row, draft),
        dimensions,
        scope,
        figure,
        wording,
        status: status(row),
        part_of: part_of(row, draft),
        source: draft.source(row),
        recorded: row.exact_day("counted_on"),
        locator: row.locator("locator"),
        note: row.bilingual("note_fa", "note_en"),
    }
}

/// An empty cell is of a figure that was handed in and not confirmed. A table without the column keeps
/// no such account: it holds what its publisher says.
fn status(row: &mut RowReader<'_>) -> Status {
    let otherwise = if row.has("status") { Status::Submitted } else { Status::Confirmed };
    row.word("status").unwrap_or(otherwise)
}

pub(super) fn programme(row: &mut RowReader<'_>, draft: &Draft) -> Option<ProgrammeId> {
    let programme = ProgrammeId::new(row.text("programme"));
    row.refer("programme", "programmes", draft.programmes.contains_key(&programme));
    (programme != ProgrammeId::default()).then_some(programme)
}

/// The whole: whether its row is kept too is only known at the end of the table. It may have been withdrawn.
fn part_of(row: &mut RowReader<'_>, draft: &Draft) -> Option<ObservationId> {
    let whole = ObservationId::new(row.text("part_of"));
    let is_known = row.sheet().has_id(whole.as_str()) || draft.told.contains(&whole);
    row.refer("part_of", "observations", is_known);
    (whole != ObservationId::default()).then_some(whole)
}

/// The figure as printed and in the base unit.
fn stated(row: &mut RowReader<'_>, draft: &Draft) -> (Wording, Figure) {
    let unit = unit(row, draft);
    let mentions = row.whole("mentions", 1, MENTIONS_AT_MOST, 1);
    let wording = Wording {
        value: row.decimal("value"),
        upper: row.decimal("upper"),
        quote: row.text("quote").to_owned(),
        mentions: u32::try_from(mentions).unwrap_or(1),
        unit,
    };
    let missing: Option<Missing> = row.word("missing");
    let figure = match (row.text("value"), missing) {
        ("", Some(missing)) => Figure::Missing(missing),
        ("", None) => {
            row.contradict("value", &NEITHER);
            Figure::Missing(Missing::NotReported)
        }
        (_, None) => value(row, draft, &wording),
        (_, Some(missing)) => {
            row.contradict("missing", &VALUE_AND_MISSING);
            Figure::Missing(missing)
        }
    };
    if row.text("value").is_empty() && wording.upper.is_some() {
        row.contradict("upper", &UPPER_ALONE);
    }
    (wording, figure)
}

/// The printed unit: of the same base as the unit of the measure.
pub(super) fn unit(row: &mut RowReader<'_>, draft: &Draft) -> UnitId {
    let id = UnitId::new(row.required("unit"));
    let unit = draft.units.get(&id);
    row.refer("unit", "units", unit.is_some());
    let measure = draft.measures.get(&draft.measure(row));
    if let (Some(unit), Some(measure)) = (unit, measure)
        && unit.base != measure.unit
    {
        row.contradict("unit", &OTHER_BASE);
    }
    id
}

fn value(row: &mut RowReader<'_>, draft: &Draft, wording: &Wording) -> Figure {
    let name = qualifier_name(row.text("qualifier"));
    let qualifier = row.word_of("qualifier", name).unwrap_or(Qualifier::Exact);
    let value = draft.in_base(row, "value", wording.value, &wording.unit);
    let upper =
        wording.upper.is_some().then(|| draft.in_base(row, "upper", wording.upper, &wording.unit));
    match (qualifier, upper) {
        (Qualifier::Between, None) => row.contradict("upper", &NO_UPPER),
        (Qualifier::Between, Some(upper)) if upper < value => row.contradict("upper", &NO_UPPER),
        (Qualifier::Between, _) | (_, None) => {}
        (_, Some(_)) => row.contradict("upper", &UPPER_ALONE),
    }
    Figure::Value { value, qualifier, upper }
}

/// Takes back the figures that are a part of nothing, or of themselves.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let rows = std::mem::take(&mut draft.rows);
    let faults = hierarchy_faults(&wholes(&rows, draft));
    for ((row, id), fault) in rows.into_iter().zip(faults) {
        let Some(fault) = fault else { continue };
        let part = draft.observations.remove(&id);
        let whole = part.and_then(|part| part.part_of).unwrap_or_default();
        let finding = match fault {
            HierarchyFault::NoParent => messages::unknown_reference(whole.as_str(), "observations"),
            HierarchyFault::Cycle => messages::contradiction(&PART_OF_ITSELF),
        };
        ledger.take_back(finding.at(sheet.file, row, "part_of"));
    }
}

/// What each figure is a part of, by place in the list.
fn wholes(rows: &[(u32, ObservationId)], draft: &Draft) -> Vec<Parent> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, (_, id)) in rows.iter().enumerate() {
        places.insert(id.as_str().to_owned(), place);
    }
    let parent = |(_, id): &(u32, ObservationId)| {
        let whole = draft.observations.get(id).and_then(|part| part.part_of.as_ref());
        let is_gone = |whole: &&ObservationId| draft.told.contains(whole);
        match whole.map(|whole| places.get(whole.as_str()).copied()) {
            Some(Some(at)) => Parent::At(at),
            Some(None) if whole.filter(is_gone).is_none() => Parent::Unknown,
            _ => Parent::None,
        }
    };
    rows.iter().map(parent).collect()
}
