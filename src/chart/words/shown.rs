//! The one unit of a chart: the printed one where all agree, else the largest that stays exact.

use crate::list::Gather;
use crate::model::{Dataset, Figure, Measure, ObservationId, Unit, UnitId};
use crate::number::Decimal;
use crate::query::Row;
use crate::text::Lang;
use crate::text::pick;

/// Most decimals that a scaled value may need and still be shown in the larger unit.
const MOST_DECIMALS: u8 = 3;

/// A unit with its name in the language of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::chart) struct Shown {
    exponent: i8,
    /// Name beside a number, such as «میلیارد ریال», «نفر» or «روستا»; empty for a bare count.
    pub(in crate::chart) name: String,
    /// Whether values are percentages.
    pub(in crate::chart) percent: bool,
}

impl Shown {
    /// The unit of a view: the one it names, the printed one of all its figures, or the largest in
    /// which every value stays exact.
    pub(in crate::chart) fn of_rows(
        dataset: &Dataset,
        rows: &[Row],
        named: &str,
        lang: Lang,
    ) -> Self {
        let base = rows.first().map(|row| row.unit.clone()).unwrap_or_default();
        let named = dataset.units.get(&UnitId::new(named)).filter(|unit| unit.base == base);
        let unit = named
            .or_else(|| printed(dataset, rows))
            .or_else(|| largest(dataset, &values(rows), &base))
            .or_else(|| dataset.units.get(&base));
        let measures: Vec<&Measure> =
            rows.iter().filter_map(|row| dataset.measures.get(&row.measure)).gather();
        let one = measures.first().copied();
        let same =
            measures.iter().all(|measure| Some(&measure.noun.one) == one.map(|one| &one.noun.one));
        Self::new(unit, one.filter(|_| same), lang)
    }

    /// The unit of the parts of a formula, without a name: the one that keeps them short and exact.
    pub(in crate::chart) fn of_parts(
        dataset: &Dataset,
        base: &UnitId,
        parts: [&Figure; 2],
    ) -> Self {
        let values = parts.into_iter().filter_map(Figure::value).gather();
        let exponent = largest(dataset, &values, base).map_or(0, |unit| unit.exponent);
        Self { exponent, ..Self::default() }
    }

    /// The unit of one figure of a measure.
    pub(in crate::chart) fn of_measure(
        dataset: &Dataset,
        measure: &Measure,
        unit: &UnitId,
        lang: Lang,
    ) -> Self {
        Self::new(dataset.units.get(unit), Some(measure), lang)
    }

    fn new(unit: Option<&Unit>, measure: Option<&Measure>, lang: Lang) -> Self {
        let percent = unit.is_some_and(|unit| unit.id.as_str() == "percent");
        let bare = unit.is_none_or(|unit| unit.id.as_str() == "count");
        let noun = measure.map(|measure| match lang {
            Lang::Fa => measure.noun.one.fa.as_str(),
            Lang::En => measure.noun.many_en.as_str(),
        });
        let name = match (bare, unit) {
            (false, Some(unit)) => pick(&unit.name, lang),
            _ => noun.unwrap_or_default(),
        };
        Self { exponent: unit.map_or(0, |unit| unit.exponent), name: name.to_owned(), percent }
    }

    /// The same for a single figure: “1 report”, not “1 reports”. Persian has one form after a number.
    pub(in crate::chart) fn of_one(
        mut self,
        measure: &Measure,
        figure: &Figure,
        lang: Lang,
    ) -> Self {
        let is_one = matches!(figure, Figure::Value { value, upper: None, .. } if *value == Decimal::from_int(1));
        let noun = &measure.noun;
        if is_one && lang == Lang::En && self.name == noun.many_en && !noun.one.en.is_empty() {
            self.name.clone_from(&noun.one.en);
        }
        self
    }

    /// A value of the base unit in this unit.
    pub(in crate::chart) fn value(&self, value: Decimal) -> Decimal {
        if self.exponent == 0 {
            return value;
        }
        value.scaled(-self.exponent).map_or(value, Decimal::trimmed)
    }

    /// A figure in this unit.
    pub(in crate::chart) fn figure(&self, figure: &Figure) -> Figure {
        let mut figure = *figure;
        if let Figure::Value { value, upper, .. } = &mut figure {
            *value = self.value(*value);
            *upper = upper.map(|upper| self.value(upper));
        }
        figure
    }
}

/// The unit that every figure is printed in.
fn printed<'a>(dataset: &'a Dataset, rows: &[Row]) -> Option<&'a Unit> {
    let mut found: Option<&UnitId> = None;
    for id in rows.iter().flat_map(|row| &row.evidence) {
        let unit = printed_unit(dataset, id)?;
        if found.is_some_and(|known| known != unit) {
            return None;
        }
        found = Some(unit);
    }
    let base = &rows.first()?.unit;
    dataset.units.get(found?).filter(|unit| unit.base == *base)
}

fn printed_unit<'a>(dataset: &'a Dataset, id: &ObservationId) -> Option<&'a UnitId> {
    dataset.observations.get(id).map(|observation| &observation.wording.unit)
}

fn values(rows: &[Row]) -> Vec<Decimal> {
    rows.iter().filter_map(|row| row.figure.value()).gather()
}

/// The largest unit of the base in which every value stays exact; toman only where it is printed.
fn largest<'a>(dataset: &'a Dataset, values: &[Decimal], base: &UnitId) -> Option<&'a Unit> {
    let fits = |unit: &&Unit| {
        let mut scaled =
            values.iter().map(|value| value.scaled(-unit.exponent).map(Decimal::trimmed));
        scaled.all(|value| value.is_ok_and(|value| value.scale() <= MOST_DECIMALS))
    };
    let scaled = dataset.units.iter().filter(|unit| unit.base == *base && unit.exponent > 0);
    let no_toman = scaled.filter(|unit| !unit.id.as_str().ends_with("toman"));
    no_toman.filter(fits).max_by_key(|unit| unit.exponent)
}
