//! Answers as they leave: JSON-stat with the reader of its author, workbooks with LibreOffice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{folder, hamyar, verdict};
use crate::report::Tally;
use crate::{files, process, tools, workspace};

/// The question of one view.
struct Question {
    name: String,
    /// Folder of its data package in `www/`.
    data: String,
    /// The file that it was written into.
    path: PathBuf,
}

impl Question {
    /// Asks it, and gives the file of the answer.
    fn answer(&self, ending: &str, format: &[&str]) -> Result<PathBuf> {
        let out = folder("answers").join(format!("{}.{ending}", self.name));
        let mut command = hamyar(&["query", &self.data])?;
        process::run(command.arg(&self.path).args(format).arg("--out").arg(&out))?;
        Ok(out)
    }
}

/// The questions of all views that ship.
fn questions() -> Result<Vec<Question>> {
    let text = files::read_text(&workspace::www().join("views/views.json"))?;
    let views: BTreeMap<String, Value> = serde_json::from_str(&text).context("views.json")?;
    let mut questions = Vec::new();
    for (name, view) in views {
        // A view of who belongs to a group asks for no figure.
        let Some(query) = view.get("query").filter(|query| asks(query)) else { continue };
        let path = folder("answers").join(format!("{name}.query.json"));
        files::write(&path, query.to_string())?;
        let data = match view.get("data").and_then(Value::as_str) {
            Some(folder) => format!("data/{folder}"),
            None => "data".to_owned(),
        };
        questions.push(Question { name, data, path });
    }
    ensure!(!questions.is_empty(), "no view asks anything");
    Ok(questions)
}

fn asks(query: &Value) -> bool {
    ["measure", "where", "pairs"].iter().any(|field| query.get(field).is_some())
}

/// Reads the answer of every view with `jsonstat-toolkit` and compares it with its columns.
pub fn json_stat() -> Result<Tally> {
    tools::ensure_npm_packages()?;
    let mut tally = Tally::default();
    for question in questions()? {
        let answer = question.answer("stat.json", &["--format", "json-stat"])?;
        let columns = question.answer("columns.json", &["--json"])?;
        let mut command = Command::new("node");
        command.arg("tests/validate/json_stat.mjs").args([answer, columns]);
        tally += verdict(command.current_dir(workspace::www()));
    }
    Ok(tally)
}

/// Commas, double quotes and UTF-8, whatever the locale of the machine is.
const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76";

/// Opens the workbook of every view with LibreOffice and compares its first sheet with our CSV.
pub fn workbooks() -> Result<Tally> {
    let mut tally = Tally::default();
    let Some(office) = process::on_path("soffice") else {
        println!("  skipped: no soffice on PATH, so no workbook was opened by another program");
        return Ok(tally);
    };
    for question in questions()? {
        let workbook = question.answer("xlsx", &["--format", "xlsx"])?;
        let ours = question.answer("office.csv", &["--format", "csv"])?;
        let mut command = Command::new(&office);
        command.args(["--headless", "--convert-to", CSV, "--outdir"]);
        process::run(command.arg(folder("opened")).arg(&workbook))?;
        let theirs = folder("opened").join(format!("{}.csv", question.name));
        tally += Tally::one(heads(&theirs)? == heads(&ours)?);
    }
    Ok(tally)
}

/// The head row and the number of lines of a CSV file.
fn heads(path: &Path) -> Result<(String, usize)> {
    let text = files::read_text(path)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let head = text.lines().next().unwrap_or_default().replace('"', "");
    Ok((head, text.lines().count()))
}
