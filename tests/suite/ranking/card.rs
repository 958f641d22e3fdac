//! Cards, from which anyone recomputes a score by hand.

use hamyar::ranking::{MissingCriterion, Rules, Run, Ties, card, rank};
use hamyar::text::strip_marks;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{RUN, VALUES, candidates, decimal, example, rules, run_with, simple};

/// The card of one candidate in Persian, without marks of direction, and in English.
fn lines(run: &Run, csv: &str, id: &str) -> [Vec<String>; 2] {
    let ranking = rank(run, &candidates(csv)).unwrap();
    let card = card(run, ranking.rows.iter().find(|row| row.id == id).unwrap());
    [
        card.iter().map(|line| strip_marks(&line.fa)).collect(),
        card.iter().map(|line| line.en.clone()).collect(),
    ]
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_at_the_cut_off_writes_every_sum_out() {
    let (run, _) = example();
    let [fa, en] = lines(&run, VALUES, "coop-02");
    assert_eq!(
        fa,
        [
            "امتیاز داوران: ۳۹٫۴۵ ÷ ۶۰ × ۳۰۰ = ۱۹۷٫۲۵",
            "شغل ایجادشده: ۳۶۵٫۵۰ ÷ ۵۰۰ × ۲۵۰ = ۱۸۲٫۷۵",
            "رشد فروش: ((\u{2212}۲) \u{2212} (\u{2212}۱۰)) ÷ (۳۰ \u{2212} (\u{2212}۱۰)) × ۲۰۰ = ۴۰",
            "حادثهٔ کار: (۲۰ \u{2212} ۸) ÷ ۲۰ × ۱۰۰ = ۶۰",
            "شمار اعضا: ۸ ÷ ۱۰ × ۱۵۰ = ۱۲۰ (از ۱۰ نامزد، ۸ نامزد (با خودش) از او بهتر نیستند)",
            "جمع: ۱۹۷٫۲۵ + ۱۸۲٫۷۵ + ۴۰ + ۶۰ + ۱۲۰ = ۶۰۰",
            "رتبه: ۲ (امتیازهای برابر رتبهٔ یکسان دارند و به همان شمار رتبه جا می‌افتد)",
            "رده: ملی، دست‌کم ۶۰۰ امتیاز: ۶۰۰ ≤ ۶۰۰",
        ]
    );
    assert_eq!(
        en,
        [
            "Points of the jury: 39.45 ÷ 60 × 300 = 197.25",
            "Jobs created: 365.50 ÷ 500 × 250 = 182.75",
            "Growth of sales: ((\u{2212}2) \u{2212} (\u{2212}10)) ÷ (30 \u{2212} (\u{2212}10)) × 200 = 40",
            "Accidents at work: (20 \u{2212} 8) ÷ 20 × 100 = 60",
            "Members: 8 ÷ 10 × 150 = 120 (of 10 candidates, 8 are no better, itself included)",
            "Sum: 197.25 + 182.75 + 40 + 60 + 120 = 600",
            "Rank: 2 (equal scores share a rank, and as many ranks are left out)",
            "Band: National, at least 600 points: 600 ≤ 600",
        ]
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn in_persian_each_sum_is_one_isolate_from_left_to_right() {
    let run = simple("200", &["100"], |rules| {
        rules.criteria[0].most = Some(decimal("60"));
        rules.criteria[0].name.fa = "کیفیت".to_owned();
    });
    let ranking = rank(&run, &candidates("id,x\na,42\n")).unwrap();
    let card = card(&run, &ranking.rows[0]);
    assert_eq!(card[0].fa, "کیفیت: \u{2066}۴۲ ÷ ۶۰ × ۲۰۰ = ۱۴۰\u{2069}");
    assert_eq!(card[1].fa, "جمع: \u{2066}۱۴۰ = ۱۴۰\u{2069}");
    assert!(card[3].fa.ends_with("\u{2066}۱۰۰ ≤ ۱۴۰\u{2069}"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_band_is_told_by_the_cut_offs_around_the_score() {
    let (run, _) = example();
    let last = |id: &str| lines(&run, VALUES, id).map(|lines| lines.last().unwrap().clone());
    assert_eq!(
        last("coop-11"),
        [
            "رده: استانی، دست‌کم ۴۰۰ امتیاز: ۴۰۰ ≤ ۵۹۹٫۹۵ < ۶۰۰",
            "Band: Provincial, at least 400 points: 400 ≤ 599.95 < 600"
        ]
    );
    assert_eq!(
        last("coop-10"),
        ["به هیچ رده‌ای نرسیده است: ۳۹۹٫۹۵ < ۴۰۰", "No band is reached: 399.95 < 400"]
    );
    let without = run_with(Rules { cut_offs: Vec::new(), ties: Ties::Dense, ..rules(RUN) });
    let [fa, en] = lines(&without, VALUES, "coop-10");
    assert_eq!(fa[6..], ["رتبه: ۶ (امتیازهای برابر رتبهٔ یکسان دارند و رتبهٔ بعدی بی‌فاصله می‌آید)"]);
    assert_eq!(en[6..], ["Rank: 6 (equal scores share a rank, and the next follows at once)"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_capped_rounded_or_alike_is_said() {
    let (run, _) = example();
    let [fa, en] = lines(&run, VALUES, "coop-04");
    assert_eq!(
        fa[0],
        "امتیاز داوران: ۶۰ ÷ ۶۰ × ۳۰۰ = ۳۰۰ (۶۴ داده شده، ولی بیش از ۶۰ به شمار نمی‌آید)"
    );
    assert_eq!(
        en[0],
        "Points of the jury: 60 ÷ 60 × 300 = 300 (64 was given, but no more than 60 counts)"
    );

    let third = simple("100", &[], |rules| rules.criteria[0].most = Some(decimal("3")));
    let [fa, en] = lines(&third, "id,x\na,1\n", "a");
    assert_eq!(fa[0], ": ۱ ÷ ۳ × ۱۰۰ ≈ ۳۳٫۳۳۳۳۳۳ (گردشده تا شش رقم اعشار)");
    assert_eq!(en[0], ": 1 ÷ 3 × 100 ≈ 33.333333 (rounded to six decimals)");

    let all = "id,jury,jobs,growth,accidents,members\na,6,0,7,0,1\nb,6,0,7,0,1\n";
    let [_, en] = lines(&run, all, "a");
    assert_eq!(en[1], "Jobs created: 0 × 250 = 0 (the highest value is zero)");
    assert_eq!(en[2], "Growth of sales: 1 × 200 = 200 (all candidates are alike)");
    assert_eq!(en[3], "Accidents at work: 1 × 100 = 100 (the highest value is zero)");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_value_is_told_by_the_rule_for_it() {
    let run = |missing| run_with(Rules { missing, ..rules(RUN) });
    let [fa, en] = lines(&run(MissingCriterion::LeftOut), VALUES, "coop-07");
    assert_eq!(fa, ["رتبه ندارد: برای رشد فروش، حادثهٔ کار مقداری ندارد"]);
    assert_eq!(en, ["No rank: it has no value for Growth of sales, Accidents at work"]);

    let [fa, en] = lines(&run(MissingCriterion::Nought), VALUES, "coop-03");
    assert_eq!(fa[0], "امتیاز داوران: مقداری ندارد؛ از ۳۰۰ امتیاز هیچ نمی‌گیرد");
    assert_eq!(en[0], "Points of the jury: no value; it earns none of 300 points");
    assert_eq!(en[5], "Sum: 250 + 120 + 85 + 150 = 605");

    let [fa, en] = lines(&run(MissingCriterion::Reweighed), VALUES, "coop-03");
    assert_eq!(fa[0], "امتیاز داوران: مقداری ندارد؛ وزن آن (۳۰۰) به سنجه‌های دیگر می‌رسد");
    assert_eq!(
        en[1],
        "Jobs created: 900 ÷ 900 × 250 × 1,000 ÷ 700 ≈ 357.142857 (rounded to six decimals)"
    );
    assert_eq!(
        fa[1],
        "شغل ایجادشده: ۹۰۰ ÷ ۹۰۰ × ۲۵۰ × ۱٬۰۰۰ ÷ ۷۰۰ ≈ ۳۵۷٫۱۴۲۸۵۷ (گردشده تا شش رقم اعشار)"
    );
    let nobody = "id,jury,jobs,growth,accidents,members\na,,,,,\n";
    let [fa, en] = lines(&run(MissingCriterion::Reweighed), nobody, "a");
    assert_eq!(fa, ["رتبه ندارد: برای هیچ سنجه‌ای که وزن دارد مقداری ندارد"]);
    assert_eq!(en, ["No rank: it has no value for any criterion with a weight"]);
}
