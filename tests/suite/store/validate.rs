//! What a person is told while typing.

use hamyar::calendar::{Day, JalaliDate};
use hamyar::diag::{Diagnostic, Severity};
use hamyar::model::{ObservationId, Scenario};
use hamyar::store::{Entry, told_twice, validate};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::entry;
use super::shown::{amount, dataset};

fn sound() -> Entry {
    entry("۵۸۰", 1402)
}

fn today() -> Day {
    JalaliDate::new(1404, 3, 10).unwrap().day_number()
}

fn findings(change: impl FnOnce(&mut Entry)) -> Vec<Diagnostic> {
    let mut entry = sound();
    change(&mut entry);
    let findings = validate(&dataset(), &entry, None, Some(today()));
    for finding in &findings {
        for text in [&finding.message, &finding.hint] {
            assert!(!text.fa.is_empty() && !text.en.is_empty(), "{}", finding.code);
        }
    }
    findings
}

/// Severity, code and field of each finding.
fn told(change: impl FnOnce(&mut Entry)) -> Vec<(Severity, &'static str, String)> {
    let named = |finding: Diagnostic| (finding.severity, finding.code, finding.position.column);
    findings(change).into_iter().map(named).collect()
}

fn error(code: &'static str, field: &str) -> Vec<(Severity, &'static str, String)> {
    vec![(Severity::Error, code, field.to_owned())]
}

