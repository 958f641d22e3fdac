//! Parts beside their whole: all of them add up to it, some of them are not more.

use super::{finding, is_about, subject, with_values};
use crate::check::Report;
use crate::check::naming::{listed, money, period_name, spoken};
use crate::check::reading::rounding;
use crate::check::silence::too_large;
use crate::check::words::{Origin, counted_as, number};
use crate::diag::Bilingual;
use crate::model::{Dataset, Finding, Measure, Observation, Verdict};
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::from_nought;

/// What a whole is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// The areas below an area.
    Areas,
    /// The periods within a period.
    Periods,
}

/// What wholes and parts are called.
struct Words {
    whole_fa: &'static str,
    parts_fa: &'static str,
    listed_fa: &'static str,
    wholes: [&'static str; 2],
    parts: &'static str,
    listed: &'static str,
}

impl Parts {
    const fn words(self) -> Words {
        match self {
            Self::Areas => Words {
                whole_fa: "ناحیه",
                parts_fa: "ناحیه‌های زیر",
                listed_fa: "ناحیه‌های نوشته‌شدهٔ زیر آن",
                wholes: ["area", "areas"],
                parts: "areas below",
                listed: "areas listed below",
            },
            Self::Periods => Words {
                whole_fa: "دوره",
                parts_fa: "دوره‌های درون",
                listed_fa: "دوره‌های نوشته‌شدهٔ درون آن",
                wholes: ["period", "periods"],
                parts: "periods within",
                listed: "periods listed within it",
            },
        }
    }
}

/// A figure and those of its parts, of which none is in another.
pub(super) struct Family<'a> {
    pub(super) whole: &'a Observation,
    pub(super) parts: Vec<&'a Observation>,
    /// Whether there are no other parts.
    pub(super) is_whole: bool,
}

impl<'a> Family<'a> {
    pub(super) const fn of(whole: &'a Observation) -> Self {
        Self { whole, parts: Vec::new(), is_whole: true }
    }

    fn is_about(&self) -> bool {
        is_about(self.whole) || self.parts.iter().any(|part| is_about(part))
    }
}

