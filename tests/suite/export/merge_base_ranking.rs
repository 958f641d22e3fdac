//! The ranking beside the tables, merged beside what copies were made of.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::merge_base::{Test, counts, files, place};

/// The rules of a ranking, and the values of its candidates.
fn rank(copy: &Path, rules: Value, jobs: &str) {
    std::fs::write(copy.join("ranking.json"), rules.to_string()).unwrap();
    std::fs::write(copy.join("ranking-values.csv"), format!("id,jobs\na,{jobs}\n")).unwrap();
}

/// Of the ranking beside the tables, rules are asked as a whole, and values are.
#[test]
fn a_ranking_that_one_copy_left_is_what_the_other_has() {
    let test = Test::new("ranking");
    let copies = ["left", "changed", "counted", "without"].map(|name| test.copy(name, &[]));
    let [left, changed, counted, without] = &copies;
    for (copy, title, jobs) in
        [(&test.base, "a", "1"), (left, "a", "1"), (changed, "b", "1"), (counted, "a", "2")]
    {
        rank(copy, json!({"title": title}), jobs);
    }
    let (told, out) = test.same("changed-out", [left, changed]);
    assert_eq!((&told["ok"], counts(&told)), (&json!(true), [0, 0]), "{told}");
    assert_eq!(files(&out)["ranking.json"], files(changed)["ranking.json"]);
    let (told, out) = test.same("without-out", [left, without]);
    assert_eq!((&told["ok"], files(&out).get("ranking.json")), (&json!(true), None), "{told}");
    let (told, out) = test.same("both-out", [changed, counted]);
    assert_eq!((&told["ok"], counts(&told)), (&json!(true), [0, 0]), "{told}");
    let rules: Value = serde_json::from_str(&files(&out)["ranking.json"]).unwrap();
    let values = &files(&out)["ranking-values.csv"];
    assert_eq!((rules, values.as_str()), (json!({"title": "b"}), "id,jobs\na,2\n"));
}

/// Rules of two hands are never put together, and a ranking that one copy took out is not lost without a word.
#[test]
fn a_ranking_that_both_changed_or_one_took_out_is_for_a_person_to_decide() {
    let test = Test::new("ranking-open");
    let copies = ["heavy", "light", "without"].map(|name| test.copy(name, &[]));
    let [heavy, light, without] = &copies;
    rank(&test.base, json!({"id": "r", "weights": ["1", "1"]}), "1");
    rank(heavy, json!({"id": "r", "weights": ["9", "1"]}), "1");
    rank(light, json!({"id": "r", "weights": ["1", "2"]}), "1");
    let (told, out) = test.same("both-ways", [heavy, light]);
    assert_eq!(counts(&told), [0, 1], "{told}");
    let ranking = files(&out)["ranking.json"].clone();
    assert!([heavy, light].iter().any(|copy| files(copy)["ranking.json"] == ranking), "{ranking}");

    let (told, out) = test.same("out-of-it", [heavy, without]);
    assert_eq!(counts(&told), [0, 1], "{told}");
    assert_eq!(told["differing"][0]["values"], json!(["\"r\"", null]), "{told}");
    assert_eq!(files(&out)["ranking.json"], files(heavy)["ranking.json"]);
    let row = "ranking,ranking.json,second,id,,";
    let listed = &files(&out)["differing.csv"];
    assert!(listed.contains(&format!("{row},,,")), "{listed}");
    let list = place("ranking-open.csv");
    let decision = format!("{row}second,1402-01-31,us,");
    std::fs::write(&list, listed.replace(&format!("{row},,,"), &decision)).unwrap();
    let decided = ["--decided", list.to_str().unwrap()];
    let (told, settled) = test.merged("settled", [heavy, without], &decided);
    let has_ranking =
        |directory: &Path| files(directory).keys().any(|name| name.contains("ranking"));
    assert_eq!((&told["ok"], has_ranking(&settled)), (&json!(true), false), "{told}");
    for copy in [heavy, without, &test.base, &out] {
        let (told, again) = test.merged("settled-again", [&settled, copy], &[]);
        assert_eq!((&told["ok"], has_ranking(&again)), (&json!(true), false), "{told}");
    }
}

/// What is known of a ranking in a directory, and what is open.
fn told(directory: &Path) -> Vec<(String, String)> {
    let all = files(directory).into_iter();
    all.filter(|(name, _)| name.contains("ranking") || name == "differing.csv").collect()
}

