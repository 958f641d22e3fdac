//! Run rate, one stage of another, location quotient: figures by hand, and all that is not defined.

use super::super::fixture::{dataset, observation, qualified};
use super::{ask, codes, value};
use hamyar::diag::Bilingual;
use hamyar::model::{
    Dataset, Figure, MeasureId, Observation, ProgrammeId, Qualifier, Scenario, SourceId, Stage,
};
use hamyar::number::Decimal;
use hamyar::query::{Answer, By, Derive, Query, Working, columns, run};
use wasm_bindgen_test::wasm_bindgen_test;

fn at_stage(id: &str, stage: Stage, value: &str) -> Observation {
    Observation { stage: Some(stage), ..observation(id, "jobs", "01", "1400", value) }
}

pub(super) fn planned(id: &str, area: &str, period: &str, value: &str) -> Observation {
    let plan = observation(id, "jobs", area, period, value);
    Observation { scenario: Some(Scenario::Planned), ..plan }
}

fn stages(stage: Stage, of: Stage) -> Query {
    let derive = Some(Derive::Stages { of });
    Query { stage: Some(stage), derive, ..ask("jobs", &[By::Area, By::Period]) }
}

fn approved(figures: &[Observation]) -> Answer {
    run(&dataset(figures.to_vec()), &stages(Stage::Approved, Stage::Applied))
}

pub(super) fn done(period: &str, value: &str) -> Observation {
    observation(&format!("done {period}"), "jobs", "01", period, value)
}

pub(super) fn run_rate(figures: &[Observation]) -> Answer {
    let query = Query { derive: Some(Derive::RunRate), ..ask("jobs", &[By::Area, By::Period]) };
    run(&dataset(figures.to_vec()), &query)
}

/// The working of the first row as files show it.
pub(super) fn told(data: &Dataset, answer: &Answer) -> String {
    let table = columns(data, answer);
    let place = table.columns.iter().position(|name| *name == "working").unwrap();
    table.rows[0][place].clone()
}

pub(super) fn is_not_defined(answer: &Answer, code: &str) {
    assert_eq!((codes(answer), value(answer, 0).as_str()), (vec![code], "missing"));
    assert_eq!(answer.rows[0].working, None);
    let refusal = &answer.refused[0];
    assert!(!refusal.message.fa.is_empty() && !refusal.hint.fa.is_empty());
}

#[wasm_bindgen_test(unsupported = test)]
fn approved_of_applied_and_paid_of_allocated() {
    let figures = [at_stage("a", Stage::Applied, "162"), at_stage("b", Stage::Approved, "81")];
    let answer = approved(&figures);
    assert_eq!((value(&answer, 0).as_str(), answer.rows[0].unit.as_str()), ("50", "percent"));
    assert_eq!(
        answer.rows[0].evidence.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        ["b", "a"]
    );
    assert_eq!(told(&dataset(figures.to_vec()), &answer), "100 × 81 (approved) ÷ 162 (applied)");
    let money = [at_stage("a", Stage::Allocated, "3150"), at_stage("b", Stage::Disbursed, "2744")];
    let absorbed = run(&dataset(money.to_vec()), &stages(Stage::Disbursed, Stage::Allocated));
    assert_eq!(value(&absorbed, 0), "87.111111");
}

#[wasm_bindgen_test(unsupported = test)]
fn stages_are_of_one_release_one_programme_and_one_ground() {
    let below = at_stage("a", Stage::Applied, "162");
    let above = at_stage("b", Stage::Approved, "81");
    let with = |change: &dyn Fn(&mut Observation)| {
        let mut other = below.clone();
        change(&mut other);
        approved(&[other, above.clone()])
    };
    assert_eq!(value(&with(&|_| ()), 0), "50");
    is_not_defined(&with(&|one| one.source = SourceId::new("B")), "query/not-defined");
    is_not_defined(&with(&|one| one.programme = Some(ProgrammeId::new("p"))), "query/not-defined");
    is_not_defined(&with(&|one| one.scenario = Some(Scenario::Planned)), "query/not-defined");
    is_not_defined(
        &with(&|one| one.period = hamyar::calendar::Period::parse("1401").ok()),
        "query/not-defined",
    );
    is_not_defined(
        &with(&|one| one.scope = Bilingual::new("صنعت", "industry")),
        "query/several-figures",
    );
    is_not_defined(&with(&|one| one.figure = Figure::exact(Decimal::ZERO)), "query/not-defined");
    is_not_defined(&approved(std::slice::from_ref(&above)), "query/not-defined");
    // Two applications told: neither is chosen, and they are not added.
    let twice = Observation {
        figure: Figure::exact(Decimal::from_int(5)),
        ..at_stage("c", Stage::Applied, "5")
    };
    is_not_defined(&approved(&[below, twice, above]), "query/several-figures");
}

