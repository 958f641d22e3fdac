//! Figures laid out once give the answer that a search through all of them gives.

use std::rc::Rc;

use hamyar::model::{Area, AreaId, AreaTree, Division, GroupId, Place, Qualifier};
use hamyar::number::Decimal;
use hamyar::query::{All, AreaSelection, Filter, Index, Row};
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::suite::fixture::qualified;

/// Numbers at random from a seed.
struct Dice(u64);

impl Dice {
    fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        &items[self.0 as usize % items.len()]
    }

    fn once_in(&mut self, times: u32) -> bool {
        *self.one_of(&(0..times).collect::<Vec<_>>()) == 0
    }
}

const CODES: [&str; 4] = ["0101", "0102", "0201", "0202"];

/// Ids stand in another order than areas do.
fn id_of(measure: &str, code: &str, period: &str, scenario: Scenario) -> String {
    let first = if code.ends_with('1') { "b" } else { "a" };
    format!("{measure}/{first}/{code}/{period}/{scenario:?}")
}

/// Figures that mostly add; `odd` tells how seldom one does not.
fn figures(dice: &mut Dice, odd: u32) -> Vec<Observation> {
    let mut figures = Vec::new();
    for period in ["1400-01", "1400-02", "1400-03", "1400", "1401-01"] {
        for code in CODES {
            for (measure, scenario) in [
                ("jobs", Scenario::Actual),
                ("jobs", Scenario::Planned),
                ("paid", Scenario::Actual),
                ("rate", Scenario::Actual),
            ] {
                if dice.once_in(6) {
                    continue;
                }
                let id = id_of(measure, code, period, scenario);
                let value = dice.one_of(&["0", "7", "12", "250"]);
                let figure = observation(&id, measure, code, period, value);
                let figure = Observation { scenario: Some(scenario), ..figure };
                figures.push(if dice.once_in(odd) { strange(dice, figure) } else { figure });
            }
        }
    }
    figures
}

/// One of the many ways in which a figure does not just add.
fn strange(dice: &mut Dice, one: Observation) -> Observation {
    match dice.one_of(&(0..13).collect::<Vec<_>>()) {
        0 => Observation { figure: Figure::Missing(Missing::NotReported), ..one },
        1 => Observation { figure: Figure::Missing(Missing::Withheld), ..one },
        2 => Observation { source: SourceId::new("B"), ..one },
        3 => Observation { place: Place::Area(AreaId::new("02@1395")), ..one },
        4 => Observation { place: Place::Area(AreaId::new("IR@1395")), ..one },
        5 => Observation { place: Place::Area(AreaId::new("0101@1395")), ..one },
        6 => Observation { place: Place::Unplaced, ..one },
        7 => Observation { place: Place::Group(GroupId::new("two")), ..one },
        8 => Observation { period: None, ..one },
        9 => {
            let (period, scenario) = (one.period.unwrap().id(), one.scenario.unwrap());
            let total = id_of(one.measure.as_str(), dice.one_of::<&str>(&CODES), &period, scenario);
            Observation { part_of: Some(ObservationId::new(total)), ..one }
        }
        10 => Observation { programme: Some(ProgrammeId::new("line")), ..one },
        11 => Observation { figure: Figure::exact(Decimal::parse("1.25").unwrap()), ..one },
        _ => qualified(one, *dice.one_of(&[Qualifier::About, Qualifier::MoreThan])),
    }
}

fn questions() -> Vec<Query> {
    let by = |measure: &str| ask(measure, &[By::Period]);
    let mut questions = Vec::new();
    for measure in ["jobs", "paid", "rate", "stated", "people", "unknown"] {
        questions.push(by(measure));
        for scenario in [Scenario::Actual, Scenario::Planned, Scenario::Target] {
            questions.push(Query { scenario: Some(scenario), ..by(measure) });
        }
        let periods = vec!["1400".to_owned()];
        questions.push(Query { periods, scenario: Some(Scenario::Actual), ..by(measure) });
        let filter = Filter { source: Some(SourceId::new("A")), ..Filter::default() };
        questions.push(Query { filter, ..by(measure) });
        questions.push(Query { every: Some(Every::Year), ..by(measure) });
        questions.push(Query { derive: Some(Derive::Share), ..by(measure) });
        questions.push(Query { unreported: true, every: Some(Every::Month), ..by(measure) });
        let areas =
            AreaSelection { within: All(vec!["01".to_owned()]), ..AreaSelection::default() };
        questions.push(Query { areas, ..by(measure) });
        questions.push(ask(measure, &[By::Area]));
        questions.push(ask(measure, &[]));
    }
    questions
}

