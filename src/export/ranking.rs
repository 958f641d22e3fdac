//! A ranking as a CSV file.

use super::csv::{end_row, push_field};
use super::naming::pick;
use crate::chart::example_mark;
use crate::list::{Gather, join};
use crate::number::Decimal;
use crate::ranking::{Outcome, Part, Ranking, Row, Rules, Run, band_name, card, told};
use crate::text::Lang;

/// The list of a run: byte order mark, CRLF, one row for each candidate with its rank, score and band,
/// its value and points for each criterion, and, where it has no rank, the reason. Below stand the name
/// of the run, the weights and the cut-offs, so that the file can be recomputed from itself. Made-up
/// candidates say so in the first and in the last line.
///
/// Numbers stand in Latin digits with all their decimals; what a spreadsheet would run as a formula is
/// neutralised ([`super::neutralise`]).
pub fn ranking_csv(run: &Run, ranking: &Ranking, lang: Lang) -> String {
    let rules = run.rules();
    let mut out = String::from('\u{FEFF}');
    let example = rules.example.then(|| example_mark(lang).to_owned());
    push_row(&mut out, example.as_slice());
    push_row(&mut out, &heads(rules, lang));
    for row in &ranking.rows {
        push_row(&mut out, &cells(run, row, lang));
    }
    out.push_str("\r\n");
    for line in foot(rules, lang) {
        push_row(&mut out, &[line]);
    }
    push_row(&mut out, example.as_slice());
    out
}

fn push_row(out: &mut String, cells: &[String]) {
    if !cells.is_empty() {
        cells.iter().for_each(|cell| push_field(out, cell));
        end_row(out);
    }
}

/// The words of this file.
struct Words {
    rank: &'static str,
    name: &'static str,
    score: &'static str,
    band: &'static str,
    value: &'static str,
    points: &'static str,
    reason: &'static str,
    weights: &'static str,
    cut_offs: &'static str,
    comma: &'static str,
}

const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Fa => Words {
            rank: "رتبه",
            name: "نام",
            score: "امتیاز",
            band: "رده",
            value: "مقدار",
            points: "امتیاز",
            reason: "چرا رتبه ندارد",
            weights: "وزن‌ها",
            cut_offs: "حد نصاب‌ها",
            comma: "، ",
        },
        Lang::En => Words {
            rank: "Rank",
            name: "Name",
            score: "Score",
            band: "Band",
            value: "value",
            points: "points",
            reason: "Why there is no rank",
            weights: "Weights",
            cut_offs: "Cut-offs",
            comma: ", ",
        },
    }
}

fn heads(rules: &Rules, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let mut heads = [words.rank, words.name, words.score, words.band].map(str::to_owned).to_vec();
    for criterion in &rules.criteria {
        let name = pick(&criterion.name, lang);
        heads.push(format!("{name}: {}", words.value));
        heads.push(format!("{name}: {}", words.points));
    }
    heads.push(words.reason.to_owned());
    heads
}

fn cells(run: &Run, row: &Row, lang: Lang) -> Vec<String> {
    let (rank, score, band, reason) = match &row.outcome {
        Outcome::Ranked { rank, score, band, .. } => {
            let band = band_name(run.rules(), band.as_deref());
            (
                rank.to_string(),
                told(run.rules(), score).to_string(),
                pick(&band, lang).to_owned(),
                String::new(),
            )
        }
        Outcome::Unranked { .. } => {
            let lines = card(run, row);
            let lines = lines.iter().map(|line| pick(line, lang)).gather();
            (String::new(), String::new(), String::new(), join(&lines, " "))
        }
    };
    let mut cells = vec![rank, pick(&row.name, lang).to_owned(), score, band];
    for Part { value, counted, .. } in &row.parts {
        let points = counted.as_ref().map(|counted| counted.points);
        cells.extend([*value, points].map(plain));
    }
    cells.push(reason);
    cells
}

fn plain(number: Option<Decimal>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn foot(rules: &Rules, lang: Lang) -> [String; 3] {
    let words = words(lang);
    let listed = |head: &str, items: &[String]| format!("{head}: {}", join(items, words.comma));
    let weights = rules.criteria.iter();
    let weights = weights.map(|one| format!("{} {}", pick(&one.name, lang), one.weight)).gather();
    let cut_offs = rules.cut_offs.iter();
    let cut_offs =
        cut_offs.map(|one| format!("{} {}", pick(&one.name, lang), one.at_least)).gather();
    [
        pick(&rules.name, lang).to_owned(),
        listed(words.weights, &weights),
        listed(words.cut_offs, &cut_offs),
    ]
}
