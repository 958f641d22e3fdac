//! Deadlines and completeness: expected, received, in time, complete, days over.

use std::collections::BTreeMap;

use super::count::Count;
#[cfg(feature = "complete")]
use super::scope;
use crate::calendar::Day;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, DAYS_OVER, Dataset, Directive, DirectiveId, Figure, InForce, Missing, Observation,
    Place, Qualifier, Scenario, Status, Submission,
};
use crate::number::Decimal;

/// How one area stands to one directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The area.
    pub area: AreaId,
    /// The day on which its first whole report came in, else its first report; `None` for none.
    pub received: Option<Day>,
    /// Whether that report is complete and has every cell that must be filled.
    pub complete: bool,
    /// Whether it came in and was not late; without a date no report is, and none is counted as in time.
    pub on_time: bool,
    /// Days after the last day, below nought for days left; `None` without a date, and for a report
    /// that is not in where no day is told.
    pub days_over: Option<i32>,
}

/// Reports by what they answer and the area that they count for, in the order of the register.
type Sent<'a> = BTreeMap<(&'a DirectiveId, &'a AreaId), Vec<&'a Submission>>;

/// How each area that is expected to report stands, in the order of codes; of an order to a group, its
/// members at that time, in their order.
pub fn standings(dataset: &Dataset, directive: &Directive) -> Vec<Standing> {
    standings_of(dataset, &sent(dataset), directive)
}

/// What had come in by the day whose state is told: a report of a later day is none of that state.
fn sent(dataset: &Dataset) -> Sent<'_> {
    let mut sent = Sent::new();
    let places: BTreeMap<&DirectiveId, (Option<InForce<'_>>, Option<Day>)> = dataset
        .registers
        .directives
        .iter()
        .map(|directive| {
            let in_force = (!is_to_group(directive)).then(|| directive.in_force(dataset));
            (&directive.id, (in_force, directive.as_of))
        })
        .collect();
    for one in &dataset.registers.submissions {
        let asked = places.get(&one.directive);
        if asked.and_then(|(_, as_of)| *as_of).is_some_and(|as_of| one.received > as_of) {
            continue;
        }
        let in_force = asked.and_then(|(in_force, _)| in_force.as_ref());
        let standing = in_force.and_then(|places| places.standing(&one.area));
        let area = standing.map_or(&one.area, |area| &area.id);
        #[cfg(feature = "complete")]
        let area = scope::member(dataset, &one.directive, area).unwrap_or(area);
        sent.entry((&one.directive, area)).or_default().push(one);
    }
    sent
}

fn standings_of(dataset: &Dataset, sent: &Sent<'_>, directive: &Directive) -> Vec<Standing> {
    let due = directive.last_day(&dataset.registers);
    let expected = expected(dataset, directive);
    expected.iter().map(|area| standing(sent, directive, due, area)).collect()
}

/// The areas that must report: all of a level, or those that the group of the order names.
fn expected(dataset: &Dataset, directive: &Directive) -> Vec<AreaId> {
    #[cfg(feature = "complete")]
    if directive.group.is_some() {
        return scope::members(dataset, directive);
    }
    directive.addressed(dataset).into_iter().map(|area| area.id.clone()).collect()
}

/// Whether the members of a group must report, each under the id that the group names it by.
#[cfg(feature = "complete")]
const fn is_to_group(directive: &Directive) -> bool {
    directive.group.is_some()
}

#[cfg(not(feature = "complete"))]
const fn is_to_group(_: &Directive) -> bool {
    false
}

fn standing(sent: &Sent<'_>, directive: &Directive, due: Option<Day>, area: &AreaId) -> Standing {
    let own = sent.get(&(&directive.id, area)).into_iter().flatten();
    let best = own.copied().min_by_key(|one| (!is_whole(one), one.received));
    let received = best.map(|one| one.received);
    let told = received.or(directive.as_of);
    Standing {
        area: area.clone(),
        received,
        complete: best.is_some_and(is_whole),
        on_time: received.is_some_and(|day| due.is_none_or(|due| day <= due)),
        days_over: due.zip(told).map(|(due, day)| due.until(day)),
    }
}

fn is_whole(one: &Submission) -> bool {
    one.complete && one.filled >= one.required
}

