//! Views for a package that brings none: one for each measure.

use crate::chart::{Encoding, MarkKind, Options, Sort, View, layout};
use crate::list::Gather;
use crate::model::{Dataset, Level, SourceId};
use crate::query::{AreaSelection, By, Filter, Offer, Query, catalog, run};
use crate::text::Lang;

/// So many periods are a line.
const LINE: usize = 3;

/// A view of each measure that has figures, named by its id: over time where it is told for the country at three
/// times or more, else its areas in the newest period, else figure by figure. What does not stand on one axis, as amounts
/// of different releases, is drawn of the document that tells most of it.
pub fn default_views(dataset: &Dataset) -> Vec<(String, View)> {
    let named = |offer: &Offer| {
        let found = candidates(offer).into_iter().find(|view| is_drawn(dataset, view))?;
        let name = dataset.measures.get(&offer.measure)?.name.clone();
        Some((offer.measure.as_str().to_owned(), View { fallback: name, ..found }))
    };
    catalog(dataset).iter().filter_map(named).gather()
}

/// What may be drawn of a measure, the best first.
fn candidates(offer: &Offer) -> Vec<View> {
    let mut views = Vec::new();
    if periods(offer, Level::Country).len() >= LINE {
        views.push(over_time(offer));
    }
    let levels = [Level::Province, Level::County].into_iter();
    views.extend(levels.filter_map(|level| areas(offer, level)));
    views.push(figures(offer, None));
    let mut sources: Vec<(&SourceId, &u32)> = offer.sources.iter().collect();
    // In the order of ids among those that tell as much.
    sources.sort_by(|(_, one), (_, other)| other.cmp(one));
    views.extend(sources.into_iter().map(|(source, _)| figures(offer, Some(source))));
    views
}

fn over_time(offer: &Offer) -> View {
    let areas = AreaSelection { level: Some(Level::Country), ..AreaSelection::default() };
    View {
        mark: MarkKind::Line,
        encoding: Encoding { color: "area".to_owned(), ..Encoding::default() },
        query: Query { areas, by: vec![By::Area, By::Period], ..asked(offer) },
        ..View::default()
    }
}

fn areas(offer: &Offer, level: Level) -> Option<View> {
    let newest = periods(offer, level).pop()?;
    let areas = AreaSelection { level: Some(level), ..AreaSelection::default() };
    let query = Query { areas, periods: vec![newest], by: vec![By::Area], ..asked(offer) };
    Some(View { query, sort: Sort::Descending, ..View::default() })
}

fn figures(offer: &Offer, source: Option<&SourceId>) -> View {
    let filter = Filter { source: source.cloned(), ..Filter::default() };
    let query = Query { filter, by: vec![By::Observation], ..asked(offer) };
    View { query, ..View::default() }
}

fn asked(offer: &Offer) -> Query {
    Query { measure: offer.measure.clone(), ..Query::default() }
}

/// The periods at a level, the newest last.
fn periods(offer: &Offer, level: Level) -> Vec<String> {
    let is_told = |id: &String| {
        let at = offer.combinations.iter().filter(|one| one.level == Some(level));
        at.filter_map(|one| one.period.as_ref()).any(|period| period.id() == *id)
    };
    offer.periods.iter().map(|period| period.id()).filter(is_told).gather()
}

fn is_drawn(dataset: &Dataset, view: &View) -> bool {
    let options = Options { width: 640.0, lang: Lang::Fa, direction: None };
    !layout(dataset, &run(dataset, &view.query), view, &options).marks.is_empty()
}
