//! One test for each rule, with the figures of its source: amounts in the unit of the source, and a
//! word on those that stand in for what the source does not print.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, package};
use super::{checked, complaints, verdicts};
use crate::suite::ingest::fixture::Fixture;

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v1_a_stated_share_is_that_of_its_parts() {
    let figures = |share: &str| {
        package(
            &[
                "V,villages,,,1399,actual,,2327,count,exact,,,S2,",
                "S,small,,,1399,actual,,1648,count,exact,V,,S2,",
                &format!("P,share,,,1399,actual,,{share},percent,exact,,,S2,"),
            ],
            &["R1,V1,سهم,Share,S / V * 100,=,P,"],
        )
    };
    assert_eq!(complaints(&checked(&figures("71"))), []);
    let report = checked(&figures("72"));
    assert_eq!(complaints(&report), [("V1", "R1", Verdict::Fail)]);
    let found = &report.findings[0];
    assert_eq!((found.stated.as_str(), found.computed.as_str()), ("72", "70.820799"));
    assert_eq!(found.tolerance, "0.5");
    assert_eq!(
        found.message.fa,
        "سهم: \u{2066}۱٬۶۴۸ ÷ ۲٬۳۲۷ × ۱۰۰ ≈ ۷۰٫۸۲\u{2069}؛ گفته‌شده ۷۲. نمی‌خواند."
    );
}

/// 580 billion rials for 900 jobs are 644,444,444 rials each; the source rounds them in millions.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v1_a_stated_quotient_is_as_exact_as_its_printed_unit() {
    let figures = |each: &str| {
        let report = checked(&package(
            &[
                "A,amount,24@1395,,1400,actual,disbursed,580,billion_rial,exact,,,S4,",
                "J,jobs,24@1395,,1400,actual,,900,person,exact,,,S4,",
                &format!("E,capital,24@1395,,1400,actual,,{each},exact,,,S4,"),
            ],
            &["R1,V1,هر شغل,For each job,A / J,=,E,"],
        ));
        (report.findings[0].verdict, report.findings[0].tolerance.clone())
    };
    assert_eq!(figures("644.4,million_rial"), (Verdict::Pass, "50000".to_owned()));
    assert_eq!(figures("644.5,million_rial"), (Verdict::Fail, "50000".to_owned()));
    assert_eq!(figures("644.40,million_rial"), (Verdict::Fail, "5000".to_owned()));
    assert_eq!(figures("644,million_rial"), (Verdict::Pass, "500000".to_owned()));
    assert_eq!(figures("644444444,rial"), (Verdict::Pass, "0.5".to_owned()));
    assert_eq!(figures("644400000,rial"), (Verdict::Fail, "0.5".to_owned()));
    assert_eq!(figures("0.0644,billion_toman"), (Verdict::Pass, "500000".to_owned()));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v1_a_part_is_not_more_than_its_whole() {
    let report = checked(&package(
        &[
            "V,villages,,,1399,actual,,2327,count,exact,,,S2,",
            "S,small,,,1399,actual,,2328,count,exact,V,,S2,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V1", "", Verdict::Fail)]);
}

