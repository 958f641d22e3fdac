//! Time of knowledge: what a day knew, for ever.

use hamyar::calendar::{Day, Period};
use hamyar::chart::{View, keep_known};
use hamyar::diag::Bilingual;
use hamyar::model::{
    Dataset, Figure, LeftOut, ObservationId, Precision, Revision, as_known as cut_to,
};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::to_persian;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example_dataset, open_dataset};

fn as_known(dataset: &Dataset, day: Day) -> (Dataset, LeftOut) {
    let mut known = dataset.clone();
    let left_out = cut_to(&mut known, day);
    (known, left_out)
}

fn day(text: &str) -> Day {
    Period::parse(text).unwrap().last().unwrap()
}

fn value(dataset: &Dataset, id: &str) -> Option<String> {
    let one = dataset.observations.get(&ObservationId::new(id))?;
    one.wording.value.map(|value| value.to_string())
}

/// On the day of the release the page shows 580 paid and 700 planned; a payment of 1401 that is told
/// a year later, and a correction recorded later, do not change that.
#[wasm_bindgen_test(unsupported = test)]
fn row_22_as_known_on_a_day() {
    let mut dataset = open_dataset();
    let release = day("1401-02-18");
    let shown = |dataset: &Dataset| {
        let (known, _) = as_known(dataset, release);
        (value(&known, "O017"), value(&known, "O016"), known.observations.len())
    };
    let before = shown(&dataset);
    assert_eq!((before.0.as_deref(), before.1.as_deref()), (Some("580"), Some("700")));

    let mut source = dataset.sources.values().next().unwrap().clone();
    source.id = hamyar::model::SourceId::new("LATER");
    source.published.date = "1402-03-01".into();
    source.published.precision = Precision::Day;
    let mut paid = dataset.observations[&ObservationId::new("O017")].clone();
    paid.id = ObservationId::new("O900");
    paid.period = Period::parse("1401").ok();
    paid.source = source.id.clone();
    dataset.sources.insert(source.id.clone(), source);
    dataset.observations.insert(paid.id.clone(), paid);
    let original = dataset.observations[&ObservationId::new("O017")].clone();
    let mut corrected = original.clone();
    corrected.figure = Figure::exact(Decimal::from_int(583_000_000_000));
    corrected.wording.value = Some(Decimal::from_int(583));
    dataset.observations.insert(corrected.id.clone(), corrected);
    dataset.revisions.push(Revision {
        observation: original.id.clone(),
        recorded: day("1403-01-01"),
        change: 1,
        by: Bilingual::new("اداره", "office"),
        reason: Bilingual::new("نامهٔ تازه", "a new letter"),
        before: Some(original),
    });
    assert_eq!(shown(&dataset), before, "for ever");
    let (later, _) = as_known(&dataset, day("1404"));
    assert_eq!(value(&later, "O017").as_deref(), Some("583"));
    assert!(later.observations.contains_key(&ObservationId::new("O900")));
}

