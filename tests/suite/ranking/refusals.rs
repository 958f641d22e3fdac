//! What is refused, in both languages, whatever the order of input.

use hamyar::diag::Error;
use hamyar::ranking::{Candidate, Rules, Run, rank};
use hamyar::spec::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{RUN, candidates, decimal, example, rules, simple};

/// The code and the place of a refusal, which must say what happened and what to do.
fn told(error: &Error) -> (&'static str, &str) {
    let Error(finding) = error;
    for text in [&finding.message, &finding.hint] {
        assert!(!text.fa.is_empty() && !text.en.is_empty(), "{finding:?}");
        assert!(text.fa.ends_with('.') && text.en.ends_with('.'), "{finding:?}");
    }
    (finding.code, &finding.position.column)
}

#[wasm_bindgen_test(unsupported = test)]
fn rules_that_contradict_themselves() {
    type Edit = fn(&mut Rules);
    let cases: [(Edit, &str, &str); 17] = [
        (|it| it.id.clear(), "ranking/no-id", "id"),
        (|it| it.criteria.clear(), "ranking/no-criteria", "criteria"),
        (|it| it.total = decimal("0"), "ranking/no-total", "total"),
        (|it| it.total = decimal("999.9"), "ranking/weights", "criteria"),
        (|it| it.criteria[0].weight = decimal("300.01"), "ranking/weights", "criteria"),
        (
            |it| it.criteria[1].weight = decimal("-1"),
            "ranking/negative-weight",
            "criteria.1.weight",
        ),
        (|it| it.criteria[2].id.clear(), "ranking/no-id", "criteria.2.id"),
        (|it| it.criteria[2].id = "jobs".into(), "ranking/duplicate-criterion", "criteria.2.id"),
        (|it| it.criteria[0].most = None, "ranking/most", "criteria.0.most"),
        (|it| it.criteria[0].most = Some(decimal("0")), "ranking/most", "criteria.0.most"),
        (|it| it.criteria[1].most = Some(decimal("9")), "ranking/most", "criteria.1.most"),
        (
            |it| it.cut_offs[0].at_least = decimal("1000.5"),
            "ranking/cut-off-outside",
            "cutOffs.0.atLeast",
        ),
        (
            |it| it.cut_offs[1].at_least = decimal("-400"),
            "ranking/cut-off-outside",
            "cutOffs.1.atLeast",
        ),
        (|it| it.cut_offs.reverse(), "ranking/cut-off-order", "cutOffs.1.atLeast"),
        (
            |it| it.cut_offs[1].at_least = decimal("600.0"),
            "ranking/cut-off-order",
            "cutOffs.1.atLeast",
        ),
        (|it| it.cut_offs[1].id = "national".into(), "ranking/duplicate-cut-off", "cutOffs.1.id"),
        (|it| it.cut_offs[0].id.clear(), "ranking/no-id", "cutOffs.0.id"),
    ];
    for (edit, code, place) in cases {
        let mut changed = rules(RUN);
        edit(&mut changed);
        assert_eq!(told(&Run::new(changed).unwrap_err()), (code, place));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cut_off_at_the_total_or_at_zero_stands() {
    for cut_offs in [["1000", "0"], ["1000", "999.999999"]] {
        assert_eq!(simple("1000", &cut_offs, |_| {}).rules().cut_offs.len(), 2);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn weights_that_miss_the_total_are_told_with_both_numbers() {
    let mut changed = rules(RUN);
    changed.criteria[0].weight = decimal("290");
    let Error(finding) = Run::new(changed).unwrap_err();
    assert_eq!(finding.message.fa, "جمع وزن‌ها با جمع امتیاز یکی نیست (۹۹۰ از ۱٬۰۰۰).");
    assert_eq!(finding.message.en, "the weights do not add up to the total (990 of 1,000).");
}

#[wasm_bindgen_test(unsupported = test)]
fn json_that_means_nothing_is_refused_with_its_place() {
    for (from, to, place) in [
        ("\"ties\"", "\"tie\"", "tie"),
        ("\"left_out\"", "\"ignored\"", "missing"),
        ("\"percentile\"", "\"decile\"", "criteria.4.normaliser"),
        ("\"down\"", "\"none\"", "criteria.3.direction"),
        ("\"600\"", "600", "cutOffs.0.atLeast"),
        (", \"atLeast\": \"400\"", "", "cutOffs.1.atLeast"),
    ] {
        let changed = RUN.replacen(from, to, 1);
        assert_ne!(changed, RUN);
        let value: Value = serde_json::from_str(&changed).unwrap();
        let Error(finding) = Run::read(&value).unwrap_err();
        assert_eq!((finding.code, finding.position.column.as_str()), ("api/argument", place));
    }
    let value: Value = serde_json::from_str(RUN).unwrap();
    assert_eq!(Run::read(&value).unwrap(), example().0);
}

#[wasm_bindgen_test(unsupported = test)]
fn candidates_that_do_not_fit_the_rules() {
    let (run, good) = example();
    for (csv, code, place) in [
        ("id,jury\ncoop-04,5\n", "ranking/duplicate-candidate", "id"),
        ("id,beauty\nx,5\n", "ranking/unknown-criterion", "beauty"),
        ("id,jury\nx,-0.01\n", "ranking/negative-value", "jury"),
        ("id,jobs\nx,-1\n", "ranking/negative-value", "jobs"),
    ] {
        let mut all = good.clone();
        all.extend(candidates(csv));
        let error = rank(&run, &all).unwrap_err();
        assert_eq!(told(&error), (code, place));
        all.reverse();
        assert_eq!(rank(&run, &all).unwrap_err(), error);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn two_faults_are_told_alike_in_any_order() {
    let (run, _) = example();
    let faulty = candidates("id,jury,jobs\nb,-1,\na,,-1\n");
    let error = rank(&run, &faulty).unwrap_err();
    assert_eq!(error.0.message.en, "a value of this criterion cannot be negative (a, jobs).");
    let turned: Vec<Candidate> = faulty.into_iter().rev().collect();
    assert_eq!(rank(&run, &turned).unwrap_err(), error);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_candidate_needs_an_id_and_one_value_each() {
    let value = |id: &str| (id.to_owned(), Some(decimal("1")));
    let new = |id: &str, values| Candidate::new(id, Default::default(), values);
    assert_eq!(told(&new("", vec![]).unwrap_err()), ("ranking/no-id", "id"));
    let twice = new("a", vec![value("y"), value("x"), value("y")]).unwrap_err();
    assert_eq!(told(&twice), ("ranking/duplicate-value", "y"));
    assert_eq!(new("a", vec![value("y"), value("x")]).unwrap().value("x"), Some(decimal("1")));
}

#[wasm_bindgen_test(unsupported = test)]
fn numbers_out_of_range_are_refused_and_nothing_breaks() {
    let huge = "9".repeat(38);
    let run = simple("1000", &[], |rules| rules.criteria[0].most = Some(decimal(&huge)));
    let all = candidates(&format!("id,x\na,{huge}\n"));
    assert_eq!(told(&rank(&run, &all).unwrap_err()), ("ranking/overflow", ""));
    let mut doubled = run.rules().clone();
    let second = doubled.criteria[0].clone();
    doubled.criteria.push(second);
    doubled.criteria[1].id = "y".to_owned();
    for criterion in &mut doubled.criteria {
        criterion.weight = decimal(&("1".to_owned() + &"0".repeat(38)));
    }
    assert_eq!(told(&Run::new(doubled).unwrap_err()), ("ranking/overflow", "criteria"));
}
