//! Where arrows and pointers lead.

use hamyar::calendar::{JalaliDate, Period};
use hamyar::chart::{
    MarkKind, Options, Point, Px, Scene, Step, View, hit, layout, letters_of, next, place, typed,
    typed_again,
};
use hamyar::model::{AreaId, Level};
use hamyar::query::run;
use hamyar::text::{Direction, Lang, plain_integer};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::axes::{drawn, series};
use super::{LANGS, data_of, named, open, scenes, views};

/// Middle of a mark.
fn middle(scene: &Scene, index: usize) -> Point {
    let target = scene.marks[index].target;
    Point { x: Px(target.x.0 + target.width.0 / 2), y: Px(target.y.0 + target.height.0 / 2) }
}

/// The marks that one key leads to, from the first mark until it leads no further.
fn walk(scene: &Scene, key: Step) -> Vec<usize> {
    let mut way = vec![next(scene, scene.marks.len() - 1, Step::First)];
    while way.len() <= scene.marks.len() {
        let to = next(scene, way[way.len() - 1], key);
        if to == way[way.len() - 1] {
            return way;
        }
        way.push(to);
    }
    panic!("a key that never ends");
}

/// Every mark that the four arrows reach from the first.
fn reached(scene: &Scene) -> Vec<usize> {
    let mut seen = vec![0];
    let mut at = 0;
    while at < seen.len() {
        for key in [Step::Left, Step::Right, Step::Up, Step::Down] {
            let to = next(scene, seen[at], key);
            if !seen.contains(&to) {
                seen.push(to);
            }
        }
        at += 1;
    }
    seen.sort_unstable();
    seen
}

/// The place of a tile among those that are read before it: counties follow one another within their province, each
/// from the side where reading starts.
fn as_read(view: &View, scene: &Scene, index: usize) -> ([u8; 2], Px, Px) {
    let dataset = data_of(view);
    let key = &scene.said[scene.marks[index].row].key;
    let area = key.split(';').find_map(|part| part.strip_prefix("area="));
    let area = area.and_then(|id| dataset.areas.get(&AreaId::new(id)));
    let Point { x, y } = middle(scene, index);
    let Some(county) = area.filter(|area| area.level == Level::County) else {
        return ([0, 0], y, x);
    };
    let home = dataset.areas.ancestor(&county.id, Level::Province).unwrap();
    let tile = dataset.tiles.iter().find(|tile| tile.code == home.code).unwrap();
    let across = if scene.direction == Direction::Rtl { Px(-x.0) } else { x };
    ([tile.row, tile.column], y, across)
}

