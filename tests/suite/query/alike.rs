//! What may be added up, divided, ranked or set beside another, and what is of another matter.

use hamyar::diag::Bilingual;
use hamyar::model::{AreaRule, Formula, Qualifier, TimeRule};
use hamyar::number::Decimal;
use hamyar::query::{AreaSelection, Coverage, columns};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{measure, qualified};
use super::*;

/// Rials paid for each job: a formula of two flows.
fn with_cost(figures: Vec<Observation>) -> Dataset {
    let mut data = dataset(figures);
    let mut cost = measure("cost", AreaRule::Ratio, TimeRule::Ratio, "rial");
    cost.formula = Some(Formula {
        numerator: MeasureId::new("paid"),
        denominator: MeasureId::new("jobs"),
        factor: Decimal::from_int(1),
    });
    data.measures.insert(cost.id.clone(), cost);
    data
}

fn of(
    id: &str,
    measure: &str,
    code: &str,
    period: &str,
    change: impl Fn(&mut Observation),
) -> Observation {
    let value = id.split('/').next_back().unwrap();
    let mut one = observation(id, measure, code, period, value);
    change(&mut one);
    one
}

fn plain(_: &mut Observation) {}

fn planned(one: &mut Observation) {
    one.scenario = Some(Scenario::Planned);
}

fn women(one: &mut Observation) {
    one.scope = Bilingual::new("زنان", "women");
}

fn men(one: &mut Observation) {
    one.scope = Bilingual::new("مردان", "men");
}

fn level(level: Level) -> AreaSelection {
    AreaSelection { level: Some(level), ..AreaSelection::default() }
}

fn provinces(measure: &str, by: &[By]) -> Query {
    Query { areas: level(Level::Province), ..ask(measure, by) }
}

fn per_job(by: &[By]) -> Query {
    let below = Derive::Per { measure: MeasureId::new("jobs"), factor: 1 };
    Query { derive: Some(below), ..provinces("paid", by) }
}

#[wasm_bindgen_test(unsupported = test)]
fn planned_money_is_not_divided_by_jobs_that_were_made() {
    let mut figures = vec![
        of("a/1000", "paid", "01", "1400", planned),
        of("b/10", "jobs", "01", "1400", plain),
        of("c/1000", "paid", "02", "1400", plain),
        of("d/20", "jobs", "02", "1400", planned),
    ];
    let answer = run(&with_cost(figures.clone()), &provinces("cost", &[By::Area, By::Period]));
    assert_eq!(codes(&answer), ["query/mixed-scenarios"; 2]);
    assert!(answer.rows.is_empty());
    // What was reached of what was planned is told in no other way.
    figures.truncate(2);
    let answer = run(&with_cost(figures), &provinces("cost", &[By::Area, By::Period]));
    assert_eq!((value(&answer, 0), codes(&answer)), ("100".into(), vec![]));
}

