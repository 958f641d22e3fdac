//! Tables with one measure a column after `area`, `period` and `source`: one figure a cell. A column named by a
//! dimension is no measure: it divides the figures of its row.

use super::{Draft, Ledger, RowReader, Sheet, TableKind, dimension};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::ingest::descriptor::Resource;
use crate::ingest::messages;
use crate::model::{
    AreaId, Dimension, Dimensions, Figure, Locator, MeasureId, Observation, ObservationId, Place,
    Scenario, SourceId, Status, Wording,
};
use crate::spec::from_code;

const LEADING: [&str; 3] = ["area", "period", "source"];

pub(in crate::ingest) const WIDE: TableKind =
    TableKind { key: &["area", "period"], check_heading, ..TableKind::new("", &LEADING, read) };

/// Whether the schema begins with the three columns.
pub(in crate::ingest) fn is_wide(resource: &Resource) -> bool {
    let mut names = resource.schema.fields.iter().map(|field| field.name.as_str());
    LEADING.iter().all(|leading| names.next() == Some(leading))
}

/// The columns that hold a measure, with their places.
fn measures<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
    let headers = sheet.table.headers().iter().map(String::as_str).enumerate();
    let is_dimension = |header: &str| from_code::<Dimension>(header).is_some();
    headers.filter(move |(_, header)| {
        !header.is_empty() && !LEADING.contains(header) && !is_dimension(header)
    })
}

fn check_heading(sheet: &Sheet<'_>, draft: &Draft, ledger: &mut Ledger) -> bool {
    let known = &draft.measures;
    let mut sound = true;
    for (_, measure) in measures(sheet).filter(|(_, id)| !known.contains_key(&MeasureId::new(*id)))
    {
        sound = false;
        ledger.note(messages::unknown_reference(measure, "measures").at(sheet.file, 1, measure));
    }
    sound
}

/// What all figures of a row share.
struct Shared {
    /// `population/1395/0112`, or `population/1395/0112/female`, without the measure.
    stem: String,
    area: AreaId,
    period: Option<Period>,
    source: SourceId,
    dimensions: Dimensions,
    scope: Bilingual,
}

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    for column in LEADING {
        row.required(column);
    }
    let area = draft.area(row, "area");
    let code = draft.data.areas.get(&area).map_or("", |area| area.code.as_str());
    let dimensions = dimension::read(row, draft);
    let mut stem = format!("{}/{}/{code}", row.sheet().name(), row.text("period"));
    for (_, code) in &dimensions {
        stem = format!("{stem}/{code}");
    }
    let scope = draft.data.codes.scope_of(&dimensions, &Bilingual::default());
    let (period, source) = (row.period("period"), draft.source(row));
    let shared = Shared { stem, area, period, source, dimensions, scope };
    let figures: Vec<Observation> = measures(row.sheet())
        .filter_map(|(column, measure)| figure(row, draft, &shared, column, measure))
        .collect();
    let twice = figures.iter().any(|figure| draft.observations.contains_key(&figure.id));
    if twice {
        row.report("area", messages::duplicate("cell/duplicate", &shared.stem, None));
    }
    if row.is_sound() {
        for figure in figures {
            draft.observations.insert(figure.id.clone(), figure);
        }
    }
}

/// One cell; an empty cell is no figure.
fn figure(
    row: &mut RowReader<'_>,
    draft: &Draft,
    shared: &Shared,
    column: usize,
    measure: &str,
) -> Option<Observation> {
    let printed = row.decimal_of(measure, row.at(column));
    printed?;
    let id = MeasureId::new(measure);
    let unit = draft.measures.get(&id)?.unit.clone();
    let value = draft.in_base(row, measure, printed, &unit);
    Some(Observation {
        id: ObservationId::new(format!("{}/{measure}", shared.stem)),
        measure: id,
        place: Place::Area(shared.area.clone()),
        period: shared.period,
        scenario: Some(Scenario::Actual),
        stage: None,
        action_status: None,
        programme: None,
        dimensions: shared.dimensions.clone(),
        scope: shared.scope.clone(),
        figure: Figure::exact(value),
        wording: Wording { value: printed, upper: None, unit, quote: String::new(), mentions: 1 },
        status: Status::Confirmed,
        part_of: None,
        source: shared.source.clone(),
        recorded: None,
        locator: Locator::Row(row.number()),
        note: Bilingual::default(),
    })
}
