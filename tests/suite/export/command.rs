//! `hamyar export` and `hamyar query --format`, run as a program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ingest/small");
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data/example");
const OPEN_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn packed(package: &str, name: &str) -> Vec<u8> {
    let out = place(name);
    assert_eq!(hamyar(&["pack", package, "--out", out.to_str().unwrap()]).status.code(), Some(0));
    std::fs::read(out).unwrap()
}

#[test]
fn what_is_exported_packs_to_the_same_bytes() {
    let out = place("exported");
    let exported = out.to_str().unwrap();
    assert_eq!(hamyar(&["export", SMALL, "--out", exported]).status.code(), Some(0));
    assert_eq!(packed(exported, "exported.bin"), packed(SMALL, "small.bin"));
    let checked = hamyar(&["check", exported]);
    let told = String::from_utf8(checked.stderr).unwrap();
    assert!(!told.contains(": error ["), "{told}");
}

#[test]
fn what_is_exported_as_json_packs_to_the_same_bytes() {
    for (package, name) in [(SMALL, "small"), (OPEN_DATA, "open"), (EXAMPLE, "made-up")] {
        let out = place(&format!("exported-json-{name}"));
        let exported = out.to_str().unwrap();
        let call = ["export", package, "--format", "json", "--out", exported];
        assert_eq!(hamyar(&call).status.code(), Some(0), "{name}");
        let bytes = packed(exported, &format!("json-{name}.bin"));
        assert_eq!(bytes, packed(package, &format!("csv-{name}.bin")), "{name}");
        let described = std::fs::read_to_string(out.join("datapackage.json")).unwrap();
        assert!(described.contains("\"path\": \"areas.json\"") && !described.contains("csv"));
        assert!(out.join("observations.json").exists() && !out.join("observations.csv").exists());
    }
    let unknown = hamyar(&["export", SMALL, "--format", "xml", "--out", "x"]);
    assert_eq!(unknown.status.code(), Some(2));
}

/// Counts are made anew from the registers that were written with them.
#[test]
fn registers_are_exported_and_what_is_counted_from_them_is_not() {
    let out = place("exported-example");
    let exported = out.to_str().unwrap();
    assert_eq!(hamyar(&["export", EXAMPLE, "--out", exported]).status.code(), Some(0));
    assert_eq!(packed(exported, "exported-example.bin"), packed(EXAMPLE, "example.bin"));
    let rows = |directory: &Path, file: &str| {
        std::fs::read_to_string(directory.join(file)).unwrap().lines().count()
    };
    for file in ["observations.csv", "submissions.csv", "project_parties.csv"] {
        assert_eq!(rows(&out, file), rows(Path::new(EXAMPLE), file), "{file}");
    }
}

