//! How a derived value came about, with the numbers filled in.

use super::figure::{derived, number_text, qualified};
use super::name::measure_name;
use super::shown::Shown;
use super::{put, words};
use crate::list::{Gather, join};
use crate::model::{Dataset, Figure, Measure, MeasureId, Qualifier, UnitId};
use crate::number::{Decimal, Ratio};
use crate::query::{Row, Working};
use crate::text::{Lang, NumberFormat, format_number, isolate, ltr_isolate};

/// Decimals of a comparison and of a recomputed share.
const AUDIT: u8 = 2;

/// Most parts of a sum that are written one by one.
const MOST: u32 = 6;

/// The formula of a row in numbers, and it again behind what it comes to (`told`); both empty for a figure as stated.
pub(in crate::chart) fn working_text(
    dataset: &Dataset,
    row: &Row,
    (shown, told): (&Shown, &str),
    lang: Lang,
) -> (String, String) {
    let Some(working) = &row.working else { return Default::default() };
    let writer = Writer { dataset, row, shown, lang };
    let Some(formula) = writer.formula(working) else { return Default::default() };
    // Words are no formula: they say how it came about, and equal nothing.
    let sign = match working {
        Working::Last => words(lang).colon,
        Working::Sum { .. } if writer.parts().is_empty() => words(lang).colon,
        _ => " = ",
    };
    let whole = format!("{told}{sign}{formula}");
    (formula, whole)
}

struct Writer<'a> {
    dataset: &'a Dataset,
    row: &'a Row,
    shown: &'a Shown,
    lang: Lang,
}

impl Writer<'_> {
    fn formula(&self, working: &Working) -> Option<String> {
        let lang = self.lang;
        let whole = |number: i64| number_text(Decimal::from_int(number), None, lang);
        let hundred = whole(100);
        Some(match working {
            Working::Sum { parts } => match self.parts() {
                parts if !parts.is_empty() => self.isolated(join(&parts, " + ")),
                _ => put(words(lang).sum_of, &[&whole(i64::from(*parts))]),
            },
            Working::Last => words(lang).last_value.to_owned(),
            Working::Mean { sum, weights, weight } => {
                let days = || words(lang).days.to_owned();
                let weight =
                    weight.as_ref().map_or_else(days, |id| measure_name(self.dataset, id, lang));
                let weights = number_text(*weights, None, lang);
                format!("{} ÷ {weights} ({})", self.number(self.shown, sum), isolate(&weight))
            }
            Working::Ratio {
                numerator,
                numerator_measure: above,
                denominator,
                denominator_measure: below,
                factor,
            } => {
                let shown = self.together(self.unit(above), [numerator, denominator]);
                let plain = Shown::default();
                let below_shown =
                    if self.unit(above) == self.unit(below) { &shown } else { &plain };
                let part = |shown, figure, id| {
                    let name = isolate(&measure_name(self.dataset, id, lang));
                    format!("{} ({name})", self.number(shown, figure))
                };
                let (top, bottom) =
                    (part(&shown, numerator, above), part(below_shown, denominator, below));
                match number_text(*factor, None, lang) {
                    factor if factor == whole(1) => format!("{top} ÷ {bottom}"),
                    factor => format!("{factor} × {top} ÷ {bottom}"),
                }
            }
            Working::Growth { from, to } => {
                let [to, from] = self.both(to, from);
                self.isolated(format!("{hundred} × ({to} ÷ {from} − {})", whole(1)))
            }
            Working::Difference { from, to } => {
                let [to, from] = self.both(to, from);
                self.isolated(format!("{to} − {from}"))
            }
            Working::Share { part, whole } => {
                let [part, whole] = self.both(part, whole);
                self.isolated(format!("{hundred} × {part} ÷ {whole}"))
            }
            Working::RunRate { done, planned, elapsed, days } => {
                let [done, planned] = self.both(done, planned);
                let [elapsed, days] = [elapsed, days]
                    .map(|days| number_text(Decimal::from_int(i64::from(*days)), None, lang));
                self.isolated(format!("{hundred} × {done} ÷ ({planned} × {elapsed} ÷ {days})"))
            }
            #[cfg(feature = "complete")]
            indicator => self.isolated(self.indicator(indicator, &hundred)?),
        })
    }

    /// The formula of an indicator.
    #[cfg(feature = "complete")]
    fn indicator(&self, working: &Working, hundred: &str) -> Option<String> {
        Some(match working {
            Working::Achievement { done: top, planned: bottom, .. }
            | Working::Stages { numerator: top, denominator: bottom, .. } => {
                let [top, bottom] = self.both(top, bottom);
                format!("{hundred} × {top} ÷ {bottom}")
            }
            Working::Location { part, whole, country_part, country_whole } => {
                let [part, whole] = self.both(part, whole);
                let [country, all] = self.both(country_part, country_whole);
                format!("({part} ÷ {whole}) ÷ ({country} ÷ {all})")
            }
            _ => return None,
        })
    }

    /// Formulas are written from left to right in Persian too.
    fn isolated(&self, text: String) -> String {
        if self.lang == Lang::Fa { ltr_isolate(&text) } else { text }
    }

    fn number(&self, shown: &Shown, figure: &Figure) -> String {
        let number = |value| number_text(shown.value(value), None, self.lang);
        qualified(figure, &number, self.lang)
    }

    /// Two figures of the measure of the row, in one unit.
    fn both(&self, one: &Figure, other: &Figure) -> [String; 2] {
        let shown = self.together(self.unit(&self.row.measure), [one, other]);
        [one, other].map(|figure| self.number(&shown, figure))
    }

    fn unit(&self, measure: &MeasureId) -> Option<&UnitId> {
        self.dataset.measures.get(measure).map(|measure| &measure.unit)
    }

    /// The unit for parts of this base: that of the value, if it is of the same base, else the one that keeps
    /// them short and exact.
    fn together(&self, base: Option<&UnitId>, parts: [&Figure; 2]) -> Shown {
        match base {
            Some(base) if *base != self.row.unit => Shown::of_parts(self.dataset, base, parts),
            _ => self.shown.clone(),
        }
    }

    /// The parts of a short sum, each a figure of its own; none where there are too many to be read.
    fn parts(&self) -> Vec<String> {
        let ids = &self.row.evidence;
        if !matches!(self.row.working, Some(Working::Sum { parts }) if ids.len() == parts as usize && parts <= MOST)
        {
            return Vec::new();
        }
        let figures = ids.iter().filter_map(|id| self.dataset.observations.get(id));
        figures.map(|one| self.number(self.shown, &one.figure)).gather()
    }
}

