//! A board: the entries of a code list in their order, each with the areas that stand at it.
//!
//! The number of an entry is a name, not a size, so it is never drawn as a length: what is drawn is
//! how many areas stand there.

use super::evidence::Evidence;
use super::footing::documents;
use super::prepared::{Datum, Number, Words};
use super::scene::Tip;
use super::view::View;
use super::words::{code_word, number_text, pick, place_name, words};
use super::writer::spoken;
use crate::list::{Gather, join};
use crate::model::{Dataset, ObservationId, Place};
use crate::number::{Decimal, Interval};
use crate::query::Row;
use crate::text::Lang;

/// Name of the list of those codes that are no step on the way: that of the list with this.
const APART: &str = "_apart";

/// One datum for each entry of the code list that the view names; none for any other view.
pub(super) fn tally<'a>(
    dataset: &Dataset,
    rows: &[Row],
    view: &View,
    lang: Lang,
) -> Vec<Datum<'a>> {
    let apart = join(&[view.encoding.y.as_str(), APART], "");
    let mut data = Vec::new();
    for (code, entry) in dataset.codes.entries(&view.encoding.y) {
        let number = Decimal::from_int(data.len() as i64 + 1);
        let at: Vec<&Row> = rows.iter().filter(|row| row.figure.value() == Some(number)).gather();
        let mut datum = datum(dataset, code, &at, pick(&entry.name, lang), lang);
        if dataset.codes.get(&apart, code).is_some() {
            datum.detail = code_word(dataset, &apart, code, lang);
            datum.series.clone_from(&datum.detail);
        }
        data.push(datum);
    }
    data
}

fn datum<'a>(dataset: &Dataset, code: &str, at: &[&Row], name: &str, lang: Lang) -> Datum<'a> {
    let areas = at.iter().filter_map(|row| row.key.area.clone());
    let areas: Vec<String> = areas.map(|id| place_name(dataset, &Place::Area(id), lang)).gather();
    let areas = join(&areas, words(lang).comma);
    let count = Decimal::from_int(at.len() as i64);
    let text = number_text(count, None, lang);
    let evidence: Vec<&ObservationId> = at.iter().flat_map(|row| &row.evidence).gather();
    let (source, documents) = documents(dataset, at, lang);
    let details: Vec<String> =
        Some(areas.clone()).filter(|one| !one.is_empty()).into_iter().gather();
    let told = Words {
        key: code.to_owned(),
        tip: Tip {
            heading: name.to_owned(),
            value: text.clone(),
            spoken: spoken(name, &text, &details, lang),
            details,
            source,
            working: String::new(),
        },
        evidence: evidence.into_iter().map(Evidence::figure).gather(),
        documents,
        ..Words::default()
    };
    Datum {
        name: name.to_owned(),
        short: name.to_owned(),
        value: Some(count.to_f64()),
        exact: Some(count),
        span: Some(Interval::exact(count)),
        qualifier: Some(crate::model::Qualifier::Exact),
        note: areas,
        number: Number { text: text.clone(), full: text }.into(),
        words: told.into(),
        ..Datum::default()
    }
}