#[wasm_bindgen_test(unsupported = test)]
fn arrows_visit_every_mark_in_the_order_of_the_picture() {
    for (name, view, scene) in scenes(&[360.0, 720.0]) {
        let all: Vec<usize> = (0..scene.marks.len()).collect();
        let mut by_place = all.clone();
        let (along, back) = match view.mark {
            MarkKind::TileMap => {
                by_place.sort_by_key(|index| as_read(view, scene, *index));
                assert_eq!(by_place, all, "{name}: marks do not stand as they are read");
                assert_eq!(reached(scene), all, "{name}: an arrow skips a tile");
                continue;
            }
            MarkKind::Line => {
                by_place.sort_by_key(|index| middle(scene, *index).x);
                (Step::Right, Step::Left)
            }
            _ => {
                by_place.sort_by_key(|index| middle(scene, *index).y);
                (Step::Down, Step::Up)
            }
        };
        let is_one_way = matches!(view.mark, MarkKind::Bar | MarkKind::Dot | MarkKind::Line);
        let series = scene.marks.iter().map(|mark| mark.series).max().unwrap_or_default();
        let is_parted = view.encoding.stack.is_some() || !view.encoding.facet.is_empty();
        if !is_one_way || series > 0 || is_parted {
            // Along one line, row or column, and from that to the next.
            assert_eq!(reached(scene), all, "{name}: an arrow skips a mark");
            continue;
        }
        assert_eq!(walk(scene, along), by_place, "{name}");
        for (one, other) in by_place.iter().zip(by_place.iter().skip(1)) {
            assert_eq!(next(scene, *other, back), *one, "{name}: no way back");
        }
        assert_eq!(next(scene, 0, Step::Last), scene.marks.len() - 1, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pointer_on_the_middle_of_a_mark_means_that_mark() {
    for (name, view, scene) in scenes(&[720.0]) {
        for index in 0..scene.marks.len() {
            let is_over_time =
                matches!(view.mark, MarkKind::Line | MarkKind::Area | MarkKind::Slope);
            let own = middle(scene, index);
            let found = hit(scene, own).unwrap();
            // Where lines meet, the smaller of two marks is meant, or the nearer.
            let is_crossed = found != index && {
                let [found, own] = [found, index].map(|index| scene.marks[index].target);
                found.width.0 * found.height.0 <= own.width.0 * own.height.0
            };
            assert!(found == index || is_over_time && is_crossed, "{name}: {own:?}");
        }
        assert_eq!(hit(scene, Point { x: Px(-9_000), y: Px(-9_000) }), None, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tile_has_its_neighbours_on_four_sides() {
    let scene = named("overview-rural-map", Lang::Fa);
    let tile = |code: &str| {
        let ends = format!("area={code}@1395");
        scene.marks.iter().position(|mark| scene.said[mark.row].key.contains(&ends)).unwrap()
    };
    let to = |key| next(&scene, tile("23"), key);
    // Tehran: Qom to the west, Semnan to the east, Mazandaran above, Yazd below.
    assert_eq!(
        [to(Step::Left), to(Step::Right), to(Step::Up), to(Step::Down)],
        [tile("25"), tile("20"), tile("02"), tile("21")]
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn two_lines_are_stepped_through_one_by_one() {
    let observations = ["01", "02"].iter().flat_map(|code| {
        ["1393", "1394", "1395"].map(|year| {
            let value = if *code == "01" { "40" } else { "10" };
            observation(&format!("{code}-{year}"), "people", code, year, value)
        })
    });
    let data = &dataset(observations.collect());
    let view: View = serde_json::from_str(
        r#"{"query": {"measure": "people", "areas": {"level": "province"}, "by": ["area", "period"]}, "mark": "line"}"#,
    )
    .unwrap();
    let options = Options { width: 720.0, lang: Lang::Fa, direction: None };
    let scene = layout(data, &run(data, &view.query), &view, &options);
    assert_eq!(walk(&scene, Step::Right), [0, 1, 2], "a line ends where its series ends");
    assert_eq!(next(&scene, 1, Step::Down), 4, "the same year of the lower line");
    assert_eq!(next(&scene, 4, Step::Up), 1);
    assert_eq!(next(&scene, 1, Step::Up), 1);
    assert_eq!(reached(&scene), [0, 1, 2, 3, 4, 5]);
}

/// Highcharts no longer tells single points to a screen reader from 200 on.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_points_beyond_200_cannot_be_reached() {
    const POINTS: i32 = 10_000;
    let first = JalaliDate::new(1375, 1, 1).unwrap().day_number();
    let days = (0..POINTS).map(|index| Period::day(first.plus(index)).unwrap().id());
    let days: Vec<String> = days.collect();
    let data = dataset(series("0101", &days, |index| (index % 700) as i64));
    for lang in LANGS {
        let scene = drawn(&data, "line", "", lang, 720.0);
        assert_eq!(scene.marks.len(), days.len());
        let way: Vec<usize> = (0..days.len()).collect();
        assert_eq!(walk(&scene, Step::Right), way, "{lang:?}: each point by one key");
        assert_eq!(next(&scene, 0, Step::Last), days.len() - 1);
        for index in [0, 200, 201, days.len() - 1] {
            let said = &scene.said[scene.marks[index].row].tip.spoken;
            let value = plain_integer((index % 700) as i64, lang);
            assert!(said.contains(&value), "{lang:?} {index}: {said}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn letters_lead_to_the_name_that_begins_with_them() {
    let (data, view) = (open(), &views()["overview-rural-map"]);
    let answer = run(data, &view.query);
    let options = Options { width: 720.0, lang: Lang::Fa, direction: None };
    let (scene, teller) = place(data, &answer, view, &options);
    let names = teller.names(data, &answer, view);
    let folded: Vec<String> = names.iter().map(|row| letters_of(&row.name)).collect();
    let from = |from: usize, letters: &str| {
        let to = typed(&scene, &folded, from, &letters_of(letters))?;
        Some((to, names[scene.marks[to].row].name.as_str()))
    };
    // Each press of one letter goes on to the next such name, and around.
    let mut found = Vec::new();
    let mut at = 0;
    for _ in 0..4 {
        let (to, name) = from(at, "خ").unwrap();
        found.push(name);
        at = to;
    }
    found[..3].sort_unstable();
    assert_eq!(found[..3], ["خراسان جنوبی", "خراسان رضوی", "خراسان شمالی"]);
    assert!(found[3].starts_with("خوزستان"), "{found:?}");
    // More letters may stay where the first ones led; the spelling of keyboards does not matter.
    let (fars, _) = from(0, "ف").unwrap();
    assert_eq!(from(fars, "فا"), Some((fars, "فارس")));
    assert_eq!(from(0, "خراسان ش").map(|(_, name)| name), Some("خراسان شمالی"));
    assert_eq!(from(0, "خراسانش").map(|(_, name)| name), Some("خراسان شمالی"));
    assert_eq!(letters_of("East Azerbaijan"), "eastazerbaijan");
    assert_eq!(from(0, "كرمانشا").map(|(_, name)| name), Some("کرمانشاه"));
    assert_eq!(
        [from(0, "ژ"), from(0, ""), from(0, "خخخ")].map(|to| to.is_some()),
        [false, false, true]
    );
}

/// As few letters and arrows as lead from the first mark to one: letters of its name first, then steps, which lead
/// to marks of that beginning once it is more than a letter.
fn keys_to(scene: &Scene, names: &[String], target: usize, most: usize) -> usize {
    let name = &names[scene.marks[target].row];
    let (mut at, mut fewest, mut letters) = (0, usize::MAX, String::new());
    let mut ends = name.char_indices().map(|(end, letter)| end + letter.len_utf8());
    for typed_keys in 0..=most {
        let (mut back, mut on) = (at, at);
        for steps in 0..=most - typed_keys {
            if back == target || on == target {
                fewest = fewest.min(typed_keys + steps);
            }
            let step = |from, is_back: bool| {
                let other = if typed_keys < 2 {
                    None
                } else {
                    typed_again(scene, names, from, &letters, is_back)
                };
                other.unwrap_or_else(|| {
                    next(scene, from, if is_back { Step::Up } else { Step::Down })
                })
            };
            (back, on) = (step(back, true), step(on, false));
        }
        let Some(end) = ends.next() else { break };
        letters.clear();
        letters.push_str(&name[..end]);
        at = typed(scene, names, at, &letters).unwrap_or(at);
    }
    fewest
}

/// Chartability: navigation is tedious. Real counties of the census, in two orders.
#[wasm_bindgen_test(unsupported = test)]
fn any_county_is_reached_with_six_keys() {
    let data = open();
    for sort in ["name", "descending"] {
        let view = format!(
            r#"{{"query": {{"measure": "population_total", "by": ["area"], "periods": ["1395"],
            "areas": {{"level": "county"}}}}, "limit": 600, "sort": "{sort}"}}"#
        );
        let view: View = serde_json::from_str(&view).unwrap();
        let answer = run(data, &view.query);
        let options = Options { width: 720.0, lang: Lang::Fa, direction: None };
        let (scene, teller) = place(data, &answer, &view, &options);
        let names = teller.names(data, &answer, &view);
        let names: Vec<String> = names.iter().map(|row| letters_of(&row.name)).collect();
        assert_eq!(scene.marks.len(), 429, "{sort}");
        let far: Vec<&String> = (0..scene.marks.len())
            .filter(|target| keys_to(&scene, &names, *target, 6) > 6)
            .map(|target| &names[scene.marks[target].row])
            .collect();
        assert!(far.is_empty(), "{sort}: {} {far:?}", far.len());
    }
}
