//! From an own figure to an observation of the model.

use super::code;
use super::entry::Entry;
use super::own::{OwnFigure, OwnState};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Figure, GroupId, Imprint, Locator, MeasureId, Observation, ObservationId,
    Place, Precision, ProgrammeId, Published, Qualifier, Source, SourceId, SourceKind, Status,
    UnitId, Wording,
};
use crate::number::Decimal;

/// Name of the field that the data set cannot make sense of.
pub(super) type Unresolved = &'static str;

/// The observation that an own figure stands for. `original` is the figure of the open data under
/// the same id, which lends what the form does not ask for.
pub(super) fn observation(
    dataset: &Dataset,
    id: &ObservationId,
    own: &OwnFigure,
    original: Option<&Observation>,
) -> Result<Observation, Unresolved> {
    let entry = &own.entry;
    let source = source_id(dataset, id, entry)?;
    let same_source = original.filter(|original| original.source == source);
    Ok(Observation {
        id: id.clone(),
        measure: measure(dataset, entry)?,
        place: place(dataset, entry)?,
        period: period(entry)?,
        scenario: code::optional(&entry.scenario).ok_or("scenario")?,
        stage: code::optional(&entry.stage).ok_or("stage")?,
        action_status: code::optional(&entry.action_status).ok_or("action_status")?,
        programme: programme(dataset, entry)?,
        // The form has no field for codes: a figure that is changed keeps its own.
        dimensions: original.map(|original| original.dimensions.clone()).unwrap_or_default(),
        scope: either(original.map(|original| &original.scope), &entry.scope),
        figure: figure(dataset, own)?,
        wording: Wording {
            value: own.value,
            upper: own.upper,
            unit: UnitId::new(&*entry.unit),
            quote: entry.quote.clone(),
            mentions: same_source.map_or(1, |original| original.wording.mentions),
        },
        status: if own.state == OwnState::Added { Status::Draft } else { Status::Revised },
        part_of: original.and_then(|original| original.part_of.clone()),
        recorded: None,
        locator: same_source.map_or(Locator::NotRecorded, |original| original.locator.clone()),
        source,
        note: either(original.map(|original| &original.note), &entry.note),
    })
}

/// The document that the form describes, when it is a new one.
pub(super) fn source(id: &ObservationId, entry: &Entry) -> Option<Source> {
    entry.source.is_empty().then(|| Source {
        id: new_source_id(id),
        kind: SourceKind::Own,
        title: both(&entry.source_title),
        publisher: both(&entry.source_publisher),
        published: Published {
            date: entry.source_published.clone(),
            precision: match entry.source_published.split('-').count() {
                _ if entry.source_published.is_empty() => Precision::Unknown,
                1 => Precision::Year,
                2 => Precision::Month,
                _ => Precision::Day,
            },
        },
        url: entry.source_url.clone(),
        accessed: Bilingual::new("در این دستگاه وارد شده است", "entered on this device"),
        imprint: Imprint::default(),
    })
}

fn source_id(dataset: &Dataset, id: &ObservationId, entry: &Entry) -> Result<SourceId, Unresolved> {
    if entry.source.is_empty() {
        return if entry.source_title.is_empty() { Err("source") } else { Ok(new_source_id(id)) };
    }
    let source = SourceId::new(&*entry.source);
    if dataset.sources.contains_key(&source) { Ok(source) } else { Err("source") }
}

fn new_source_id(id: &ObservationId) -> SourceId {
    SourceId::new(format!("own-source-{id}"))
}

fn measure(dataset: &Dataset, entry: &Entry) -> Result<MeasureId, Unresolved> {
    let id = MeasureId::new(&*entry.measure);
    if dataset.measures.contains_key(&id) { Ok(id) } else { Err("measure") }
}

/// The place of an entry; neither area nor group is no single place.
pub(super) fn place(dataset: &Dataset, entry: &Entry) -> Result<Place, Unresolved> {
    match (entry.area.is_empty(), entry.group.is_empty()) {
        (true, true) => Ok(Place::Unplaced),
        (false, true) => {
            let area = AreaId::new(&*entry.area);
            dataset.areas.get(&area).map(|_| Place::Area(area.clone())).ok_or("area")
        }
        (true, false) => {
            let group = GroupId::new(&*entry.group);
            dataset.groups.get(&group).map(|_| Place::Group(group.clone())).ok_or("group")
        }
        (false, false) => Err("group"),
    }
}

/// The period of an entry; empty is no period.
pub(super) fn period(entry: &Entry) -> Result<Option<Period>, Unresolved> {
    if entry.period.is_empty() {
        return Ok(None);
    }
    Period::parse(&entry.period).map(Some).map_err(|_| "period")
}

/// The programme of an entry; empty is none.
pub(super) fn programme(
    dataset: &Dataset,
    entry: &Entry,
) -> Result<Option<ProgrammeId>, Unresolved> {
    if entry.programme.is_empty() {
        return Ok(None);
    }
    let id = ProgrammeId::new(&*entry.programme);
    if dataset.programmes.contains_key(&id) { Ok(Some(id)) } else { Err("programme") }
}

fn figure(dataset: &Dataset, own: &OwnFigure) -> Result<Figure, Unresolved> {
    let entry = &own.entry;
    let Some(value) = own.value else {
        return crate::spec::from_code(&entry.missing).map(Figure::Missing).ok_or("missing");
    };
    let qualifier = code::optional(&entry.qualifier).ok_or("qualifier")?;
    let qualifier = qualifier.unwrap_or(Qualifier::Exact);
    let upper = match (qualifier, own.upper) {
        (Qualifier::Between, None) => return Err("upper"),
        (Qualifier::Between, Some(upper)) => Some(to_base(dataset, entry, upper)?),
        _ => None,
    };
    Ok(Figure::Value { value: to_base(dataset, entry, value)?, qualifier, upper })
}

/// The value in the base unit of the measure.
fn to_base(dataset: &Dataset, entry: &Entry, value: Decimal) -> Result<Decimal, Unresolved> {
    let measure = dataset.measures.get(&MeasureId::new(&*entry.measure)).ok_or("measure")?;
    let unit = dataset.units.get(&UnitId::new(&*entry.unit)).ok_or("unit")?;
    if unit.base != measure.unit {
        return Err("unit");
    }
    value.scaled(unit.exponent).map_err(|_| "value")
}

/// The original's two languages while the text is still the original's, else what was typed.
fn either(original: Option<&Bilingual>, typed: &str) -> Bilingual {
    original.filter(|original| original.fa == typed).cloned().unwrap_or_else(|| both(typed))
}

fn both(text: &str) -> Bilingual {
    Bilingual::new(text, text)
}
