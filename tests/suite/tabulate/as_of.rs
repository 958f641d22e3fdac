//! The state of an order on a day, and orders without a date.

use hamyar::model::{Figure, Missing, Qualifier};
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, figure, with};
use crate::suite::ingest::fixture::{Fixture, assert_spoken};
use hamyar::diag::Severity;
use hamyar::number::Decimal;

const DIRECTIVES: &str = "id,name_fa,name_en,source,issued,due,level,within,period,as_of
A,وضع تیر,State of Tir,S2,1399-02-30,P2M,province,,1399,1399-04-31
";

fn number(count: i64) -> Figure {
    Figure::exact(Decimal::from_int(count))
}

fn register(sent: &str) -> Fixture {
    let sent = format!("directive,area,received,complete,filled,required\n{sent}");
    with(&[("directives", DIRECTIVES), ("submissions", &sent)])
}

/// "As soon as possible" has no date: nobody is late, so nobody is told to be in time either, and one
/// report of 31 is no rate of 3.2 percent.
#[wasm_bindgen_test(unsupported = test)]
fn row_15_an_order_without_a_date_has_no_rate_in_time() {
    let data = counted();
    let none = Figure::Missing(Missing::NotApplicable);
    for area in ["00", "25"] {
        assert_eq!(figure(&data, &format!("reports_on_time/D0/{area}")), none);
    }
    assert_eq!(figure(&data, "reports_received/D0/00"), number(1));
    assert_eq!(figure(&data, "reports_on_time/D2/25"), number(0), "not in, and it has a date");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_came_in_after_the_day_of_an_order_is_not_counted_and_told() {
    let read = register("A,00@1395,1399-04-31,yes,40,40\nA,01@1395,1399-05-01,yes,40,40\n").read();
    let read = read.unwrap();
    let [late] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
    assert_eq!((late.code, late.position.row), ("register/after-as-of", 3));
    assert_eq!(late.severity, Severity::Warning);
    assert_spoken(late);
    let mut data = read.value.dataset;
    assert_eq!(data.registers.submissions.len(), 2, "it is kept");
    tabulate(&mut data);
    assert_eq!(figure(&data, "reports_received/A/00"), number(1));
    assert_eq!(figure(&data, "reports_received/A/01"), number(0));
    let so_far =
        Figure::Value { value: Decimal::from_int(1), qualifier: Qualifier::AtLeast, upper: None };
    assert_eq!(figure(&data, "report_days_over/A/01"), so_far, "one day over on 31 Tir, so far");
}
