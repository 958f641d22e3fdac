//! V5, V12 and V16: a figure against its own history.

use std::collections::{BTreeMap, BTreeSet};

use super::steps::{Slip, Stepped, Swing, steps};
use super::{finding, subject, with_values};
use crate::check::fraction::Fraction;
use crate::check::index::{Index, Spot};
use crate::check::message::result_above;
use crate::check::naming::money;
use crate::check::words::{Origin, isolated, number};
use crate::diag::Bilingual;
use crate::model::{Dataset, Finding, Operation, Verdict};
use crate::number::{Decimal, Interval};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let dataset = index.dataset;
    let stepped: Vec<Stepped<'_>> =
        index.measures().flat_map(|(_, figures)| steps(dataset, figures)).collect();
    let swaps = Swaps::of(&stepped);
    let mut findings = Vec::new();
    for (place, found) in stepped.iter().enumerate() {
        let partner = swaps.told.get(&place).and_then(|other| stepped.get(*other));
        findings.extend(match (partner, found.slip) {
            (Some(other), _) => Some(swap(dataset, found, other)),
            _ if swaps.named.contains(&place) => None,
            (None, Some(slip)) => Some(unit(dataset, found, slip)),
            (None, None) => Some(outlier(dataset, found)),
        });
    }
    findings
}

/// Columns that were exchanged, by their places in the list of steps.
#[derive(Default)]
struct Swaps {
    /// The step that is told, and its partner.
    told: BTreeMap<usize, usize>,
    /// Partners that are named there.
    named: BTreeSet<usize>,
}

impl Swaps {
    /// One up and one down of the same row of a document, in two measures. Every one of a row has a
    /// partner, also where more go down than up.
    fn of(stepped: &[Stepped<'_>]) -> Self {
        let mut rows: BTreeMap<Spot<'_>, [Vec<usize>; 2]> = BTreeMap::new();
        for (place, found) in stepped.iter().enumerate() {
            let Some(swing) = found.swing else { continue };
            let [ups, downs] = rows.entry(Spot::of(found.one).funnel()).or_default();
            if swing == Swing::Up { ups.push(place) } else { downs.push(place) }
        }
        let mut swaps = Self::default();
        for [ups, downs] in rows.into_values() {
            swaps.pair(stepped, &ups, &downs);
            swaps.pair(stepped, &downs, &ups);
        }
        swaps
    }

    /// Pairs each that has no partner yet, the next of the others first.
    fn pair(&mut self, stepped: &[Stepped<'_>], from: &[usize], others: &[usize]) {
        let measure = |place: &usize| stepped.get(*place).map(|found| &found.one.measure);
        for (turn, place) in from.iter().enumerate() {
            if self.told.contains_key(place) || self.named.contains(place) {
                continue;
            }
            let own = measure(place);
            // Steps stand in the order of their measures, so that all of one can be passed over at once.
            let after_own = others.partition_point(|other| measure(other) <= own);
            let turn = turn.checked_rem(others.len()).unwrap_or_default();
            let mut next = [turn, after_own, 0].into_iter().filter_map(|place| others.get(place));
            if let Some(other) = next.find(|other| measure(other) != own) {
                self.told.insert(*place, *other);
                self.named.insert(*other);
            }
        }
    }
}

fn swap(dataset: &Dataset, one: &Stepped<'_>, other: &Stepped<'_>) -> Finding {
    let (up, down) = if one.swing == Some(Swing::Up) { (one, other) } else { (other, one) };
    let [grown, shrunk] = [up, down].map(|stepped| change(dataset, stepped));
    let message = Bilingual::new(
        format!("{} و {}؛ شاید دو ستون جابه‌جا شده‌اند.", grown.fa, shrunk.fa),
        format!("{}, and {}; perhaps two columns were exchanged.", grown.en, shrunk.en),
    );
    finding("V5", Verdict::Fail, &[up.one, up.before, down.one, down.before], message)
}

fn unit(dataset: &Dataset, stepped: &Stepped<'_>, slip: Slip) -> Finding {
    let change = change(dataset, stepped);
    let (fa, en) = match slip {
        Slip::OfLast => (
            "نزدیک به ده یا هزار برابر، یا یک دهم یا یک هزارم",
            "close to ten or a thousand times, or a tenth or a thousandth",
        ),
        Slip::OfHistory => (
            "ده یا هزار برابر، یا یک دهم یا یک هزارم آنچه در پیشینهٔ آن معمول است",
            "ten or a thousand times, or a tenth or a thousandth, of what is usual in its history",
        ),
    };
    let message = Bilingual::new(
        format!("{}: {fa}؛ واحد (ریال، تومان، میلیون، میلیارد) را بسنجید.", change.fa),
        format!("{}: {en}; check the unit (rial, toman, million, billion).", change.en),
    );
    told("V12", Verdict::Fail, stepped, message)
}

fn outlier(dataset: &Dataset, stepped: &Stepped<'_>) -> Finding {
    let change = change(dataset, stepped);
    let test = stepped.far.as_ref().and_then(|far| far.words().ok());
    let test = test.or_else(|| factor(stepped)).unwrap_or_default();
    let message = Bilingual::new(
        format!("{}: دور از پیشینهٔ خود: {}", change.fa, test.fa),
        format!("{}: far from its history: {}", change.en, test.en),
    );
    told("V16", Verdict::Warn, stepped, message)
}

/// «۵۳۷ ÷ ۲ = ۲۶۸٫۵، بیش از ۱۰ برابر.»
fn factor(stepped: &Stepped<'_>) -> Option<Bilingual> {
    let [last, value] = [stepped.before, stepped.one].map(|one| one.figure.value());
    let (last, value) = last.zip(value)?;
    let (few, many) = if last < value { (last, value) } else { (value, last) };
    let most = Decimal::from_int(stepped.over?);
    let [above, below] = [many, few].map(|value| Fraction::whole(Interval::exact(value)));
    let quotient = above.calculate(Operation::Divide, below).ok()??;
    let quotient = result_above(quotient, most).ok()?;
    let [few, many, most] =
        [few, many, most].map(|value| number(Interval::exact(value), Origin::Stated));
    let sum = isolated(&Bilingual::new(
        format!("{} ÷ {} {}", many.fa, few.fa, quotient.fa),
        format!("{} ÷ {} {}", many.en, few.en, quotient.en),
    ));
    Some(Bilingual::new(
        format!("{}، بیش از {} برابر.", sum.fa, most.fa),
        format!("{}, more than {} times.", sum.en, most.en),
    ))
}

fn told(rule: &str, verdict: Verdict, stepped: &Stepped<'_>, message: Bilingual) -> Finding {
    let found = finding(rule, verdict, &[stepped.one, stepped.before], message);
    match (stepped.one.figure.value(), stepped.before.figure.value()) {
        (Some(value), Some(last)) => with_values(found, value, last),
        _ => found,
    }
}

/// «اعضا، ایران، ۱۳۹۶: از ۱۸٬۱۷۳ به ۷۹۸٬۴۱۶».
fn change(dataset: &Dataset, stepped: &Stepped<'_>) -> Bilingual {
    let of = subject(dataset, stepped.one);
    let [from, to] = [stepped.before, stepped.one]
        .map(|one| number(Interval::exact(one.figure.value().unwrap_or_default()), Origin::Stated));
    let unit = money(dataset, &stepped.one.measure);
    Bilingual::new(
        format!("{}: از {} به {}{}", of.fa, from.fa, to.fa, unit.fa),
        format!("{}: from {} to {}{}", of.en, from.en, to.en, unit.en),
    )
}
