//! Lines of credit of a programme.

use hamyar::model::{CoopLine, ObservationId, ProgrammeId};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, whole};
use crate::suite::ingest::open_data::example_dataset;

#[wasm_bindgen_test(unsupported = test)]
fn a_programme_has_its_lines() {
    let programme = ProgrammeId::new("example_line");
    let lines: Vec<_> = counted().credit_lines_of(&programme).collect();
    let [first, second, third] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((first.bank.as_str(), first.rate), ("bank", Decimal::parse("4.5")));
    assert_eq!(first.cap, Some(whole(2_000_000_000)));
    assert_eq!(first.legal_basis.en, "Example law");
    assert_eq!(
        [first, second, third].map(|line| line.target),
        [Some(CoopLine::CountyDevelopment), Some(CoopLine::Women), None]
    );
    assert_eq!((second.rate, third.rate), (Some(whole(0)), None), "no rate is not nought");
    assert_eq!(second.period.unwrap().id(), "1402/1403");
    assert_eq!(counted().credit_lines_of(&ProgrammeId::new("other")).count(), 0);
}

/// Rate and cap are figures like any others, with the other terms in their note.
#[wasm_bindgen_test(unsupported = test)]
fn the_terms_of_a_line_are_figures_where_the_package_declares_them() {
    let data = example_dataset();
    let [rate, cap] = ["credit_line_rate/XB4", "credit_line_cap/XB4"]
        .map(|id| &data.observations[&ObservationId::new(id)]);
    assert_eq!(
        (rate.figure.value(), cap.figure.value()),
        (Some(whole(9)), Some(whole(1_500_000_000)))
    );
    assert!(rate.scope.en.eq_ignore_ascii_case("women"), "{:?}", rate.scope);
    assert_eq!(cap.wording.unit.as_str(), "million_rial");
    assert_eq!(cap.note.en, "Example fund; Example bank; Example by-law, article 4");
    assert_eq!(cap.programme, Some(ProgrammeId::new("example_line")));
}
