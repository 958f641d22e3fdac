//! The board of a group whose members change.

use hamyar::calendar::{Day, Period};
use hamyar::chart::{Options, layout};
use hamyar::model::{AreaId, Dataset, GroupId, Validity};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{View, open};

fn day(text: &str) -> Day {
    Period::parse(text).unwrap().start().unwrap()
}

/// The target counties, where Fouman follows Shaft in 1400.
fn followed() -> Dataset {
    let mut data = open().clone();
    let group = data.groups.get_mut(&GroupId::new("target31")).unwrap();
    let shaft = AreaId::new("0112@1395");
    let place = group.members.iter().position(|one| one.area.as_ref() == Some(&shaft)).unwrap();
    let new_year = Some(day("1400"));
    let mut follows = group.members[place].clone();
    follows.area = Some(AreaId::new("0111@1395"));
    follows.valid = Validity { from: new_year, to: None };
    group.members[place].valid = Validity { from: None, to: new_year };
    group.members.push(follows);
    data
}

/// Title and the counties of Gilan.
fn board(data: &Dataset, periods: &str) -> (String, Vec<String>) {
    let view = format!(
        r#"{{ "query": {{ "areas": {{ "group": "target31" }}, "periods": [{periods}] }},
            "mark": "tile_map", "encoding": {{ "color": "member" }},
            "title": {{ "fa": "{{known}}", "en": "{{known}} of {{expected}}" }} }}"#
    );
    let view: View = serde_json::from_str(&view).unwrap();
    let options = Options { width: 720.0, lang: Lang::En, direction: None };
    let scene = layout(data, &run(data, &view.query), &view, &options);
    let rows = scene.table.rows.iter().filter(|row| row[0].text == "Gilan");
    (scene.title, rows.map(|row| row[1].text.clone()).collect())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_board_shows_the_members_of_its_period_and_else_those_that_are_left() {
    let data = followed();
    let [shaft, fouman] = ["0112", "0111"].map(|code| {
        let name = &data.areas.get(&AreaId::new(format!("{code}@1395"))).unwrap().name;
        vec![name.en.clone()]
    });
    let title = |text: &str| text.to_owned();
    assert_eq!(board(&data, r#""1399""#), (title("24 of 31"), shaft.clone()));
    assert_eq!(board(&data, r#""1401""#), (title("24 of 31"), fouman.clone()));
    assert_eq!(board(&data, ""), (title("24 of 31"), fouman));
    assert_eq!(board(open(), ""), (title("24 of 31"), shaft), "where nobody comes or goes");
}
