//! Stock and flow: from which level to which each row leads, and whether that comes to what is stated.

use super::piles::is_named;
use super::prepared::Datum;
use super::view::View;
use super::words::{derived, number_text, put, words};
use crate::list::Gather;
use crate::model::{Dataset, MeasureKind, Qualifier};
use crate::number::Decimal;
use crate::query::Row;
use crate::text::{Lang, NumberFormat, format_number};

/// One row of a chart of stock and flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Whether it is a stock, which stands on the zero line.
    pub is_stock: bool,
    /// Whether it is taken off.
    pub is_off: bool,
    /// The level before and after it, in the shown unit; `None` where nobody knows.
    pub levels: [Option<f64>; 2],
    /// Its number with its sign, or the words for what is no single number.
    pub text: String,
}

/// A row on its way to a step.
#[derive(Clone, Copy)]
struct Way {
    is_stock: bool,
    is_off: bool,
    /// What is stated of it, if that is one value.
    own: Option<Decimal>,
    before: Option<Decimal>,
    after: Option<Decimal>,
}

impl Way {
    /// The level after it of that before it, or (`back`) the other way round.
    fn moved(&self, level: Option<Decimal>, back: bool) -> Option<Decimal> {
        let (level, own) = level.zip(self.own)?;
        let is_less = self.is_off != back;
        let moved = if is_less { level.checked_sub(own) } else { level.checked_add(own) };
        moved.ok()
    }
}

/// The steps and what is to be told of them; nothing where the rows begin with no stock, hold no flow,
/// or leave open where a flow begins.
pub(super) fn steps(
    dataset: &Dataset,
    rows: &[&Row],
    data: &[Datum<'_>],
    view: &View,
    lang: Lang,
) -> Option<(Vec<Step>, Vec<String>)> {
    let mut ways = Vec::new();
    for (row, datum) in rows.iter().zip(data) {
        let kind = dataset.measures.get(&row.measure)?.kind;
        ways.push(Way {
            is_stock: kind == MeasureKind::Stock,
            is_off: is_named(&datum.words().key, &view.encoding.minus),
            own: datum.span.and_then(|span| span.single()),
            before: None,
            after: None,
        });
    }
    if !ways.first()?.is_stock || ways.iter().all(|way| way.is_stock) {
        return None;
    }
    forwards(&mut ways);
    let notes = ways.iter().zip(data).filter_map(|(way, datum)| judged(way, datum, lang)).gather();
    backwards(&mut ways);
    let is_placed = |way: &Way| way.before.is_some() && way.after.is_some();
    if !ways.iter().all(|way| way.is_stock || way.own.is_none() || is_placed(way)) {
        return None;
    }
    let steps = ways.iter().zip(data).map(|(way, datum)| step(way, datum, lang)).gather();
    Some((steps, notes))
}

/// From each stock on to what the flows after it come to.
fn forwards(ways: &mut [Way]) {
    let mut level = None;
    for way in ways {
        way.before = level;
        way.after = if way.is_stock { way.own.or(level) } else { way.moved(level, false) };
        level = way.after;
    }
}

/// From each stock back to where the flows before it began, where that is not known yet.
fn backwards(ways: &mut [Way]) {
    let mut level = None;
    for way in ways.iter_mut().rev() {
        if way.is_stock {
            level = way.own;
            continue;
        }
        way.after = way.after.or(level);
        way.before = way.before.or_else(|| way.moved(way.after, true));
        level = way.before;
    }
}

/// What is to be told of a stock whose flows come to something else, or that nobody stated.
fn judged(way: &Way, datum: &Datum<'_>, lang: Lang) -> Option<String> {
    let computed = way.before.filter(|_| way.is_stock)?;
    let number = |value: Decimal| number_text(value.trimmed(), None, lang);
    let Some(span) = datum.span else {
        return Some(put(words(lang).flow_unsaid, &[&datum.name, &number(computed)]));
    };
    if span.contains(computed) {
        return None;
    }
    let difference = datum.exact?.checked_sub(computed).ok()?.abs();
    let parts = [datum.name.as_str(), datum.text(), &number(computed), &number(difference)];
    Some(put(words(lang).flow_differs, &parts))
}

fn step(way: &Way, datum: &Datum<'_>, lang: Lang) -> Step {
    let signed = |value: Decimal| {
        let value = if way.is_off { value.negated() } else { value };
        let qualifier = datum.qualifier.unwrap_or(Qualifier::Exact);
        let (word, _) = derived(value, 0, qualifier, lang);
        word + &format_number(&value, lang, &NumberFormat::GROUPED.signed())
    };
    let text = way.own.filter(|_| !way.is_stock).map(signed);
    Step {
        is_stock: way.is_stock,
        is_off: way.is_off,
        levels: [way.before, way.after].map(|level| level.map(Decimal::to_f64)),
        text: text.unwrap_or_else(|| datum.text().to_owned()),
    }
}