#[wasm_bindgen_test(unsupported = test)]
fn dates_that_are_not_known_to_the_day_count_from_the_end() {
    let dataset = open_dataset();
    let mut figures = dataset.observations.values();
    let mut of = |precision: Precision| {
        let source = figures.find_map(|one| {
            dataset.sources.get(&one.source).filter(|one| one.published.precision == precision)
        });
        figures = dataset.observations.values();
        source.unwrap_or_else(|| panic!("{precision:?}"))
    };
    for precision in [Precision::Year, Precision::InferredMonth, Precision::InferredYear] {
        let source = of(precision);
        let from = source.published.known_from().unwrap();
        assert_eq!(from, day(&source.published.date), "{}", source.id);
        let told = |known: &Dataset| {
            known.observations.values().filter(|one| one.source == source.id).count()
        };
        assert_eq!(told(&as_known(&dataset, from.plus(-1)).0), 0);
        assert!(told(&as_known(&dataset, from).0) > 0);
    }
    assert_eq!(of(Precision::Unknown).published.known_from(), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_left_out_is_counted() {
    let dataset = open_dataset();
    let all = u32::try_from(dataset.observations.len()).unwrap();
    let (early, left) = as_known(&dataset, day("1300"));
    assert_eq!((early.observations.len(), left.later + left.undated), (0, all));
    let (late, left) = as_known(&dataset, day("1450"));
    assert_eq!(left.later, 0);
    assert_eq!(u32::try_from(late.observations.len()).unwrap() + left.undated, all);
    assert!(left.estimated > 0 && left.undated > 0, "{left:?}");
}

/// What is counted from reports that come in later is not known, however early their order was given.
#[wasm_bindgen_test(unsupported = test)]
fn row_22_a_count_is_known_from_the_day_of_which_it_is_counted() {
    let mut dataset = example_dataset();
    for (_, source) in dataset.sources.iter_mut() {
        source.published.date = "1399-02-30".into();
        source.published.precision = Precision::Day;
    }
    let told = |on: &str, id: &str| {
        let (known, left_out) = as_known(&dataset, day(on));
        assert_eq!(left_out.later > 0, on < "1402-12-29", "{left_out:?}");
        known.observations.contains_key(&ObservationId::new(id))
    };
    let received = "reports_received/XD2/X1";
    assert!(!told("1399-03-01", received), "its register ends in Mehr");
    assert!(told("1399-03-01", "reports_expected/XD2/X1"), "the order says who must report");
    assert!(told("1399-07-15", received));
    let stages = "actions_overdue/X101@1402/1402-12-29";
    assert!(!told("1402-12-28", stages));
    assert!(told("1402-12-29", stages));
    assert!(!told("1402-12-28", "action_reached/XA01"));
    assert!(told("1402-12-28", "action_planned/XA01"), "a plan is known before");
}

/// A chart of a day says which, and what it leaves out; a question that nobody turned the data set for is
/// refused, not answered with what is known today.
#[wasm_bindgen_test(unsupported = test)]
fn a_view_of_a_day_is_of_that_day_and_tells_it() {
    let text =
        r#"{"query": {"where": {"observations": ["O016", "O017"]}, "asKnown": "1401-02-17"}}"#;
    let asked: View = serde_json::from_str(text).unwrap();
    let all = open_dataset();
    assert_eq!(run(&all, &asked.query).refused[0].code, "query/as-known");
    let (mut dataset, mut view) = (all.clone(), asked);
    keep_known(&mut dataset, &mut view);
    let (known, left_out) = as_known(&all, day("1401-02-17"));
    assert_eq!(dataset.observations, known.observations);
    assert_eq!(view.query.as_known, None);
    let note = &view.notes[0];
    assert!(note.en.starts_with("As known at the end of 17 Ordibehesht 1401:"), "{}", note.en);
    assert!(note.en.contains("of documents without a date; these are left out."), "{}", note.en);
    assert!(note.fa.contains(&to_persian(&left_out.undated.to_string())), "{}", note.fa);
}

/// What a day left out is there on another day: that is said once, and without names that only the tables have.
#[wasm_bindgen_test(unsupported = test)]
fn what_a_day_left_out_is_not_said_to_be_missing() {
    let mut dataset = open_dataset();
    cut_to(&mut dataset, day("1401-02-18"));
    let asked = |json: &str| {
        let answer = run(&dataset, &serde_json::from_str(json).unwrap());
        answer.refused.into_iter().map(|one| (one.code, one.message)).collect::<Vec<_>>()
    };
    for json in
        [r#"{"pairs": ["K01", "K02"]}"#, r#"{"where": {"observations": ["O048", "O046", "O047"]}}"#]
    {
        let told = asked(json);
        let [(code, message)] = told.as_slice() else { panic!("{json}: {told:?}") };
        assert_eq!(*code, "query/not-known");
        assert!(message.en.contains("told later or has no date"), "{message:?}");
        assert!(!message.en.contains('(') && !message.fa.contains('('), "{message:?}");
    }
    let never = asked(r#"{"pairs": ["K999"]}"#);
    assert!(never[0].1.en.contains("no such figure (K999)"), "{never:?}");
}
