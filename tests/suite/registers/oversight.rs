//! Assemblies and supervisions against hand values.

use hamyar::model::ObservationId;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, exact, observation};

#[wasm_bindgen_test(unsupported = test)]
fn assemblies_are_due_held_and_held_in_time() {
    let of = |area: &str, year: &str| {
        ["due", "held", "held_in_time"]
            .map(|part| exact(&format!("assemblies_{part}/{area}@1402/{year}")))
    };
    assert_eq!(of("X101", "1401"), ["1", "1", "1"], "the last day is in time, to its end");
    assert_eq!(of("X101", "1402"), ["4", "3", "1"], "one a day late, one in the next year");
    assert_eq!(of("X102", "1402"), ["1", "0", "0"], "held only after the day of the register");
    let running = ObservationId::new("assemblies_due/X201@1402/1403");
    assert!(!counted().observations.contains_key(&running), "1403 had not ended");
}

#[wasm_bindgen_test(unsupported = test)]
fn supervisions_are_counted_by_kind() {
    let of = |kind: &str, area: &str, year: &str| {
        ["done", "sound"]
            .map(|part| exact(&format!("supervisions_{part}/{kind}/{area}@1402/{year}")))
    };
    assert_eq!(of("structural", "X101", "1402"), ["3", "1"]);
    assert_eq!(of("inside_business", "X101", "1402"), ["1", "1"]);
    assert_eq!(of("inside_business", "X102", "1401"), ["1", "0"]);
    assert_eq!(of("structural", "X102", "1401"), ["0", "0"]);
    let one = observation("supervisions_done/structural/X101@1402/1402");
    assert_eq!(one.scope.en, "Structural supervision");
}
