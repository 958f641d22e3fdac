//! Jobs of several kinds are never added in a rule.

use hamyar::model::{JobKind, MeasureId};
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, MEASURES};
use crate::suite::ingest::fixture::Fixture;

/// A rule on committed, direct and verified jobs, and on the members of a cooperative.
fn rule(left: &str, right: &str) -> Fixture {
    let kind = |line: &str| match line.split(',').next().unwrap() {
        "id" => format!("{line},job_kind\n"),
        _ => format!("{line},\n"),
    };
    let mut measures: String = MEASURES.lines().map(kind).collect();
    for id in ["committed", "direct", "verified"] {
        measures.push_str(&format!("{id},شغل,Jobs,person,flow,sum,sum,{id}\n"));
    }
    let rows = "A,direct,07@1395,,1396,actual,,900,person,exact,,,X,\n\
                B,verified,07@1395,,1396,actual,,700,person,exact,,,X,\n";
    small::with(&[
        ("measures", measures),
        ("observations", format!("{HEAD}\n{rows}")),
        (
            "rules",
            format!("id,name_fa,name_en,left,operator,right\nR,شغل,Jobs,{left},<=,{right}\n"),
        ),
    ])
}

#[wasm_bindgen_test(unsupported = test)]
fn a_measure_says_which_jobs_it_counts() {
    let read = rule("A", "B").read().unwrap();
    assert_eq!(read.diagnostics, []);
    let measures = read.value.dataset.measures;
    assert_eq!(measures[&MeasureId::new("verified")].job_kind, Some(JobKind::Verified));
    assert_eq!(measures[&MeasureId::new("jobs")].job_kind, None);
}

#[wasm_bindgen_test(unsupported = test)]
fn jobs_of_two_kinds_are_not_added() {
    for sum in [
        "direct + verified",
        "A + B",
        "A + verified",
        "direct + (committed + direct)",
        "2 * direct + verified / 2",
        "members + direct + verified",
        "(direct + verified) / members",
        "\"direct[07@1395, 1396] + verified[07@1395, 1396]\"",
    ] {
        rule(sum, "members").finds("row/rejected", ("rules.csv", 2, "left"));
        rule("members", sum).finds("row/rejected", ("rules.csv", 2, "right"));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn one_kind_a_quotient_and_a_difference_may_be() {
    for sound in [
        "direct + A",
        "verified / committed + direct / committed",
        "committed - verified",
        "direct + members",
        "direct * 2 + direct",
        "jobs + direct",
    ] {
        assert_eq!(rule(sound, "direct").read().unwrap().diagnostics, [], "{sound}");
    }
}
