//! Boundaries that a user brings.

use hamyar::ingest::{ReadOutlines, read_outlines};
use hamyar::model::{Level, Outline};
use wasm_bindgen_test::wasm_bindgen_test;

use super::open_data::open_dataset;

/// A square of one degree whose south-western corner is at a place.
fn square(west: i32, south: i32) -> String {
    let (east, north) = (west + 1, south + 1);
    format!(
        "[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]"
    )
}

fn collection(features: &[(&str, String)]) -> String {
    let features = features.iter().map(|(properties, geometry)| {
        format!(r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{geometry}}}"#)
    });
    let features: Vec<String> = features.collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn polygon(rings: &[String]) -> String {
    format!(r#"{{"type":"Polygon","coordinates":[{}]}}"#, rings.join(","))
}

fn read(text: &str) -> ReadOutlines {
    read_outlines(text.as_bytes(), &open_dataset().areas).unwrap()
}

fn corners(outline: &Outline) -> Vec<usize> {
    outline.outer().map(Vec::len).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn shapes_are_found_by_name_however_it_is_spelt_and_by_code() {
    for (properties, by) in [
        ([r#""NAME":"استان مركزي""#, r#""NAME":"آذربايجان‌شرقی""#, r#""NAME":"هيچستان""#], "NAME"),
        (
            [
                r#""name_en":"MARKAZI Province""#,
                r#""name_en":"East Azerbaijan""#,
                r#""name_en":"Nowhere""#,
            ],
            "name_en",
        ),
        ([r#""code":"00","x":1"#, r#""code":"03","x":2"#, r#""code":"99","x":3"#], "code"),
    ] {
        let shapes = properties.map(|one| (one, polygon(&[square(50, 34)])));
        let found = read(&collection(&shapes));
        assert_eq!(found.property, by);
        let (level, _) = found.of.unwrap();
        assert_eq!(level, Level::Province);
        let codes: Vec<&str> = found.outlines.iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["00", "03"], "{by}");
        assert_eq!(found.unknown.len(), 1, "{by}: {:?}", found.unknown);
        assert_eq!(found.missing.len(), 29, "{by}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_holes_and_several_shapes_of_one_area_are_kept() {
    let island = square(56, 26);
    let several =
        format!(r#"{{"type":"MultiPolygon","coordinates":[[{}],[{island}]]}}"#, square(54, 27));
    let hole = "[[50.2,34.2],[50.4,34.2],[50.4,34.4],[50.2,34.2]]".to_owned();
    let found = read(&collection(&[
        (r#""name":"هرمزگان""#, several),
        (r#""name":"مرکزی""#, polygon(&[square(50, 34), hole])),
        (r#""name":"مرکزی""#, polygon(&[square(52, 34)])),
    ]));
    let of = |code| found.outlines.get(code).unwrap();
    assert_eq!(corners(of("22")), [4, 4]);
    let parts: Vec<usize> = of("00").parts.iter().map(Vec::len).collect();
    assert_eq!((corners(of("00")), parts), (vec![4, 4], vec![2, 1]));
    assert_eq!(of("00").parts[0][1][0], [50_200_000, 34_200_000]);
}

/// The same two neighbours, their common side told once; the second ring runs back along it.
#[wasm_bindgen_test(unsupported = test)]
fn topojson_gives_the_same_ground_as_geojson() {
    let topology = r#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[50,34]},
        "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,2],[2,0],[0,-2],[-2,0]]],
        "objects":{"provinces":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]],"properties":{"name":"مرکزی"}},
            {"type":"MultiPolygon","arcs":[[[2,0]]],"properties":{"name":"تهران"}}]}}}"#;
    let found = read(topology);
    let plain = read(&collection(&[
        (r#""name":"مرکزی""#, polygon(&["[[51,34],[51,35],[50,35],[50,34],[51,34]]".to_owned()])),
        (r#""name":"تهران""#, polygon(&["[[51,35],[52,35],[52,34],[51,34],[51,35]]".to_owned()])),
    ]));
    assert_eq!(found.outlines, plain.outlines);
    assert_eq!(found.outlines.get("23").unwrap().parts[0][0].len(), 4);
    // Backwards: a number below nought.
    let backwards = topology.replace("[[0,1]]", "[[-2,-1]]");
    let turned = read(&backwards);
    let mut ring = turned.outlines.get("00").unwrap().parts[0][0].clone();
    ring.reverse();
    assert_eq!(ring.len(), 4);
    assert!(found.outlines.get("00").unwrap().parts[0][0].iter().all(|place| ring.contains(place)));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_name_that_two_counties_have_is_taken_for_neither() {
    let dataset = open_dataset();
    let areas = &dataset.areas;
    let list = areas.divisions().last().unwrap();
    let counties: Vec<_> = areas.at_level(list, Level::County, None).collect();
    let is_shared = |name: &str| counties.iter().filter(|one| one.name.fa == name).count() > 1;
    let shared = counties.iter().find(|one| is_shared(&one.name.fa));
    let own: Vec<_> = counties.iter().filter(|one| !is_shared(&one.name.fa)).take(3).collect();
    let mut names: Vec<String> =
        own.iter().map(|one| format!(r#""n":"{}""#, one.name.fa)).collect();
    names.extend(shared.map(|one| format!(r#""n":"{}""#, one.name.fa)));
    let shapes: Vec<_> =
        names.iter().map(|one| (one.as_str(), polygon(&[square(50, 34)]))).collect();
    let found = read(&collection(&shapes));
    assert_eq!(found.of, Some((Level::County, list)));
    assert_eq!((found.outlines.len(), found.unknown.len()), (3, usize::from(shared.is_some())));
}

/// Points of towns, shapes of nothing and polygons without a ring around them name areas too.
#[wasm_bindgen_test(unsupported = test)]
fn what_has_no_ground_gives_its_area_none() {
    let town = r#"{"type":"Point","coordinates":[50.9,34.6]}"#.to_owned();
    let bare = polygon(&["[]".to_owned(), square(50, 34)]);
    let found = read(&collection(&[
        (r#""n":"تهران""#, polygon(&[square(51, 35)])),
        (r#""n":"قم""#, town),
        (r#""n":"مرکزی""#, bare),
        (r#""n":"یزد""#, "null".to_owned()),
    ]));
    let codes: Vec<&str> = found.outlines.iter().map(|(code, _)| code).collect();
    assert_eq!((codes, found.missing.len()), (vec!["23"], 30));
}

/// Provinces and counties of one name in one file, as exports of OpenStreetMap have them.
#[wasm_bindgen_test(unsupported = test)]
fn the_ground_of_a_province_is_not_that_of_its_county() {
    let shapes = [
        (r#""n":"استان قم""#, polygon(&[square(50, 34)])),
        (r#""n":"شهرستان قم""#, polygon(&[square(60, 30)])),
        (r#""n":"استان تهران""#, polygon(&[square(51, 35)])),
    ];
    let found = read(&collection(&shapes));
    assert_eq!(found.of.unwrap().0, Level::Province);
    let qom = found.outlines.get("25").unwrap();
    assert_eq!((qom.parts.len(), qom.parts[0][0][0]), (1, [50_000_000, 34_000_000]));
    // Of a topology each object by itself; told twice is told once.
    let topology = r#"{"type":"Topology","arcs":[[[50,34],[51,34],[51,35],[50,34]]],"objects":{
        "counties":{"type":"Polygon","arcs":[[0]],"properties":{"n":"قم"}},
        "provinces":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0]],"properties":{"n":"قم"}},{"type":"Polygon","arcs":[[0]],"properties":{"n":"قم"}},
            {"type":"Polygon","arcs":[[0]],"properties":{"n":"تهران"}}]}}}"#;
    let found = read(topology);
    assert_eq!((found.of.unwrap().0, found.outlines.len()), (Level::Province, 2));
    assert_eq!(found.outlines.get("25").unwrap().parts.len(), 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn serial_numbers_are_no_codes() {
    let numbered: Vec<String> =
        (1..=31).map(|number| format!(r#""OBJECTID":{number},"n":"İl {number}""#)).collect();
    let shapes: Vec<_> =
        numbered.iter().map(|one| (one.as_str(), polygon(&[square(30, 38)]))).collect();
    let found = read(&collection(&shapes));
    assert!(found.of.is_none() && found.outlines.is_empty(), "{:?}", found.property);
}

/// One line named so often that no memory would hold what it makes.
#[wasm_bindgen_test(unsupported = test)]
fn a_small_file_of_endless_boundaries_is_refused() {
    let line: Vec<String> =
        (0..3000).map(|step| format!("[{},{}]", step % 90, step % 60)).collect();
    let named = vec!["[0]"; 2000].join(",");
    let file = format!(
        r#"{{"type":"Topology","arcs":[[{}]],"objects":{{"a":{{"type":"Polygon","arcs":[{named}]}}}}}}"#,
        line.join(",")
    );
    let fault = read_outlines(file.as_bytes(), &open_dataset().areas).unwrap_err().0;
    assert_eq!(fault.code, "outline/too-many");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_name_of_a_province_and_of_a_county_is_of_the_province() {
    let found = read(&collection(&[(r#""n":"تهران""#, polygon(&[square(51, 35)]))]));
    assert_eq!(found.of.unwrap().0, Level::Province);
    assert_eq!(found.outlines.iter().next().unwrap().0, "23");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_ground_is_refused_with_what_to_do() {
    let code = |text: &str| read_outlines(text.as_bytes(), &open_dataset().areas).unwrap_err().0;
    for (text, expected) in [
        ("{", "outline/not-json"),
        ("[1, 2]", "outline/no-shapes"),
        (r#"{"type":"FeatureCollection","features":[]}"#, "outline/no-shapes"),
        (
            r#"{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{"a":{"type":"Polygon","arcs":[[7]]}}}"#,
            "outline/broken",
        ),
        (
            r#"{"type":"Polygon","coordinates":[[[500000,3900000],[500001,3900000],[500001,3900001]]]}"#,
            "outline/not-degrees",
        ),
    ] {
        let fault = code(text);
        assert_eq!(fault.code, expected, "{text}");
        assert!(!fault.hint.fa.is_empty() && !fault.hint.en.is_empty(), "{text}");
    }
    assert_eq!(
        read_outlines(&[0xFF, 0xFE], &open_dataset().areas).unwrap_err().0.code,
        "file/not-utf8"
    );
    // A line of nothing but brackets ends, too.
    assert_eq!(code(&"[".repeat(100_000)).code, "outline/not-json");
    let bare = read(&polygon(&[square(50, 34)]));
    assert!(bare.of.is_none() && bare.outlines.is_empty());
}
