//! Actions of plans against hand values.

use hamyar::model::{
    ActionStatus, Direction, Figure, MeasureId, Missing, ObservationId, Scenario, Undefined,
};
use hamyar::query::{AreaSelection, By, Query, Working, run};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, exact, figure, observation, whole};
use crate::suite::ingest::open_data::example_dataset;

#[wasm_bindgen_test(unsupported = test)]
fn actions_are_counted_by_status_and_overdue() {
    let of = |status: &str, area: &str| {
        exact(&format!("actions_by_status/{status}/{area}@1402/1403-06-31"))
    };
    assert_eq!(["planned", "in_hand", "done"].map(|status| of(status, "X101")), ["2", "2", "1"]);
    assert_eq!(["planned", "in_hand", "done"].map(|status| of(status, "X201")), ["0", "1", "1"]);
    let one = observation("actions_by_status/in_hand/X101@1402/1403-06-31");
    assert_eq!(one.action_status, Some(ActionStatus::InHand));
    let overdue = |area: &str| exact(&format!("actions_overdue/{area}@1402/1403-06-31"));
    assert_eq!(overdue("X101"), "2", "A3 is due on the day itself, A5 has no date, A2 is done");
    assert_eq!(overdue("X201"), "0");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_achieved_or_why_that_is_not_defined() {
    let achieved = |action: &str| exact(&format!("action_achievement/{action}"));
    assert_eq!(achieved("A1"), "62.5");
    assert_eq!(achieved("A2"), "100");
    assert_eq!(achieved("A6"), "33.333333");
    for (action, missing, reason) in [
        ("A3", Missing::NotApplicable, "Less of this measure"),
        ("A4", Missing::NotApplicable, "Nought was planned"),
        ("A5", Missing::NotReported, "not reported"),
        ("A7", Missing::NotApplicable, "names no value"),
    ] {
        let id = format!("action_achievement/{action}");
        assert_eq!(figure(&id), Figure::Missing(missing), "{action}");
        let note = &observation(&id).note;
        assert!(note.en.contains(reason) && !note.fa.is_empty(), "{note:?}");
    }
    // What is known is told all the same, but where a quotient of it would mislead.
    let pair = |action: &str| {
        ["reached", "planned"].map(|name| figure(&format!("action_{name}/{action}")))
    };
    let (told, untold) = (|value| Figure::exact(whole(value)), Figure::Missing);
    assert_eq!(pair("A3"), [untold(Missing::NotApplicable), untold(Missing::NotApplicable)]);
    assert_eq!(pair("A4"), [told(5), told(0)]);
    assert_eq!(pair("A5"), [untold(Missing::NotReported), told(3)]);
    assert_eq!(pair("A7"), [told(1), untold(Missing::NotApplicable)]);
    let working = &observation("action_achievement/A1").note;
    assert_eq!((working.fa.as_str(), working.en.as_str()), ("\u{2066}۲۵ ÷ ۴۰\u{2069}", "25 ÷ 40"));
    let period = |action: &str| observation(&format!("action_achievement/{action}")).period;
    assert_eq!(period("A1").unwrap().id(), "1402", "of the plan");
    assert_eq!(period("A6").unwrap().id(), "1403-06-31", "a plan without a period");
}

#[wasm_bindgen_test(unsupported = test)]
fn values_of_an_action_are_in_the_base_unit_of_its_measure() {
    let of =
        |id: &str| counted().registers.actions.iter().find(|one| one.id.as_str() == id).unwrap();
    assert_eq!(of("A2").planned, Some(whole(3_000_000_000)));
    assert_eq!((of("A5").actual, of("A5").due), (None, None));
    assert_eq!(of("A4").achievement(Direction::Up), Err(Undefined::PlannedNought));
}

/// Where the package gives the formula, both numbers reach the reader.
#[wasm_bindgen_test(unsupported = test)]
fn an_achievement_by_formula_shows_what_was_reached_and_planned() {
    let data = example_dataset();
    let counted = data.observations.keys().filter(|id| id.as_str().starts_with("action_achiev"));
    assert_eq!(counted.count(), 0, "nothing is counted for what is computed");
    let planned = data.observations.values().find(|one| one.id.as_str() == "action_planned/XA10");
    assert_eq!(planned.unwrap().scenario, Some(Scenario::Planned));
    let query = Query {
        measure: MeasureId::new("action_achievement"),
        areas: AreaSelection { codes: vec!["X104".into()], ..AreaSelection::default() },
        by: vec![By::Area, By::Scope],
        ..Query::default()
    };
    let answer = run(&data, &query);
    assert_eq!((answer.rows.len(), answer.refused.len()), (5, 0), "{:?}", answer.refused);
    let of = |name: &str| {
        let named = |scope: &(String, String)| scope.1 == name;
        answer.rows.iter().find(|row| row.key.scope.as_ref().is_some_and(named)).unwrap()
    };
    let jobs = of("Jobs in cooperatives");
    assert_eq!(jobs.figure, Figure::exact(whole(55)));
    assert_eq!(jobs.key.action_status, Some(ActionStatus::InHand));
    assert!(matches!(&jobs.working, Some(Working::Ratio { numerator, denominator, .. })
        if [*numerator, *denominator] == [66, 120].map(|count| Figure::exact(whole(count)))));
    assert_eq!(of("Drinking water of villages").figure, Figure::Missing(Missing::NotReported));
    // The plan of six is told all the same.
    assert_eq!(
        data.observations[&ObservationId::new("action_planned/XA11")].figure,
        Figure::exact(whole(6))
    );
}
