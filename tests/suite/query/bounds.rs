//! Bounds through quotients: what can be said is said, outwards, and the reason where nothing can.

use super::super::fixture::{dataset, observation, qualified};
use super::{ask, codes};
use hamyar::calendar::Period;
use hamyar::model::{Figure, MeasureId, Observation, Qualifier};
use hamyar::number::Decimal;
use hamyar::query::{Answer, By, Derive, Query, columns, run};
use wasm_bindgen_test::wasm_bindgen_test;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// A figure as its working writes it: `>42000`, `2000..3000`.
fn stated(id: &str, measure: &str, text: &str) -> Observation {
    let signs = [
        ("≈", Qualifier::About),
        ("≥", Qualifier::AtLeast),
        ("≤", Qualifier::AtMost),
        (">", Qualifier::MoreThan),
        ("<", Qualifier::LessThan),
    ];
    let of = |value: &str| observation(id, measure, "0101", "1395", value);
    if let Some((low, high)) = text.split_once("..") {
        let (qualifier, upper) = (Qualifier::Between, Some(decimal(high)));
        let figure = Figure::Value { value: decimal(low), qualifier, upper };
        return Observation { figure, ..of(low) };
    }
    let sign =
        signs.iter().find_map(|(sign, qualifier)| Some((text.strip_prefix(sign)?, qualifier)));
    sign.map_or_else(|| of(text), |(value, qualifier)| qualified(of(value), *qualifier))
}

/// Old people of all people, in percent: by the formula of the rate, and as so many per hundred.
fn both_ways(old: &str, people: &str) -> [(Answer, String); 2] {
    let data = dataset(vec![stated("a", "old", old), stated("b", "people", people)]);
    let per = Derive::Per { measure: MeasureId::new("people"), factor: 100 };
    let by = [By::Area, By::Period];
    let questions = [ask("rate", &by), Query { derive: Some(per), ..ask("old", &by) }];
    questions.map(|query| {
        let answer = run(&data, &query);
        let table = columns(&data, &answer);
        let place = table.columns.iter().position(|name| *name == "working").unwrap();
        let working = table.rows.first().map(|row| row[place].clone());
        (answer, working.unwrap_or_default())
    })
}

fn said(figure: &Figure) -> String {
    let Figure::Value { value, qualifier, upper } = figure else { return "missing".to_owned() };
    let upper = upper.map(|upper| format!("..{}", upper.trimmed())).unwrap_or_default();
    format!("{} {}{upper}", qualifier.code(), value.trimmed())
}

#[wasm_bindgen_test(unsupported = test)]
fn row_16_what_bounds_allow_comes_through_a_quotient() {
    for (old, people, share) in [
        ("2200", "42000", "exact 5.238095"),
        // Rounded to the nearest decimal it would leave out 5.2380951.
        ("2200", ">42000", "less_than 5.238096"),
        ("2200", "≥42000", "at_most 5.238096"),
        ("2200", "<42000", "more_than 5.238095"),
        ("2000..3000", "10000", "between 20..30"),
        ("2000..3000", "7000", "between 28.571428..42.857143"),
        ("2000..3000", "≥10000", "at_most 30"),
        ("≥100", "≤1000", "at_least 10"),
        (">100", "≤1000", "more_than 10"),
        (">100", "1000..2000", "more_than 5"),
        ("<100", "≥1000", "less_than 10"),
        ("100", "1000..2000", "between 5..10"),
        ("≈100", "1000", "about 10"),
        ("≈100", "≈1000", "about 10"),
        ("0", ">42000", "exact 0"),
    ] {
        for (answer, working) in both_ways(old, people) {
            let figure = answer.rows.first().map(|row| said(&row.figure));
            assert_eq!(figure.as_deref(), Some(share), "{old} of {people}: {:?}", answer.refused);
            assert_eq!(working, format!("100 × {old} (old) ÷ {people} (people)"));
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_no_one_word_says_is_refused() {
    // From nothing to everything; "about" says less than a bound.
    for (old, people) in [("≤100", "≤1000"), ("≈100", ">1000")] {
        let ([formula, per], place) = (both_ways(old, people), format!("{old} of {people}"));
        assert_eq!(codes(&formula.0), ["query/bounded"], "{place}");
        assert_eq!(codes(&per.0), ["query/bounded"], "{place}");
    }
}

/// One code for all that is not defined, and the words say which.
#[wasm_bindgen_test(unsupported = test)]
fn not_defined_says_why() {
    for (people, reason) in [
        ("0", "the denominator is zero"),
        ("0..5", "the denominator is zero"),
        ("-3", "the denominator is negative"),
    ] {
        for (answer, _) in both_ways("100", people) {
            assert_eq!(codes(&answer), ["query/not-defined"]);
            let told = &answer.refused[0].message;
            assert!(told.en.starts_with(reason) && told.fa.starts_with("مخرج"), "{told:?}");
        }
    }
    let alone = run(&dataset(vec![stated("a", "old", "5")]), &ask("rate", &[By::Area]));
    assert!(alone.refused[0].message.en.starts_with("the denominator is not reported"));
}

#[wasm_bindgen_test(unsupported = test)]
fn growth_and_change_keep_their_bounds() {
    let of = |first: &str, last: &str| {
        let last = Observation { period: Period::parse("1396").ok(), ..stated("b", "paid", last) };
        let growth = Query { derive: Some(Derive::Growth), ..ask("paid", &[By::Area, By::Period]) };
        let answer = run(&dataset(vec![stated("a", "paid", first), last]), &growth);
        answer.rows.last().map_or_else(|| format!("{:?}", codes(&answer)), |row| said(&row.figure))
    };
    assert_eq!(of("100", "150"), "exact 50");
    assert_eq!(of("100", ">150"), "more_than 50");
    assert_eq!(of("≥100", "150"), "at_most 50");
    assert_eq!(of("100", "120..150"), "between 20..50");
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_stay_bounds() {
    let more = qualified(observation("a", "jobs", "0101", "1395", "42000"), Qualifier::MoreThan);
    let exact = observation("b", "jobs", "0102", "1395", "8000");
    let answer = run(&dataset(vec![more.clone(), exact]), &ask("jobs", &[]));
    assert_eq!(
        answer.rows[0].figure,
        Figure::Value {
            value: Decimal::from_int(50_000),
            qualifier: Qualifier::MoreThan,
            upper: None
        }
    );
    let less = qualified(observation("c", "jobs", "0102", "1395", "100"), Qualifier::LessThan);
    let sum = |figures| run(&dataset(figures), &ask("jobs", &[])).rows[0].figure;
    let bound = |value, qualifier, upper: Option<i64>| Figure::Value {
        value: Decimal::from_int(value),
        qualifier,
        upper: upper.map(Decimal::from_int),
    };
    // Nothing that is counted is below zero.
    assert_eq!(sum(vec![more, less.clone()]), bound(42_000, Qualifier::MoreThan, None));
    let sixty = observation("d", "jobs", "0101", "1395", "60");
    assert_eq!(sum(vec![less.clone(), sixty]), bound(60, Qualifier::Between, Some(160)));
    let fifty = qualified(observation("e", "jobs", "0101", "1395", "50"), Qualifier::AtMost);
    assert_eq!(sum(vec![less, fifty]), bound(150, Qualifier::LessThan, None));
}
