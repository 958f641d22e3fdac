//! Views for a package that brings none: one for each measure.

use super::is_address;
use crate::chart::{Options, View, layout};
use crate::diag::Bilingual;
use crate::list::Gather;
use crate::model::{Dataset, Level, SourceId};
use crate::query::{Offer, catalog, run};
use crate::spec::{FromSpec, Object, Value};
use crate::text::Lang;

/// So many periods are a line.
const LINE: usize = 3;

/// A view of each measure that has figures and whose id can be an address, named by it: over time where it is told for the country at three
/// times or more, else its areas in the newest period, else figure by figure. What does not stand on one axis, as amounts
/// of different releases, is drawn of the document that tells most of it.
pub fn default_views(dataset: &Dataset) -> Vec<(String, Value)> {
    let named = |offer: &Offer| {
        let name = &dataset.measures.get(&offer.measure)?.name;
        let id = Some(offer.measure.as_str()).filter(|id| is_address(id))?;
        let found = candidates(offer, name).into_iter().find(|view| is_drawn(dataset, view))?;
        Some((id.to_owned(), found))
    };
    catalog(dataset).iter().filter_map(named).gather()
}

/// What may be drawn of a measure, the best first.
fn candidates(offer: &Offer, name: &Bilingual) -> Vec<Value> {
    let mut views = Vec::new();
    if periods(offer, Level::Country).len() >= LINE {
        let mut query = asked(offer, &["area", "period"]);
        query.put("areas", level(Level::Country));
        views.push(view(name, query, "line"));
    }
    for level in [Level::Province, Level::County] {
        views.extend(areas(offer, name, level));
    }
    views.push(view(name, asked(offer, &["observation"]), "bar"));
    let mut sources: Vec<(&SourceId, &u32)> = offer.sources.iter().collect();
    // In the order of ids among those that tell as much.
    sources.sort_by(|(_, one), (_, other)| other.cmp(one));
    for (source, _) in sources {
        let mut query = asked(offer, &["observation"]);
        let mut only = Object::default();
        query.put("where", only.text("source", source.as_str()).value());
        views.push(view(name, query, "bar"));
    }
    views
}

fn areas(offer: &Offer, name: &Bilingual, at: Level) -> Option<Value> {
    let newest = periods(offer, at).pop()?;
    let mut query = asked(offer, &["area"]);
    query.put("areas", level(at)).texts("periods", &[newest]);
    Some(view(name, query, "bar"))
}

fn level(level: Level) -> Value {
    Object::default().text("level", level.code()).value()
}

fn asked(offer: &Offer, by: &[&str]) -> Object {
    let mut query = Object::default();
    let by = by.iter().map(|field| (*field).to_owned()).gather();
    query.text("measure", offer.measure.as_str()).texts("by", &by);
    query
}

fn view(name: &Bilingual, mut query: Object, mark: &str) -> Value {
    let (mut view, mut title, mut encoding) =
        (Object::default(), Object::default(), Object::default());
    view.put("query", query.value()).text("mark", mark);
    view.put("fallback", title.text("fa", &name.fa).text("en", &name.en).value());
    if mark == "line" {
        view.put("encoding", encoding.text("color", "area").value());
    } else {
        view.text("sort", "descending");
    }
    view.value()
}

/// The periods at a level, the newest last.
fn periods(offer: &Offer, level: Level) -> Vec<String> {
    let is_told = |id: &String| {
        let at = offer.combinations.iter().filter(|one| one.level == Some(level));
        at.filter_map(|one| one.period.as_ref()).any(|period| period.id() == *id)
    };
    offer.periods.iter().map(|period| period.id()).filter(is_told).gather()
}

fn is_drawn(dataset: &Dataset, spec: &Value) -> bool {
    let Ok(view) = View::read(spec) else { return false };
    let options = Options { width: 640.0, lang: Lang::Fa, direction: None };
    !layout(dataset, &run(dataset, &view.query), &view, &options).marks.is_empty()
}
