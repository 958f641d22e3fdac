//! The made-up example that ships, and what moving its weights does.

use hamyar::diag::Error;
use hamyar::export::ranking_csv;
use hamyar::number::Decimal;
use hamyar::ranking::{
    Candidate, Direction, Normaliser, Ranking, Run, card, method, moves, rank, values,
};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{candidates, decimal, lines, rules, run_with};

pub const RULES: &str = include_str!("../../../www/data/example/ranking.json");
pub const VALUES: &str = include_str!("../../../www/data/example/ranking-values.csv");

/// By hand: points of the jury count five, jobs a half, growth five above its lowest, accidents five
/// below their highest, and each step among eight members 18.75.
pub const LIST: &str = "id,score,rank,band
coop-4,845,1,national
coop-7,762.5,2,national
coop-1,642.25,3,national
coop-3,579,4,provincial
coop-8,579,4,provincial
coop-5,488.75,6,provincial
coop-2,405.5,7,provincial
coop-6,283.75,8,
coop-9,,,
";

fn published() -> (Run, Vec<Candidate>) {
    (run_with(rules(RULES)), values(VALUES.as_bytes()).unwrap())
}

fn moved(run: &Run, weights: [&str; 5]) -> Run {
    run.weighted(&weights.map(decimal)).unwrap()
}

fn weights(run: &Run) -> Vec<String> {
    run.rules().criteria.iter().map(|one| one.weight.to_string()).collect()
}

fn code(error: &Error) -> (&str, &str) {
    (error.0.code, &error.0.position.column)
}

#[wasm_bindgen_test(unsupported = test)]
fn the_example_gives_its_list_and_says_that_it_is_one() {
    let (run, candidates) = published();
    assert!(run.rules().example && run.rules().name.fa.starts_with("نمونهٔ ساختگی"));
    assert_eq!(lines(&rank(&run, &candidates).unwrap()), LIST);
    assert_eq!(candidates, super::fixture::candidates(VALUES));
}

#[wasm_bindgen_test(unsupported = test)]
fn weights_are_scaled_to_the_total_whatever_they_add_up_to() {
    let (run, _) = published();
    assert_eq!(moved(&run, ["300", "250", "200", "100", "150"]), run);
    assert_eq!(moved(&run, ["600", "500", "400", "200", "300"]), run);
    assert_eq!(moved(&run, ["0.003", "0.0025", "0.002", "0.001", "0.0015"]), run);
    let more = moved(&run, ["600", "250", "200", "100", "150"]);
    assert_eq!(weights(&more), ["461.54", "192.31", "153.84", "76.93", "115.38"]);
    let alone = moved(&run, ["0", "0", "10", "0", "0"]);
    assert_eq!(weights(&alone), ["0", "0", "1000", "0", "0"]);
    let thirds = moved(&run, ["1", "1", "1", "0", "0"]);
    assert_eq!(weights(&thirds), ["333.33", "333.34", "333.33", "0", "0"]);
}