/// Judges the families of one table; `rises` where no part that is not told can make a sum smaller.
pub(super) fn judge(
    dataset: &Dataset,
    of: Parts,
    (measure, rises): (&Measure, bool),
    families: &[Family<'_>],
    report: &mut Report,
) {
    let (mut held, mut open) = (Vec::new(), Vec::new());
    let is_judged = |family: &&Family<'_>| family.is_whole || rises;
    for family in families.iter().filter(|family| !family.parts.is_empty()).filter(is_judged) {
        let whole = family.whole;
        match judged(dataset, (of, rises), family) {
            Ok(Judged::Holds) => held.push(whole),
            Ok(Judged::Open) => open.push(whole),
            Ok(Judged::Nothing) => {}
            Ok(Judged::Broken(found)) => report.findings.push(*found),
            Err(Overflow) => {
                let rule = if family.is_whole { "V2" } else { "V1" };
                report.skipped.push(too_large(rule, &subject(dataset, whole)));
            }
        }
    }
    report.findings.extend(left_open(of, measure, &open));
    report.findings.extend(passed(of, measure, &held));
}

/// What parts say of their whole.
enum Judged {
    Holds,
    /// Bounds do not tell.
    Open,
    /// They are not all told, and not too much.
    Nothing,
    Broken(Box<Finding>),
}

fn judged(
    dataset: &Dataset,
    (of, rises): (Parts, bool),
    family: &Family<'_>,
) -> Result<Judged, Overflow> {
    let Some(stated) = family.whole.figure.interval() else { return Ok(Judged::Nothing) };
    let mut sum = Interval::exact(Decimal::ZERO);
    let mut tolerance = rounding(&dataset.units, family.whole);
    for part in &family.parts {
        let Some(interval) = part.figure.interval() else { return Ok(Judged::Nothing) };
        sum = sum.checked_add(if rises { from_nought(interval) } else { interval })?;
        tolerance = tolerance.checked_add(rounding(&dataset.units, part))?;
    }
    let allowed = stated.checked_add(Interval {
        low: Bound::Reached(tolerance.negated()),
        high: Bound::Reached(tolerance),
    })?;
    let possible = if family.is_whole { sum } else { Interval { high: Bound::Open, ..sum } };
    Ok(if possible.is_apart_from(allowed) {
        let found = broken(dataset, of, family, [stated, sum]);
        Judged::Broken(Box::new(Finding { tolerance: tolerance.to_string(), ..found }))
    } else if !family.is_whole {
        Judged::Nothing
    } else if sum.is_inside(allowed) {
        Judged::Holds
    } else {
        Judged::Open
    })
}

/// More than the whole is an error; less may be a list of areas that is not whole, as an office's own, and
/// what is only said to be about so much cannot be wrong by a little.
fn broken(
    dataset: &Dataset,
    of: Parts,
    family: &Family<'_>,
    [stated, sum]: [Interval; 2],
) -> Finding {
    // They have no value in common.
    let is_more = sum.low.value().zip(stated.high.value()).is_some_and(|(sum, most)| sum >= most);
    let is_wrong = (is_more || of == Parts::Periods) && !family.is_about();
    let verdict = if is_wrong { Verdict::Fail } else { Verdict::Warn };
    let name = subject(dataset, family.whole);
    let [told, added] = [stated, sum].map(|value| number(value, Origin::Stated));
    let unit = money(dataset, &family.whole.measure);
    let Words { listed_fa: fa, listed: en, .. } = of.words();
    let message = Bilingual::new(
        format!("{}: {} گفته شده و جمع {fa} {}{} است.", name.fa, told.fa, added.fa, unit.fa),
        format!("{}: {} is stated, the {en} add up to {}{}.", name.en, told.en, added.en, unit.en),
    );
    let mut figures = vec![family.whole];
    let rule = if family.is_whole {
        "V2"
    } else {
        figures.extend(&family.parts);
        "V1"
    };
    let found = finding(rule, verdict, &figures, message);
    match (stated.single(), sum.single()) {
        (Some(stated), Some(sum)) => with_values(found, stated, sum),
        _ => found,
    }
}

/// One verdict for all wholes where bounds do not tell.
fn left_open(of: Parts, measure: &Measure, open: &[&Observation]) -> Option<Finding> {
    let name = series(of, measure, open)?;
    let Words { whole_fa, parts_fa, wholes, parts, .. } = of.words();
    let (many, [whole, _]) = (counted_as(open.len(), wholes), wholes);
    let message = Bilingual::new(
        format!(
            "{}: در {} {whole_fa} کران‌ها نمی‌گویند که جمع {parts_fa} با رقم خود {whole_fa} می‌خواند یا نه.",
            name.fa, many.fa
        ),
        format!(
            "{}: in {} the bounds leave open whether the {parts} add up to the figure of the {whole}.",
            name.en, many.en
        ),
    );
    Some(finding("V2", Verdict::Warn, open, message))
}

/// One verdict for all wholes where it holds.
fn passed(of: Parts, measure: &Measure, held: &[&Observation]) -> Option<Finding> {
    let name = series(of, measure, held)?;
    let Words { whole_fa, parts_fa, wholes, parts, .. } = of.words();
    let (many, [whole, _]) = (counted_as(held.len(), wholes), wholes);
    let message = Bilingual::new(
        format!(
            "{}: در {} {whole_fa} جمع {parts_fa} با رقم خود {whole_fa} می‌خواند.",
            name.fa, many.fa
        ),
        format!("{}: in {} the {parts} add up to the figure of the {whole}.", name.en, many.en),
    );
    Some(finding("V2", Verdict::Pass, &[], message))
}

/// Measure, scope and period of a table of areas; of periods the measure, for they stand in many tables.
/// `None` of no figures.
fn series(of: Parts, measure: &Measure, figures: &[&Observation]) -> Option<Bilingual> {
    let first = figures.first()?;
    let name = spoken(&measure.name);
    if of == Parts::Periods {
        return Some(name);
    }
    Some(listed(&[name, spoken(&first.scope), period_name(Some(&first.period?))]))
}
