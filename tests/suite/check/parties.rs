//! Shares of a joint project, and what is counted by them.

use hamyar::model::{Skipped, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{checked_whole, complaints};
use crate::suite::ingest::fixture::Fixture;
use crate::suite::ingest::open_data::example;

fn with_share(share: &str) -> Fixture {
    let row = |share: &str| format!("XP1,XO1,X101@1402,{share}");
    example().edit("project_parties.csv", &row("60"), &row(share))
}

/// The sums of the parties (E06, E07) are counted by the share that is refused: they are not judged beside it.
#[wasm_bindgen_test(unsupported = test)]
fn a_changed_share_of_the_example_breaks_v14() {
    let report = checked_whole(&with_share("50"));
    assert_eq!(complaints(&report), [("V14", "", Verdict::Fail)]);
    let whole = checked_whole(&example());
    assert_eq!(complaints(&whole), []);
    let is_new = |one: &&Skipped| !whole.skipped.contains(one);
    let skipped: Vec<&Skipped> = report.skipped.iter().filter(is_new).collect();
    assert_eq!(skipped.iter().map(|one| one.check.as_str()).collect::<Vec<_>>(), ["E06", "E07"]);
    assert_eq!(
        skipped[0].reason.en,
        "Shares of the parties add up to the cost of the union: the shares of the parties of “Joint slaughterhouse \
         (example)” are not 100 percent, and a figure was counted from them."
    );
    assert_eq!(
        skipped[0].reason.fa,
        "سهم طرف‌ها با هزینهٔ مجموع: سهم طرف‌های «کشتارگاه مشترک (نمونه)» با هم ۱۰۰ درصد نیست و رقمی از آن شمرده شده است."
    );
}

/// A figure that is stated is no share of the project, though it stands where one would be counted.
#[wasm_bindgen_test(unsupported = test)]
fn a_stated_share_is_judged_beside_a_refused_one() {
    let row = |id: &str, area: &str, value: &str| {
        format!(
            "{id},joint_project_cost,{area}@1402,,1402,planned,,,{value},billion_rial,exact,,,confirmed,,,,,EXAMPLE,not recorded,1,,,"
        )
    };
    let copy = with_share("50")
        .add("observations.csv", &row("XS1", "X101", "7"))
        .add("observations.csv", &row("XS2", "X102", "8"))
        .add("rules.csv", "U1,V2,نام,Name,XS1,=,XS2,0,,,,");
    let report = checked_whole(&copy);
    assert!(complaints(&report).contains(&("V2", "U1", Verdict::Fail)));
}

#[wasm_bindgen_test(unsupported = test)]
fn v14_tells_of_rounding_where_there_is_some() {
    let message = |share: &str| {
        let report = checked_whole(&with_share(share));
        let found = report.findings.into_iter().find(|one| one.rule == "V14").unwrap();
        (found.message.fa, found.message.en)
    };
    let (fa, en) = message("50");
    assert_eq!(
        en,
        "Joint slaughterhouse (example): the shares of the parties are 90 percent and must be 100."
    );
    assert!(fa.ends_with("سهم طرف‌ها با هم ۹۰ درصد است و باید ۱۰۰ باشد."), "{fa}");
    let (fa, en) = message("59.9");
    assert!(en.ends_with("99.9 percent and must be 100; their rounding allows for 0.05."), "{en}");
    assert!(fa.ends_with("باید ۱۰۰ باشد؛ گردکردن سهم‌ها تا ۰٫۰۵ را روا می‌دارد."), "{fa}");
}
