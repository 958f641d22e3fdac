//! Actions of development plans: by status, overdue, and what was achieved of what was planned.

use std::collections::BTreeMap;

use super::count::{Count, number};
use super::newest_day;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    Action, ActionStatus, AreaId, Dataset, Direction, Figure, Missing, Observation, Plan,
    RegisterDay, Undefined,
};
use crate::number::{Decimal, Ratio};

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
        figures.extend(achieved(dataset, plan, action, period));
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
    let of = |measure, count| Count::of_area(measure, area, day, number(count), &newest.source);
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

/// What was reached of what was planned, in percent, or the reason why that is not defined; `None` when
/// the quotient does not fit.
fn achieved(
    dataset: &Dataset,
    plan: &Plan,
    action: &Action,
    period: Period,
) -> Option<Observation> {
    let measure = dataset.measures.get(&action.measure);
    let direction = measure.map_or(Direction::None, |measure| measure.direction);
    let (figure, note) = match action.achievement(direction) {
        Ok(ratio) => (Figure::exact(percent(ratio)?), Bilingual::default()),
        Err(why) => (Figure::Missing(missing(why)), reason(why)),
    };
    let name = "action_achievement";
    let count = Count {
        id: format!("{name}/{}", action.id),
        scope: action.name.clone(),
        note,
        action_status: Some(action.status),
        ..Count::of_area(name, &plan.area, period, figure, &plan.source)
    };
    count.observation(dataset)
}

/// With six decimals, which are eight of the quotient.
fn percent(ratio: Ratio) -> Option<Decimal> {
    ratio.rounded(8).and_then(|ratio| ratio.scaled(2)).ok().map(Decimal::trimmed)
}

fn missing(why: Undefined) -> Missing {
    match why {
        Undefined::NoActual => Missing::NotReported,
        _ => Missing::NotApplicable,
    }
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