#[test]
fn a_package_is_not_written_over_itself() {
    let before = std::fs::read(Path::new(SMALL).join("observations.csv")).unwrap();
    let refused = hamyar(&["export", SMALL, "--out", &format!("{SMALL}/../small")]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(std::fs::read(Path::new(SMALL).join("observations.csv")).unwrap(), before);
}

/// Copies of the open data in which one figure each was changed, with its revision.
fn edited(name: &str, value: &str) -> PathBuf {
    let copy = place(name);
    let out = copy.to_str().unwrap();
    assert_eq!(hamyar(&["export", OPEN_DATA, "--out", out]).status.code(), Some(0));
    let observations = copy.join("observations.csv");
    let text = std::fs::read_to_string(&observations).unwrap();
    let line = text.lines().find(|line| line.starts_with("O018,")).unwrap();
    let changed = line.replacen(",900,", &format!(",{value},"), 1);
    assert_ne!(line, changed);
    std::fs::write(&observations, text.replace(line, &changed)).unwrap();
    let revisions = copy.join("revisions.csv");
    let mut text = std::fs::read_to_string(&revisions).unwrap();
    let cell = |column: &str| match column {
        "number" | "change" => "1",
        "observation" => "O018",
        "recorded" => "1402-01-01",
        "value" => "900",
        "unit" => "person",
        "qualifier" => "exact",
        _ => "",
    };
    let row: Vec<&str> = text.lines().next().unwrap().split(',').map(cell).collect();
    let row = row.join(",");
    text.push_str(&format!("{row}\n"));
    std::fs::write(&revisions, text).unwrap();
    copy
}

#[test]
fn two_copies_merge_and_a_cell_changed_apart_is_listed() {
    let (one, other) = (edited("copy-one", "910"), edited("copy-other", "920"));
    let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
    let out = place("merged");
    let merged = out.to_str().unwrap();
    let output = hamyar(&["merge", one, other, "--out", merged]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("O018") && told.contains("۹۱۰") && told.contains("920"), "{told}");
    let conflicts = std::fs::read_to_string(out.join("conflicts.csv")).unwrap();
    assert_eq!(conflicts.lines().filter(|line| line.starts_with("O018,")).count(), 2);

    let output = hamyar(&["merge", OPEN_DATA, one, "--out", merged]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(packed(merged, "merged.bin"), packed(one, "one.bin"));
}

/// The rows of a figure in `conflicts.csv`, with cells filled in on the one that `standing` names.
fn decided(conflicts: &str, keep: &str, day: &str, by: &str) -> String {
    let line = conflicts.lines().find(|line| line.starts_with("O018,second,")).unwrap();
    let filled = line.replacen(",second,,,,", &format!(",second,{keep},{day},{by},"), 1);
    assert_ne!(line, filled);
    conflicts.replace(line, &filled)
}

#[test]
fn what_a_person_decided_is_read_back() {
    let (one, other) = (edited("decide-one", "910"), edited("decide-other", "920"));
    let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
    let file = |directory: &Path, name: &str| {
        std::fs::read_to_string(directory.join(name)).unwrap_or_default()
    };
    let open = place("decide-open");
    hamyar(&["merge", one, other, "--out", open.to_str().unwrap()]);
    let conflicts = file(&open, "conflicts.csv");
    let list = place("decided.csv");
    let merge = |first: &str, second: &str, list_of: String, name: &str| {
        std::fs::write(&list, list_of).unwrap();
        let out = place(name);
        let call = ["merge", first, second, "--decided", list.to_str().unwrap(), "--out"];
        let output = hamyar(&[&call[..], &[out.to_str().unwrap()]].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), told, out)
    };
    let all = decided(&conflicts, "second", "1402-02-31", "اداره‌کل");
    let mut packages = Vec::new();
    for (first, second) in [(one, other), (other, one)] {
        let (code, told, out) = merge(first, second, all.clone(), "decide-done");
        assert_eq!(code, Some(0), "{told}");
        assert_eq!(file(&out, "conflicts.csv").lines().count(), 1, "nothing is left");
        packages.push(packed(out.to_str().unwrap(), "decide-done.bin"));
        packages.push(file(&out, "revisions.csv").into_bytes());
        let standing = conflicts.lines().find(|line| line.starts_with("O018,second,")).unwrap();
        let kept = if standing.contains(",910,") { "910" } else { "920" };
        let left = if kept == "910" { "920" } else { "910" };
        let line = file(&out, "observations.csv");
        let line = line.lines().find(|line| line.starts_with("O018,")).unwrap().to_owned();
        assert!(line.contains(&format!(",{kept},")), "{line}");
        let revisions = file(&out, "revisions.csv");
        let last = revisions.lines().rfind(|line| line.contains("O018")).unwrap();
        for told in ["1402-02-31", "اداره‌کل", &format!(",{left},")] {
            assert!(last.contains(told), "{told} in {last}");
        }
        // It is settled: either copy merged again brings no conflict back.
        let again = place("decide-again");
        let output =
            hamyar(&["merge", out.to_str().unwrap(), one, "--out", again.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(file(&again, "conflicts.csv").lines().count(), 1);
    }
    assert_eq!(packages[..2], packages[2..], "the order of the copies makes no difference");

    // What does not fit is told, and not applied.
    let typed_over = all.replacen(",910,", ",911,", 1);
    let stranger = all.replace("O018,", "O017,");
    for (list_of, reason) in [
        (typed_over, "merge/other-contents"),
        (all.replacen(",exact,", ",about,", 1), "merge/other-contents"),
        (all.replace(",person,", ",household,"), "merge/other-contents"),
        (stranger, "merge/no-such-conflict"),
        (decided(&conflicts, "second", "1401-01-01", "ما"), "merge/too-early"),
    ] {
        let (code, told, out) = merge(one, other, list_of, "decide-unfit");
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains(reason), "{reason} in {told}");
        assert_eq!(file(&out, "conflicts.csv"), conflicts, "{reason}: it stays open");
    }
    let (code, _, out) = merge(one, other, conflicts.clone(), "decide-none");
    assert_eq!((code, file(&out, "conflicts.csv")), (Some(1), conflicts.clone()));
    // The person's own file is never written over.
    let filled = open.join("conflicts.csv");
    std::fs::write(&filled, &all).unwrap();
    let out = open.to_str().unwrap();
    let refused =
        hamyar(&["merge", one, other, "--decided", filled.to_str().unwrap(), "--out", out]);
    assert_eq!((refused.status.code(), file(&open, "conflicts.csv")), (Some(2), all.clone()));
    // A call that cannot be read writes nothing.
    for (keep, day, by) in [
        ("second", "", "ما"),
        ("second", "1402-02", "ما"),
        ("both", "1402-02-31", "ما"),
        ("second", "1402-02-31", ""),
    ] {
        let list_of = decided(&conflicts, keep, day, by);
        let (code, told, out) = merge(one, other, list_of, "decide-never");
        assert_eq!((code, out.exists()), (Some(2), false), "{told}");
        assert!(told.contains("O018"), "{told}");
    }
}

/// Registers stand in the merged package, and nothing that is counted from them is written.
#[test]
fn a_register_is_not_lost_in_a_merger() {
    let (one, out) = (place("example-one"), place("merged-example"));
    let (copy, merged) = (one.to_str().unwrap(), out.to_str().unwrap());
    assert_eq!(hamyar(&["export", EXAMPLE, "--out", copy]).status.code(), Some(0));
    let table =
        |directory: &Path, file: &str| std::fs::read_to_string(directory.join(file)).unwrap();
    let parties = std::fs::read_to_string(one.join("project_parties.csv")).unwrap();
    assert_eq!(hamyar(&["merge", EXAMPLE, copy, "--out", merged]).status.code(), Some(0));
    assert_eq!(packed(merged, "merged-example.bin"), packed(EXAMPLE, "example.bin"));
    for file in ["observations.csv", "submissions.csv", "project_parties.csv"] {
        assert_eq!(table(&out, file), table(&one, file), "{file}");
    }

    // A share that one copy tells otherwise, and a report that only it has.
    let changed = parties.replacen("XP1,XO1,X101@1402,60", "XP1,XO1,X101@1402,50", 1);
    assert_ne!(changed, parties);
    std::fs::write(one.join("project_parties.csv"), changed).unwrap();
    let mut reports = std::fs::read_to_string(one.join("submissions.csv")).unwrap();
    reports.push_str(
        "XD4,X3@1395,1399-06-30,yes,1,1,
",
    );
    std::fs::write(one.join("submissions.csv"), &reports).unwrap();
    let output = hamyar(&["merge", EXAMPLE, copy, "--out", merged]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    let both = [
        "projects XP1 project_parties/1/share",
        "“\u{2068}50\u{2069}” | “\u{2068}60\u{2069}”",
        "سهم، درصد",
        "دو نسخه",
    ];
    for text in both {
        assert!(told.contains(text), "{text} in {told}");
    }
    let listed = table(&out, "differing.csv");
    for row in [
        "projects,XP1,first,project_parties/1/share,50,,,,\n",
        "projects,XP1,second,project_parties/1/share,60,,,,\n",
        "projects,XP1,all,project_parties/1/area,X101@1402,,,,\n",
    ] {
        assert!(listed.contains(row), "{row} in {listed}");
    }
    let lines = |text: &str| text.lines().count();
    assert_eq!(lines(&table(&out, "submissions.csv")), lines(&reports));
}

/// Tables are edited by hand where they lie: nothing is written over what was read.
#[test]
fn what_is_read_is_never_written_over() {
    let one = edited("read-and-out", "910");
    let (path, table) = (one.to_str().unwrap(), one.join("observations.csv"));
    let before = std::fs::read(&table).unwrap();
    for call in [vec!["export", path, "--out", path], vec!["merge", OPEN_DATA, path, "--out", path]]
    {
        let output = hamyar(&call);
        assert_eq!(output.status.code(), Some(2), "{call:?}");
        assert_eq!(std::fs::read(&table).unwrap(), before, "{call:?}");
    }
}

#[test]
fn an_example_is_not_merged_with_open_data() {
    let out = place("mixed");
    let output = hamyar(&["merge", EXAMPLE, OPEN_DATA, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!out.exists());
}

/// One copy withdrew a figure and says so: it does not come back with the other.
#[test]
fn a_withdrawal_survives_a_merger() {
    let one = place("withdrawn");
    let copy = one.to_str().unwrap();
    assert_eq!(hamyar(&["export", OPEN_DATA, "--out", copy]).status.code(), Some(0));
    let observations = std::fs::read_to_string(one.join("observations.csv")).unwrap();
    let heads: Vec<&str> = observations.lines().next().unwrap().split(',').collect();
    let line = observations.lines().find(|line| line.starts_with("O018,")).unwrap();
    assert!(!line.contains('"'), "{line}");
    let cells: Vec<&str> = line.split(',').collect();
    let rest = observations.replace(&format!("{line}\n"), "");
    std::fs::write(one.join("observations.csv"), rest).unwrap();
    let mut revisions = std::fs::read_to_string(one.join("revisions.csv")).unwrap();
    let cell = |column: &str| match column {
        "number" | "change" => "1",
        "observation" => "O018",
        "recorded" => "1402-01-01",
        other => heads.iter().position(|head| *head == other).map_or("", |place| cells[place]),
    };
    let row: Vec<&str> = revisions.lines().next().unwrap().split(',').map(cell).collect();
    let row = row.join(",");
    revisions.push_str(&format!("{row}\n"));
    std::fs::write(one.join("revisions.csv"), revisions).unwrap();
    for (first, second) in [(OPEN_DATA, copy), (copy, OPEN_DATA)] {
        let out = place("merged-withdrawn");
        let output = hamyar(&["merge", first, second, "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let merged = std::fs::read_to_string(out.join("observations.csv")).unwrap();
        assert!(!merged.contains("\nO018,"));
    }
}

#[test]
fn an_answer_leaves_in_every_format() {
    let question = place("question.json");
    let paid = r#"{"measure": "facility_amount", "areas": {"level": "province"}, "scenario": "actual",
        "stage": "disbursed", "by": ["area"]}"#;
    std::fs::write(&question, paid).unwrap();
    let question = question.to_str().unwrap();
    for (format, start) in [
        ("json-stat", "{\n \"version\": \"2.0\""),
        ("json", "["),
        ("csv", "\u{FEFF}"),
        ("xlsx", "PK"),
    ] {
        let out = place(&format!("answer.{format}"));
        let to_file = ["--format", format, "--lang", "en", "--out", out.to_str().unwrap()];
        let output = hamyar(&[&["query", SMALL, question], to_file.as_slice()].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.windows(3).any(|three| three == b"580"), "{format}: the figure is in it");
        assert!(bytes.starts_with(start.as_bytes()), "{format}");
        let printed = hamyar(&["query", SMALL, question, "--format", format, "--lang", "en"]);
        assert_eq!(printed.stdout, bytes, "{format}");
    }
    let unknown = hamyar(&["query", SMALL, question, "--format", "pdf"]);
    assert_eq!(unknown.status.code(), Some(2));
}
