//! Actions of plans against hand values.

use hamyar::model::{ActionStatus, Direction, Figure, Missing, Undefined};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, exact, figure, observation, whole};

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
