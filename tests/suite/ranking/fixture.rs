//! Rules from JSON, candidates from CSV, and rankings as lines.

use hamyar::diag::Bilingual;
use hamyar::number::Decimal;
use hamyar::ranking::{Candidate, Outcome, Ranking, Rules, Run, rank};

pub const RUN: &str = include_str!("../../fixtures/ranking/run.json");
pub const VALUES: &str = include_str!("../../fixtures/ranking/values.csv");
/// What `run.json` and `values.csv` give.
pub const EXPECTED: &str = include_str!("../../fixtures/ranking/expected.csv");

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

pub fn rules(json: &str) -> Rules {
    serde_json::from_str(json).unwrap()
}

pub fn run_with(rules: Rules) -> Run {
    Run::new(rules).unwrap()
}

/// The rules and the twelve cooperatives of the example.
pub fn example() -> (Run, Vec<Candidate>) {
    (run_with(rules(RUN)), candidates(VALUES))
}

/// Candidates of a CSV without quotes; an empty cell is a missing value.
pub fn candidates(csv: &str) -> Vec<Candidate> {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    lines.map(|row| candidate(&head, &row)).collect()
}

fn candidate(head: &[&str], row: &[&str]) -> Candidate {
    let (mut id, mut name, mut values) = ("", Bilingual::default(), Vec::new());
    for (column, cell) in head.iter().zip(row) {
        match *column {
            "id" => id = cell,
            "name_fa" => name.fa = (*cell).to_owned(),
            "name_en" => name.en = (*cell).to_owned(),
            criterion => {
                values.push((criterion.to_owned(), (!cell.is_empty()).then(|| decimal(cell))));
            }
        }
    }
    Candidate::new(id, name, values).unwrap()
}

/// `id,score,rank,band`, as the script prints it.
pub fn lines(ranking: &Ranking) -> String {
    let mut lines = "id,score,rank,band\n".to_owned();
    for row in &ranking.rows {
        let cells = match &row.outcome {
            Outcome::Ranked { rank, score, band, .. } => {
                let score = score.rounded();
                format!("{score},{rank},{}", band.as_deref().unwrap_or_default())
            }
            Outcome::Unranked { .. } => ",,".to_owned(),
        };
        lines.push_str(&format!("{},{cells}\n", row.id));
    }
    lines
}

/// Rules with one criterion `x` whose points are the value, and bands `band0`, `band1`, ….
pub fn simple(total: &str, cut_offs: &[&str], edit: impl FnOnce(&mut Rules)) -> Run {
    let bands = cut_offs.iter().enumerate();
    let bands =
        bands.map(|(place, least)| format!(r#"{{"id": "band{place}", "atLeast": "{least}"}}"#));
    let mut rules = rules(&format!(
        r#"{{"id": "r", "total": "{total}", "cutOffs": [{}],
             "criteria": [{{"id": "x", "weight": "{total}", "most": "{total}"}}]}}"#,
        bands.collect::<Vec<_>>().join(", ")
    ));
    edit(&mut rules);
    run_with(rules)
}

/// Ranks candidates `c0`, `c1`, … with these values for `x`; also their bands in the order of input,
/// empty where there is none.
pub fn ranked(run: &Run, values: &[&str]) -> (Ranking, Vec<String>) {
    let rows = values.iter().enumerate().map(|(place, value)| format!("c{place},{value}\n"));
    let ranking = rank(run, &candidates(&format!("id,x\n{}", rows.collect::<String>()))).unwrap();
    let band = |place: usize| {
        let row = ranking.rows.iter().find(|row| row.id == format!("c{place}"));
        match &row.unwrap().outcome {
            Outcome::Ranked { band, .. } => band.clone().unwrap_or_default(),
            Outcome::Unranked { .. } => String::new(),
        }
    };
    let bands = (0..values.len()).map(band).collect();
    (ranking, bands)
}