/// How the second figure of a pair compares to the first: «+۲۰٫۶۹٪ برنامه نسبت به پرداخت».
pub(in crate::chart) fn comparison_text(first: &Row, row: &Row, lang: Lang) -> String {
    let qualifiers = row.figure.qualifier().zip(first.figure.qualifier());
    let Some(working) = &row.working else { return String::new() };
    let number = compared(working, qualifiers, lang);
    if number.is_empty() {
        return number;
    }
    let label = row.key.scope.as_ref().map_or("", |(fa, en)| match lang {
        Lang::Fa => fa.as_str(),
        Lang::En => en.as_str(),
    });
    format!("{number} {label}")
}

/// A share in percent; empty where the two figures say nothing of it in one word.
pub(in crate::chart) fn share_text(working: &Working, lang: Lang) -> String {
    let Working::Share { part, whole } = working else { return String::new() };
    compared(working, part.qualifier().zip(whole.qualifier()), lang)
}

/// A growth or a share of figures with these qualifiers, in percent.
fn compared(working: &Working, qualifiers: Option<(Qualifier, Qualifier)>, lang: Lang) -> String {
    let hundred = Decimal::from_int(100);
    let percent = |top: &Figure, bottom: &Figure| {
        let scaled = hundred.checked_mul(top.value()?).ok()?;
        Ratio::new(scaled, bottom.value()?)?.rounded(AUDIT + 4).ok()
    };
    let qualifier = qualifiers.and_then(|(row, first)| row.over(first));
    let is_bound = !matches!(qualifier, Some(Qualifier::Exact | Qualifier::About));
    let value = match working {
        Working::Growth { from, to } => percent(to, from)
            .and_then(|value| value.checked_sub(hundred).ok())
            .map(|value| (value, AUDIT, NumberFormat::PERCENT.signed())),
        Working::Share { part, whole } => percent(part, whole)
            .map(|value| (value, if is_bound { AUDIT } else { 1 }, NumberFormat::PERCENT)),
        _ => None,
    };
    // Two bounds together say nothing in one word.
    let Some(((value, decimals, format), qualifier)) = value.zip(qualifier) else {
        return String::new();
    };
    let (word, value) = derived(value, decimals, qualifier, lang);
    let format = format.with_decimals(decimals);
    word + &format_number(&value, lang, &format)
}

/// Decimals with which a derived value is shown, those of its measure; `None` for one that is stated,
/// or made of stated ones by adding, which keeps its own.
pub(in crate::chart) fn decimals_of(
    working: Option<&Working>,
    unit: &UnitId,
    measure: Option<&Measure>,
) -> Option<u8> {
    match working {
        None | Some(Working::Sum { .. } | Working::Last) => None,
        // At 1.0 it would not show which way an area leans.
        #[cfg(feature = "complete")]
        Some(Working::Location { .. }) => Some(AUDIT),
        // A percentage of whole people has a decimal, whatever they have.
        Some(_) => {
            Some(measure.map_or(1, |measure| measure.decimals.max(u8::from(measure.unit != *unit))))
        }
    }
}
