//! Names under an axis of time: Jalali at every length, whole, apart and readable.

use hamyar::calendar::{JalaliDate, Period, jalali_month_name};
use hamyar::chart::{Label, Options, Scene, View, layout};
use hamyar::model::{Dataset, Observation};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::labels::{clashes, extent};
use super::{LANGS, labels, plain};

const WIDTHS: [f64; 3] = [328.0, 720.0, 1600.0];

/// A figure for each period, of one county.
pub fn series(code: &str, periods: &[String], value: impl Fn(usize) -> i64) -> Vec<Observation> {
    let one = |(index, period): (usize, &String)| {
        let value = value(index).to_string();
        observation(&format!("{code}-{period}"), "jobs", code, period, &value)
    };
    periods.iter().enumerate().map(one).collect()
}

pub fn drawn(data: &Dataset, mark: &str, encoding: &str, lang: Lang, width: f64) -> Scene {
    let view = format!(
        r#"{{"query": {{"measure": "jobs", "areas": {{"level": "county"}}, "by": ["area", "period"],
        "unreported": false}}, "mark": "{mark}", "encoding": {{{encoding}}}}}"#
    );
    let view: View = serde_json::from_str(&view).unwrap();
    layout(data, &run(data, &view.query), &view, &Options { width, lang, direction: None })
}

fn days(count: i32, each: i32, [year, month, day]: [i32; 3]) -> Vec<String> {
    let first = JalaliDate::new(year, month as u8, day as u8).unwrap().day_number();
    let of = |index: i32| {
        let (from, to) = (first.plus(index * each), first.plus((index + 1) * each - 1));
        let [from, to] = [from, to].map(|day| Period::day(day).unwrap());
        Period::span(&from, &to).unwrap().id()
    };
    (0..count).map(of).collect()
}

pub fn months(count: i32, year: i32, month: i32) -> Vec<String> {
    let of = |index| {
        let month = year * 12 + month - 1 + index;
        format!("{}-{:02}", month / 12, month % 12 + 1)
    };
    (0..count).map(of).collect()
}

/// Every length of axis that LOOK §7 names, by what it is.
fn cases() -> Vec<(&'static str, Vec<String>)> {
    let parts = |part: &str, count: i32| -> Vec<String> {
        (0..12).map(|one| format!("{}-{part}{}", 1398 + one / count, one % count + 1)).collect()
    };
    vec![
        ("10 days over Nowruz", days(10, 1, [1403, 12, 27])),
        ("60 days", days(60, 1, [1403, 11, 1])),
        ("400 days", days(400, 1, [1402, 11, 1])),
        ("9 weeks", days(9, 7, [1403, 11, 27])),
        ("5 days that end with a leap year", days(5, 1, [1403, 12, 26])),
        ("Esfand of a leap year", months(1, 1403, 12)),
        ("14 months", months(14, 1401, 6)),
        ("13 months, one of them alone in its year", months(13, 1401, 12)),
        ("seasons", parts("Q", 4)),
        ("halves", parts("H", 2)),
        ("years", (1390..1402).map(|year| year.to_string()).collect()),
        ("40 years of months", months(480, 1365, 1)),
        ("150 years", (1300..1450).map(|year| year.to_string()).collect()),
    ]
}