fn warning(code: &'static str, field: &str) -> Vec<(Severity, &'static str, String)> {
    vec![(Severity::Warning, code, field.to_owned())]
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sound_form_says_nothing() {
    assert_eq!(told(|_| {}), []);
    assert_eq!(told(|form| form.value = "۱٬۲۳۴٫۵".into()), []);
    assert_eq!(told(|form| (form.value, form.unit) = ("۵۸۰ میلیارد".into(), "rial".into())), []);
    assert_eq!(told(|form| (form.value, form.unit) = ("۳ میلیون".into(), "toman".into())), []);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_form_asks_for_what_it_needs() {
    let codes: Vec<(&str, String)> = validate(&dataset(), &Entry::default(), None, None)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| (finding.code, finding.position.column))
        .collect();
    let expected = [
        ("entry/required", "measure".to_owned()),
        ("entry/no-value", "value".to_owned()),
        ("entry/no-source", "source".to_owned()),
    ];
    assert_eq!(codes, expected);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_value_must_be_one_number() {
    assert_eq!(
        told(|form| form.value = "پانصد و اندی".into()),
        error("entry/not-a-number", "value")
    );
    assert_eq!(told(|form| form.value = "۵/۱۶".into()), error("entry/ambiguous", "value"));
    assert_eq!(told(|form| form.value = "۵۸۰ ریال".into()), error("entry/unit-inside", "value"));
    assert_eq!(told(|form| form.value = "۷۱٪".into()), error("entry/unit-inside", "value"));
    let long = "9".repeat(60);
    assert_eq!(told(|form| form.value = long), error("entry/over-range", "value"));
    let scaled = "9".repeat(34);
    assert_eq!(told(|form| form.value = scaled), error("entry/over-range", "value"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_scale_is_said_once() {
    assert_eq!(told(|form| form.value = "۵۸۰ میلیارد".into()), error("entry/scale-twice", "value"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_value_or_the_kind_of_its_absence() {
    assert_eq!(told(|form| form.value.clear()), error("entry/no-value", "value"));
    let both = told(|form| form.missing = "withheld".into());
    assert_eq!(both, error("entry/value-and-missing", "missing"));
    let absent = |missing: &str| {
        let missing = missing.to_owned();
        told(|form| {
            form.value.clear();
            form.unit.clear();
            form.missing = missing;
        })
    };
    assert_eq!(absent("withheld"), []);
    assert_eq!(absent("forgotten"), error("entry/unknown", "missing"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_unit_belongs_to_the_measure() {
    assert_eq!(told(|form| form.unit = "percent".into()), error("entry/unit", "unit"));
    assert_eq!(told(|form| form.unit = "furlong".into()), error("entry/unit", "unit"));
    assert_eq!(told(|form| form.unit.clear()), error("entry/unit", "unit"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_range_goes_upwards() {
    let between = |upper: &str| {
        let upper = upper.to_owned();
        told(|form| (form.qualifier, form.upper) = ("between".into(), upper))
    };
    assert_eq!(between("۶۰۰"), []);
    assert_eq!(between("۵۸۰"), error("entry/reversed", "upper"));
    assert_eq!(between(""), error("entry/not-a-number", "upper"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_period_must_exist() {
    for period in ["1400-13", "1400-12-30", "۱۴۰۱/۱۳", "2022", "پارسال", "1401-Q5"] {
        let found = told(|form| form.period = period.to_owned());
        assert_eq!(found, error("entry/no-such-period", "period"), "{period}");
    }
    let read = [
        "1399-12-30",
        "۱۴۰۱/۵",
        "۱۴۰۱/۰۲/۱۸",
        "1401-Q2",
        "1400/1401",
        "1396-10/",
        "تیر ۱۴۰۳",
        "نیمهٔ دوم ۱۴۰۲",
        "۱۴۰۰ تا ۱۴۰۲",
        "summer 1401",
    ];
    for period in read {
        assert_eq!(told(|form| form.period = period.to_owned()), [], "{period}");
    }
    assert_eq!(told(|form| form.period.clear()), warning("entry/undated", "period"));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_must_be_known() {
    assert_eq!(told(|form| form.area = "24".into()), error("entry/unknown", "area"));
    assert_eq!(told(|form| form.area.clear()), warning("entry/unplaced", "area"));
    assert_eq!(told(|form| form.group = "target31".into()), error("entry/two-places", "group"));
    let group = |id: &str| {
        let id = id.to_owned();
        told(|form| (form.area, form.group) = (String::new(), id))
    };
    assert_eq!(group("target31"), []);
    assert_eq!(group("target32"), error("entry/unknown", "group"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_source_is_required_and_its_date_must_exist() {
    assert_eq!(told(|form| form.source_title.clear()), error("entry/no-source", "source"));
    let begun = |form: &mut Entry| {
        form.source_title.clear();
        form.source_publisher = "ایرنا".into();
    };
    assert_eq!(told(begun), error("entry/no-source", "source_title"));
    assert_eq!(told(|form| form.source = "S9".into()), error("entry/unknown", "source"));
    for date in ["1400-12-30", "۱۴۰۰/۱۲/۳۰", "1401-13", "1401-Q2", "دیروز"] {
        let found = told(|form| form.source_published = date.to_owned());
        assert_eq!(found, error("entry/no-such-date", "source_published"), "{date}");
    }
    for date in ["1399-12-30", "۱۴۰۱/۲/۱۸", "1401/02", "۱۴۰۱", "۱۸ اردیبهشت ۱۴۰۱"]
    {
        let dated = |form: &mut Entry| {
            (form.period, form.source_published) = ("1399".into(), date.to_owned());
        };
        assert_eq!(told(dated), [], "{date}");
    }
    let script = told(|form| form.source_url = "javascript:alert(1)".into());
    assert_eq!(script, error("entry/not-an-address", "source_url"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_choice_outside_its_list_is_named() {
    assert_eq!(told(|form| form.scenario = "paid".into()), error("entry/unknown", "scenario"));
    assert_eq!(told(|form| form.stage = "x".into()), error("entry/unknown", "stage"));
    assert_eq!(told(|form| form.programme = "x".into()), error("entry/unknown", "programme"));
    assert_eq!(told(|form| form.qualifier = "gt".into()), error("entry/unknown", "qualifier"));
    assert_eq!(told(|form| form.measure = "x".into()), error("entry/unknown", "measure"));
}

#[wasm_bindgen_test(unsupported = test)]
fn planned_is_not_paid() {
    let hint = "entry/planned-or-paid";
    assert_eq!(told(|form| form.scenario = "planned".into()), warning(hint, "stage"));
    let paid_words = |form: &mut Entry| {
        (form.scenario, form.stage) = ("planned".into(), String::new());
        form.quote = "۵۸۰ میلیارد ریال پرداخت كرد".into();
    };
    assert_eq!(told(paid_words), warning(hint, "scenario"));
    let planned_words = |form: &mut Entry| {
        form.quote = "امسال ۷۰۰ میلیارد ریال پیش‌بینی شده است".into();
    };
    assert_eq!(told(planned_words), warning(hint, "scenario"));
    assert_eq!(told(|form| form.quote = "۵۸۰ میلیارد ریال پرداخت کرد".into()), []);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_unlikely_size_is_worth_a_look() {
    assert_eq!(told(|form| form.value = "-580".into()), warning("entry/negative", "value"));
    let rate = |value: &str| {
        let value = value.to_owned();
        told(|form| {
            form.measure = "unemployment_rate".into();
            form.unit = "percent".into();
            form.value = value;
        })
    };
    // Seven hundred billion are the most that is known.
    assert_eq!(told(|form| form.value = "699999".into()), []);
    assert_eq!(told(|form| form.value = "700000".into()), warning("entry/unusual", "value"));
    let range = |form: &mut Entry| {
        (form.qualifier, form.upper) = ("between".into(), "800000".into());
    };
    assert_eq!(told(range), warning("entry/unusual", "upper"));
    assert_eq!(rate("1130"), warning("entry/over-hundred", "value"));
    assert_eq!(rate("۱۱٫۳٪"), []);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_still_to_come_was_not_measured() {
    let dated = |period: &str, published: &str, scenario: &str| {
        told(|form| {
            (form.period, form.scenario) = (period.into(), scenario.into());
            form.source_published = published.into();
            form.stage.clear();
        })
    };
    // Today is 10 Khordad 1404.
    assert_eq!(dated("1404", "1404-03-10", "actual"), [], "a year may be told while it runs");
    assert_eq!(
        dated("1403", "1404-03-11", "actual"),
        warning("entry/not-yet-published", "source_published")
    );
    assert_eq!(dated("1404-04", "1404-03-01", "actual"), warning("entry/not-yet-begun", "period"));
    assert_eq!(dated("1405", "1404-03-01", "planned"), [], "a plan is of the future");
    assert_eq!(dated("1403", "بهمن ۱۴۰۲", "actual"), warning("entry/told-before", "period"));
    assert_eq!(dated("1403", "1402", "planned"), []);
}

#[wasm_bindgen_test(unsupported = test)]
fn one_figure_is_not_told_twice() {
    let same = |form: &mut Entry| {
        (form.period, form.source) = ("1400".into(), "S4".into());
    };
    assert_eq!(told(same), error("entry/told-twice", "measure"));
    let mut entry = sound();
    same(&mut entry);
    let o017 = ObservationId::new("O017");
    assert_eq!(told_twice(&dataset(), &entry, None), Some(o017.clone()));
    assert_eq!(told_twice(&dataset(), &entry, Some(&o017)), None, "it may be corrected");

    let apart: [fn(&mut Entry); 6] = [
        |form| form.measure = "cooperatives".into(),
        |form| form.period = "1400-01".into(),
        |form| form.stage = "approved".into(),
        |form| form.programme.clear(),
        |form| form.action_status = "done".into(),
        |form| form.scope = "زنان".into(),
    ];
    for change in apart {
        let mut other = entry.clone();
        change(&mut other);
        assert_eq!(told_twice(&dataset(), &other, None), None, "{other:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_of_another_document_is_another_figure() {
    let mut shown = dataset();
    let mut other = amount("O500", "1402", Scenario::Actual, 580);
    other.source = hamyar::model::SourceId::new("S9");
    shown.observations.insert(other.id.clone(), other);
    assert_eq!(told_twice(&shown, &sound(), None), None);
}
