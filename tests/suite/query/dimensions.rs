//! Figures that are divided by codes: asked by code, chosen by code, never added to each other or to their whole.

use hamyar::diag::Bilingual;
use hamyar::model::{CodeBook, Dimension, Observation};
use hamyar::query::{Answer, By, Chosen, Query, columns, run};
use hamyar::spec::{FromSpec, Value};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ask, codes, value};
use crate::suite::fixture::{dataset, observation};

/// A figure of 0101 with codes, and their words where builds have them.
fn divided(id: &str, amount: &str, codes: &[(Dimension, &str)]) -> Observation {
    let dimensions =
        codes.iter().map(|(dimension, code)| (*dimension, (*code).to_owned())).collect();
    let scope = CodeBook::default().scope_of(&dimensions, &Bilingual::default());
    Observation { dimensions, scope, ..observation(id, "people", "0101", "1395", amount) }
}

fn women_and_men() -> Vec<Observation> {
    vec![
        divided("f", "40", &[(Dimension::Sex, "female")]),
        divided("m", "60", &[(Dimension::Sex, "male")]),
        divided("fr", "15", &[(Dimension::Sex, "female"), (Dimension::Settlement, "rural")]),
        divided("fu", "25", &[(Dimension::Sex, "female"), (Dimension::Settlement, "urban")]),
    ]
}

fn with_whole() -> Vec<Observation> {
    let mut figures = women_and_men();
    figures.push(observation("all", "people", "0101", "1395", "100"));
    figures
}

fn only_women(by: &[By]) -> Query {
    let text = r#"{"measure": "people", "where": {"dimensions": {"sex": ["female"]}}}"#;
    let value: Value = serde_json::from_str(text).unwrap();
    Query { by: by.to_vec(), ..Query::read(&value).unwrap() }
}

fn values(answer: &Answer) -> Vec<String> {
    (0..answer.rows.len()).map(|row| value(answer, row)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_question_that_names_no_dimension_is_answered_from_the_whole() {
    let whole = dataset(vec![observation("all", "people", "0101", "1395", "100")]);
    let data = dataset(with_whole());
    for by in [&[][..], &[By::Area], &[By::Period], &[By::Observation], &[By::Scope]] {
        assert_eq!(run(&data, &ask("people", by)), run(&whole, &ask("people", by)), "{by:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_by_code_hold_neither_the_whole_nor_what_is_divided_further() {
    for figures in [with_whole(), women_and_men()] {
        let data = dataset(figures);
        let answer = run(&data, &ask("people", &[By::Sex]));
        assert_eq!((values(&answer), codes(&answer)), (vec!["40".into(), "60".into()], vec![]));
        let answer = run(&data, &ask("people", &[By::Sex, By::Settlement]));
        assert_eq!(values(&answer), ["15", "25"]);
        let table = columns(&data, &answer);
        let at = |name| table.columns.iter().position(|one| *one == name).unwrap();
        let told: Vec<_> =
            table.rows.iter().map(|row| [&row[at("sex")], &row[at("settlement")]]).collect();
        assert_eq!(told, [["female", "rural"], ["female", "urban"]]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn codes_that_a_question_does_not_tell_apart_are_refused_by_the_name_of_their_dimension() {
    let data = dataset(women_and_men());
    for by in [&[][..], &[By::Area], &[By::Period]] {
        let answer = run(&data, &ask("people", by));
        assert_eq!((answer.rows.len(), codes(&answer)), (0, vec!["query/mixed-codes"]));
        let hint = &answer.refused[0].hint;
        assert!(hint.fa.contains("sex") && hint.en.contains("sex"), "{hint:?}");
    }
    let answer = run(&data, &ask("people", &[By::Settlement]));
    assert_eq!(values(&answer), ["15", "25"], "of women alone, and each row says so");
    assert_eq!(answer.rows[0].key.dimensions.len(), 2);
}

/// Two codes of one word are two figures: words alone do not tell figures apart.
#[wasm_bindgen_test(unsupported = test)]
fn codes_tell_figures_apart_where_their_words_do_not() {
    let mut figures = women_and_men();
    figures.iter_mut().for_each(|one| one.scope = Bilingual::default());
    let answer = run(&dataset(figures), &ask("people", &[By::Area]));
    assert_eq!(codes(&answer), ["query/mixed-codes"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_question_may_choose_codes() {
    let data = dataset(with_whole());
    assert_eq!(values(&run(&data, &only_women(&[By::Area]))), ["40"]);
    assert_eq!(values(&run(&data, &only_women(&[By::Settlement]))), ["15", "25"]);
    let mut both = only_women(&[]);
    both.filter.dimensions = Chosen(vec![(Dimension::Sex, vec!["female".into(), "male".into()])]);
    assert_eq!(codes(&run(&data, &both)), ["query/mixed-codes"]);
    both.by = vec![By::Sex];
    assert_eq!(values(&run(&data, &both)), ["40", "60"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_unknown_code_and_an_unknown_dimension_are_refused_by_name() {
    let mut query = only_women(&[]);
    query.filter.dimensions = Chosen(vec![(Dimension::Sex, vec!["fmale".into()])]);
    let answer = run(&dataset(with_whole()), &query);
    assert_eq!(codes(&answer), ["query/unknown-code"]);
    let message = &answer.refused[0].message;
    assert!(message.fa.contains("sex: fmale") && message.en.contains("sex: fmale"), "{message:?}");
    for text in [
        r#"{"measure": "people", "by": ["gender"]}"#,
        r#"{"measure": "people", "where": {"dimensions": {"gender": ["female"]}}}"#,
    ] {
        let value: Value = serde_json::from_str(text).unwrap();
        let fault = Query::read(&value).unwrap_err();
        assert!(fault.path().starts_with("by.0") || fault.path().ends_with("gender"), "{fault}");
        assert!(fault.to_string().contains("coop_activity"), "{fault}");
    }
}

/// The whole of one county does not stand for women and men of another.
#[wasm_bindgen_test(unsupported = test)]
fn the_whole_of_one_place_does_not_hide_the_codes_of_another() {
    let mut figures = women_and_men();
    figures.push(observation("other", "people", "0102", "1395", "7"));
    let answer = run(&dataset(figures), &ask("people", &[By::Period]));
    assert_eq!((answer.rows.len(), codes(&answer)), (0, vec!["query/mixed-codes"]));
}

/// Counties told as wholes stand for the province that is divided; its codes are there for who asks.
#[wasm_bindgen_test(unsupported = test)]
fn wholes_below_stand_for_a_divided_place_above() {
    let mut figures = vec![
        observation("one", "people", "0101", "1395", "30"),
        observation("two", "people", "0102", "1395", "70"),
    ];
    for (id, amount, code) in [("f", "45", "female"), ("m", "55", "male")] {
        let province = observation(id, "people", "01", "1395", amount);
        figures.push(Observation { dimensions: vec![(Dimension::Sex, code.into())], ..province });
    }
    let data = dataset(figures);
    assert_eq!(values(&run(&data, &ask("people", &[By::Period]))), ["100"]);
    assert_eq!(values(&run(&data, &ask("people", &[By::Sex]))), ["45", "55"]);
}
