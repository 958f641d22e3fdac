//! The first few and the rest in one row, where the rest is known.

use hamyar::model::{Figure, Missing, Observation, Qualifier};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::family::{drawn, each, written};
use super::plain;

const VIEW: &str = r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]},
    "mark": "bar", "sort": "descending", "limit": 2"#;

fn counties(measure: &str) -> Vec<Observation> {
    let values = [("0101", "30"), ("0102", "10"), ("0201", "5"), ("0202", "2")];
    values.map(|(code, value)| observation(code, measure, code, "1395", value)).to_vec()
}

#[wasm_bindgen_test(unsupported = test)]
fn the_rest_is_one_row_that_is_their_sum() {
    each(&dataset(counties("jobs")), VIEW, |scene| {
        assert_eq!(scene.marks.len(), 3);
        let rest = &scene.marks[2];
        let name = plain(&scene.said[rest.row].tip.heading);
        assert!(name == "سایر (۲ شهرستان)" || name == "Others (2 counties)", "{name}");
        assert!(written(scene).contains(&name));
        assert_eq!(scene.said[rest.row].evidence.len(), 2);
        // The table has every row, and the sum below them.
        assert_eq!((scene.table.rows.len(), rest.row), (5, 4));
        assert_eq!(plain(&scene.table.rows[4][0].text), name);
        assert!(
            !scene
                .notes
                .iter()
                .any(|note| note.contains("Further rows") || note.contains("ردیف دیگر"))
        );
        assert!(
            !scene.description.long.contains(&name),
            "the rest is no area: {}",
            scene.description.long
        );
    });
    let scene = drawn(&dataset(counties("jobs")), VIEW, Lang::En, 720.0);
    assert_eq!(plain(&scene.said[scene.marks[2].row].tip.working), "7 person = 5 + 2");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_does_not_add_or_is_not_known_stays_in_the_table_with_a_note() {
    let mut missing = counties("jobs");
    missing[3].figure = Figure::Missing(Missing::NotReported);
    let mut bound = counties("jobs");
    bound[3] = qualified(bound[3].clone(), Qualifier::LessThan);
    for (figures, measure) in [(missing, "jobs"), (bound, "jobs"), (counties("stated"), "stated")] {
        let scene = drawn(&dataset(figures), &VIEW.replace("jobs", measure), Lang::En, 720.0);
        assert_eq!((scene.marks.len(), scene.table.rows.len()), (2, 4), "{measure}");
        assert!(
            scene.notes.iter().any(|note| note == "Further rows in the table: 2."),
            "{:?}",
            scene.notes
        );
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn without_a_limit_no_rest_is_added() {
    let view = VIEW.replace(r#", "limit": 2"#, "");
    assert_eq!(drawn(&dataset(counties("jobs")), &view, Lang::Fa, 720.0).marks.len(), 4);
}
