//! A reproducible ranking by published criteria, weights and cut-offs.

mod card;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod command;
mod exact;
mod fixture;
mod normaliser;
mod property;
mod published;
mod random;
#[cfg(not(target_arch = "wasm32"))]
mod recompute;
mod refusals;

use hamyar::ranking::{MissingCriterion, Outcome, Ranking, Ties, rank};
use wasm_bindgen_test::wasm_bindgen_test;

use fixture::{EXPECTED, decimal, example, lines, ranked, rules, run_with, simple};

fn ids(ranking: &Ranking) -> Vec<&str> {
    ranking.rows.iter().map(|row| row.id.as_str()).collect()
}

fn ranks(ranking: &Ranking) -> Vec<Option<u32>> {
    let rank = |outcome: &Outcome| match outcome {
        Outcome::Ranked { rank, .. } => Some(*rank),
        Outcome::Unranked { .. } => None,
    };
    ranking.rows.iter().map(|row| rank(&row.outcome)).collect()
}

/// Twelve made-up cooperatives, whose scores were set by hand: two at exactly 600, two at exactly
/// 400, one 0.05 below each, three equal at 455, and two without a rank, one of which has the
/// highest values of all.
#[wasm_bindgen_test(unsupported = test)]
fn row_23_reproducible_ranking() {
    let (run, candidates) = example();
    let ranking = rank(&run, &candidates).unwrap();
    assert_eq!(lines(&ranking), EXPECTED);

    let mut turned = candidates.clone();
    for _ in 0..turned.len() {
        turned.rotate_left(5);
        turned.swap(0, 7);
        assert_eq!(rank(&run, &turned).unwrap(), ranking);
    }
    turned.reverse();
    assert_eq!(rank(&run, &turned).unwrap(), ranking);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_order_of_criteria_changes_no_score() {
    let (run, candidates) = example();
    let mut turned = run.rules().clone();
    turned.criteria.reverse();
    let turned = run_with(turned);
    assert_eq!(lines(&rank(&turned, &candidates).unwrap()), EXPECTED);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cut_off_belongs_to_its_band_and_a_millionth_less_does_not() {
    let run = simple("1000", &["600", "400"], |_| {});
    let (_, bands) = ranked(&run, &["600", "599.999999", "400", "399.999999", "1000", "0"]);
    assert_eq!(bands, ["band0", "band1", "band1", "", "band0", ""]);
}

#[wasm_bindgen_test(unsupported = test)]
fn ties_leave_ranks_out_or_not() {
    let values = ["5", "7", "7", "9", "7", "5", "1"];
    for (ties, expected) in
        [(Ties::Shared, [1, 2, 2, 2, 5, 5, 7]), (Ties::Dense, [1, 2, 2, 2, 3, 3, 4])]
    {
        let run = simple("1000", &[], |rules| rules.ties = ties);
        let (ranking, _) = ranked(&run, &values);
        assert_eq!(ranks(&ranking), expected.map(Some));
        assert_eq!(ids(&ranking), ["c3", "c1", "c2", "c4", "c0", "c5", "c6"]);
    }
}

/// Two criteria of 600 and 400 points; `b` lacks the second, `c` both.
#[wasm_bindgen_test(unsupported = test)]
fn a_missing_value_is_nought_or_leaves_out_or_shifts_the_weight() {
    let json = r#"{"id": "r", "total": "1000", "criteria": [
        {"id": "x", "weight": "600", "most": "60"},
        {"id": "y", "weight": "400", "most": "40"}]}"#;
    let candidates = fixture::candidates("id,x,y\na,30,20\nb,45,\nc,,\n");
    for (missing, expected) in [
        (MissingCriterion::Nought, ["a,500,1,", "b,450,2,", "c,0,3,"]),
        (MissingCriterion::LeftOut, ["a,500,1,", "b,,,", "c,,,"]),
        (MissingCriterion::Reweighed, ["b,750,1,", "a,500,2,", "c,,,"]),
    ] {
        let run = run_with(hamyar::ranking::Rules { missing, ..rules(json) });
        let ranking = rank(&run, &candidates).unwrap();
        assert_eq!(lines(&ranking).trim_end().lines().skip(1).collect::<Vec<_>>(), expected);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn who_has_no_rank_says_why_and_keeps_its_values() {
    let (run, candidates) = example();
    let ranking = rank(&run, &candidates).unwrap();
    let row = ranking.rows.last().unwrap();
    let missing = ["growth", "accidents"].map(str::to_owned).to_vec();
    assert_eq!(row.outcome, Outcome::Unranked { missing });
    assert_eq!(row.parts[1].value, Some(decimal("190")));
    assert!(row.parts.iter().all(|part| part.counted.is_none()));
}

/// `a` has 80 and 20 of a hundred, `b` 30 and 60. By hand: at 600 and 400 `a` has 480 + 80 = 560 and
/// `b` 180 + 240 = 420; at 300 and 700 `a` has 240 + 140 = 380 and `b` 90 + 420 = 510.
#[wasm_bindgen_test(unsupported = test)]
fn moving_a_weight_moves_ranks_as_computed_by_hand() {
    let candidates = fixture::candidates("id,x,y\na,80,20\nb,30,60\n");
    for (weights, expected) in
        [(["600", "400"], ["a,560,1,", "b,420,2,"]), (["300", "700"], ["b,510,1,", "a,380,2,"])]
    {
        let mut rules = rules(
            r#"{"id": "r", "total": "1000",
                "criteria": [{"id": "x", "most": "100"}, {"id": "y", "most": "100"}]}"#,
        );
        for (criterion, weight) in rules.criteria.iter_mut().zip(weights) {
            criterion.weight = decimal(weight);
        }
        let ranking = rank(&run_with(rules), &candidates).unwrap();
        assert_eq!(lines(&ranking).lines().skip(1).collect::<Vec<_>>(), expected);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn nobody_gives_an_empty_list() {
    let (run, _) = example();
    assert_eq!(rank(&run, &[]).unwrap().rows, []);
}
