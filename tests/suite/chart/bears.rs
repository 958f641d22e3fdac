//! What the open data bear beyond the first pages, each with how much of it was reported.

use std::collections::BTreeMap;

use hamyar::chart::{Scene, evaluate, fill};
use hamyar::model::{GroupId, MemberStatus};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, example, example_facts, fact, facts, made, named, open, plain};

#[wasm_bindgen_test(unsupported = test)]
fn every_phrase_is_filled_by_facts() {
    let phrases: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(include_str!("../../../www/views/phrases.json")).unwrap();
    let (facts, example_facts) = (facts(), example_facts());
    for (name, phrase) in phrases {
        for lang in LANGS {
            let lookup = |name: &str| {
                let of_open = facts.get(name).and_then(|one| evaluate(open(), one, lang));
                let of_example =
                    || example_facts.get(name).and_then(|one| evaluate(example(), one, lang));
                of_open.or_else(of_example).map(|fact| fact.text)
            };
            let text = fill(&phrase[lang.code()], &lookup);
            assert!(text.is_some_and(|text| !text.is_empty()), "{name}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_absorption_rate_is_what_was_paid_of_what_was_allotted() {
    let rate = evaluate(example(), &example_facts()["example-absorption"], Lang::Fa).unwrap();
    assert_eq!(plain(&rate.text), "۷۶٫۳٪");
    assert_eq!(rate.evidence.len(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn provinces_are_told_with_how_many_reported() {
    for (view, reported) in [
        ("s0-registered-dey", "3"),
        ("s0-monthly-registered", "2"),
        ("survey-extremes-1391", "5"),
        ("survey-extremes-1395", "5"),
        ("survey-extremes-1398", "4"),
        ("survey-extremes-1400", "6"),
    ] {
        let scene = named(view, Lang::En);
        assert_eq!(scene.coverage, format!("{reported} of 31"), "{view}");
        assert_eq!(scene.marks.len(), 31, "{view}: a province without a tile");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn of_a_few_provinces_none_is_called_the_highest() {
    let mixed = r#"{"query": {"where": {"observations": ["O170", "O184", "O183"]}}}"#;
    let named =
        |view: &str| if view == "mixed" { made(mixed, Lang::En) } else { named(view, Lang::En) };
    for view in ["survey-extremes-1398", "survey-extremes-1391", "s0-registered-dey", "mixed"] {
        let long = named(view).description.long;
        assert!(!long.contains("Highest") && !long.contains("Lowest:"), "{view}: {long}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_loan_a_job_agrees_with_what_the_release_says() {
    assert_eq!(fact(open(), "loan-per-job", Lang::En), "73.4 million tomans");
    assert_eq!(fact(open(), "loan-per-job-stated", Lang::En), "about 73 million tomans");
    assert_eq!(fact(open(), "active-share-sistan", Lang::En), "60 percent");
    assert_eq!(fact(open(), "agreement-2000-absorbed", Lang::En), "100 percent");
}

/// The exact values of the value column.
fn values(scene: &Scene) -> Vec<u32> {
    let at = scene.table.heads.iter().position(|head| head.starts_with("Value")).unwrap();
    scene.table.rows.iter().map(|row| row[at].sort.parse().unwrap()).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn two_years_of_jobs_are_the_parts_of_their_total() {
    let [both, first, second] = values(&named("basij-jobs", Lang::En))[..] else { panic!() };
    assert_eq!(first + second, both);
}

#[wasm_bindgen_test(unsupported = test)]
fn jobs_made_and_planned_give_no_rate() {
    let scene = named("jobs-made-planned", Lang::En);
    assert_eq!(values(&scene), [1590, 1800, 17000, 6700]);
    assert!(!scene.table.heads.iter().any(|head| head == "Comparison"));
    assert_eq!(plain(&scene.description.long).matches("no rate of execution").count(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_listed_name_that_only_probably_means_a_county_is_probable() {
    let members = &open().groups[&GroupId::new("target31")].members;
    let count = |status| members.iter().filter(|member| member.certainty() == status).count();
    assert_eq!(count(MemberStatus::Listed) + count(MemberStatus::Corroborated), 22);
    assert_eq!((count(MemberStatus::Probable), count(MemberStatus::Unknown)), (2, 7));
    // «مغان» was no county of that decade.
    let scene = named("s2-map-status", Lang::En);
    let germi = scene.table.rows.iter().find(|row| row[1].text == "Germi").unwrap();
    assert_eq!(germi[2].text, "Listed, Probable");
    let key: Vec<&str> = scene.legend.iter().map(|entry| entry.text.as_str()).collect();
    assert_eq!(key, ["22 Known", "2 Probable", "7 Unknown"]);
    // A figure of such a county says so too.
    let dots = named("s2-unemployment-dots", Lang::En);
    assert!(dots.notes.iter().any(|note| note == "* Probable: Shaft, Germi"), "{:?}", dots.notes);
}