/// Asks both ways; gives how many rows were added from the columns.
fn added_alike(dataset: Dataset, questions: &[Query]) -> usize {
    let dataset = Rc::new(dataset);
    let index = Index::new(Rc::clone(&dataset));
    let mut added = 0;
    for query in questions {
        let (sums, expected) = (index.run(query), run(&dataset, query));
        let told = sums.answer();
        let held = |place: &usize| {
            told.rows[*place].evidence.is_empty() && !sums.evidence(*place).is_empty()
        };
        added += (0..told.rows.len()).filter(held).count();
        let evidence = |row| sums.evidence(row).into_iter().cloned().collect();
        let rows = told.rows.iter().enumerate();
        let rows = rows.map(|(place, row)| Row { evidence: evidence(place), ..row.clone() });
        assert_eq!(Answer { rows: rows.collect(), ..told.clone() }, expected, "{query:?}");
        assert!(sums.evidence(told.rows.len()).is_empty());
    }
    added
}

#[wasm_bindgen_test(unsupported = test)]
fn what_adds_and_what_does_not_is_answered_as_by_a_search() {
    let mut added = [0, 0];
    for seed in 1..60 {
        let mut dice = Dice(seed);
        for (odd, added) in [1_000, 9].into_iter().zip(&mut added) {
            *added += added_alike(dataset(figures(&mut dice, odd)), &questions());
        }
    }
    assert!(added[0] > 1_500 && added[1] > 500, "added {added:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_of_two_divisions_stand_in_two_rows() {
    let mut figures = figures(&mut Dice(7), 1_000);
    for one in figures.iter_mut().filter(|one| one.id.as_str().contains("/0201/")) {
        one.place = Place::Area(AreaId::new("0201@1400"));
    }
    let mut data = dataset(figures);
    let later = |area: &Area| Area {
        id: AreaId::new(area.id.as_str().replace("1395", "1400")),
        division: Division(1400),
        parent: area.parent.as_ref().map(|id| AreaId::new(id.as_str().replace("1395", "1400"))),
        ..area.clone()
    };
    let both = data.areas.iter().flat_map(|area| [area.clone(), later(area)]).collect();
    data.areas = AreaTree::new(both).value;
    let query = Query { scenario: Some(Scenario::Actual), ..ask("jobs", &[By::Period]) };
    let rows = run(&data, &query).rows.len();
    assert!(rows > 5, "both divisions have rows: {rows}");
    added_alike(data, &[query]);
}

#[wasm_bindgen_test(unsupported = test)]
fn values_beyond_64_bits_add_too() {
    let large = "9223372036854775808";
    let figures = vec![
        observation("a", "jobs", "0101", "1400", large),
        observation("b", "jobs", "0102", "1400", large),
        observation("c", "jobs", "0101", "1401", "9223372036854775807"),
        observation("d", "jobs", "0102", "1401", "9223372036854775807"),
    ];
    let query = ask("jobs", &[By::Period]);
    let answer = run(&dataset(figures.clone()), &query);
    assert_eq!(value(&answer, 0), "18446744073709551616");
    assert_eq!(value(&answer, 1), "18446744073709551614");
    assert_eq!(added_alike(dataset(figures), &[query]), 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn amounts_of_two_releases_are_not_set_side_by_side() {
    let later = observation("c", "paid", "0101", "1401", "5");
    let figures = vec![
        observation("a", "paid", "0101", "1400", "1"),
        observation("b", "paid", "0102", "1400", "2"),
        Observation { source: SourceId::new("B"), ..later },
    ];
    let query = ask("paid", &[By::Period]);
    let answer = Index::new(Rc::new(dataset(figures.clone()))).run(&query).answer().clone();
    assert_eq!((answer.rows.len(), codes(&answer)), (0, vec!["query/mixed-releases"]));
    added_alike(dataset(figures), &[query]);
}

/// Of three figures of one place, which two are looked at first decides what is said.
#[wasm_bindgen_test(unsupported = test)]
fn what_stands_twice_is_refused_with_the_same_reason() {
    let draft = observation("b", "jobs", "0101", "1400", "2");
    let figures = vec![
        observation("a", "jobs", "0101", "1400", "1"),
        Observation { status: hamyar::model::Status::Draft, ..draft },
        observation("c", "jobs", "0101", "1400", "1"),
    ];
    let query = ask("jobs", &[By::Period]);
    assert_eq!(codes(&run(&dataset(figures.clone()), &query)), ["query/several-figures"]);
    added_alike(dataset(figures), &[query]);
}
