//! `hamyar publish`, run as a program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hamyar::publish::NEEDED;

use super::VIEWS;

const OPEN_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");

fn publish(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).arg("publish").args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish").join(name);
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).unwrap();
    place
}

#[test]
fn without_the_assets_it_says_which_and_writes_nothing() {
    let (empty, out) = (place("empty"), place("unwritten"));
    let told =
        publish(&[OPEN_DATA, "--out", out.to_str().unwrap(), "--assets", empty.to_str().unwrap()]);
    assert_eq!(told.status.code(), Some(2));
    let words = String::from_utf8(told.stderr).unwrap();
    for part in ["publish/assets", "hamyar.css", "cargo xtask build", "دارایی‌های"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(std::fs::read_dir(out).unwrap().count(), 0);
}

/// A folder with all that pages need, and a file of views.
fn inputs(name: &str, views: &str) -> [String; 4] {
    let folder = place(name);
    for path in NEEDED {
        std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        std::fs::write(folder.join(path), path).unwrap();
    }
    let file = folder.join("views.json");
    std::fs::write(&file, views).unwrap();
    ["--views", file.to_str().unwrap(), "--assets", folder.to_str().unwrap()].map(str::to_owned)
}

/// Publishes the open data into a folder of this name; with what is said.
fn call(inputs: &[String], out: &Path, more: &[&str]) -> (Option<i32>, String) {
    let named = inputs.iter().map(String::as_str);
    let call: Vec<&str> =
        [OPEN_DATA, "--out", out.to_str().unwrap()].into_iter().chain(named).collect();
    let done = publish(&[&call[..], more].concat());
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

fn written(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let folders = [out.to_owned(), out.join("assets")];
    let entries = folders.iter().flat_map(|one| std::fs::read_dir(one).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let relative = |path: &Path| path.strip_prefix(out).unwrap().to_owned();
    paths.map(|path| (relative(&path), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn the_command_writes_the_site_with_its_compressed_files_twice_the_same() {
    let all: serde_json::Value = serde_json::from_str(VIEWS).unwrap();
    let some = serde_json::json!({ "s4-paid-planned": all["s4-paid-planned"] });
    let inputs = inputs("assets", &some.to_string());
    let outs = ["one", "other"].map(place);
    let [one, other] = outs.each_ref().map(|out| {
        assert_eq!(call(&inputs, out, &[]), (Some(0), String::new()));
        written(out)
    });
    assert_eq!(one, other);
    let pages = ["index.html", "s4-paid-planned.html.br", "s4-paid-planned.html.gz"];
    for path in pages.into_iter().chain(["s4-paid-planned.fa.csv", "web.config"]) {
        assert!(one.contains_key(Path::new(path)), "{path}");
    }
    // Copies of what stood there before would go on being served.
    assert_eq!(call(&inputs, &outs[0], &["--plain"]).0, Some(0));
    let is_copy = |path: &PathBuf| path.extension().is_some_and(|end| end == "gz" || end == "br");
    let plain = written(&outs[0]);
    assert!(!plain.keys().any(is_copy));
    assert_eq!(plain.len(), one.keys().filter(|path| !is_copy(path)).count());
}

#[test]
fn a_name_that_is_no_address_or_stands_twice_is_refused() {
    let view = r#"{"query": {"measure": "population_total"}}"#;
    let outside = |data: &str| {
        format!("{{\"a\": {{\"data\": \"{data}\", \"query\": {{\"measure\": \"jobs\"}}}}}}")
    };
    for (views, told) in [
        (format!("{{\"Index\": {view}}}"), r#""Index" is no name of a file"#),
        (format!("{{\"../a\": {view}}}"), r#""../a" is no name of a file"#),
        (format!("{{\"a\": {view}, \"A\": {view}}}"), r#""A" stands there twice"#),
        (outside("../private"), r#""a" names a folder outside"#),
        (outside("/srv/other"), r#""a" names a folder outside"#),
    ] {
        let out = place("refused-out");
        let (status, said) = call(&inputs("refused", &views), &out, &[]);
        assert_eq!(status, Some(2));
        assert!(said.contains(told), "{said}");
        assert_eq!(std::fs::read_dir(out).unwrap().count(), 0);
    }
}

#[test]
fn a_view_that_draws_nothing_is_told_in_both_languages() {
    let views = r#"{"nothing": {"query": {"measure": "population_total", "periods": ["1300"]}}}"#;
    let out = place("nothing-out");
    let (status, said) = call(&inputs("nothing", views), &out, &["--plain"]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("view/empty") && said.contains("\"nothing\" draws nothing"), "{said}");
    assert!(said.contains("چیزی نمی‌کشد"), "{said}");
    assert!(out.join("nothing.html").exists());
}

/// The id of a measure is whatever its table says.
#[test]
fn a_measure_whose_id_is_no_address_writes_nothing_outside() {
    let package = place("hostile");
    let table =
        |name: &str, text: &str| std::fs::write(package.join(format!("{name}.csv")), text).unwrap();
    table("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n");
    let measures = "id,name_fa,name_en,unit,kind,area_rule,time_rule\n../../out,شغل,Jobs,person,flow,sum,sum\njobs,شغل,Jobs,person,flow,sum,sum\n";
    table("measures", measures);
    table(
        "areas",
        "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n",
    );
    table("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n");
    table(
        "observations",
        "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\nO2,../../out,24@1395,1400,actual,900,person,S4\n",
    );
    let names = ["units", "measures", "areas", "sources", "observations"];
    let resources =
        names.map(|name| serde_json::json!({ "name": name, "path": format!("{name}.csv") }));
    let descriptor = serde_json::json!({ "name": "hostile", "resources": resources });
    std::fs::write(package.join("datapackage.json"), descriptor.to_string()).unwrap();
    let out = place("hostile-out").join("a").join("site");
    let [_, _, assets, folder] = inputs("hostile-assets", "{}");
    let call =
        [package.to_str().unwrap(), "--out", out.to_str().unwrap(), &assets, &folder, "--plain"];
    let done = publish(&call);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(out.join("jobs.html").exists());
    // Two folders above the site is where it would have gone.
    let above = out.parent().unwrap().parent().unwrap();
    let names: Vec<_> =
        std::fs::read_dir(above).unwrap().flatten().map(|one| one.file_name()).collect();
    assert_eq!(names, ["a"]);
}
