//! Descriptions beside what a few lines find out from the same random figures.

use std::collections::BTreeSet;

use hamyar::calendar::Period;
use hamyar::chart::{Options, View, layout};
use hamyar::model::{Dataset, Figure, Missing};
use hamyar::query::run;
use hamyar::text::{Lang, to_latin};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::{LANGS, plain};

const VIEW: &str = r#"{"query": {"measure": "people", "areas": {"level": "county", "codes": ["0101"]}, "by": ["area", "period"], "every": "month", "unreported": true}, "mark": "line"}"#;
/// Numbers from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// The months of two years, some without a figure.
fn random(seed: u64) -> Vec<(u64, Option<u64>)> {
    let mut dice = Dice(seed * 7919 + 12_345);
    let count = 4 + dice.below(20);
    (0..count).map(|month| (month, (dice.below(6) > 0).then(|| dice.below(90_000)))).collect()
}

fn period(month: u64) -> String {
    format!("{}-{:02}", 1400 + month / 12, month % 12 + 1)
}

fn as_data(months: &[(u64, Option<u64>)]) -> Dataset {
    let figure = |(month, value): &(u64, Option<u64>)| {
        let id = format!("m{month:02}");
        let mut one = observation(
            &id,
            "people",
            "0101",
            &period(*month),
            &value.unwrap_or_default().to_string(),
        );
        if value.is_none() {
            one.figure = Figure::Missing(Missing::NotReported);
        }
        one
    };
    dataset(months.iter().map(figure).collect())
}

/// The numbers of a text, without the commas between thousands.
fn numbers(text: &str) -> BTreeSet<u64> {
    let latin = to_latin(text).replace(['٬', ','], "");
    let digits = latin.split(|letter: char| !letter.is_ascii_digit());
    digits.filter(|digits| !digits.is_empty()).map(|digits| digits.parse().unwrap()).collect()
}

fn long(data: &Dataset, lang: Lang) -> [String; 3] {
    let view: View = serde_json::from_str(VIEW).unwrap();
    let options = Options { width: 640.0, lang, direction: None };
    let told = layout(data, &run(data, &view.query), &view, &options).description;
    [told.brief, told.short, told.long].map(|text| plain(&text))
}

#[wasm_bindgen_test(unsupported = test)]
fn of_200_random_sets_extremes_ends_and_gaps_are_those_that_a_few_lines_find() {
    let mut told_gaps = 0;
    for seed in 0..200 {
        let months = random(seed);
        let known: Vec<(u64, u64)> =
            months.iter().filter_map(|(month, value)| Some((*month, (*value)?))).collect();
        if known.len() < 3 {
            continue;
        }
        let (first, last) = (known[0], known[known.len() - 1]);
        let most = known.iter().max_by_key(|(month, value)| (*value, u64::MAX - month)).unwrap();
        let least = known.iter().min_by_key(|(month, value)| (*value, *month)).unwrap();
        let gaps = months.len() - known.len();
        told_gaps += gaps;
        for lang in LANGS {
            let [brief, short, text] = long(&as_data(&months), lang);
            let when = |month: u64| Period::parse(&period(month)).unwrap().label(lang);
            for (month, value) in [first, last, *most, *least] {
                assert!(text.contains(&plain(&when(month))), "{seed}: {month} in {text}");
                assert!(numbers(&text).contains(&value), "{seed}: {value} in {text}");
            }
            let counts = [known.len() as u64, gaps as u64, months.len() as u64];
            assert_eq!(
                gaps > 0,
                text.contains(if lang == Lang::Fa { "بی‌رقم" } else { "Without a figure" })
            );
            // Every number is a figure, a year, or a count of figures; the document has its own day.
            let own = text.split(if lang == Lang::Fa { "منبع" } else { "Source" }).next().unwrap();
            for number in numbers(own) {
                let is_known = known.iter().any(|(_, value)| *value == number);
                let is_other = counts.contains(&number) || [1400, 1401].contains(&number);
                assert!(is_known || is_other, "{seed}: {number} in {text}");
            }
            assert!(text.starts_with(brief.as_str()) && short.starts_with(brief.as_str()));
            assert!(
                brief.len() < short.len() && short.len() < text.len(),
                "{brief} {short} {text}"
            );
        }
    }
    assert!(told_gaps > 100, "{told_gaps}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_description_changes_with_the_filter() {
    let months: Vec<(u64, Option<u64>)> = (0..9).map(|month| (month, Some(100 + month))).collect();
    let [_, _, all] = long(&as_data(&months), Lang::En);
    let [_, _, some] = long(&as_data(&months[..5]), Lang::En);
    assert!(
        all.contains("Highest: Azar 1400, 108") && some.contains("Highest: Mordad 1400, 104"),
        "{all} {some}"
    );
}
