//! Actions of development plans: by status, overdue, and what was achieved of what was planned.

use std::collections::BTreeMap;

use super::count::{Count, number};
use super::newest_day;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{
    Action, ActionStatus, AreaId, Dataset, Direction, Figure, MeasureId, Missing, Observation,
    Plan, RegisterDay, Scenario, Undefined,
};
use crate::number::{Decimal, Ratio};
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// What was reached of what was planned.
const ACHIEVEMENT: &str = "action_achievement";

/// All figures of actions. A register tells how far an action has come without telling since when, so it
/// is counted on the newest of its days only.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let Some((newest, day)) =
        newest_day(dataset).and_then(|one| Some((one, Period::day(one.day)?)))
    else {
        return Vec::new();
    };
    let mut areas: BTreeMap<&AreaId, Vec<&Action>> = BTreeMap::new();
    let mut figures = Vec::new();
    for action in &dataset.registers.actions {
        let Some(plan) = dataset.registers.plans.iter().find(|plan| plan.id == action.plan) else {
            continue;
        };
        areas.entry(&plan.area).or_default().push(action);
        let period = plan.period.unwrap_or(day);
        figures.extend(achieved(dataset, plan, action, (period, newest.day)));
    }
    for (area, actions) in areas {
        figures.extend(counts(dataset, area, &actions, newest, day));
    }
    figures
}

fn counts(
    dataset: &Dataset,
    area: &AreaId,
    actions: &[&Action],
    newest: &RegisterDay,
    day: Period,
) -> Vec<Observation> {
    let of = |measure, count| Count::of_day(measure, area, day, number(count), newest);
    let overdue = actions.iter().filter(|one| one.is_overdue_on(newest.day)).count();
    let mut counts = vec![of("actions_overdue", overdue)];
    for status in ActionStatus::ALL {
        let count = actions.iter().filter(|one| one.status == *status).count();
        counts.push(Count {
            id: format!("actions_by_status/{}/{area}/{}", status.code(), day.id()),
            action_status: Some(*status),
            ..of("actions_by_status", count)
        });
    }
    counts.into_iter().filter_map(|count| count.observation(dataset)).collect()
}

/// What was reached, what was planned, and the one of the other: computed from the two where the package
/// says so, and there each reader sees both numbers, else counted here with them in its note.
fn achieved(
    dataset: &Dataset,
    plan: &Plan,
    action: &Action,
    (period, counted): (Period, Day),
) -> Vec<Observation> {
    let measure = dataset.measures.get(&action.measure);
    let direction = measure.map_or(Direction::None, |measure| measure.direction);
    let quotient = action.achievement(direction);
    let told = |value: Option<Decimal>, otherwise| match (value, quotient) {
        // A formula of the package must not make a quotient of them.
        (_, Err(why @ Undefined::LessIsBetter)) => not_told(why),
        (Some(value), _) => (Figure::exact(value), Bilingual::default()),
        (None, _) => not_told(otherwise),
    };
    let reached = told(action.actual, Undefined::NoActual);
    let planned = told(action.planned, Undefined::NoPlan);
    let mut figures = vec![
        ("action_reached", Scenario::Actual, reached),
        ("action_planned", Scenario::Planned, planned),
    ];
    if !is_computed(dataset, ACHIEVEMENT) {
        let percent = quotient.map(percent).map_or_else(
            |why| Some(not_told(why)),
            |value| Some((Figure::exact(value?), working(action))),
        );
        figures.extend(percent.map(|told| (ACHIEVEMENT, Scenario::Actual, told)));
    }
    let counts = figures.into_iter().map(|(name, scenario, (figure, note))| Count {
        id: format!("{name}/{}", action.id),
        scope: action.name.clone(),
        note,
        scenario,
        action_status: Some(action.status),
        recorded: (scenario == Scenario::Actual).then_some(counted),
        ..Count::of_area(name, &plan.area, period, figure, &plan.source)
    });
    counts.filter_map(|count| count.observation(dataset)).collect()
}

/// Whether the package gives a measure by its formula, so that nothing is counted for it.
fn is_computed(dataset: &Dataset, measure: &str) -> bool {
    let declared = dataset.measures.get(&MeasureId::new(measure));
    declared.is_some_and(|measure| measure.formula.is_some())
}

/// `actual ÷ planned` with the numbers filled in.
fn working(action: &Action) -> Bilingual {
    let number = |value: Option<Decimal>, lang| {
        value.map(|value| format_number(&value, lang, &NumberFormat::GROUPED)).unwrap_or_default()
    };
    let of = |lang| format!("{} ÷ {}", number(action.actual, lang), number(action.planned, lang));
    // Written from left to right in Persian too.
    Bilingual::new(ltr_isolate(&of(Lang::Fa)), of(Lang::En))
}

/// With six decimals, which are eight of the quotient.
fn percent(ratio: Ratio) -> Option<Decimal> {
    ratio.rounded(8).and_then(|ratio| ratio.scaled(2)).ok().map(Decimal::trimmed)
}

fn not_told(why: Undefined) -> (Figure, Bilingual) {
    let missing = match why {
        Undefined::NoActual => Missing::NotReported,
        _ => Missing::NotApplicable,
    };
    (Figure::Missing(missing), reason(why))
}

fn reason(why: Undefined) -> Bilingual {
    let (fa, en) = match why {
        Undefined::NoActual => ("عملکرد گزارش نشده است.", "What was reached is not reported."),
        Undefined::NoPlan => ("برنامه رقمی ندارد.", "The plan names no value."),
        Undefined::PlannedNought => {
            ("برنامه صفر است و تحقق تعریف نمی‌شود.", "Nought was planned, so there is no quotient.")
        }
        Undefined::LessIsBetter => (
            "در این شاخص کمتر بهتر است و تحقق تعریف نمی‌شود.",
            "Less of this measure is better, so the quotient would say nothing.",
        ),
    };
    Bilingual::new(fa, en)
}
