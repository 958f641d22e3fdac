//! How values become points.

use hamyar::ranking::{Direction, Normaliser, Rules, Run, rank};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{candidates, decimal, run_with, simple};

fn run(normaliser: Normaliser, direction: Direction) -> Run {
    let mut rules: Rules = simple("100", &[], |_| {}).rules().clone();
    let criterion = rules.criteria.first_mut().unwrap();
    (criterion.normaliser, criterion.direction) = (normaliser, direction);
    criterion.most = (normaliser == Normaliser::Stated).then(|| decimal("50"));
    run_with(rules)
}

/// `normalised/points` of each value, in the order of input.
fn points(run: &Run, values: &[&str]) -> Vec<String> {
    let mut csv = "id,x\n".to_owned();
    values.iter().enumerate().for_each(|(place, value)| csv += &format!("{place},{value}\n"));
    let mut rows = rank(run, &candidates(&csv)).unwrap().rows;
    rows.sort_by(|left, right| left.id.cmp(&right.id));
    let counted = rows.iter().map(|row| row.parts[0].counted.as_ref().unwrap());
    counted.map(|counted| format!("{}/{}", counted.normalised, counted.points)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn each_normaliser_in_both_directions() {
    use Direction::{Down, Up};
    use Normaliser::{MinMax, Percentile, ShareOfMax, Stated};
    for (normaliser, direction, values, expected) in [
        (Stated, Up, ["0", "20", "75"], ["0/0", "0.4/40", "1/100"]),
        (Stated, Down, ["0", "20", "75"], ["1/100", "0.6/60", "0/0"]),
        (MinMax, Up, ["-5", "0", "15"], ["0/0", "0.25/25", "1/100"]),
        (MinMax, Down, ["-5", "0", "15"], ["1/100", "0.75/75", "0/0"]),
        (ShareOfMax, Up, ["0", "2", "8"], ["0/0", "0.25/25", "1/100"]),
        (ShareOfMax, Down, ["0", "2", "8"], ["1/100", "0.75/75", "0/0"]),
        (Percentile, Up, ["3", "3", "1"], ["1/100", "1/100", "0.333333/33.333333"]),
        (Percentile, Down, ["3", "3", "1"], ["0.666667/66.666667", "0.666667/66.666667", "1/100"]),
    ] {
        let found = points(&run(normaliser, direction), &values);
        assert_eq!(found, expected, "{normaliser:?} {direction:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn where_nothing_tells_candidates_apart_no_quotient_is_made_up() {
    use Direction::{Down, Up};
    use Normaliser::{MinMax, Percentile, ShareOfMax};
    for (normaliser, direction, value, expected) in [
        (MinMax, Up, "7", "1/100"),
        (MinMax, Down, "7", "1/100"),
        (ShareOfMax, Up, "0", "0/0"),
        (ShareOfMax, Down, "0", "1/100"),
        (Percentile, Up, "7", "1/100"),
        (Percentile, Down, "7", "1/100"),
    ] {
        let found = points(&run(normaliser, direction), &[value, value]);
        assert_eq!(found, [expected, expected], "{normaliser:?} {direction:?}");
    }
}

/// 100 of 300 points is a third of the criterion, 0.333333 to the eye. Points come from the
/// unrounded third, so what was given as 100 stays 100.
#[wasm_bindgen_test(unsupported = test)]
fn points_are_rounded_once() {
    let run = simple("300", &[], |_| {});
    assert_eq!(points(&run, &["100"]), ["0.333333/100"]);
    // Half away from zero at the seventh decimal.
    assert_eq!(points(&run, &["0.0000005"]), ["0/0.000001"]);
    assert_eq!(points(&run, &["0.00000049"]), ["0/0"]);
}

/// Who has no rank has no say in what is highest: else an incomplete file would cost others points.
#[wasm_bindgen_test(unsupported = test)]
fn who_has_no_rank_sets_no_yardstick() {
    let mut rules = run(Normaliser::ShareOfMax, Direction::Up).rules().clone();
    let second = rules.criteria[0].clone();
    rules.criteria.push(second);
    rules.criteria[1].id = "y".to_owned();
    rules.total = decimal("200");
    let ranking = rank(&run_with(rules), &candidates("id,x,y\na,10,10\nb,90,\n")).unwrap();
    assert_eq!(ranking.rows[0].parts[0].counted.as_ref().unwrap().points, decimal("100"));
}
