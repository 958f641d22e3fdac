//! Parts and their whole, for any tree.

use hamyar::ingest::{Descriptor, Files, Resource, read_package};
use hamyar::model::{Area, AreaRule, AreaTree, Dataset, Level, MeasureId, TimeRule};
use hamyar::number::{Decimal, Ratio};
use hamyar::query::{Answer, AreaSelection, By, Derive, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::check::small;
use crate::suite::fixture::{area, dataset, observation};
use crate::suite::ingest::fixture::assert_spoken;
use crate::suite::text::random::Random;

/// A country of some provinces with some counties each, and two counts for each county.
struct Country {
    dataset: Dataset,
    /// Province of each county, and its counts.
    counties: Vec<(usize, [i64; 2])>,
    provinces: usize,
}

fn country(random: &mut Random) -> Country {
    let provinces = 1 + random.below(6) as usize;
    let mut areas =
        String::from("id,code,division,level,parent,name_fa\nZ@1395,Z,1395,country,,کشور\n");
    let mut rows = String::from("id,measure,area,period,scenario,value,unit,source\n");
    let mut counties = Vec::new();
    for province in 0..provinces {
        areas.push_str(&format!("P{province}@1395,P{province},1395,province,Z@1395,استان\n"));
        for _ in 0..1 + random.below(5) {
            let code = format!("C{}", counties.len());
            areas.push_str(&format!("{code}@1395,{code},1395,county,P{province}@1395,شهرستان\n"));
            let counts = [random.below(1_000) as i64, 1 + random.below(1_000) as i64];
            for (measure, count) in ["part", "all"].into_iter().zip(counts) {
                rows.push_str(&format!(
                    "{measure}{code},{measure},{code}@1395,1396,actual,{count},n,S\n"
                ));
            }
            counties.push((province, counts));
        }
    }
    let measures = "id,name_fa,unit,kind,area_rule,time_rule,numerator,denominator,factor\npart,جزء,n,flow,sum,sum,,,\nall,کل,n,flow,sum,sum,,,\nshare,سهم,n,ratio,ratio,ratio,part,all,100\n";
    let tables = [
        ("units", "id,base,exponent,name_fa\nn,n,0,عدد\n".to_owned()),
        ("areas", areas),
        ("measures", measures.to_owned()),
        ("sources", "id,kind,title_fa\nS,press,خبر\n".to_owned()),
        ("observations", rows),
    ];
    let path = |name: &str| format!("{name}.csv");
    let resource =
        |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
    let resources = tables.iter().map(|(name, _)| resource(name)).collect();
    let files: Files =
        tables.iter().map(|(name, text)| (path(name), text.clone().into_bytes())).collect();
    let read = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
    assert!(!read.has_errors(), "{:?}", read.diagnostics);
    Country { dataset: read.value.dataset, counties, provinces }
}

fn ask(dataset: &Dataset, measure: &str, level: Level) -> Answer {
    let areas = AreaSelection { level: Some(level), ..AreaSelection::default() };
    let measure = MeasureId::new(measure);
    run(dataset, &Query { measure, areas, by: vec![By::Area], ..Query::default() })
}

fn value(answer: &Answer, code: &str) -> Decimal {
    let area = format!("{code}@1395");
    let row =
        answer.rows.iter().find(|row| row.key.area.as_ref().is_some_and(|id| id.as_str() == area));
    row.unwrap_or_else(|| panic!("{area}: {:?}", answer.refused)).figure.value().unwrap()
}

/// The whole is the sum of its parts at each level, and its rate that of the sums.
#[wasm_bindgen_test(unsupported = test)]
fn row_1_parts_are_their_whole_in_any_tree() {
    let mut random = Random(395);
    for _ in 0..40 {
        let Country { dataset, counties, provinces } = country(&mut random);
        let sums = |counted: &dyn Fn(usize) -> bool| {
            let inside = counties.iter().filter(|(province, _)| counted(*province));
            inside.fold([0, 0], |[part, all], (_, [one, other])| [part + one, all + other])
        };
        let by_province =
            ["part", "all", "share"].map(|measure| ask(&dataset, measure, Level::Province));
        let whole = ["part", "all", "share"].map(|measure| ask(&dataset, measure, Level::Country));
        let agrees = |answers: &[Answer; 3], code: &str, [part, all]: [i64; 2]| {
            assert_eq!(value(&answers[0], code), Decimal::from_int(part));
            assert_eq!(value(&answers[1], code), Decimal::from_int(all));
            let rate = Ratio::new(Decimal::from_int(100 * part), Decimal::from_int(all)).unwrap();
            assert_eq!(value(&answers[2], code), rate.rounded(6).unwrap());
        };
        for province in 0..provinces {
            agrees(&by_province, &format!("P{province}"), sums(&|one| one == province));
        }
        agrees(&whole, "Z", sums(&|_| true));
    }
}

/// There is no word for the mean of rates: not in a measure, not in a question.
#[wasm_bindgen_test(unsupported = test)]
fn row_1_a_mean_of_ratios_cannot_be_asked_for() {
    let codes =
        |rules: &[&str]| rules.iter().any(|code| code.contains("mean") || code.contains("avg"));
    assert!(!codes(&AreaRule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>()));
    assert!(!codes(&TimeRule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>()));
    for word in ["mean", "average", "avg"] {
        let question = format!(r#"{{"measure": "share", "derive": "{word}"}}"#);
        assert!(serde_json::from_str::<Query>(&question).is_err(), "{word}");
    }
    let derived =
        serde_json::from_str::<Query>(r#"{"measure": "share", "derive": "share"}"#).unwrap();
    assert_eq!(derived.derive, Some(Derive::Share));
    let mut random = Random(1);
    let Country { dataset, .. } = country(&mut random);
    let measure = MeasureId::new("share");
    let areas = AreaSelection { level: Some(Level::County), ..AreaSelection::default() };
    let query = Query {
        measure,
        areas,
        by: vec![By::Area],
        derive: Some(Derive::Share),
        ..Query::default()
    };
    let answer = run(&dataset, &query);
    assert_eq!(answer.rows.len(), 0, "a share of a sum of rates is refused");
    assert_eq!(answer.refused[0].code, "query/not-additive");
    for (rules, columns) in [
        ("ratio,sum,none", &["area_rule"][..]),
        ("ratio,none,average", &["time_rule"]),
        ("index,none,average", &["time_rule"]),
        ("ratio,weighted,none", &["area_rule"]),
        ("ratio,none,sum", &["time_rule"]),
        ("index,sum,sum", &["area_rule", "time_rule"]),
        ("ratio,ratio,none", &["area_rule"]),
        ("ratio,none,ratio", &["time_rule"]),
        ("stock,sum,sum", &["time_rule"]),
        ("flow,sum,sum", &[]),
        ("stock,sum,last", &[]),
        ("index,none,last", &[]),
        ("reference,none,none", &[]),
    ] {
        assert_eq!(refused(rules), columns, "{rules}");
    }
}

/// Columns in which the row of a measure with these rules, and without a formula, is refused.
fn refused(rules: &str) -> Vec<String> {
    let measure = format!("new,شاخص,Measure,percent,{rules}");
    let found = small::with(&[("observations", format!("{}\n", small::HEAD))])
        .add("measures.csv", &measure)
        .read()
        .unwrap()
        .diagnostics;
    assert!(found.iter().all(|one| one.code == "row/rejected"), "{found:?}");
    found.iter().for_each(assert_spoken);
    found.into_iter().map(|one| one.position.column).collect()
}

/// Villages add up to all above them; the city beside them is a part of the district.
#[wasm_bindgen_test(unsupported = test)]
fn row_1_figures_roll_up_from_the_lowest_level() {
    let tree = [
        ("010101", Level::District, "0101"),
        ("01010101", Level::RuralDistrict, "010101"),
        ("01010199", Level::City, "010101"),
        ("0101010101", Level::Settlement, "01010101"),
        ("0101010102", Level::Settlement, "01010101"),
    ];
    let mut data = dataset(vec![
        observation("a", "people", "0101010101", "1395", "30"),
        observation("b", "people", "0101010102", "1395", "12"),
        observation("c", "people", "01010199", "1395", "900"),
    ]);
    let mut areas: Vec<Area> = data.areas.iter().cloned().collect();
    areas.extend(tree.map(|(code, level, parent)| area(code, level, Some(parent), code)));
    let tree = AreaTree::new(areas);
    assert!(tree.diagnostics.is_empty(), "{:?}", tree.diagnostics);
    data.areas = tree.value;
    for (level, sums) in [
        (Level::RuralDistrict, vec!["42"]),
        (Level::City, vec!["900"]),
        (Level::District, vec!["942"]),
        (Level::Country, vec!["942"]),
    ] {
        let areas = AreaSelection { level: Some(level), ..AreaSelection::default() };
        let query = Query {
            measure: MeasureId::new("people"),
            areas,
            by: vec![By::Area],
            ..Query::default()
        };
        let answer = run(&data, &query);
        let values = answer.rows.iter().filter_map(|row| row.figure.value());
        assert_eq!(values.map(|value| value.to_string()).collect::<Vec<_>>(), sums, "{level:?}");
    }
}

/// A county that only its districts report counts with them, beside counties with figures of their own.
#[wasm_bindgen_test(unsupported = test)]
fn each_branch_is_added_from_its_nearest_figures() {
    let districts = ["010201", "010202"];
    let with = |figures: &[(&str, &str)]| {
        let figure = |(place, (code, value)): (usize, &(&str, &str))| {
            observation(&format!("{place}"), "people", code, "1395", value)
        };
        let mut data = dataset(figures.iter().enumerate().map(figure).collect());
        let mut areas: Vec<Area> = data.areas.iter().cloned().collect();
        areas.extend(districts.map(|code| area(code, Level::District, Some("0102"), code)));
        data.areas = AreaTree::new(areas).value;
        let areas = AreaSelection { level: Some(Level::Province), ..AreaSelection::default() };
        let query = Query { areas, by: vec![By::Area], ..people() };
        let answer = run(&data, &query);
        let first = &answer.rows[0];
        let sum = first.figure.value().unwrap().to_string();
        (sum, first.coverage.reported, first.coverage.expected)
    };
    let told = |sum: &str, reported, expected| (sum.to_owned(), reported, expected);
    assert_eq!(with(&[("0101", "100"), ("010201", "7"), ("010202", "5")]), told("112", 3, 3));
    assert_eq!(with(&[("0101", "100"), ("010201", "7")]), told("107", 2, 3));
    assert_eq!(with(&[("010201", "7"), ("010202", "5")]), told("12", 2, 2));
    assert_eq!(with(&[("0101", "100")]), told("100", 1, 2));
    // The county's own figure goes before those of its districts.
    let own = [("0101", "100"), ("0102", "20"), ("010201", "7"), ("010202", "5")];
    assert_eq!(with(&own), told("120", 2, 2));
}

fn people() -> Query {
    Query { measure: MeasureId::new("people"), ..Query::default() }
}
