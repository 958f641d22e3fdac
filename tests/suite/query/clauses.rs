//! Charts of a page filter one another: each is asked what lies within the choices of all others.

use hamyar::model::{AreaId, AreaTree, GroupId, Place};
use hamyar::query::{All, AreaSelection, Row};

use super::*;

/// Numbers at random from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        self.0 as usize % end
    }

    fn one_of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len())]
    }
}

const COUNTIES: [&str; 4] = ["0101", "0102", "0201", "0202"];
const MONTHS: [&str; 6] = ["1399-11", "1399-12", "1400-01", "1400-02", "1401-01", "1401-02"];
const AREAS: [&str; 7] = ["IR", "01", "02", "0101", "0102", "0201", "0202"];
const STRETCHES: [&str; 5] = ["1399", "1400", "1399/1400", "1400-02/1401-01", "1401-02"];

/// What somebody chose at one chart.
#[derive(Clone, Copy)]
enum Clause {
    Within(&'static str),
    During(&'static str),
}

fn figures(dice: &mut Dice) -> Vec<Observation> {
    let mut figures = Vec::new();
    for month in MONTHS {
        for code in COUNTIES {
            if dice.below(5) > 0 {
                let value = dice.one_of(&["0", "7", "12", "250"]);
                let id = format!("{code}/{month}");
                figures.push(observation(&id, "jobs", code, month, value));
            }
        }
    }
    figures
}

/// The charts of a page: by area, by period, by both, and one that asks a part of its own.
fn questions() -> Vec<Query> {
    let level = |level| AreaSelection { level: Some(level), ..AreaSelection::default() };
    let by = |by: &[By], areas| Query { areas, ..ask("jobs", by) };
    let own = AreaSelection { within: All(vec!["01".to_owned()]), ..level(Level::County) };
    vec![
        by(&[By::Area], level(Level::Province)),
        by(&[By::Area, By::Period], level(Level::County)),
        Query { every: Some(Every::Year), ..by(&[By::Area], level(Level::County)) },
        Query { periods: vec!["1400".into()], ..by(&[By::Area, By::Period], own) },
    ]
}

fn narrowed(query: &Query, clauses: &[&Clause]) -> Query {
    let mut query = query.clone();
    for clause in clauses {
        match clause {
            Clause::Within(code) => query.areas.within.0.push((*code).to_owned()),
            Clause::During(stretch) => query.during.0.push((*stretch).to_owned()),
        }
    }
    query
}

/// Whether a figure meets a clause, found out without the query: by the code of its county, and month by month.
fn meets(one: &Observation, clause: &Clause, areas: &AreaTree) -> bool {
    match clause {
        Clause::Within(code) => {
            let county = AreaId::new(format!("{}@1395", &one.id.as_str()[..4]));
            areas.lineage(&county).any(|area| area.code == *code)
        }
        Clause::During(stretch) => {
            let month = &one.id.as_str()[5..];
            let (first, last) = stretch.split_once('/').unwrap_or((stretch, stretch));
            first <= month && month <= format!("{last}~").as_str()
        }
    }
}

/// Each row by what tells it apart, with its value.
fn told(answer: &Answer) -> Vec<(String, String)> {
    let row = |row: &Row| {
        let area = row.key.area.as_ref().map_or("", |id| id.as_str()).to_owned();
        let period = row.key.period.map_or_else(String::new, |period| period.id());
        let value = row.figure.value().map_or_else(String::new, |value| value.to_string());
        (format!("{area} {period}"), value)
    };
    answer.rows.iter().map(row).collect()
}

/// A view is filtered by every clause but its own (what Mosaic calls a cross-filter).
#[wasm_bindgen_test(unsupported = test)]
fn each_chart_shows_what_a_search_by_hand_through_all_other_choices_finds() {
    let mut dice = Dice(7);
    let mut narrower = 0;
    for _ in 0..200 {
        let figures = figures(&mut dice);
        let whole = dataset(figures.clone());
        let questions = questions();
        let chosen: Vec<Option<Clause>> = questions
            .iter()
            .map(|_| match dice.below(3) {
                0 => None,
                1 => Some(Clause::Within(dice.one_of(&AREAS))),
                _ => Some(Clause::During(dice.one_of(&STRETCHES))),
            })
            .collect();
        for (own, question) in questions.iter().enumerate() {
            let others = chosen.iter().enumerate().filter(|(place, _)| *place != own);
            let clauses: Vec<&Clause> = others.filter_map(|(_, clause)| clause.as_ref()).collect();
            let mut left = figures.clone();
            left.retain(|one| clauses.iter().all(|clause| meets(one, clause, &whole.areas)));
            narrower += usize::from(left.len() < figures.len());
            let asked = told(&run(&whole, &narrowed(question, &clauses)));
            assert_eq!(asked, told(&run(&dataset(left), question)), "{question:?}");
            // Without the choices the first state is back.
            assert_eq!(narrowed(question, &[]), *question);
        }
    }
    assert!(narrower > 400, "most choices leave something out: {narrower}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_stretch_or_an_area_that_is_none_is_named() {
    let data = dataset(figures(&mut Dice(1)));
    let code = |clause| codes(&run(&data, &narrowed(&questions()[1], &[&clause]))).join(" ");
    assert_eq!(code(Clause::During("1401/1399")), "query/unknown-period");
    assert_eq!(code(Clause::Within("99")), "query/unknown-area");
}

#[wasm_bindgen_test(unsupported = test)]
fn one_area_is_asked_for_by_its_code_and_several_by_a_list() {
    let read = |within: &str| {
        let text = format!(r#"{{"measure": "jobs", "areas": {{"within": {within}}}}}"#);
        serde_json::from_str::<Query>(&text).map(|query| query.areas.within.0)
    };
    assert_eq!(read(r#""01""#).unwrap(), ["01"]);
    assert_eq!(read(r#"["01", "0101"]"#).unwrap(), ["01", "0101"]);
    let fault = read("7").unwrap_err().to_string();
    assert!(fault.contains("areas.within"), "{fault}");
}

/// What is told of a group as a whole is told of no part of it.
#[wasm_bindgen_test(unsupported = test)]
fn a_figure_of_a_group_is_of_none_of_its_areas() {
    let group = GroupId::new("two");
    let one = observation("whole", "jobs", "0101", "1400", "7");
    let data = dataset(vec![Observation { place: Place::Group(group.clone()), ..one }]);
    let mut question = ask("jobs", &[]);
    question.areas.group = Some(group);
    assert_eq!(run(&data, &question).rows.len(), 1);
    question.areas.within.0.push("01".into());
    assert!(run(&data, &question).rows.is_empty());
}