#[wasm_bindgen_test(unsupported = test)]
fn stages_summed_over_other_places_are_no_rate() {
    let place = |id, area, stage, value| Observation {
        stage: Some(stage),
        ..observation(id, "jobs", area, "1400", value)
    };
    let mut figures = vec![
        place("a", "0101", Stage::Applied, "100"),
        place("b", "0102", Stage::Applied, "100"),
        place("c", "0101", Stage::Approved, "50"),
    ];
    let query = Query { by: vec![By::Period], ..stages(Stage::Approved, Stage::Applied) };
    is_not_defined(&run(&dataset(figures.clone()), &query), "query/partial");
    figures.push(place("d", "0102", Stage::Approved, "30"));
    assert_eq!(value(&run(&dataset(figures), &query), 0), "40");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_without_a_stage_and_a_rate_are_refused() {
    let figures = vec![
        at_stage("a", Stage::Applied, "162"),
        observation("b", "jobs", "01", "1400", "81"),
        Observation { measure: MeasureId::new("stated"), ..at_stage("c", Stage::Approved, "10") },
    ];
    let query = Query { stage: None, ..stages(Stage::Approved, Stage::Applied) };
    let by_stage = Query { by: vec![By::Area, By::Stage], ..query };
    let answer = run(&dataset(figures.clone()), &by_stage);
    assert_eq!(codes(&answer), ["query/no-stage"]);
    let rate =
        Query { measure: MeasureId::new("stated"), ..stages(Stage::Approved, Stage::Applied) };
    let refused = run(&dataset(figures), &rate);
    assert_eq!((codes(&refused), refused.rows.len()), (vec!["query/not-additive"], 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_and_approximate_values_go_through() {
    let applied = |qualifier| qualified(at_stage("a", Stage::Applied, "162"), qualifier);
    let above = |qualifier| qualified(at_stage("b", Stage::Approved, "81"), qualifier);
    let said = |below, top| {
        let answer = approved(&[applied(below), above(top)]);
        (answer.rows[0].figure.qualifier(), value(&answer, 0))
    };
    use Qualifier::{About, AtLeast, AtMost, Exact, LessThan, MoreThan};
    let half = |qualifier| (Some(qualifier), "50".to_owned());
    assert_eq!(said(Exact, About), half(About));
    assert_eq!(said(MoreThan, Exact), half(LessThan));
    assert_eq!(said(AtMost, Exact), half(AtLeast));
    assert_eq!(said(LessThan, MoreThan), half(MoreThan));
    assert_eq!(said(AtLeast, AtMost), half(AtMost));
    // Both upwards: any share is possible.
    is_not_defined(&approved(&[applied(AtLeast), above(AtLeast)]), "query/bounded");
    let mut between = above(Exact);
    between.figure = Figure::Value {
        value: Decimal::from_int(81),
        qualifier: Qualifier::Between,
        upper: Some(Decimal::from_int(162)),
    };
    let answer = approved(&[applied(Exact), between]);
    let Figure::Value { upper: Some(upper), .. } = answer.rows[0].figure else {
        panic!("no upper")
    };
    assert_eq!((value(&answer, 0), upper.trimmed().to_string()), ("50".into(), "100".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_done_to_date_against_the_days_gone() {
    // Farvardin to Mordad are 155 days; 1399 and 1403 are leap years.
    let of = |year: &str| {
        let to_date = format!("{year}-C05");
        let figures =
            [observation("a", "jobs", "01", &to_date, "900"), planned("p", "01", year, "2000")];
        let answer = run_rate(&figures);
        (value(&answer, 0), told(&dataset(figures.to_vec()), &answer))
    };
    // 900 × 365 ÷ (2,000 × 155) and 900 × 366 ÷ (2,000 × 155).
    let common = ("105.967742".to_owned(), "100 × 900 ÷ (2000 × 155 ÷ 365)".to_owned());
    assert_eq!(of("1401"), common);
    let leap = ("106.258065".to_owned(), "100 × 900 ÷ (2000 × 155 ÷ 366)".to_owned());
    assert_eq!(of("1403"), leap);
}

#[wasm_bindgen_test(unsupported = test)]
fn months_of_the_year_add_and_a_gap_is_no_run_rate() {
    let month = |id, month: &str, value| observation(id, "jobs", "01", month, value);
    let plan = Observation { source: SourceId::new("B"), ..planned("p", "01", "1401", "365") };
    let mut figures = vec![
        month("a", "1401-01", "31"),
        month("b", "1401-02", "62"),
        plan,
        observation("other", "jobs", "02", "1401-C03", "5"),
    ];
    let query = Query {
        derive: Some(Derive::RunRate),
        periods: vec!["1401-C03".to_owned()],
        ..ask("jobs", &[By::Area])
    };
    let answer = run(&dataset(figures.clone()), &query);
    assert_eq!(codes(&answer), ["query/partial", "query/not-defined"]);
    figures.push(month("c", "1401-03", "0"));
    let whole = run(&dataset(figures), &query);
    // 93 of a plan of one a day, after 93 days; the plan stands in another release.
    assert_eq!(value(&whole, 0), "100");
    let working = Working::RunRate {
        done: Figure::exact(Decimal::from_int(93)),
        planned: Figure::exact(Decimal::from_int(365)),
        elapsed: 93,
        days: 365,
    };
    assert_eq!(whole.rows[0].working, Some(working));
    assert_eq!(whole.rows[0].evidence.last().unwrap().as_str(), "p");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_run_rate_needs_a_plan_an_actual_figure_and_the_start_of_the_year() {
    let done = observation("a", "jobs", "01", "1401-C05", "900");
    let plan = planned("p", "01", "1401", "2000");
    let with = |change: &dyn Fn(&mut Observation, &mut Observation)| {
        let (mut done, mut plan) = (done.clone(), plan.clone());
        change(&mut done, &mut plan);
        run_rate(&[done, plan])
    };
    assert_eq!(value(&with(&|_, _| ()), 0), "105.967742");
    is_not_defined(&run_rate(std::slice::from_ref(&done)), "query/not-defined");
    let zero = Figure::exact(Decimal::ZERO);
    is_not_defined(&with(&|_, plan| plan.figure = zero), "query/not-defined");
    let programme = Some(ProgrammeId::new("p"));
    is_not_defined(&with(&|_, plan| plan.programme = programme.clone()), "query/not-defined");
    is_not_defined(&with(&|_, plan| plan.scenario = Some(Scenario::Target)), "query/not-defined");
    is_not_defined(&with(&|_, plan| plan.stage = Some(Stage::Quota)), "query/not-defined");
    let later = hamyar::calendar::Period::parse("1401-Q2").ok();
    is_not_defined(&with(&|done, _| done.period = later), "query/not-to-date");
    let query = Query {
        derive: Some(Derive::RunRate),
        scenario: Some(Scenario::Planned),
        ..ask("jobs", &[By::Area, By::Period])
    };
    is_not_defined(&run(&dataset(vec![done, plan]), &query), "query/not-actual");
    // What is counted on a day has no run rate.
    let stock = Query { measure: MeasureId::new("stock"), scenario: None, ..query };
    let counted = run(&dataset(vec![observation("s", "stock", "01", "1401-C05", "9")]), &stock);
    assert_eq!(codes(&counted), ["query/not-additive-in-time"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_plan_of_the_same_stage_goes_before_one_without() {
    let stage = Some(Stage::Disbursed);
    let done = Observation { stage, ..observation("a", "jobs", "01", "1401", "50") };
    let own = Observation { stage, ..planned("p", "01", "1401", "100") };
    let plain = planned("q", "01", "1401", "200");
    assert_eq!(value(&run_rate(&[done.clone(), own, plain.clone()]), 0), "50");
    assert_eq!(value(&run_rate(&[done, plain]), 0), "25");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_plan_or_a_stage_that_was_refused_tells_its_own_reason() {
    use hamyar::model::ActionStatus;
    let status = Some(ActionStatus::Done);
    let of = |one: Observation| Observation { action_status: status, ..one };
    let elsewhere = |one: Observation| Observation { source: SourceId::new("B"), ..one };
    let plans = [planned("p", "01", "1401", "2000"), planned("q", "01", "1401", "3000")];
    let [plan, other] = plans.map(of);
    let answer = run_rate(&[of(done("1401", "900")), plan, elsewhere(other)]);
    is_not_defined(&answer, "query/mixed-releases");
    let applied = [at_stage("a", Stage::Applied, "162"), at_stage("c", Stage::Applied, "5")];
    let [below, twice] = applied.map(of);
    let above = of(at_stage("b", Stage::Approved, "81"));
    is_not_defined(&approved(&[below, twice, above]), "query/several-figures");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_derived_value_is_rounded_once() {
    let of = |above: &str, below: &str| {
        let figures = [at_stage("a", Stage::Applied, below), at_stage("b", Stage::Approved, above)];
        let figure = approved(&figures).rows[0].figure;
        figure.value().unwrap().to_string()
    };
    // 50.000000499999875 %: rounded to twelve decimals first it would be 50.000001.
    assert_eq!(of("200000002000000", "400000000000001"), "50.000000");
    assert_eq!(of("200000002000001", "400000000000001"), "50.000001");
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn indicators_are_asked_for_in_json() {
    let derived = |text: &str| {
        let query: Result<Query, _> = serde_json::from_str(&format!(r#"{{"derive": {text}}}"#));
        query.map(|query| query.derive).map_err(|error| error.to_string())
    };
    assert_eq!(derived(r#""run_rate""#), Ok(Some(Derive::RunRate)));
    assert_eq!(derived(r#""achievement""#), Ok(Some(Derive::Achievement)));
    let of = Stage::Applied;
    assert_eq!(derived(r#"{"stages": {"of": "applied"}}"#), Ok(Some(Derive::Stages { of })));
    let of = MeasureId::new("all");
    assert_eq!(derived(r#"{"location": {"of": "all"}}"#), Ok(Some(Derive::Location { of })));
    let fault = derived(r#"{"stages": {"of": "paid"}}"#).unwrap_err();
    assert!(fault.starts_with("derive.stages.of: this word is not known"), "{fault}");
    assert!(derived(r#"{"location": {}}"#).unwrap_err().starts_with("derive.location.of"));
    assert!(derived(r#"{"stages": {"of": "applied"}, "per": 1}"#).is_err());
}
