//! Two periods side by side, a line for each series.

use hamyar::chart::{Dash, Geometry, Ink, Item, Point, Scene};
use hamyar::model::{Dataset, Figure, Missing, Observation, Qualifier};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::areas::renamed;
use super::axes::drawn;
use super::labels::clashes;
use super::{LANGS, labels, plain};

fn one(code: &str, year: &str, value: i64) -> Observation {
    observation(&format!("{code}-{year}"), "jobs", code, year, &value.to_string())
}

/// One county that rises, one that falls, and one that stays; a year between is not drawn.
fn three() -> Vec<Observation> {
    let of =
        |code, from, to| vec![one(code, "1396", from), one(code, "1398", 1), one(code, "1401", to)];
    [of("0101", 10, 50), of("0102", 60, 20), of("0201", 30, 30)].concat()
}

/// The lines from one axis to the other.
fn lines(scene: &Scene) -> Vec<(Vec<Point>, Dash)> {
    let line = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Line(points), stroke: Some(stroke), .. }
            if matches!(stroke.ink, Ink::Category(_)) =>
        {
            Some((points.clone(), stroke.dash))
        }
        _ => None,
    };
    scene.ground.iter().filter_map(line).collect()
}

fn each(data: &Dataset, test: impl Fn(&Scene)) {
    for lang in LANGS {
        for width in [328.0, 720.0] {
            test(&drawn(data, "slope", "", lang, width));
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn form_tells_what_rises_from_what_falls() {
    each(&dataset(three()), |scene| {
        let lines = lines(scene);
        assert_eq!(lines.len(), 3);
        for (points, dash) in lines {
            assert!(points[0].x < points[1].x, "time runs from left to right");
            let falls = points[1].y > points[0].y;
            assert_eq!(dash, if falls { Dash::Reference } else { Dash::Solid });
        }
        assert_eq!(scene.marks.len(), 6);
        assert_eq!(scene.table.rows.len(), 9);
        assert!(scene.notes.iter().any(|note| note.contains(['1', '۱'])), "{:?}", scene.notes);
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn both_ends_have_name_and_value() {
    each(&dataset(three()), |scene| {
        let told: Vec<String> = labels(scene).map(|one| plain(&one.text)).collect();
        let count =
            |texts: [&str; 2]| told.iter().filter(|one| texts.contains(&one.as_str())).count();
        assert_eq!(count(["0101", "رشت"]), 2, "{told:?}");
        assert_eq!((count(["10", "۱۰"]), count(["50", "۵۰"])), (1, 1), "{told:?}");
        assert_eq!(count(["1", "۱"]), 0, "the year between is not drawn");
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_has_no_sure_change_has_no_line() {
    let mut figures = three();
    figures[2] = qualified(figures[2].clone(), Qualifier::LessThan);
    figures[5].figure = Figure::Missing(Missing::NotReported);
    each(&dataset(figures), |scene| {
        assert_eq!(lines(scene).len(), 1, "of a bound and of an absence there is none");
        assert_eq!(scene.marks.len(), 6, "both are told");
        assert_eq!(clashes("bounds", scene), Vec::<String>::new());
    });
    // A season beside a year is no change over time.
    let of = |period| one("0101", period, 5);
    each(&dataset(vec![of("1396-Q1"), of("1401")]), |scene| assert_eq!(lines(scene), []));
}

#[wasm_bindgen_test(unsupported = test)]
fn labels_of_close_values_are_moved_apart() {
    let codes = ["0101", "0102", "0201", "0202"];
    let close = codes.iter().flat_map(|code| [one(code, "1396", 100), one(code, "1401", 101)]);
    let mut far = three();
    far.retain(|figure| !figure.id.as_str().starts_with("0101"));
    far.extend([one("0101", "1396", 1), one("0101", "1401", 1_000_000)]);
    let mut absent: Vec<Observation> =
        codes.iter().flat_map(|code| [one(code, "1396", 1), one(code, "1401", 1)]).collect();
    for figure in &mut absent {
        figure.figure = Figure::Missing(Missing::NotReported);
    }
    let below = vec![one("0101", "1396", -5), one("0101", "1401", -700)];
    for (name, figures) in
        [("close", close.collect()), ("far", far), ("absent", absent), ("below", below)]
    {
        let mut data = dataset(figures);
        data.areas =
            renamed(&data, "A county with a name that is longer than half of a chart is wide");
        each(&data, |scene| assert_eq!(clashes(name, scene), Vec::<String>::new()));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn one_period_draws_nothing_and_says_so() {
    let scene = drawn(&dataset(vec![one("0101", "1396", 4)]), "slope", "", Lang::En, 720.0);
    assert!(scene.marks.is_empty() && labels(&scene).count() == 1);
}
