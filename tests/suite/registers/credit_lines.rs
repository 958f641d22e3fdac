//! Lines of credit of a programme.

use hamyar::model::{CoopLine, ProgrammeId};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, whole};

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
