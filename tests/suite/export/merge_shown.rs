//! The JSON of `hamyar merge`, as `README.md` shows it.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Tables of both copies, and of each what the other has not.
const ALIKE: [(&str, &str); 2] = [
    ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
    (
        "measures",
        "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n",
    ),
];
const FIGURES: &str = "id,measure,period,scenario,value,unit,source\na,jobs,1400,actual,";
const SOURCES: &str = "id,kind,title_fa,published,precision\nS,press,";
const CHANGES: &str = "observation,recorded,value,unit\na,";
const NORTH: [(&str, &str, &str); 3] = [
    ("sources", SOURCES, "خبر,1401-02-18,day\n"),
    ("observations", FIGURES, "910,person,S\n"),
    ("revisions", CHANGES, "1403-01-01,900,person\n"),
];
const SOUTH: [(&str, &str, &str); 3] = [
    ("sources", SOURCES, "خبر دیگر,1401-02-18,day\n"),
    ("observations", FIGURES, "920,person,S\nb,jobs,1400,actual,9x,person,S\n"),
    ("revisions", CHANGES, "1403-01-02,900,person\n"),
];

fn write(directory: &Path, own: &[(&str, &str, &str)]) {
    std::fs::create_dir_all(directory).unwrap();
    let own = own.iter().map(|(name, head, rows)| (*name, format!("{head}{rows}")));
    let alike = ALIKE.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let mut resources: Vec<Value> = Vec::new();
    for (name, text) in alike.chain(own) {
        std::fs::write(directory.join(format!("{name}.csv")), text).unwrap();
        resources.push(json!({"name": name, "path": format!("{name}.csv")}));
    }
    let descriptor = json!({"name": "copies", "resources": resources}).to_string();
    std::fs::write(directory.join("datapackage.json"), descriptor).unwrap();
}

/// The JSON in the section on mergers.
fn shown() -> Value {
    let readme = include_str!("../../../README.md");
    let (_, section) = readme.split_once("### What `hamyar merge --json` prints").unwrap();
    let (_, block) = section.split_once("```json\n").unwrap();
    serde_json::from_str(block.split_once("```").unwrap().0).unwrap()
}

#[test]
fn the_readme_shows_what_a_merger_prints() {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("merge-shown");
    write(&place.join("north"), &NORTH);
    write(&place.join("south"), &SOUTH);
    let mut merge = Command::new(env!("CARGO_BIN_EXE_hamyar"));
    merge.current_dir(&place).args(["merge", "north", "south", "--out", "both", "--json"]);
    let output = merge.output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(serde_json::from_str::<Value>(&told).unwrap(), shown(), "{told}");
}
