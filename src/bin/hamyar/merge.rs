//! `hamyar merge A B --out DIR`: two offline copies in one.

use hamyar::chart::{name_text, value_text};
use hamyar::export::data_package;
use hamyar::model::Dataset;
use hamyar::store::{Clash, Content, Merged, merge};
use hamyar::text::Lang;
use lexopt::Parser;

use crate::cli::{Outcome, print, refuse, report, tell_errors, write_file};
use crate::differing::{Difference, csv, differences};
use crate::directory;
use crate::places::{Places, from_and_to};
use crate::written::{make_directory, write_files};

/// Merges two data packages and writes the result; cells that were changed apart are listed with both
/// values, on standard error and in `conflicts.csv` of the result, and so is everything else that the two
/// tell differently, column by column, in `differing.csv`.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let Places { from: copies, out, .. } = from_and_to(arguments, None, "A B --out DIR is needed")?;
    let [one, other] = &copies;
    let (one, other) = match (directory::read_stated(one), directory::read_stated(other)) {
        (Ok(one), Ok(other)) => (one, other),
        (Err(error), _) | (_, Err(error)) => return Ok(refuse(&error)),
    };
    if one.value.dataset.example != other.value.dataset.example {
        return Err("one of the packages is a made-up example; the two are never mixed".into());
    }
    tell_errors(&one.diagnostics);
    tell_errors(&other.diagnostics);
    let merged = merge(&one.value.dataset, &other.value.dataset);
    make_directory(&out, &copies)?;
    write_files(&out, &data_package(&merged.dataset))?;
    write_file(&out.join("conflicts.csv"), conflicts(&merged).as_bytes())?;
    let differences = differences(&merged, &one.value.dataset, &other.value.dataset);
    write_file(&out.join("differing.csv"), csv(&differences).as_bytes())?;
    tell(&merged);
    differences.iter().for_each(Difference::tell);
    let rejected = one.has_errors() || other.has_errors();
    let open =
        !merged.clashes.is_empty() || !merged.differing.is_empty() || !merged.refused.is_empty();
    Ok(if open || rejected { Outcome::Rejected } else { Outcome::Done })
}

/// One row for each content of a cell that was changed apart; the first stands in the result.
fn conflicts(merged: &Merged) -> String {
    let mut text = String::from("observation,standing,value,unit,qualifier,note_fa\n");
    for clash in &merged.clashes {
        for (place, content) in clash.contents.iter().enumerate() {
            let standing = if place == 0 { "kept" } else { "other" };
            text.push_str(&format!("{},{standing},{}\n", clash.id, cells(content.as_ref())));
        }
    }
    text
}

fn cells(content: Option<&hamyar::model::Observation>) -> String {
    let Some(one) = content else { return "withdrawn,,,".to_owned() };
    let value = one.wording.value.map(|value| value.to_string()).unwrap_or_default();
    let qualifier = one.figure.qualifier().map_or("", hamyar::model::Qualifier::code);
    let note = hamyar::text::shield(&one.note.fa).replace('"', "\"\"");
    format!("{value},{},{qualifier},\"{note}\"", one.wording.unit)
}

fn tell(merged: &Merged) {
    for clash in &merged.clashes {
        for lang in [Lang::En, Lang::Fa] {
            report(&format!("{}\n", line(&merged.dataset, clash, lang)));
        }
    }
    for refused in &merged.refused {
        report(&format!("{} {}\n", refused.message.fa, refused.message.en));
    }
    let (figures, clashes) = (merged.dataset.observations.len(), merged.clashes.len());
    print(&format!(
        "{figures} figures, {clashes} conflicts, {} differing\n",
        merged.differing.len()
    ));
}

/// «شغل مستقیم، اردبیل، ۱۴۰۰: ۹۰۰ نفر | ۹۱۰ نفر»
fn line(dataset: &Dataset, clash: &Clash, lang: Lang) -> String {
    let first = clash.contents.iter().find_map(Option::as_ref);
    let name = first.map(|one| name_text(dataset, one, lang)).unwrap_or_default();
    let said = |content: &Content| match (content, lang) {
        (Some(one), _) => value_text(dataset, one, lang),
        (None, Lang::Fa) => "پس گرفته".to_owned(),
        (None, Lang::En) => "withdrawn".to_owned(),
    };
    let values: Vec<String> = clash.contents.iter().map(said).collect();
    format!("{} {name}: {}", clash.id, values.join(" | "))
}
