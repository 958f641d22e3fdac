//! Figures that do not belong together are not added, and a bound is no value.

use hamyar::check::Report;
use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, complaints, verdicts};

/// Two parts of a whole of 100.
fn parts(first: &str, second: &str) -> Report {
    checked(&package(
        &[
            "T,amount,07@1395,,1399,actual,,100,rial,exact,,,X,",
            &format!("A,amount,{first}"),
            &format!("B,amount,{second}"),
        ],
        &[],
    ))
}

#[wasm_bindgen_test(unsupported = test)]
fn v1_only_parts_of_one_kind_are_added() {
    let first = "00@1395,,1399,actual,approved,60,rial,exact,T,,X,";
    for second in [
        "24@1395,,1399,planned,approved,60,rial,exact,T,,X,",
        "24@1395,,1399,actual,disbursed,60,rial,exact,T,,X,",
        "24@1395,,1399,actual,approved,60,rial,exact,T,زنان,X,",
        "24@1395,,1399,actual,approved,60,rial,exact,T,,S4,",
        "0099@1402,,1399,actual,approved,60,rial,exact,T,,X,",
        "00@1395,,1399-C05,actual,approved,60,rial,exact,T,,X,",
    ] {
        let report = parts(first, second);
        let found = verdicts(&report, "V1");
        assert_eq!(found.len(), 2, "{second}");
        assert!(found.iter().all(|one| one.verdict == Verdict::Pass), "{second}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn v1_parts_of_one_kind_are_not_more_than_the_whole_together() {
    for second in [
        "24@1395,,1399,actual,approved,60,rial,exact,T,,X,",
        "00@1395,,1398,actual,approved,60,rial,exact,T,,X,",
    ] {
        let report = parts("00@1395,,1399,actual,approved,60,rial,exact,T,,X,", second);
        let found = verdicts(&report, "V1");
        assert_eq!(found.len(), 1, "{second}");
        assert_eq!(
            found[0].message.en,
            "Facility amount, Fars, 1399: 2 parts together are 120 and the whole is 100 rials; this is more than the whole."
        );
    }
}

/// The country and its three provinces in one survey.
fn survey(rows: &[&str]) -> Report {
    checked(&package(rows, &[]).add("sources.csv", "C,census,سرشماری,Census,,unknown"))
}

#[wasm_bindgen_test(unsupported = test)]
fn v2_each_scope_and_scenario_is_a_table_of_its_own() {
    let table = |scenario: &str, scope: &str, [a, b, c, total]: [u8; 4]| {
        [("00", a), ("07", b), ("24", c), ("IR", total)].map(|(area, value)| {
            format!(
                "{area}{scenario}{total},members,{area}@1395,,1395,{scenario},,{value},person,exact,,{scope},C,"
            )
        })
    };
    let rows: Vec<String> = [
        table("actual", "مردان", [1, 2, 3, 6]),
        table("actual", "زنان", [4, 5, 6, 15]),
        table("planned", "مردان", [7, 8, 9, 24]),
        table("planned", "زنان", [7, 8, 9, 23]),
    ]
    .concat();
    let report = survey(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let found: Vec<Verdict> = verdicts(&report, "V2").iter().map(|one| one.verdict).collect();
    assert_eq!(found.iter().filter(|one| **one == Verdict::Pass).count(), 3);
    assert_eq!(complaints(&report), [("V2", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn v2_bounds_are_compared_as_bounds() {
    let with = |part: &str, total: &str| {
        let report = survey(&[
            "A,members,00@1395,,1395,actual,,10,person,exact,,,C,",
            "B,members,07@1395,,1395,actual,,10,person,exact,,,C,",
            &format!("D,members,24@1395,,1395,actual,,{part},,,C,"),
            &format!("T,members,IR@1395,,1395,actual,,{total},,,C,"),
        ]);
        let [found] = verdicts(&report, "V2").try_into().unwrap();
        (found.verdict, found.message.en.clone())
    };
    assert_eq!(with("10,person,exact", "25,person,more_than").0, Verdict::Pass);
    assert_eq!(with("10,person,exact", "30,person,more_than").0, Verdict::Warn, "less than stated");
    assert_eq!(with("10,person,exact", "30,person,less_than").0, Verdict::Fail);
    assert_eq!(with("10,person,more_than", "30,person,exact").0, Verdict::Fail);
    assert_eq!(with("10,person,exact", "29,person,about").0, Verdict::Warn);
    let (verdict, message) = with("10,person,less_than", "25,person,exact");
    assert_eq!(verdict, Verdict::Warn);
    assert_eq!(
        message,
        "Members, 1395: in 1 area the bounds leave open whether the areas below add up to the figure of the area."
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_is_judged_by_the_words_beside_the_number() {
    let read = |value: &str, quote: &str| {
        let row = format!(
            "A,amount,24@1395,,1401,actual,disbursed,{value},billion_rial,exact,,,S4,{quote}"
        );
        complaints(&checked(&package(&[&row], &[]))).len()
    };
    for (value, quote, found) in [
        ("580", "از ۷۰۰ میلیارد برنامه ۵۸۰ پرداخت شد", 0),
        ("700", "از ۷۰۰ میلیارد برنامه ۵۸۰ پرداخت شد", 1),
        ("580", "از ۷۰۰ میلیارد ریال برنامه‌ریزی شده ۵۸۰ میلیارد ریال پرداخت شده است", 0),
        ("700", "از ۷۰۰ میلیارد ریال برنامه ريزى شده ۵۸۰ میلیارد ریال پرداخت شده است", 1),
        ("580", "از ۷۰۰ میلیارد پیش‌بینی‌شده ۵۸۰ میلیارد به ۹۰۰ نفر پرداخت شد", 0),
        ("700", "پیش بینی ۷۰۰ میلیارد؛ ۵۸۰ میلیارد به ۹۰۰ نفر پرداخت شد", 1),
        ("580", "۵۸۰ میلیارد طبق برنامه‌ریزی پرداخت گردید", 0),
        ("580", "۵۸۰ میلیارد پرداخت خواهد شد", 1),
        ("580", "به ۹۰۰ نفر ۵۸۰ میلیارد ریال در برنامهٔ اشتغال", 0),
        ("1610", "۱٬۶۱۰ میلیارد ریال در نظر گرفته شد", 1),
        ("580", "پانصد و هشتاد میلیارد ریال پیش‌بینی شده", 1),
    ] {
        assert_eq!(read(value, quote), found, "{value}: {quote}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_a_plan_that_was_paid_in_full_is_a_payment() {
    let report = checked(&package(
        &[
            "A,amount,24@1395,,1401,actual,disbursed,700,billion_rial,exact,,,S4,۷۰۰ میلیارد ریال پرداخت شد",
            "B,amount,24@1395,,1401,planned,,700,billion_rial,exact,,,S4,۷۰۰ میلیارد ریال برنامه‌ریزی شده بود",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), []);
}
