//! Aims beside what was reached of them.

use hamyar::chart::{Fill, Geometry, Ink, Item, Mark, Scene};
use wasm_bindgen_test::wasm_bindgen_test;

use super::labels::{Extent, extent};
use super::scenes;

fn boards() -> impl Iterator<Item = (&'static str, &'static Scene)> {
    let all = scenes(&[328.0, 720.0]).filter(|(name, ..)| name.starts_with("s0-capital-target "));
    all.map(|(name, _, scene)| (name.as_str(), scene))
}

fn labels(mark: &Mark) -> Vec<Extent<'_>> {
    let labels = mark.items.iter().filter_map(|item| match item {
        Item::Label(label) => Some(extent(label)),
        Item::Shape { .. } => None,
    });
    labels.collect()
}

/// From left to right and from top to bottom of the first shape that is meant.
fn shape(mark: &Mark, is_meant: fn(&Geometry, Fill) -> bool) -> Option<[f64; 4]> {
    mark.items.iter().find_map(|item| match item {
        Item::Shape { geometry, fill, .. } if is_meant(geometry, *fill) => match geometry {
            Geometry::Rect(area, _) => {
                let (x, y) = (area.x.css(), area.y.css());
                Some([x, y, x + area.width.css(), y + area.height.css()])
            }
            Geometry::Line(points) => {
                let (from, to) = (points.first()?, points.last()?);
                Some([from.x.css(), from.y.css(), to.x.css(), to.y.css()])
            }
            _ => None,
        },
        _ => None,
    })
}

fn blade(mark: &Mark) -> Option<[f64; 4]> {
    shape(mark, |geometry, _| matches!(geometry, Geometry::Line(_)))
}

fn bar(mark: &Mark) -> Option<[f64; 4]> {
    shape(mark, |_, fill| fill == Fill::Solid(Ink::Category(1)))
}

/// A county, what its cooperative raised and what it aims at.
const RAISED: [(&str, f64, f64); 6] = [
    ("X101", 18.5, 15.0),
    ("X102", 9.2, 30.0),
    ("X104", 12.1, 16.0),
    ("X107", 13.0, 13.0),
    ("X109", 41.0, 60.0),
    ("X110", 9.0, 9.0),
];

fn of<'a>(scene: &'a Scene, county: &str, scenario: &str) -> &'a Mark {
    let key = |mark: &Mark| &scene.said[mark.row].key;
    let is = |mark: &&Mark| key(mark).contains(county) && key(mark).contains(scenario);
    scene.marks.iter().find(is).unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn an_aim_stands_in_the_row_of_what_was_reached_of_it() {
    let mut seen = 0;
    for (name, scene) in boards() {
        for (county, raised, meant) in RAISED {
            let [aim, reached] = ["target", "actual"].map(|scenario| of(scene, county, scenario));
            let (blade, bar) = (blade(aim).unwrap(), bar(reached).unwrap());
            let top = |mark: &Mark| mark.target.y.css();
            assert!((top(aim) - top(reached)).abs() <= 4.0, "{name} {county}: two rows");
            assert!(blade[1] < bar[1] && bar[3] < blade[3], "{name} {county}: {blade:?} {bar:?}");
            let zero = if name.contains(" Fa ") { bar[2] } else { bar[0] };
            let (length, due) = (bar[2] - bar[0], (blade[0] - zero).abs());
            assert!((due - length * meant / raised).abs() < 1.0, "{name} {county}: {length} {due}");
            // The name, what the bar says, its value, and the aim with its word.
            let words: Vec<_> = labels(reached).into_iter().chain(labels(aim)).collect();
            assert_eq!(words.len(), 4, "{name} {county}");
            let strikes = |one: &&Extent<'_>| {
                let is_beside = blade[0] < one.left - 4.0 || one.right + 4.0 < blade[0];
                let is_above = one.baseline + 4.0 < blade[1];
                !is_beside && !is_above
            };
            let struck = words.iter().find(strikes).map(|one| &one.label.text);
            assert_eq!(struck, None, "{name} {county}");
            seen += 1;
        }
        // One without the other keeps a row of its own, with a name and a word for what it is.
        for county in ["X105", "X111", "X112"] {
            let [aim, reached] = ["target", "actual"].map(|scenario| of(scene, county, scenario));
            assert!(aim.target.y.css() + 20.0 < reached.target.y.css(), "{name} {county}");
            assert_eq!([labels(aim).len(), labels(reached).len()], [3, 3], "{name} {county}");
        }
    }
    assert_eq!(seen, RAISED.len() * 4, "both languages at both widths");
}

#[wasm_bindgen_test(unsupported = test)]
fn bars_without_ticks_have_all_the_room_there_is() {
    let all = scenes(&[328.0]).filter(|(name, ..)| name.starts_with("population-growth "));
    let mut seen = 0;
    for (name, _, scene) in all {
        let ends = scene.marks.iter().flat_map(labels);
        let [left, right] = ends.fold([f64::INFINITY, 0.0_f64], |[left, right], one| {
            [left.min(one.left), right.max(one.right)]
        });
        // The value of the longest bar on one side, names on the other.
        let idle = if name.contains(" Fa ") { left } else { scene.width.css() - right };
        assert!((0.0..16.0).contains(&idle), "{name}: {idle} px beyond the longest bar");
        seen += 1;
    }
    assert_eq!(seen, 2, "both languages");
}