fn each(test: impl Fn(&str, &[String], &Scene)) {
    for (name, periods) in cases() {
        let data = dataset(series("0101", &periods, |index| 100 + index as i64 * 7 % 40));
        for calendars in ["jalali", "both"] {
            for lang in LANGS {
                for width in WIDTHS {
                    let encoding = format!(r#""calendars": "{calendars}""#);
                    let scene = drawn(&data, "line", &encoding, lang, width);
                    test(&format!("{name}, {calendars} {lang:?} {width}"), &periods, &scene);
                }
            }
        }
    }
}

/// The labels below the plot: all that stands lower than the zero of the axis of values.
fn below(scene: &Scene) -> Vec<&Label> {
    let zero = labels(scene).filter(|one| ["0", "۰"].contains(&plain(&one.text).as_str()));
    let foot = zero.map(|one| one.at.y).max().unwrap();
    labels(scene).filter(|one| one.at.y.0 > foot.0 + 8).collect()
}

fn middle(label: &Label) -> f64 {
    let extent = extent(label);
    f64::midpoint(extent.left, extent.right)
}

fn number(text: &str) -> Option<i32> {
    let digit = |one: char| match one {
        '۰'..='۹' => char::from_digit(one as u32 - '۰' as u32, 10),
        _ => Some(one).filter(char::is_ascii_digit),
    };
    plain(text).chars().filter_map(digit).collect::<String>().parse().ok()
}

#[wasm_bindgen_test(unsupported = test)]
fn names_of_an_axis_are_whole_apart_and_at_least_12_px() {
    each(|name, _, scene| {
        assert_eq!(clashes(name, scene), Vec::<String>::new());
        assert!(!below(scene).is_empty(), "{name}: an axis without names");
        for label in labels(scene) {
            assert!(label.size.css() >= 12.0, "{name}: {}", label.text);
            assert!(label.at.y <= scene.height, "{name}: {}", label.text);
        }
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_year_is_named_where_its_figures_stand() {
    each(|name, periods, scene| {
        let years = below(scene).into_iter().filter(|one| one.bold);
        let mut seen = 0;
        for label in years {
            let Some(year) = number(&label.text) else { continue };
            let decade = !plain(&label.text).chars().all(char::is_numeric);
            let of_year = |period: &String| {
                let own = Period::parse(period).unwrap().start_year().unwrap();
                own == year || decade && own / 10 == year / 10
            };
            let places = (0..periods.len()).filter(|index| of_year(&periods[*index]));
            let targets: Vec<_> = places.map(|index| scene.marks[index].target).collect();
            if targets.is_empty() {
                continue;
            }
            let left = targets.iter().map(|one| one.x.css()).fold(f64::INFINITY, f64::min);
            let right = targets.iter().map(|one| one.x.css() + one.width.css());
            let right = right.fold(f64::NEG_INFINITY, f64::max);
            let at = middle(label);
            // A year of one month at an end of the axis has its name hang over that end.
            assert!(left - 40.0 <= at && at <= right + 40.0, "{name}: {year} at {at}");
            let is_whole = right - left > 60.0;
            assert!(!is_whole || left <= at && at <= right, "{name}: {year} at {at}");
            seen += 1;
        }
        assert!(seen > 0, "{name}: no year");
    });
}

/// The names of one row that are months, with the places of the marks of their months.
#[wasm_bindgen_test(unsupported = test)]
fn months_are_all_named_or_those_of_the_seasons_or_none() {
    let named = |count: i32, width: f64| -> Vec<String> {
        let periods = months(count, 1401, 1);
        let data = dataset(series("0101", &periods, |index| index as i64));
        let scene = drawn(&data, "line", "", Lang::Fa, width);
        let is_month = |label: &&Label| {
            (1..=12).any(|month| jalali_month_name(month, Lang::Fa) == plain(&label.text))
        };
        below(&scene).into_iter().filter(is_month).map(|one| plain(&one.text)).collect()
    };
    let seasons = ["فروردین", "تیر", "مهر", "دی"];
    assert_eq!(named(12, 720.0).len(), 12);
    assert_eq!(named(20, 720.0).len(), 20, "30 px each, in two rows");
    assert_eq!(named(24, 720.0), seasons.repeat(2));
    assert_eq!(named(48, 720.0), Vec::<String>::new());
    assert_eq!(named(12, 328.0), seasons);
}

#[wasm_bindgen_test(unsupported = test)]
fn days_are_named_by_their_number_and_a_leap_year_ends_on_the_thirtieth() {
    let data = dataset(series("0101", &days(10, 1, [1403, 12, 27]), |index| index as i64));
    for width in [328.0, 720.0] {
        let scene = drawn(&data, "line", "", Lang::En, width);
        let mut row: Vec<&Label> = below(&scene);
        row.retain(|one| !one.bold && number(&one.text).is_some());
        let told: Vec<&str> = row.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(told, ["27", "28", "29", "30", "1", "2", "3", "4", "5", "6"]);
        for (label, mark) in row.iter().zip(&scene.marks) {
            let target = mark.target;
            let at = target.x.css() + target.width.css() / 2.0;
            assert!((middle(label) - at).abs() < 1.0, "{}", label.text);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn weeks_begin_on_saturdays() {
    // 27 Bahman 1403 was a Saturday, as is every seventh day after it.
    let data = dataset(series("0101", &days(9, 7, [1403, 11, 27]), |index| index as i64));
    let scene = drawn(&data, "line", "", Lang::En, 720.0);
    let row = below(&scene).into_iter().filter(|one| !one.bold);
    let told: Vec<i32> = row.filter_map(|one| number(&one.text)).collect();
    assert_eq!(told, [27, 4, 11, 18, 25, 2, 9, 16, 23]);
}

#[wasm_bindgen_test(unsupported = test)]
fn both_calendars_stand_below_each_other_and_say_which_they_are() {
    let data = dataset(series("0101", &months(14, 1401, 6), |index| index as i64));
    for (lang, words) in [(Lang::Fa, ["خورشیدی", "میلادی"]), (Lang::En, ["Jalali", "Gregorian"])]
    {
        for width in [328.0, 720.0] {
            let scene = drawn(&data, "line", r#""calendars": "both""#, lang, width);
            let told = below(&scene);
            let [jalali, gregorian] =
                words.map(|word| told.iter().find(|one| plain(&one.text) == word).unwrap().at.y);
            assert!(jalali < gregorian);
            let year = |year| told.iter().find(|one| number(&one.text) == Some(year)).unwrap();
            assert_eq!(year(1402).at.y, jalali);
            assert!(year(2023).at.y == gregorian && middle(year(2022)) < middle(year(2023)));
            let plainly = drawn(&data, "line", "", lang, width);
            assert!(below(&plainly).iter().all(|one| number(&one.text) != Some(2023)));
        }
    }
}

/// Intl writes U+200E and U+2212 before a negative number, others a hyphen: there is one minus here.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_two_kinds_of_minus() {
    let data = dataset(series("0101", &months(5, 1402, 1), |index| 10 - 30 * index as i64));
    for lang in LANGS {
        for mark in ["line", "bar"] {
            let scene = drawn(&data, mark, "", lang, 720.0);
            let cells = scene.table.rows.iter().flatten().map(|cell| &cell.text);
            let tips = scene.marks.iter().map(|mark| &scene.said[mark.row].tip.spoken);
            let texts: Vec<&String> =
                labels(&scene).map(|one| &one.text).chain(cells).chain(tips).collect();
            assert!(texts.iter().any(|text| text.contains('\u{2212}')), "{mark} {lang:?}");
            for text in texts {
                assert!(!text.contains(['-', '\u{200E}']), "{mark} {lang:?}: {text:?}");
            }
        }
    }
}
