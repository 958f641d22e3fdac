//! Thirds that make a whole: scores are added before they are rounded.

use hamyar::number::{Decimal, ExactSum, Whole};
use hamyar::ranking::{Outcome, Run, card, rank, shown, told};
use hamyar::text::{Lang, strip_marks};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{candidates, decimal, lines, rules, run_with};

const VALUES: &str = "id,a,b,c,d
x,1,1,1,500
y,3,0,0,500
z,1,1,0.999999999,500
";

/// Three criteria of 100 points, out of 3 each, and one of 700; national from 600.
fn thirds() -> Run {
    let third = |id: &str| format!(r#"{{"id": "{id}", "weight": "100", "most": "3"}}"#);
    run_with(rules(&format!(
        r#"{{"id": "r", "total": "1000", "ties": "shared",
             "criteria": [{}, {}, {}, {{"id": "d", "weight": "700", "most": "700"}}],
             "cutOffs": [{{"id": "national", "name": {{"fa": "ملی", "en": "National"}}, "atLeast": "600"}},
                         {{"id": "provincial", "name": {{"fa": "استانی", "en": "Provincial"}}, "atLeast": "400"}}]}}"#,
        third("a"),
        third("b"),
        third("c"),
    )))
}

#[wasm_bindgen_test(unsupported = test)]
fn three_thirds_and_500_are_600_and_tie_with_another_600() {
    let ranking = rank(&thirds(), &candidates(VALUES)).unwrap();
    let list = "id,score,rank,band
x,600,1,national
y,600,1,national
z,600,3,provincial
";
    assert_eq!(lines(&ranking), list);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_says_that_points_are_added_before_they_are_rounded() {
    let run = thirds();
    let rows = rank(&run, &candidates(VALUES)).unwrap().rows;
    let [thirds, whole, below] = [0, 1, 2].map(|row| card(&run, &rows[row]));
    let parts = "33.333333 + 33.333333 + 33.333333 + 500";
    let note = "points are added before they are rounded";
    assert_eq!(thirds[4].en, format!("Sum: {parts} = 600 ({note})"));
    assert_eq!(
        strip_marks(&thirds[4].fa),
        "جمع: ۳۳٫۳۳۳۳۳۳ + ۳۳٫۳۳۳۳۳۳ + ۳۳٫۳۳۳۳۳۳ + ۵۰۰ = ۶۰۰ (امتیازها پیش از گردکردن جمع شده‌اند)"
    );
    assert_eq!(whole[4].en, "Sum: 100 + 0 + 0 + 500 = 600");
    assert_eq!(below[4].en, format!("Sum: {parts} ≈ 600 ({note})"));
    let band = below.last().unwrap();
    assert_eq!(band.en, "Band: Provincial, at least 400 points: 400 ≤ 599.999999… < 600");
    assert_eq!(strip_marks(&band.fa), "رده: استانی، دست‌کم ۴۰۰ امتیاز: ۴۰۰ ≤ ۵۹۹٫۹۹۹۹۹۹… < ۶۰۰");
}

/// A list shows two decimals, and more where they would read as a cut-off that is not reached.
#[wasm_bindgen_test(unsupported = test)]
fn a_score_below_a_cut_off_never_reads_as_reaching_it() {
    let run = thirds();
    let values = "id,a,b,c,d\nx,1,1,1,500\nnear,0,0,0,599.999\nnearer,1,1,0.999999999,500\nplain,0,0,0,512.345\n";
    let rows = rank(&run, &candidates(values)).unwrap().rows;
    let texts = |lang| {
        let text = |row: &hamyar::ranking::Row| match &row.outcome {
            Outcome::Ranked { score, .. } => strip_marks(&shown(run.rules(), score, lang)),
            Outcome::Unranked { .. } => String::new(),
        };
        rows.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(texts(Lang::En), ["600.00", "599.999999…", "599.999", "512.35"]);
    assert_eq!(texts(Lang::Fa), ["۶۰۰٫۰۰", "۵۹۹٫۹۹۹۹۹۹…", "۵۹۹٫۹۹۹", "۵۱۲٫۳۵"]);
    let Outcome::Ranked { score, .. } = &rows[1].outcome else { panic!("it is ranked") };
    assert_eq!(told(run.rules(), score), decimal("599.999999"), "in a file too");
}

/// Sums of money have fifteen digits, and their product more than 128 bits.
#[wasm_bindgen_test(unsupported = test)]
fn denominators_of_any_length_are_added() {
    let criterion =
        |id: usize| format!(r#"{{"id": "m{id}", "weight": "100", "normaliser": "share_of_max"}}"#);
    let criteria: Vec<String> = (0..4).map(criterion).collect();
    let run = run_with(rules(&format!(
        r#"{{"id": "r", "total": "400", "criteria": [{}]}}"#,
        criteria.join(", ")
    )));
    let most =
        [999_999_999_999_989_i64, 999_999_999_999_947, 999_999_999_999_883, 999_999_999_999_877];
    let row = |id: &str, less: i64| {
        let cells: Vec<String> = most.iter().map(|most| (most - less).to_string()).collect();
        format!("{id},{}\n", cells.join(","))
    };
    let csv = format!("id,m0,m1,m2,m3\n{}{}{}", row("a", 0), row("b", 1), row("c", 2));
    let ranking = rank(&run, &candidates(&csv)).unwrap();
    assert_eq!(lines(&ranking), "id,score,rank,band\na,400,1,\nb,400,2,\nc,400,3,\n");
}

#[wasm_bindgen_test(unsupported = test)]
fn long_numbers_are_multiplied_and_divided_as_short_ones() {
    let some = [0_u128, 1, 7, u32::MAX.into(), 1 << 32, u64::MAX.into(), 10_u128.pow(30)];
    for one in some {
        for other in some.into_iter().filter(|other| *other > 0) {
            let [left, right] = [one, other].map(Whole::new);
            let rest = Whole::new(other - 1);
            let product = left.times(&right);
            assert_eq!(product.over(&right).map(i128::unsigned_abs), Ok(one), "{one} × {other}");
            assert_eq!(product.plus(&rest).over(&right).map(i128::unsigned_abs), Ok(one));
            assert_eq!(left.cmp(&right), one.cmp(&other));
        }
    }
    assert!(Whole::new(u128::MAX).over(&Whole::new(1)).is_err());
    assert!(Whole::new(1).over(&Whole::new(0)).is_err());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sum_is_rounded_half_up_and_takes_nothing_below_nought() {
    let sum = ExactSum::quotient(decimal("0.0000005"), decimal("1.00")).unwrap();
    assert_eq!(sum.rounded(6).unwrap().to_string(), "0.000001");
    assert_eq!(sum.cut(6).unwrap(), Decimal::ZERO);
    assert_eq!(ExactSum::quotient(decimal("-1"), decimal("2")), None);
    assert_eq!(ExactSum::quotient(decimal("1"), decimal("0")), None);
}