/// The counts of all directives, one figure for each area and measure that the package declares.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let mut figures = Vec::new();
    let sent = sent(dataset);
    for directive in &dataset.registers.directives {
        let standings = standings_of(dataset, &sent, directive);
        for standing in &standings {
            figures.extend(counts(dataset, &sent, directive, standing));
        }
        #[cfg(feature = "complete")]
        figures.extend(scope::counts(dataset, directive, &standings, recorded(&sent, directive)));
    }
    figures
}

fn counts(
    dataset: &Dataset,
    sent: &Sent<'_>,
    directive: &Directive,
    standing: &Standing,
) -> Vec<Observation> {
    let is = |yes: bool| Figure::exact(Decimal::from_int(i64::from(yes)));
    let received = standing.received.is_some();
    let awaited = directive.as_of.is_none() && !received;
    let days_over = match standing.days_over {
        Some(days) => so_far(days, received),
        None if awaited && directive.last_day(&dataset.registers).is_some() => {
            Figure::Missing(Missing::Awaited)
        }
        None => Figure::Missing(Missing::NotApplicable),
    };
    let cells = |pick: fn(&Submission) -> u32| {
        let own = sent.get(&(&directive.id, &standing.area)).into_iter().flatten();
        own.max_by_key(|one| one.received).map_or(Figure::Missing(Missing::NotReported), |one| {
            Figure::exact(Decimal::from_int(pick(one).into()))
        })
    };
    [
        ("reports_expected", is(true)),
        ("reports_received", is(received)),
        ("reports_on_time", in_time(dataset, directive, is(standing.on_time))),
        ("reports_complete", is(standing.complete)),
        (DAYS_OVER, days_over),
        ("report_cells_filled", cells(|one| one.filled)),
        ("report_cells_required", cells(|one| one.required)),
    ]
    .into_iter()
    .filter_map(|(measure, figure)| {
        counted(dataset, sent, directive, &standing.area, measure, figure)
    })
    .collect()
}

/// Days over. What is not in yet will be at least as late as it is on the day of the count.
fn so_far(days: i32, received: bool) -> Figure {
    let qualifier = if received { Qualifier::Exact } else { Qualifier::AtLeast };
    Figure::Value { value: Decimal::from_int(days.into()), qualifier, upper: None }
}

/// How many came in time; without a date nothing does, nor is it late.
pub(super) fn in_time(dataset: &Dataset, directive: &Directive, counted: Figure) -> Figure {
    match directive.last_day(&dataset.registers) {
        Some(_) => counted,
        None => Figure::Missing(Missing::NotApplicable),
    }
}

/// The day of which a directive is counted: that of the register, or of the newest report.
pub(super) fn recorded(sent: &Sent<'_>, directive: &Directive) -> Option<Day> {
    let own = sent.iter().filter(|((id, _), _)| **id == directive.id);
    let received = own.flat_map(|(_, reports)| reports).map(|one| one.received);
    received.chain(directive.as_of).max()
}

fn not_in_yet() -> Bilingual {
    Bilingual::new(
        "تا روز شمارش گزارشی نرسیده است؛ روزها تا همان روز شمرده شد.",
        "No report had come in by the day of the count; the days are counted up to it.",
    )
}

fn counted(
    dataset: &Dataset,
    sent: &Sent<'_>,
    directive: &Directive,
    area: &AreaId,
    measure: &str,
    figure: Figure,
) -> Option<Observation> {
    let code = dataset.areas.get(area).map(|area| area.code.as_str())?;
    let is_so_far = figure.qualifier() == Some(Qualifier::AtLeast);
    let count = Count {
        id: format!("{measure}/{}/{code}", directive.id),
        measure,
        place: Place::Area(area.clone()),
        period: directive.asked(),
        scope: directive.name.clone(),
        figure,
        unit: None,
        scenario: Scenario::Actual,
        action_status: None,
        note: if is_so_far { not_in_yet() } else { Bilingual::default() },
        source: directive.source.clone(),
        recorded: recorded(sent, directive).filter(|_| measure != "reports_expected"),
    };
    let status = if is_so_far { Status::Provisional } else { Status::Confirmed };
    count.observation(dataset).map(|one| Observation { status, ..one })
}
