//! How many areas lie in each class. A class that nothing is in has a zero only where no area could be
//! in it unknown.

use super::classes::Classes;
use super::evidence::Evidence;
use super::footing::documents;
use super::prepared::{Datum, Number, Words};
use super::scene::Tip;
use super::view::View;
use super::words::{number_text, put, words};
use super::writer::spoken;
use crate::list::{Gather, join};
use crate::model::{Dataset, Missing, Qualifier};
use crate::number::{Bound, Decimal, Interval};
use crate::query::Row;
use crate::text::{Lang, plain_integer};

/// Most classes.
const MOST: usize = 12;
/// Most areas of a class that are named one by one.
const NAMED: usize = 12;

/// One datum for each class, and one for what is in no class that is known. `unlisted` is how many
/// areas have no row at all.
pub(super) fn classes<'a>(
    dataset: &Dataset,
    figures: &[Datum<'_>],
    view: &View,
    unlisted: usize,
    lang: Lang,
) -> Vec<Datum<'a>> {
    let values: Vec<Decimal> = figures.iter().filter_map(|datum| datum.exact).gather();
    let classes = Classes::of_values(&view.encoding.classes, &values, MOST);
    if values.is_empty() {
        return Vec::new();
    }
    let class = |datum: &Datum<'_>| datum.span.as_ref().and_then(|span| classes.of_span(span));
    let is_about_none = |datum: &Datum<'_>| datum.missing == Some(Missing::NotApplicable);
    let is_open = |datum: &&Datum<'_>| class(datum).is_none() && !is_about_none(datum);
    let open: Vec<&Datum<'_>> = figures.iter().filter(is_open).gather();
    let mut data = Vec::new();
    for number in 1..=classes.count() {
        let own: Vec<&Datum<'_>> =
            figures.iter().filter(|datum| class(datum) == Some(number)).gather();
        let may_be_more = unlisted > 0
            || open.iter().any(|datum| match &datum.span {
                Some(span) => classes.may_hold(number, span),
                None => true,
            });
        let key = join(&["class=", &plain_integer(i64::from(number), Lang::En)], "");
        let name = classes.words(number, lang);
        data.push(datum(dataset, &own, (key, name), (own.len(), may_be_more), lang));
    }
    let count = open.len() + unlisted;
    if count > 0 {
        let named = ("class=".to_owned(), words(lang).class_unknown.to_owned());
        let mut beside = datum(dataset, &open, named, (count, false), lang);
        beside.is_unplaced = true;
        data.push(beside);
    }
    data
}

fn datum<'a>(
    dataset: &Dataset,
    figures: &[&Datum<'_>],
    (key, name): (String, String),
    (count, may_be_more): (usize, bool),
    lang: Lang,
) -> Datum<'a> {
    let exact = Decimal::from_int(count as i64);
    let number = number_text(exact, None, lang);
    let least = Interval { low: Bound::Reached(exact), high: Bound::Open };
    let (text, qualifier, span) = match (may_be_more, count) {
        (false, _) => (number, Some(Qualifier::Exact), Some(Interval::exact(exact))),
        // At least none says nothing.
        (true, 0) => (words(lang).unknown.to_owned(), None, None),
        (true, _) => {
            let text = join(&[words(lang).at_least, &number], "\u{A0}");
            (text, Some(Qualifier::AtLeast), Some(least))
        }
    };
    let areas = named(figures, lang);
    let rows: Vec<&Row> = figures.iter().filter_map(|datum| datum.row()).gather();
    let (source, documents) = documents(dataset, &rows, lang);
    let details: Vec<String> =
        Some(areas.clone()).filter(|one| !one.is_empty()).into_iter().gather();
    let evidence: Vec<Evidence> =
        rows.iter().flat_map(|row| Evidence::figures(&row.evidence)).gather();
    let value = span.map(|_| exact);
    let told = Words {
        key,
        tip: Tip {
            spoken: spoken(&name, &text, &details, lang),
            heading: name.clone(),
            value: text.clone(),
            details,
            source,
            working: String::new(),
        },
        evidence,
        documents,
        ..Words::default()
    };
    Datum {
        short: name.clone(),
        value: value.map(Decimal::to_f64),
        exact: value,
        span,
        missing: value.is_none().then_some(Missing::NotReported),
        qualifier,
        note: areas,
        name,
        number: Number { text: text.clone(), full: text }.into(),
        words: told.into(),
        ..Datum::default()
    }
}

/// The names of areas, as far as they can be read in one go.
fn named(figures: &[&Datum<'_>], lang: Lang) -> String {
    let mut names: Vec<String> =
        figures.iter().take(NAMED).map(|datum| datum.place.clone()).gather();
    if let Some(rest) = figures.len().checked_sub(NAMED).filter(|rest| *rest > 0) {
        names.push(put(words(lang).and_more, &[&plain_integer(rest as i64, lang)]));
    }
    join(&names, words(lang).comma)
}
