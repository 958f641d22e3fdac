//! The location quotient: a share here over the share in the country.

use super::super::fixture::{dataset, observation, qualified};
use super::indicator::{is_not_defined, told};
use super::{ask, codes, value};
use hamyar::diag::Bilingual;
use hamyar::model::{Figure, MeasureId, Observation, Qualifier, Scenario, SourceId};
use hamyar::number::Decimal;
use hamyar::query::{Answer, By, Derive, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

/// Old people are the kind, people all kinds.
fn people(old: [&str; 2], all: [&str; 2]) -> Vec<Observation> {
    vec![
        observation("a", "old", "0101", "1395", old[0]),
        observation("b", "people", "0101", "1395", all[0]),
        observation("c", "old", "IR", "1395", old[1]),
        observation("d", "people", "IR", "1395", all[1]),
    ]
}

fn located(figures: &[Observation]) -> Answer {
    let query = Query {
        derive: Some(Derive::Location { of: MeasureId::new("people") }),
        areas: hamyar::query::AreaSelection { codes: vec!["0101".into()], ..Default::default() },
        ..ask("old", &[By::Area])
    };
    run(&dataset(figures.to_vec()), &query)
}

#[wasm_bindgen_test(unsupported = test)]
fn a_share_in_the_county_over_the_share_in_the_country() {
    let figures = people(["12", "300"], ["40", "2000"]);
    let answer = located(&figures);
    // 30 % over 15 %.
    assert_eq!((value(&answer, 0).as_str(), answer.rows[0].unit.as_str()), ("2", "count"));
    assert_eq!(told(&dataset(figures.clone()), &answer), "(12 ÷ 40) ÷ (300 ÷ 2000)");
    assert_eq!(answer.rows[0].evidence.len(), 4);
    let mut more = figures;
    more[0] = qualified(more[0].clone(), Qualifier::MoreThan);
    let bound = located(&more).rows[0].figure;
    assert_eq!(bound.qualifier(), Some(Qualifier::MoreThan));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_location_quotient_without_one_of_its_four_figures_is_not_defined() {
    is_not_defined(&located(&people(["12", "0"], ["40", "2000"])), "query/not-defined");
    is_not_defined(&located(&people(["12", "300"], ["0", "2000"])), "query/not-defined");
    let figures = people(["12", "300"], ["40", "2000"]);
    is_not_defined(&located(&figures[..3]), "query/partial");
    let without_whole: Vec<_> = [0, 2, 3].map(|place| figures[place].clone()).to_vec();
    is_not_defined(&located(&without_whole), "query/not-defined");
    let mut planned_country = figures.clone();
    planned_country[2].scenario = Some(Scenario::Planned);
    // What is there of the country is then its one county, not its plan.
    is_not_defined(&located(&planned_country), "query/partial");
    let nowhere = Query {
        derive: Some(Derive::Location { of: MeasureId::new("people") }),
        areas: hamyar::query::AreaSelection {
            codes: vec!["0101".into(), "0102".into()],
            ..Default::default()
        },
        ..ask("old", &[By::Period])
    };
    is_not_defined(&run(&dataset(figures.clone()), &nowhere), "query/no-country");
    let none = located(&figures[1..]);
    assert!(none.rows.is_empty() && none.refused.is_empty());
    let rate = Query {
        derive: Some(Derive::Location { of: MeasureId::new("people") }),
        ..ask("stated", &[By::Area])
    };
    let stated = dataset(vec![observation("s", "stated", "0101", "1395", "9")]);
    assert_eq!(codes(&run(&stated, &rate)), ["query/not-additive"]);
    let unlike = Query {
        derive: Some(Derive::Location { of: MeasureId::new("paid") }),
        ..ask("old", &[By::Area])
    };
    assert_eq!(codes(&run(&dataset(figures.clone()), &unlike)), ["query/mixed-units"]);
    let unknown = Query {
        derive: Some(Derive::Location { of: MeasureId::new("x") }),
        ..ask("old", &[By::Area])
    };
    assert_eq!(codes(&run(&dataset(figures), &unknown)), ["query/unknown-measure"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_location_quotient_of_money_is_exact_at_its_size() {
    let measured = |id: &str, area: &str, value: &str| {
        let (measure, id) = id.split_once(' ').unwrap();
        observation(id, measure, area, "1395", value)
    };
    let of = |[part, whole, country_part, country_whole]: [&str; 4]| {
        let figures = vec![
            measured("paid a", "0101", part),
            measured("all b", "0101", whole),
            measured("paid c", "IR", country_part),
            measured("all d", "IR", country_whole),
        ];
        let mut data = dataset(figures);
        let all = hamyar::model::Measure {
            id: MeasureId::new("all"),
            ..data.measures.get(&MeasureId::new("paid")).unwrap().clone()
        };
        data.measures.insert(all.id.clone(), all);
        let query = Query {
            derive: Some(Derive::Location { of: MeasureId::new("all") }),
            areas: hamyar::query::AreaSelection {
                codes: vec!["0101".into()],
                ..Default::default()
            },
            ..ask("paid", &[By::Area])
        };
        let answer = run(&data, &query);
        assert_eq!(codes(&answer), Vec::<&str>::new());
        value(&answer, 0)
    };
    // 612 of 30,600 billion over 48 of 2,400 thousand billion: 2 % over 2 %.
    let round = ["612000000000", "30600000000000", "48000000000000", "2400000000000000"];
    assert_eq!(of(round), "1");
    // To the last rial, with no factor in common: 612345678901 × 2400000000000007 ÷
    // (30600000000001 × 48000000000001) = 1.000564834…
    let odd = ["612345678901", "30600000000001", "48000000000001", "2400000000000007"];
    assert_eq!(of(odd), "1.000565");
    // The same in millions of rial, whose products 128 bits do not hold.
    let large = odd.map(|value| format!("{value}000000"));
    assert_eq!(of(large.each_ref().map(String::as_str)), "1.000565");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_location_quotient_chooses_no_document_and_no_scope() {
    let figures = people(["12", "300"], ["40", "2000"]);
    let ids = ["whole", "country", "country whole"];
    let other = |place: usize, value: i64| Observation {
        id: hamyar::model::ObservationId::new(ids[place - 1]),
        source: SourceId::new("B"),
        figure: Figure::exact(Decimal::from_int(value)),
        ..figures[if place == 1 { 1 } else { place }].clone()
    };
    let by_source = |figures: &[Observation], source: Option<&str>| {
        let query = Query {
            derive: Some(Derive::Location { of: MeasureId::new("people") }),
            areas: hamyar::query::AreaSelection {
                codes: vec!["0101".into()],
                ..Default::default()
            },
            filter: hamyar::query::Filter {
                source: source.map(SourceId::new),
                ..Default::default()
            },
            ..ask("old", &[By::Area, By::Source])
        };
        run(&dataset(figures.to_vec()), &query)
    };
    assert_eq!(value(&by_source(&figures, None), 0), "2");
    for place in 1..=3 {
        let mut twice = figures.clone();
        twice.push(other(place, 5000));
        for answer in [located(&twice), by_source(&twice, None), by_source(&twice, Some("A"))] {
            is_not_defined(&answer, "query/mixed-releases");
        }
    }
    // One document for the kind, another for the rest.
    let mut apart = figures.clone();
    for figure in &mut apart[1..] {
        figure.source = SourceId::new("B");
    }
    assert_eq!(value(&by_source(&apart, Some("A")), 0), "2");
    let scope = Bilingual::new("صنعت", "industry");
    for place in 0..4 {
        let mut scoped = figures.clone();
        scoped[place].scope = scope.clone();
        is_not_defined(&located(&scoped), "query/several-figures");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_location_quotient_is_of_one_stretch_of_time() {
    let with = |periods: [&str; 4]| {
        let mut figures = people(["12", "300"], ["40", "2000"]);
        for (figure, period) in figures.iter_mut().zip(periods) {
            figure.period = hamyar::calendar::Period::parse(period).ok();
        }
        let query = Query {
            derive: Some(Derive::Location { of: MeasureId::new("people") }),
            areas: hamyar::query::AreaSelection {
                codes: vec!["0101".into()],
                ..Default::default()
            },
            periods: vec!["1395".to_owned()],
            ..ask("old", &[By::Area])
        };
        run(&dataset(figures), &query)
    };
    assert_eq!(value(&with(["1395"; 4]), 0), "2");
    for part in ["1395-C05", "1395-9M", "1395-02/1395-07", "1395-Q1"] {
        for place in 0..4 {
            let mut periods = ["1395"; 4];
            periods[place] = part;
            is_not_defined(&with(periods), "query/partial");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_the_country_says_in_several_ways_tells_its_own_reason() {
    let figures = people(["12", "300"], ["40", "2000"]);
    let with = |change: &dyn Fn(&mut Observation)| {
        let mut other = figures[2].clone();
        other.id = hamyar::model::ObservationId::new("e");
        other.figure = Figure::exact(Decimal::from_int(900));
        change(&mut other);
        located(&[figures.clone(), vec![other]].concat())
    };
    is_not_defined(&with(&|one| one.source = SourceId::new("B")), "query/mixed-releases");
    is_not_defined(&with(&|_| ()), "query/several-figures");
    let later = hamyar::calendar::Period::parse("1396").ok();
    is_not_defined(&with(&|one| one.period = later), "query/mixed-periods");
    // A target of the country is not what is there.
    let target = Some(Scenario::Target);
    assert_eq!(value(&with(&|one| one.scenario = target), 0), "2");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_chart_shows_the_numbers_filled_in() {
    use hamyar::chart::{Options, View, layout};
    use hamyar::text::Lang;
    let figures = people(["12", "300"], ["40", "2000"]);
    let answer = located(&figures);
    let view = View {
        query: Query { measure: MeasureId::new("old"), by: vec![By::Area], ..Query::default() },
        ..View::default()
    };
    let options = Options { width: 720.0, lang: Lang::En, direction: None };
    let scene = layout(&dataset(figures), &answer, &view, &options);
    assert_eq!(scene.said[scene.marks[0].row].tip.value, "2.00");
    let table = format!("{:?}", scene.said[scene.marks[0].row].tip);
    assert!(table.contains("(12 ÷ 40) ÷ (300 ÷ 2,000)"), "{table}");
}