#[wasm_bindgen_test(unsupported = test)]
fn half_a_year_is_not_divided_by_a_whole_one() {
    let halves = |measure: &'static str, values: &[&str]| {
        let one = |(half, value): (usize, &&str)| {
            let period = format!("1400-H{}", half + 1);
            of(&format!("{measure}{half}/{value}"), measure, "01", &period, plain)
        };
        values.iter().enumerate().map(one).collect::<Vec<_>>()
    };
    let year =
        |measure: &'static str| vec![of(&format!("{measure}/120"), measure, "01", "1400", plain)];
    let asked = |paid: Vec<Observation>, jobs: Vec<Observation>| {
        let data = with_cost([paid, jobs].concat());
        let by = [By::Area];
        let of_year = |query: Query| run(&data, &Query { every: Some(Every::Year), ..query });
        [of_year(provinces("cost", &by)), of_year(per_job(&by))]
    };
    for answer in asked(halves("paid", &["30"]), year("jobs")) {
        assert!(answer.rows.iter().all(|row| row.figure.value().is_none()), "{answer:?}");
    }
    for answer in asked(year("paid"), halves("jobs", &["60"])) {
        assert!(answer.rows.iter().all(|row| row.figure.value().is_none()), "{answer:?}");
    }
    for answer in asked(year("paid"), halves("jobs", &["20", "40"])) {
        assert_eq!((value(&answer, 0), codes(&answer)), ("2".into(), vec![]));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_said_of_some_is_not_put_together_with_what_is_said_of_others() {
    let figures = vec![
        of("a/10", "jobs", "0101", "1400", men),
        of("b/3", "jobs", "0102", "1400", women),
        of("c/30", "paid", "0101", "1400", women),
        of("d/30", "paid", "0102", "1400", women),
    ];
    let data = with_cost(figures);
    let by = [By::Area, By::Period];
    assert_eq!(codes(&run(&data, &provinces("jobs", &by))), ["query/several-figures"]);
    let counties = |query: Query| Query { areas: level(Level::County), ..query };
    for query in [provinces("cost", &by), per_job(&by)] {
        let answer = run(&data, &counties(query));
        assert_eq!(codes(&answer), ["query/several-figures"]);
        let last = answer.rows.len() - 1;
        assert_eq!(value(&answer, last), "10", "women by women");
    }
    let ranks =
        |by: &[By]| run(&data, &counties(Query { derive: Some(Derive::Rank), ..ask("jobs", by) }));
    assert_eq!(codes(&ranks(&by)), ["query/several-figures"]);
    assert_eq!(ranks(&[By::Area, By::Period, By::Scope]).rows[0].rank, Some(1), "where asked");
    #[cfg(feature = "desk")]
    {
        let index = hamyar::query::Index::new(std::rc::Rc::new(data.clone()));
        let sums = index.run(&provinces("jobs", &by));
        assert_eq!(codes(sums.answer()), ["query/several-figures"]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_row_is_set_beside_what_is_alike() {
    let stage = |stage| move |one: &mut Observation| one.stage = Some(stage);
    let figures = vec![
        of("a/60", "paid", "01", "1400", stage(Stage::Disbursed)),
        of("b/1000", "paid", "IR", "1400", stage(Stage::Approved)),
        of("c/600", "paid", "IR", "1400", stage(Stage::Disbursed)),
        of("d/5", "jobs", "01", "1400", men),
        of("e/70", "jobs", "IR", "1400", women),
    ];
    let data = dataset(figures);
    let against = |measure: &str, by: &[By]| {
        let asked = Query { against: vec![Level::Country], ..provinces(measure, by) };
        let row = run(&data, &asked).rows.remove(0);
        row.references.first().map(|one| one.figure.value().unwrap().to_string())
    };
    let by_stage = [By::Area, By::Period, By::Stage];
    assert_eq!(against("paid", &by_stage).as_deref(), Some("600"));
    // Not the 70 women, but the men of those provinces that tell them.
    assert_eq!(against("jobs", &[By::Area, By::Period, By::Scope]).as_deref(), Some("5"));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_stands_above_keeps_its_bound_and_how_much_of_it_is_known() {
    let told = |above: Vec<Observation>| {
        let own = [of("a/100", "jobs", "01", "1400", plain)];
        let data = dataset(own.into_iter().chain(above).collect());
        let asked = provinces("jobs", &[By::Area, By::Period]);
        let answer = run(&data, &Query { against: vec![Level::Country], ..asked });
        let one = answer.rows[0].references[0].clone();
        let table = columns(&data, &answer);
        let at = table.columns.iter().position(|name| *name == "against").unwrap();
        (one.comparable().copied(), one.coverage, table.rows[0][at].clone())
    };
    let bound = of("b/100", "jobs", "IR", "1400", plain);
    let whole = Coverage { reported: 1, expected: 1 };
    let more = qualified(bound.clone(), Qualifier::MoreThan);
    let figure = Some(more.figure);
    assert_eq!(told(vec![more]), (figure, whole, "IR@1395=>100".into()));
    assert_eq!(told(vec![bound]).0, Some(Figure::exact(Decimal::from_int(100))));
    let partial = Coverage { reported: 1, expected: 2 };
    assert_eq!(told(vec![]), (None, partial, "IR@1395=100[1/2]".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rank_that_a_bound_leaves_open_is_not_given() {
    let between = |one: &mut Observation| {
        let value = Decimal::from_int(10);
        let upper = Some(Decimal::from_int(20));
        one.figure = Figure::Value { value, qualifier: Qualifier::Between, upper };
    };
    let ranks = |values: [&str; 3]| {
        let codes = ["0101", "0102", "0201"];
        let figures = codes
            .iter()
            .zip(values)
            .map(|(code, value)| of(&format!("{code}/{value}"), "jobs", code, "1400", plain));
        let bounded = of("x/1", "jobs", "0202", "1400", between);
        let data = dataset(figures.chain([bounded]).collect());
        let query = Query { derive: Some(Derive::Rank), ..ask("jobs", &[By::Area, By::Period]) };
        let rows = run(&data, &Query { areas: level(Level::County), ..query }).rows;
        rows.iter().map(|row| row.rank).collect::<Vec<_>>()
    };
    assert_eq!(ranks(["2200", "5", "9"]), [Some(1), Some(4), Some(3), None]);
    assert_eq!(ranks(["2200", "15", "9"]), [Some(1), None, Some(4), None]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_came_in_half_a_year_is_not_ranked_among_years() {
    let figures = |measure| {
        vec![of("a/30", measure, "01", "1400-H1", plain), of("b/20", measure, "02", "1400", plain)]
    };
    let ranks = |measure: &'static str| {
        let query = provinces(measure, &[By::Area, By::Period]);
        run(&dataset(figures(measure)), &Query { derive: Some(Derive::Rank), ..query })
    };
    assert_eq!(codes(&ranks("jobs")), ["query/mixed-periods"]);
    assert_eq!(ranks("stock").rows[0].rank, Some(1), "a stock is that of a day");
}

#[wasm_bindgen_test(unsupported = test)]
fn no_part_is_more_than_its_whole() {
    let at_most = |value: &str, code: &str| {
        let one = of(&format!("{code}/{value}"), "jobs", code, "1400", plain);
        qualified(one, Qualifier::AtMost)
    };
    let data = dataset(vec![
        of("a/10", "jobs", "0101", "1400", plain),
        at_most("30", "0102"),
        at_most("30", "0201"),
        of("d/0", "jobs", "0202", "1400", plain),
    ]);
    let query = Query { areas: level(Level::County), ..ask("jobs", &[By::Area, By::Period]) };
    let answer = run(&data, &Query { derive: Some(Derive::Share), ..query });
    let told: Vec<_> = answer.rows.iter().map(|row| row.figure.interval().unwrap()).collect();
    let most = told.iter().filter_map(|one| one.high.value()).max();
    assert_eq!(most, Some(Decimal::from_int(100)), "{told:?}");
}