/// The yearbook prints 1,747,806, a hundred less than its parts; its number, members and workers agree.
/// Two parts stand in for the rows.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v2_parts_add_up_to_their_total() {
    let report = checked(&package(
        &[
            "A,capital,00@1395,,1396,actual,,1000000,million_rial,exact,,,X,",
            "B,capital,07@1395,,1396,actual,,747906,million_rial,exact,,,X,",
            "T,capital,IR@1395,,1396,actual,,1747806,million_rial,exact,,,X,",
            "C,workers,00@1395,,1396,actual,,6000,person,exact,,,X,",
            "D,workers,07@1395,,1396,actual,,772,person,exact,,,X,",
            "U,workers,IR@1395,,1396,actual,,6772,person,exact,,,X,",
            "E,plans,00@1395,,1396,actual,,500,count,exact,,,X,",
            "F,plans,07@1395,,1396,actual,,35,count,exact,,,X,",
            "W,plans,IR@1395,,1396,actual,,535,count,exact,,,X,",
            "G,members,00@1395,,1396,actual,,800000,person,exact,,,X,",
            "H,members,07@1395,,1396,actual,,10032,person,exact,,,X,",
            "Y,members,IR@1395,,1396,actual,,810032,person,exact,,,X,",
        ],
        &[
            "R1,V2,سرمایه,Capital,A + B,=,T,",
            "R2,V2,کارکنان,Workers,C + D,=,U,",
            "R3,V2,شمار,Number,E + F,=,W,",
            "R4,V2,اعضا,Members,G + H,=,Y,",
        ],
    ));
    // Two of three provinces are more than the country, whether or not a rule names them.
    assert_eq!(complaints(&report), [("V2", "R1", Verdict::Fail), ("V1", "", Verdict::Fail)]);
    assert_eq!(report.findings[0].computed, "1747906000000");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v3_no_stage_is_more_than_the_one_before() {
    let report = checked(&package(
        &[
            "A,plans,00@1395,,1401,actual,applied,2433,count,exact,,,X,",
            "B,plans,00@1395,,1401,actual,approved,2417,count,exact,,,X,",
            "C,plans,00@1395,,1401,actual,contracted,2411,count,exact,,,X,",
            "D,plans,00@1395,,1401,actual,disbursed,2409,count,exact,,,X,",
            "E,amount,00@1395,,1401,actual,approved,3449770,million_rial,exact,,,X,",
            "F,amount,00@1395,,1401,actual,contracted,3651699,million_rial,exact,,,X,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V3", "", Verdict::Fail)]);
    let funnels: Vec<(Verdict, usize)> =
        verdicts(&report, "V3").iter().map(|one| (one.verdict, one.observations.len())).collect();
    assert_eq!(funnels, [(Verdict::Fail, 2), (Verdict::Pass, 4)], "amounts, then plans");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v4_the_amount_does_not_stay_while_the_count_falls() {
    let report = checked(&package(
        &[
            "A,plans,00@1395,,1401,actual,approved,77,count,exact,,,X,",
            "B,plans,00@1395,,1401,actual,disbursed,75,count,exact,,,X,",
            "C,amount,00@1395,,1401,actual,approved,278688,million_rial,exact,,,X,",
            "D,amount,00@1395,,1401,actual,disbursed,278688,million_rial,exact,,,X,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V4", "", Verdict::Warn)]);
    assert_eq!(
        report.findings.iter().find(|one| one.rule == "V4").unwrap().message.en,
        "Facility amount, Markazi, 1401: the amount stays 278.688\u{a0}billion rials while the count falls from 77 to 75."
    );
}

/// Workers and capital of 1396 stand in each other's columns; 1395 stands in for the year before.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v5_two_columns_are_not_exchanged() {
    let report = checked(&package(
        &[
            "A,workers,IR@1395,,1395,actual,,6500,person,exact,,,X,",
            "B,workers,IR@1395,,1396,actual,,1747806,person,exact,,,X,",
            "C,capital,IR@1395,,1395,actual,,1700000,rial,exact,,,X,",
            "D,capital,IR@1395,,1396,actual,,6772,rial,exact,,,X,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V5", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v6_a_claim_of_so_many_a_day_is_computed() {
    let report = checked(&package(
        &[
            "A,registered,IR@1395,,1397,actual,,3857,count,exact,,,X,",
            "B,per_day,IR@1395,,1397,actual,,11,count,more_than,,,X,",
            "C,registered,IR@1395,,1394,actual,,4111,count,exact,,,X,",
            "D,per_day,IR@1395,,1394,actual,,11,count,more_than,,,X,",
        ],
        &[
            "R1,V6,۱۳۹۷,1397,A / days[1397],=,B,warning",
            "R2,V6,۱۳۹۴,1394,C / days[1394],=,D,warning",
        ],
    ));
    assert_eq!(complaints(&report), [("V6", "R1", Verdict::Warn)]);
    assert_eq!(
        report.findings[0].message.en,
        "1397: 3,857 ÷ 365 ≈ 10.57; stated more than 11. It does not hold."
    );
    assert_eq!(report.findings[1].computed, "11.263014");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v7_stated_parts_add_up_to_the_stated_total() {
    let report = checked(&package(
        &[
            "A,amount,07@1395,,1399,actual,,352,billion_toman,exact,T,یک,X,",
            "B,amount,07@1395,,1399,actual,,124,billion_toman,exact,T,دو,X,",
            "T,amount,07@1395,,1399,actual,,476,billion_toman,exact,,همه,X,",
            "C,jobs,07@1395,,1399,actual,,11175,person,exact,U,یک,X,",
            "D,jobs,07@1395,,1399,actual,,2919,person,exact,U,دو,X,",
            "U,jobs,07@1395,,1399,actual,,14094,person,exact,,همه,X,",
        ],
        &["R1,V7,مبلغ,Amount,A + B,=,T,", "R2,V7,شغل,Jobs,C + D,=,U,"],
    ));
    assert_eq!(complaints(&report), []);
    assert_eq!(verdicts(&report, "V7").len(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v8_one_figure_told_twice_is_one_observation() {
    let report = checked(&package(
        &[
            "A,amount,24@1395,,1400,actual,disbursed,580,billion_rial,exact,,,S4,",
            "B,amount,24@1395,,1400,actual,disbursed,580,billion_rial,exact,,,S4,",
            "C,amount,24@1395,,1401,planned,,700,billion_rial,exact,,,S4,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V8", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v9_a_plan_is_not_read_as_paid() {
    let headline = "پرداخت ۷۰۰ میلیارد ریال تسهیلات";
    let body = "برای پرداخت ۷۰۰ میلیارد ریال برنامه‌ریزی شده";
    let both = package(
        &[
            &format!(
                "A,amount,24@1395,,1401,actual,disbursed,700,billion_rial,exact,,,S4,{headline}"
            ),
            &format!("B,amount,24@1395,,1401,planned,,700,billion_rial,exact,,,S4,{body}"),
        ],
        &[],
    );
    assert_eq!(complaints(&checked(&both)), [("V9", "", Verdict::Fail)]);
    let alone = package(
        &[&format!("B,amount,24@1395,,1401,actual,disbursed,700,billion_rial,exact,,,S4,{body}")],
        &[],
    );
    assert_eq!(complaints(&checked(&alone)), [("V9", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v10_a_weekday_agrees_with_its_date() {
    let quoted = |source: &str, quote: &str| {
        package(&[&format!("A,jobs,24@1395,,1397-09-18,,,1,person,exact,,,{source},{quote}")], &[])
    };
    let verdict = |fixture: &Fixture| {
        let report = checked(fixture);
        verdicts(&report, "V10").first().map(|one| one.verdict)
    };
    let s0 = quoted("S0", "روز یکشنبه مورخ97/9/18 به منظور");
    assert_eq!(verdict(&s0), Some(Verdict::Pass));
    let s4 = quoted("S4", "یکشنبه ۱۴۰۱/۰۲/۱۸");
    assert_eq!(verdict(&s4), Some(Verdict::Pass));
    let wrong = quoted("S0", "روز دوشنبه مورخ97/9/18");
    assert_eq!(verdict(&wrong), Some(Verdict::Warn));
    assert_eq!(verdict(&quoted("S0", "روز شنبه نوبت نخست")), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v11_a_date_is_in_the_calendar() {
    let day = |day: &str| package(&[&format!("A,jobs,24@1395,,{day},,,1,person,exact,,,S4,")], &[]);
    assert_eq!(complaints(&checked(&day("1399-12-30"))), []);
    assert_eq!(complaints(&checked(&day("1400-12-30"))), [("V11", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v12_an_amount_is_in_the_unit_it_says() {
    let next = |value: &str| {
        package(
            &[
                "A,amount,07@1395,,1398,actual,,3520,billion_rial,exact,,,X,",
                &format!("B,amount,07@1395,,1399,actual,,{value},exact,,,X,"),
            ],
            &[],
        )
    };
    assert_eq!(complaints(&checked(&next("352,billion_toman"))), []);
    assert_eq!(complaints(&checked(&next("352,billion_rial"))), [("V12", "", Verdict::Fail)]);
    assert_eq!(complaints(&checked(&next("3520,million_rial"))), [("V12", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v13_a_group_has_the_members_it_is_said_to_have() {
    let group = |expected: u32, members: &[&str]| {
        small::with(&[
            ("groups", format!("id,name_fa,name_en,expected_count\ng,گروه,Group,{expected}\n")),
            (
                "group_members",
                format!("group,province,area,status,source\n{}\n", members.join("\n")),
            ),
            ("observations", format!("{HEAD}\n")),
        ])
    };
    let two = ["g,00@1395,00@1395,listed,X", "g,07@1395,,unknown,X"];
    assert_eq!(complaints(&checked(&group(2, &two))), []);
    assert_eq!(complaints(&checked(&group(31, &two))), [("V13", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v15_a_stock_is_what_came_and_went() {
    let year = |closing: &str| {
        package(
            &[
                "A,opening,IR@1395,,1397,actual,,120,count,exact,,,X,",
                "B,troubled,IR@1395,,1397,actual,,30,count,exact,,,X,",
                "C,resolved,IR@1395,,1397,actual,,50,count,exact,,,X,",
                &format!("D,closing,IR@1395,,1397,actual,,{closing},count,exact,,,X,"),
            ],
            &["R1,V15,مشکل‌دارها,Troubled,opening + troubled - resolved,=,closing,warning"],
        )
    };
    assert_eq!(complaints(&checked(&year("100"))), []);
    assert_eq!(complaints(&checked(&year("110"))), [("V15", "R1", Verdict::Warn)]);
}

/// The year before stands in for the history of the table.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v16_a_figure_far_from_its_history_is_flagged() {
    let report = checked(&package(
        &[
            "A,members,IR@1395,,1395,actual,,18173,person,exact,,,X,",
            "B,members,IR@1395,,1396,actual,,798416,person,exact,,,X,",
        ],
        &[],
    ));
    assert_eq!(complaints(&report), [("V16", "", Verdict::Warn)]);
    let steady = ["100", "104", "98", "101", "99", "103"];
    let series = |last: &str| {
        let rows: Vec<String> = steady
            .iter()
            .chain([&last])
            .enumerate()
            .map(|(year, value)| {
                format!(
                    "M{year},members,IR@1395,,{},actual,,{value},person,exact,,,X,",
                    1390 + year
                )
            })
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        checked(&package(&rows, &[]))
    };
    assert_eq!(complaints(&series("106")), []);
    assert_eq!(complaints(&series("160")), [("V16", "", Verdict::Warn)], "of a steady history");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v17_no_figure_of_an_area_before_it_was() {
    let of = |period: &str| {
        package(&[&format!("A,members,0099@1402,,{period},actual,,10,person,exact,,,X,")], &[])
    };
    assert_eq!(complaints(&checked(&of("1403"))), []);
    assert_eq!(complaints(&checked(&of("1395"))), [("V17", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v18_what_is_stated_without_a_figure_gets_none() {
    let with = |source: &str| {
        small::with(&[
            (
                "observations",
                format!("{HEAD}\nA,unemployment,00@1395,,1399,actual,,14,percent,exact,,,{source},\n"),
            ),
            (
                "statements",
                "id,kind,source,measure,area,summary_fa,summary_en\nC1,statement,S2,unemployment,00@1395,بالاتر است,It is higher\n"
                    .to_owned(),
            ),
        ])
    };
    assert_eq!(complaints(&checked(&with("X"))), []);
    assert_eq!(complaints(&checked(&with("S2"))), [("V18", "", Verdict::Warn)]);
}
