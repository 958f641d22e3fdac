//! Views of a file, by the package that each is drawn from.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use hamyar::chart::{View, keep_known};
use hamyar::model::Dataset;
use hamyar::spec::{FromSpec, Value};
use hamyar::text::isolate;
use lexopt::Error;

use crate::refusal::refusal;
use crate::spec_file;

/// A view with its name, as it was written and as it was read.
pub(crate) struct Named {
    pub(crate) name: String,
    #[cfg_attr(
        not(feature = "complete"),
        expect(dead_code, reason = "only published pages hold it")
    )]
    pub(crate) spec: Value,
    pub(crate) view: View,
}
/// The same by the folder of their package, empty for the one that is named in the call: each is read once.
pub(crate) type Grouped = BTreeMap<String, Vec<Named>>;

/// The views of a file by their names, in the order of the file.
///
/// # Errors
/// Where it cannot be read as views, two names are one on some system, `is_fit` refuses one, or a view names a package
/// outside of the one that is read.
pub(crate) fn named(path: &Path, is_fit: impl Fn(&str) -> bool) -> Result<Vec<Named>, Error> {
    let mut views: Vec<Named> = Vec::new();
    for (name, spec) in spec_file::read_named(path)? {
        let lower = name.to_lowercase();
        if views.iter().any(|one| one.name.to_lowercase() == lower) {
            return Err(unfit(path, "view/twice", &name, TWICE));
        }
        if !is_fit(&name) {
            return Err(unfit(path, "view/name", &name, NO_NAME));
        }
        let view =
            View::read(&spec).map_err(|fault| spec_file::misplaced(path, fault.inside(&name)))?;
        if !is_inside(&view.data) {
            return Err(unfit(path, "view/data", &name, OUTSIDE));
        }
        views.push(Named { name, spec, view });
    }
    Ok(views)
}

/// What is wrong with a view and what to do, in Persian and in English.
type Fault = [[&'static str; 2]; 2];

const TWICE: Fault = [
    [
        "دو بار آمده است؛ بزرگی و کوچکی حرف‌ها یکی شمرده می‌شود.",
        "stands there twice; capitals make no difference.",
    ],
    ["نام یکی را تغییر دهید.", "Give one of them another name."],
];
const NO_NAME: Fault = [
    ["نام فایل نمی‌شود.", "is no name of a file here."],
    [
        "نامی از حرف، رقم، - و _ بنویسید که index و assets نباشد.",
        "Use letters, digits, - and _, and neither index nor assets.",
    ],
];
const OUTSIDE: Fault = [
    ["به پوشه‌ای بیرون از بسته اشاره می‌کند.", "names a folder outside of the package."],
    [
        "در data نام پوشه‌ای درون بسته را بنویسید.",
        "Write in data the name of a folder inside the package.",
    ],
];

fn unfit(path: &Path, code: &'static str, name: &str, [words, hint]: Fault) -> Error {
    let [fa, en] = words;
    let words = [format!("«{}» {fa}", isolate(name)), format!("{name:?} {en}")];
    refusal(code, path, words.each_ref().map(String::as_str), hint)
}

/// Whether the folder of a package lies in the one that names it: plain parts alone.
fn is_inside(folder: &str) -> bool {
    Path::new(folder).components().all(|part| matches!(part, Component::Normal(_)))
}

pub(crate) fn grouped(named: Vec<Named>) -> Grouped {
    let mut grouped = Grouped::new();
    for one in named {
        grouped.entry(one.view.data.clone()).or_default().push(one);
    }
    grouped
}

/// What was known on the day of a view: a copy that knows no more, if it names one.
pub(crate) fn known(dataset: &Dataset, view: &mut View) -> Option<Dataset> {
    view.query.as_known?;
    let mut known = dataset.clone();
    keep_known(&mut known, view);
    Some(known)
}