/// Whatever the weights, they add up to the total and each is within a hundredth of its share.
#[wasm_bindgen_test(unsupported = test)]
fn scaled_weights_add_up_and_keep_their_shares() {
    let (run, _) = published();
    let mut random = crate::suite::text::random::Random(1401);
    for _ in 0..300 {
        let set: [i64; 5] = std::array::from_fn(|_| (random.below(101) * 10) as i64);
        let total: i64 = set.iter().sum();
        if total == 0 {
            continue;
        }
        let run = run.weighted(&set.map(Decimal::from_int)).unwrap();
        let sum = run.rules().criteria.iter().fold(Decimal::ZERO, |sum, one| {
            let next = sum.checked_add(one.weight);
            next.unwrap()
        });
        assert_eq!(sum, run.rules().total);
        for (one, set) in run.rules().criteria.iter().zip(set) {
            let share = 1000.0 * set as f64 / total as f64;
            assert!((one.weight.to_f64() - share).abs() < 0.010_000_1, "{set} of {total}");
            assert_eq!(set == 0, one.weight.is_zero());
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn weights_that_say_nothing_are_refused() {
    let (run, _) = published();
    let refused = |weights: &[&str]| {
        let weights: Vec<_> = weights.iter().map(|one| decimal(one)).collect();
        let error = run.weighted(&weights).unwrap_err();
        assert!(!error.0.hint.fa.is_empty() && error.0.message.fa.ends_with('.'), "{error:?}");
        let (code, column) = code(&error);
        (code.to_owned(), column.to_owned())
    };
    let told = |code: &str, column: &str| (code.to_owned(), column.to_owned());
    assert_eq!(refused(&["0", "0", "0", "0", "0.0"]), told("ranking/no-weight", "criteria"));
    assert_eq!(refused(&["1", "1"]), told("ranking/weight-count", "criteria"));
    let negative = told("ranking/negative-weight", "criteria.3.weight");
    assert_eq!(refused(&["1", "1", "1", "-1", "1"]), negative);
    let huge = "170141183460469231731687303715884105727";
    assert_eq!(refused(&[huge, huge, "1", "1", "1"]), told("ranking/overflow", "criteria"));
}

/// The card of other weights is a card of rules with these weights: what it shows adds up.
#[wasm_bindgen_test(unsupported = test)]
fn a_card_tells_the_weights_that_count() {
    let (run, candidates) = published();
    let run = moved(&run, ["600", "250", "200", "100", "150"]);
    let ranking = rank(&run, &candidates).unwrap();
    let row = ranking.rows.iter().find(|row| row.id == "coop-2").unwrap();
    let en: Vec<_> = card(&run, row).into_iter().map(|line| line.en).collect();
    assert_eq!(
        en[0],
        "Points of the jury: 55 ÷ 60 × 461.54 ≈ 423.078333 (rounded to six decimals)"
    );
    assert_eq!(
        en[5],
        "Sum: 423.078333 + 36.92352 + 0 + 34.6185 + 28.845 ≈ 523.465353 (points are added before they are rounded)"
    );
}

fn told(run: &Run, before: &Ranking, after: &Ranking) -> [String; 2] {
    let told = moves(run.rules(), before, after);
    [told.fa, told.en]
}

#[wasm_bindgen_test(unsupported = test)]
fn who_moved_is_told_the_furthest_first() {
    let (run, candidates) = published();
    let before = rank(&run, &candidates).unwrap();
    assert_eq!(
        told(&run, &before, &before),
        ["ترتیب فهرست عوض نشد.", "The order of the list did not change."]
    );
    let more = moved(&run, ["1000", "250", "200", "100", "150"]);
    let after = rank(&more, &candidates).unwrap();
    assert_eq!(
        told(&more, &before, &after),
        [
            "رتبه‌ها عوض شد: تعاونی نمونهٔ ۲ از رتبهٔ ۷ به ۵؛ تعاونی نمونهٔ ۸ از رتبهٔ ۴ به ۶؛ تعاونی نمونهٔ ۵ از رتبهٔ ۶ به ۷. رده عوض شد: تعاونی نمونهٔ ۳ از استانی به ملی؛ تعاونی نمونهٔ ۲ از استانی به ملی.",
            "Ranks changed: Example co-op 2 from rank 7 to 5; Example co-op 8 from rank 4 to 6; Example co-op 5 from rank 6 to 7. Bands changed: Example co-op 3 from Provincial to National; Example co-op 2 from Provincial to National."
        ]
    );
    let safety = moved(&run, ["0", "0", "0", "10", "0"]);
    let [fa, en] = told(&safety, &before, &rank(&safety, &candidates).unwrap());
    assert!(fa.contains("؛ و ۱ نامزد دیگر. رده عوض شد: "), "{fa}");
    assert!(en.contains("; and 1 more. Bands changed: "), "{en}");
    let growth = moved(&run, ["0", "0", "10", "0", "0"]);
    let [fa, en] = told(&growth, &before, &rank(&growth, &candidates).unwrap());
    assert!(fa.contains("از استانی به بی‌رده"), "{fa}");
    assert!(en.contains(" from Provincial to no band"), "{en}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_table_of_values_is_read_whole_or_refused() {
    let refused = |text: &str| {
        let error = values(text.as_bytes()).unwrap_err();
        let (code, column) = code(&error);
        (code.to_owned(), column.to_owned(), error.0.message.en.clone())
    };
    let told = |code: &str, column: &str, message: &str| {
        (code.to_owned(), column.to_owned(), message.to_owned())
    };
    let unreadable = "the table of values could not be read";
    for text in ["", "id,jobs\na,1\n"] {
        let (code, _, message) = refused(text);
        assert_eq!((code.as_str(), message), ("ranking/unreadable", format!("{unreadable}.")));
    }
    assert_eq!(
        refused("id,name_fa,name_en,jobs\na,,,1\nb,,\n"),
        told("ranking/unreadable", "", &format!("{unreadable} (row 3)."))
    );
    assert_eq!(
        refused("id,name_fa,name_en,jobs\na,,,1e3\n"),
        told("ranking/not-a-number", "jobs", "this cell is no number (a, jobs).")
    );
    assert_eq!(refused("id,name_fa,name_en,jobs\n,,,1\n").0, "ranking/no-id");
    assert_eq!(refused("id,name_fa,name_en,jobs,jobs\na,,,1,2\n").0, "ranking/duplicate-value");
    let quoted = "\u{FEFF}id,name_fa,name_en,jobs\r\n\"a\",\"الف، ب\",\"A, B\",\"1.5\"\r\n";
    let read = values(quoted.as_bytes()).unwrap();
    assert_eq!(read[0].name().en, "A, B");
    assert_eq!(read[0].value("jobs"), Some(decimal("1.5")));
}

#[wasm_bindgen_test(unsupported = test)]
fn how_values_become_points_is_said_in_words() {
    let (run, _) = published();
    let fa: Vec<_> = run.rules().criteria.iter().map(|one| method(one).fa).collect();
    assert_eq!(
        fa,
        [
            "نمرهٔ داده‌شده از ۶۰",
            "سهم از بیشترین مقدار",
            "جای مقدار میان کمترین و بیشترین",
            "سهم از بیشترین مقدار؛ کمتر بهتر است",
            "سهم نامزدهایی که بهتر نیستند",
        ]
    );
    let mut one = run.rules().criteria[4].clone();
    one.direction = Direction::Down;
    assert_eq!(method(&one).en, "the share of candidates who are no better; less is better");
    one.normaliser = Normaliser::MinMax;
    assert_eq!(
        method(&one).en,
        "where the value lies between the lowest and the highest; less is better"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn the_file_of_a_list_can_be_recomputed_and_says_what_it_is() {
    let (run, candidates) = published();
    let ranking = rank(&run, &candidates).unwrap();
    let csv = ranking_csv(&run, &ranking, Lang::En);
    let lines: Vec<_> = csv.trim_start_matches('\u{FEFF}').split("\r\n").collect();
    assert_eq!(lines[0], "\"Example, not real data\"");
    assert!(
        lines[1].starts_with("Rank,Name,Score,Band,Points of the jury: value,"),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2], "1,Example co-op 4,845,National,51,255,500,250,12,110,4,80,410,150,");
    assert_eq!(
        lines[10],
        ",Example co-op 9,,,49,,560,,,,3,,500,,No rank: it has no value for Growth of sales (percent)"
    );
    assert_eq!(
        lines[12..],
        [
            "Made-up example: an imagined festival of top cooperatives",
            "\"Weights: Points of the jury 300, Jobs created 250, Growth of sales (percent) 200, Accidents at work 100, Members 150\"",
            "\"Cut-offs: National 600, Provincial 400\"",
            "\"Example, not real data\"",
            "",
        ]
    );
    let commas = |line: &str| line.matches(',').count();
    assert!(lines[1..11].iter().all(|line| commas(line) == commas(lines[1])), "{csv}");
    let fa = ranking_csv(&run, &ranking, Lang::Fa);
    assert!(fa.contains("\r\n8,تعاونی نمونهٔ ۶,283.75,بی‌رده,"), "{fa}");
}

#[wasm_bindgen_test(unsupported = test)]
fn no_cell_of_a_list_is_a_formula_and_real_lists_are_not_marked() {
    let mut rules = rules(RULES);
    rules.example = false;
    rules.criteria[0].name.en = "=1+1".to_owned();
    let run = run_with(rules);
    let risky = VALUES.replace("Example co-op 4", "@SUM(A1)");
    let ranking = rank(&run, &candidates(&risky)).unwrap();
    let csv = ranking_csv(&run, &ranking, Lang::En);
    assert!(csv.starts_with("\u{FEFF}Rank,") && csv.contains(",'@SUM(A1),"), "{csv}");
    assert!(csv.contains(",'=1+1: value,") && !csv.contains("not real data"), "{csv}");
}
