//! Forms in which a quote tells a plan, and those that only look like one.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, complaints};

/// Whether a quote on 700 billion rials is found to tell a plan, where the figure is read as paid.
fn is_plan_of_money(quote: &str) -> bool {
    found(&format!("A,amount,24@1395,,1401,actual,disbursed,700,billion_rial,exact,,,S4,{quote}"))
}

/// The same of 900 jobs that are read as having come about.
fn is_plan_of_jobs(quote: &str) -> bool {
    found(&format!("A,jobs,24@1395,,1401,actual,,900,person,exact,,,S4,{quote}"))
}

fn found(row: &str) -> bool {
    let told = checked(&package(&[row], &[]));
    let complaints = complaints(&told);
    assert!(complaints.is_empty() || complaints == [("V9", "", Verdict::Fail)], "{complaints:?}");
    !complaints.is_empty()
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_finds_the_usual_forms_of_a_plan_of_money() {
    for quote in [
        "۷۰۰ میلیارد ریال پرداخت خواهد کرد",
        "۷۰۰ میلیارد ریال پرداخت خواهیم کرد",
        "۷۰۰ میلیارد ریال پرداخت خواهند کرد",
        "۷۰۰ میلیارد ریال پرداخت نخواهد شد",
        "۷۰۰ میلیارد ریال به متقاضیان خواهیم داد",
        "قرار است ۷۰۰ میلیارد ریال پرداخت شود",
        "۷۰۰ میلیارد ریال قرار است پرداخت شود",
        "هدف ما ۷۰۰ میلیارد ریال تسهیلات است",
        "هدف پرداخت ۷۰۰ میلیارد ریال است",
        "۷۰۰ میلیارد ریال هدف‌گذاری شده است",
        "برای پرداخت ۷۰۰ میلیارد ریال برنامه داریم",
        "در نظر داریم ۷۰۰ میلیارد ریال بپردازیم",
        "پیش‌بینی می‌شود ۷۰۰ میلیارد ریال پرداخت شود",
        "تعهد پرداخت ۷۰۰ میلیارد ریال",
        "بانک متعهد شد ۷۰۰ میلیارد ریال بدهد",
    ] {
        assert!(is_plan_of_money(quote), "{quote}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_finds_the_usual_forms_of_a_plan_of_jobs() {
    for quote in [
        "۹۰۰ شغل ایجاد خواهیم کرد",
        "۹۰۰ نفر مشغول کار خواهند شد",
        "اشتغال به ۹۰۰ نفر خواهد رسید",
        "قرار است ۹۰۰ شغل ایجاد شود",
        "هدف ما ایجاد ۹۰۰ شغل است",
        "برای ایجاد ۹۰۰ شغل برنامه داریم",
        "در نظر داریم ۹۰۰ شغل ایجاد کنیم",
        "پیش‌بینی می‌شود ۹۰۰ شغل ایجاد شود",
        "تعهد ایجاد ۹۰۰ شغل",
    ] {
        assert!(is_plan_of_jobs(quote), "{quote}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_leaves_alone_what_only_looks_like_a_plan() {
    for quote in [
        "پرداخت ۷۰۰ میلیارد ریال تسهیلات با هدف ایجاد شغل",
        "پرداخت ۷۰۰ میلیارد ریال به گروه‌های هدف",
        "پرداخت ۷۰۰ میلیارد ریال در شهرستان‌های هدف ایجاد اشتغال",
        "پرداخت ۷۰۰ میلیارد ریال برای استقرار است",
        "۷۰۰ میلیارد ریال که قرار بود پرداخت شود پرداخت شد",
        "۷۰۰ میلیارد ریال از تعهدات پرداخت شد",
        "پرداخت ۷۰۰ میلیارد ریال به درخواست‌ها",
    ] {
        assert!(!is_plan_of_money(quote), "{quote}");
    }
    for quote in [
        "۹۰۰ نفر عضو گروه هدف‌اند",
        "۹۰۰ نفر در شهرستان‌های هدف",
        "۹۰۰ برنامه داریم",
        "برق ۹۰۰ نفر برقرار است",
        "۹۰۰ نفر از اعضای متعهد",
        "از تعهد ایجاد ۱۰۰۰ شغل، ۹۰۰ شغل محقق شد",
        "قرار بود ۱۰۰۰ شغل ایجاد شود و ۹۰۰ شغل ایجاد شد",
    ] {
        assert!(!is_plan_of_jobs(quote), "{quote}");
    }
}
