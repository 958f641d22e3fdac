//! Seeded rules and values, as the JSON and CSV that are published.

use crate::suite::text::random::Random;

const NORMALISERS: [&str; 4] = ["stated", "min_max", "share_of_max", "percentile"];

/// Rules and values in which ties, missing values and quotients that do not end are common.
pub fn published(random: &mut Random) -> (String, String) {
    let count = 1 + random.below(5);
    let normalisers: Vec<&str> = (0..count).map(|_| *random.pick(&NORMALISERS)).collect();
    let weights: Vec<u64> = (0..count).map(|_| 1 + random.below(4000)).collect();
    let total: u64 = weights.iter().sum();
    let criteria = normalisers.iter().zip(&weights).enumerate();
    let criteria: Vec<String> =
        criteria.map(|(place, (kind, weight))| criterion(random, place, kind, *weight)).collect();
    let rules = format!(
        r#"{{"id": "r", "total": "{}", "ties": "{}", "missing": "{}",
             "cutOffs": [{}], "criteria": [{}]}}"#,
        tenths(total),
        random.pick(&["shared", "dense"]),
        random.pick(&["nought", "left_out", "reweighed"]),
        cut_offs(total),
        criteria.join(", ")
    );
    (rules, values(random, &normalisers))
}

fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

fn criterion(random: &mut Random, place: usize, normaliser: &str, weight: u64) -> String {
    let direction = random.pick(&["up", "down"]);
    let most = format!(r#", "most": "{}""#, 1 + random.below(30));
    let most = if normaliser == "stated" { most.as_str() } else { "" };
    let weight = tenths(weight);
    format!(
        r#"{{"id": "k{place}", "weight": "{weight}", "normaliser": "{normaliser}",
             "direction": "{direction}"{most}}}"#
    )
}

fn cut_offs(total: u64) -> String {
    let parts = [(6, "a"), (4, "b")];
    let parts = parts.map(|(tenth, id)| {
        format!(r#"{{"id": "{id}", "atLeast": "{}"}}"#, tenths(total * tenth / 10))
    });
    if total < 10 { String::new() } else { parts.join(", ") }
}

fn values(random: &mut Random, normalisers: &[&str]) -> String {
    let heads: String = (0..normalisers.len()).map(|place| format!(",k{place}")).collect();
    let mut csv = format!("id{heads}\n");
    for place in 0..random.below(14) {
        csv.push_str(&format!("c{}", (place * 5 + 3) % 14));
        for normaliser in normalisers {
            csv.push(',');
            csv.push_str(&value(random, normaliser));
        }
        csv.push('\n');
    }
    csv
}

fn value(random: &mut Random, normaliser: &str) -> String {
    let below_zero = matches!(normaliser, "min_max" | "percentile") && random.below(3) == 0;
    let sign = if below_zero { "-" } else { "" };
    match random.below(8) {
        0 => String::new(),
        1 => format!("{sign}{}.{:02}", random.below(30), random.below(100)),
        _ => format!("{sign}{}", random.below(12)),
    }
}
