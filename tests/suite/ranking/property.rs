//! What holds of every ranking.

use hamyar::number::Decimal;
use hamyar::ranking::{Candidate, Outcome, Ranking, Run, rank};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{candidates, rules, run_with};
use super::random::published;
use crate::suite::text::random::Random;

#[wasm_bindgen_test(unsupported = test)]
fn two_thousand_rankings_add_up_and_stand_in_one_order() {
    let mut random = Random(1404);
    let mut shared = 0;
    for _ in 0..2_000 {
        let (json, csv) = published(&mut random);
        let (run, mut candidates) = (run_with(rules(&json)), candidates(&csv));
        let ranking = rank(&run, &candidates).unwrap();
        adds_up(&run, &ranking);
        shared += stands_in_order(&ranking);
        shuffle(&mut random, &mut candidates);
        assert_eq!(rank(&run, &candidates).unwrap(), ranking, "{json}\n{csv}");
        assert_eq!(ranking.rows.len(), candidates.len());
    }
    assert!(shared > 200, "the generator must reach ties: {shared}");
}

/// The score is the sum of the points before they are rounded, so that the points as shown are off from
/// it by half a millionth each at most; no criterion gives more than its weight, and all no more than the
/// total.
fn adds_up(run: &Run, ranking: &Ranking) {
    let one = Decimal::from_int(1);
    for row in &ranking.rows {
        let Outcome::Ranked { score, .. } = &row.outcome else { continue };
        let mut sum = Decimal::ZERO;
        for counted in row.parts.iter().filter_map(|part| part.counted.as_ref()) {
            assert!((Decimal::ZERO..=one).contains(&counted.normalised));
            assert!((Decimal::ZERO..=counted.weight).contains(&counted.points));
            assert!(counted.points.scale() <= 6 && counted.normalised.scale() <= 6);
            sum = sum.checked_add(counted.points).unwrap();
        }
        let roundings = row.parts.len() as i128 + 1;
        let off = score.rounded().checked_sub(sum).unwrap().abs();
        assert!(off <= Decimal::new(5 * roundings, 7).unwrap(), "{off}");
        assert!(score.rounded() <= run.rules().total);
    }
}

/// Every row stands below the one before it, by score and then by id, and the rank follows the
/// score. Gives the number of shared ranks.
fn stands_in_order(ranking: &Ranking) -> usize {
    let place = |outcome: &Outcome| match outcome {
        Outcome::Ranked { rank, score, .. } => Some((*rank, score.clone())),
        Outcome::Unranked { .. } => None,
    };
    let mut shared = 0;
    for pair in ranking.rows.windows(2) {
        let by_id = pair[0].id < pair[1].id;
        match (place(&pair[0].outcome), place(&pair[1].outcome)) {
            (Some((rank, score)), Some((next, lower))) if score == lower => {
                assert!(by_id && rank == next);
                shared += 1;
            }
            (Some((rank, score)), Some((next, lower))) => assert!(score > lower && rank < next),
            (None, None) => assert!(by_id),
            (Some(_), None) => {}
            (None, Some(_)) => panic!("a row without a rank stands above one with a rank"),
        }
    }
    shared
}

fn shuffle(random: &mut Random, candidates: &mut [Candidate]) {
    for last in (1..candidates.len()).rev() {
        candidates.swap(last, random.below(last as u64 + 1) as usize);
    }
}