/// Rules changed in two ways, values changed, values taken out, all taken out: whatever is merged in whatever order,
/// and once more.
#[test]
fn the_order_and_number_of_mergers_make_no_difference_to_a_ranking() {
    let test = Test::new("ranking-order");
    rank(&test.base, json!({"id": "r", "weights": ["1"]}), "1");
    let copies: Vec<PathBuf> = ["heavy", "light", "counted", "bare", "without"]
        .iter()
        .map(|name| {
            let copy = test.copy(name, &[]);
            match *name {
                "heavy" => rank(&copy, json!({"id": "r", "weights": ["9"]}), "1"),
                "light" => rank(&copy, json!({"id": "r", "weights": ["0"]}), "1"),
                "counted" => rank(&copy, json!({"id": "r", "weights": ["1"]}), "2"),
                "bare" => {
                    rank(&copy, json!({"id": "r", "weights": ["1"]}), "1");
                    std::fs::remove_file(copy.join("ranking-values.csv")).unwrap();
                }
                _ => {}
            }
            copy
        })
        .collect();
    let both = |name: &str, one: &Path, other: &Path| test.merged(name, [one, other], &[]).1;
    for (place, one) in copies.iter().enumerate() {
        for (next, other) in copies.iter().enumerate().skip(place + 1) {
            let pair = both(&format!("pair-{place}-{next}"), one, other);
            for again in [one, other, &test.base, &pair] {
                assert_eq!(told(&both("again", &pair, again)), told(&pair), "{place} {next}");
            }
            for third in copies.iter().skip(next + 1) {
                let left = both("left", &pair, third);
                let right = both("right", one, &both("second", other, third));
                assert_eq!(told(&left), told(&right), "{place} {next}");
            }
        }
    }
}

/// Values that somebody chose over none stay, whichever copy comes again.
#[test]
fn values_that_somebody_chose_stay() {
    let test = Test::new("ranking-chosen");
    let copies = ["counted", "bare"].map(|name| test.copy(name, &[]));
    let [counted, bare] = &copies;
    rank(&test.base, json!({"id": "r"}), "1");
    rank(counted, json!({"id": "r"}), "2");
    rank(bare, json!({"id": "r"}), "1");
    std::fs::remove_file(bare.join("ranking-values.csv")).unwrap();
    let (report, open) = test.same("open", [counted, bare]);
    assert_eq!(counts(&report), [0, 1], "{report}");
    let listed = files(&open)["differing.csv"].clone();
    let row = listed.lines().find(|line| line.contains("ranking_values/1/jobs,2,")).unwrap();
    let kept = row.split(',').nth(2).unwrap();
    let list = place("ranking-chosen.csv");
    let filled = row.replacen(",2,,,", &format!(",2,{kept},1402-01-31,us"), 1);
    std::fs::write(&list, listed.replace(row, &filled)).unwrap();
    let decided = ["--decided", list.to_str().unwrap()];
    let (report, settled) = test.merged("settled", [counted, bare], &decided);
    assert_eq!(report["ok"], json!(true), "{report}");
    for copy in [counted, bare, &test.base, &open] {
        let (report, again) = test.merged("settled-again", [&settled, copy], &[]);
        let values = files(&again).get("ranking-values.csv").cloned();
        assert_eq!((&report["ok"], values.as_deref()), (&json!(true), Some("id,jobs\na,2\n")));
    }
}

/// Values that nothing ranks, and files that nobody can read, are named; what lies there is not changed.
#[test]
fn a_ranking_that_cannot_be_read_is_named() {
    let test = Test::new("ranking-unread");
    let copies = ["orphan", "garbled", "plain"].map(|name| test.copy(name, &[]));
    let [orphan, garbled, plain] = &copies;
    std::fs::write(orphan.join("ranking-values.csv"), "id,jobs\na,1\n").unwrap();
    std::fs::write(garbled.join("ranking.json"), "{no").unwrap();
    std::fs::write(garbled.join("ranking-values.csv"), [b'i', b'd', 0xff, b'\n']).unwrap();
    let codes = |told: &Value| -> Vec<String> {
        let rejected = told["diagnostics"].as_array().unwrap().iter();
        rejected.map(|one| format!("{} {}", one["code"], one["file"]).replace('"', "")).collect()
    };
    let (told, out) = test.same("orphan-out", [orphan, plain]);
    assert_eq!(codes(&told), ["ranking/rules-missing ranking-values.csv"], "{told}");
    assert_eq!(files(&out).get("ranking-values.csv"), None);
    let (told, _) = test.merged("garbled-out", [garbled, plain], &[]);
    let both = ["ranking/unreadable ranking.json", "ranking/unreadable ranking-values.csv"];
    assert_eq!(codes(&told), both, "{told}");
}
