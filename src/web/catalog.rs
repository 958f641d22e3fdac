//! What can be asked, with names for the controls of the explore page.

use super::convert::list;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{Dataset, Level, Scenario, Stage};
use crate::query::{self, Combination, Offer};
use crate::spec::{Object, Value};
use crate::text::Lang;

/// One choice: its id, and its name in both languages.
pub(super) fn choice(id: &str, name: &Bilingual) -> Object {
    let mut choice = Object::default();
    choice.text("id", id).text("fa", &name.fa).text("en", &name.en);
    choice
}

/// A code list.
pub(super) fn codes(dataset: &Dataset, list: &str) -> Value {
    let mut codes = Vec::new();
    for (code, entry) in dataset.codes.entries(list) {
        codes.push(choice(code, &entry.name).value());
    }
    Value::List(codes)
}

/// One offer for each measure that has figures, the provinces by code, and the scenarios.
pub(super) fn catalog(dataset: &Dataset) -> Value {
    let mut offers = Vec::new();
    for offer in query::catalog(dataset) {
        offers.extend(part(dataset, &offer));
    }
    let mut catalog = Object::default();
    catalog.put("offers", Value::List(offers)).put("provinces", provinces(dataset));
    catalog.put("scenarios", codes(dataset, "scenario"));
    catalog.value()
}

/// Those of the newest division.
fn provinces(dataset: &Dataset) -> Value {
    let newest = dataset.areas.divisions().last();
    let mut provinces = Vec::new();
    for one in dataset.areas.iter() {
        if Some(one.division) == newest && one.level == Level::Province {
            provinces.push(choice(&one.code, &one.name).value());
        }
    }
    Value::List(provinces)
}

/// `money` tells amounts, which are only set side by side within one release and programme; `bare`
/// numbers have no unit.
fn part(dataset: &Dataset, offer: &Offer) -> Option<Value> {
    let measure = dataset.measures.get(&offer.measure)?;
    let mut part = choice(measure.id.as_str(), &measure.name);
    part.number("figures", f64::from(offer.figures));
    part.flag("money", measure.unit.as_str() == "rial" && measure.formula.is_none());
    part.flag("bare", measure.unit.as_str() == "count" && measure.noun.one.fa.is_empty());
    part.put("levels", list(&offer.levels, |one: &Level| Value::Text(one.code().into())));
    part.put("periods", list(&offer.periods, period));
    part.put("scenarios", list(&offer.scenarios, |one: &Scenario| Value::Text(one.code().into())));
    part.put("stages", list(&offer.stages, |one: &Stage| Value::Text(one.code().into())));
    let mut sources = Vec::new();
    for (id, figures) in &offer.sources {
        let Some(source) = dataset.sources.get(id) else { continue };
        let mut one = choice(source.id.as_str(), &source.title);
        sources.push(one.number("figures", f64::from(*figures)).value());
    }
    part.put("sources", Value::List(sources));
    part.put("combinations", list(&offer.combinations, combination));
    Some(part.value())
}

fn combination(one: &Combination) -> Value {
    let mut part = Object::default();
    part.text("level", one.level.map_or("", Level::code));
    part.text("within", one.province.as_deref().unwrap_or_default());
    part.text("period", &one.period.as_ref().map(Period::id).unwrap_or_default());
    part.text("scenario", one.scenario.map_or("", Scenario::code));
    part.text("source", one.source.as_str());
    part.value()
}

fn period(period: &Period) -> Value {
    let mut part = Object::default();
    part.text("id", &period.id());
    part.text("fa", &period.label(Lang::Fa)).text("en", &period.label(Lang::En));
    part.value()
}
