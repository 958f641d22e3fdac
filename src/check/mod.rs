//! What must hold between figures, and what does not.
//!
//! A rule of the package says `left operator right`. Of the rules `V1` to `V18`, most hold for every
//! package; `V6` (so many a day), `V7` (a total of stated parts) and `V15` (opening + in − out = closing)
//! hold where a rule of the package says of which figures, as do a stated share (`V1`) and a total that
//! is no area and no period above its parts (`V2`).
//! Nothing is mended or left out here: each verdict names its figures and what was computed.

mod answers;
mod compare;
mod evaluate;
mod fraction;
mod held;
mod index;
mod message;
mod naming;
mod reading;
mod reference;
mod refused;
mod rules;
mod silence;
mod words;

use answers::Answers;
use compare::Judged;
use held::AllHeld;
use index::{Index, Spot};
use silence::{Silence, Silences};

use crate::diag::Diagnostic;
use crate::model::{Dataset, Expression, Finding, MeasureId, ObservationId, Rule, Skipped};
use crate::number::Overflow;

/// What came of checking a data set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Verdicts, rules of the package first, in their order.
    pub findings: Vec<Finding>,
    /// Rules that said nothing, at all or at some places, and why: figures are missing or too large, only a
    /// part of a sum is reported, or they were counted from what another rule refuses.
    pub skipped: Vec<Skipped>,
}

/// Checks a data set against its own rules and those that always hold.
///
/// ```
/// use hamyar::check::check;
/// use hamyar::ingest::{Descriptor, Files, Resource, read_package};
/// use hamyar::model::Verdict;
///
/// let tables = [
///     ("units", "id,base,exponent,name_fa\npercent,percent,0,درصد\ncount,count,0,عدد\n"),
///     ("measures", "id,name_fa,unit,kind,area_rule,time_rule\nvillages,روستا,count,stock,sum,last\nsmall,روستای کوچک,count,stock,sum,last\nshare,سهم,percent,ratio,none,none\n"),
///     ("sources", "id,kind,title_fa\nS2,press,خبر\n"),
///     ("observations", "id,measure,value,unit,source\nO011,villages,2327,count,S2\nO012,small,1648,count,S2\nO013,share,72,percent,S2\n"),
///     ("rules", "id,name_fa,name_en,left,operator,right\nC01,سهم,Share,O012 / O011 * 100,=,O013\n"),
/// ];
/// let path = |name: &str| format!("{name}.csv");
/// let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// let files: Files =
///     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// let read = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
///
/// let share = &check(&read.value.dataset, &read.diagnostics).findings[0];
/// assert_eq!((share.verdict, share.computed.as_str()), (Verdict::Fail, "70.820799"));
/// assert_eq!(
///     share.message.en,
///     "Share: 1,648 ÷ 2,327 × 100 ≈ 70.82; stated 72. It does not hold."
/// );
/// ```
///
/// `reading` is what was found while the data set was read: a row that was left out cannot be seen in
/// the data set any more.
pub fn check(dataset: &Dataset, reading: &[Diagnostic]) -> Report {
    check_telling(dataset, reading, &mut |_, _| {})
}

/// The same, telling how far it is: `progress` is called before the first rule and after each, with the
/// number of rules that are judged and of all.
pub fn check_telling(
    dataset: &Dataset,
    reading: &[Diagnostic],
    progress: &mut dyn FnMut(usize, usize),
) -> Report {
    let all = dataset.rules.len() + rules::RULES.len();
    progress(0, all);
    let index = Index::new(dataset);
    let mut answers = Answers::default();
    let mut report = Report::default();
    for (place, rule) in dataset.rules.iter().enumerate() {
        verdicts(&index, &mut answers, rule, &mut report);
        progress(place + 1, all);
    }
    for (place, rule) in rules::RULES.iter().enumerate() {
        rule(&index, &mut report);
        progress(dataset.rules.len() + place + 1, all);
    }
    report.findings.extend(rules::of_reading(reading));
    report
}

/// What a rule says wherever it stands; of several places where it holds, only how many they are, and what was
/// counted as nought there.
fn verdicts(index: &Index<'_>, answers: &mut Answers, rule: &Rule, report: &mut Report) {
    let spots = spots(index, rule);
    let many = spots.len() > 1;
    let (mut all_held, mut silences) = (AllHeld::default(), Silences::default());
    for spot in &spots {
        let judged = compare::judge(index, answers, rule, *spot, many);
        let silence = match judged {
            Ok(Judged::Told(finding)) => {
                report.findings.push(*finding);
                continue;
            }
            Ok(Judged::Held(held)) => {
                all_held.add(index, spot.as_ref(), &held);
                continue;
            }
            Ok(Judged::Silent(silence)) => silence,
            Err(Overflow) => Silence::TooLarge,
        };
        silences.add(index, spot.as_ref(), &silence);
    }
    report.findings.extend(all_held.told(rule));
    report.skipped.extend(silences.told(rule));
}

/// Where a rule stands: everywhere that a measure which it names without a place has a figure, or nowhere in
/// particular.
fn spots<'a>(index: &Index<'a>, rule: &Rule) -> Vec<Option<Spot<'a>>> {
    let bare = [&rule.left, &rule.right].into_iter().flat_map(bare_measures);
    let mut spots: Vec<Spot<'a>> = Vec::new();
    let mut stands = false;
    for name in bare {
        // A figure of that name comes first, as where it is read.
        if index.dataset.observations.contains_key(&ObservationId::new(name.as_str())) {
            continue;
        }
        let Some(measure) = index.dataset.measures.get(&name) else { continue };
        stands = true;
        // What is computed stands where its numerator does.
        let counted = measure.formula.as_ref().map_or(&name, |formula| &formula.numerator);
        spots.extend(index.of(counted).iter().map(|one| Spot::of(one)));
    }
    if !stands {
        return vec![None];
    }
    spots.sort();
    spots.dedup();
    spots.into_iter().map(Some).collect()
}

fn bare_measures(expression: &Expression) -> Vec<MeasureId> {
    match expression {
        Expression::Name(name) => vec![MeasureId::new(name)],
        Expression::Both(left, _, right) => [bare_measures(left), bare_measures(right)].concat(),
        _ => Vec::new(),
    }
}
