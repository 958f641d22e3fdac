//! What the parts of a row are called in files.

use crate::diag::Bilingual;
use crate::list::join_said;
use crate::model::{Dataset, Dimension, MeasureId, SourceId};
use crate::query::{Row, Working};
use crate::text::Lang;

/// One language of a text; the other where the first says nothing.
pub(super) fn pick(text: &Bilingual, lang: Lang) -> &str {
    match lang {
        Lang::Fa if !text.fa.is_empty() => &text.fa,
        Lang::En if text.en.is_empty() => &text.fa,
        _ => &text.en,
    }
}

/// What a dimension is called, in Persian and English.
pub(super) const fn dimension(dimension: Dimension) -> [&'static str; 2] {
    match dimension {
        Dimension::CoopActivity => ["زمینهٔ کار تعاونی", "Field of the cooperative"],
        Dimension::CoopIcls => ["نوع جهانی تعاونی", "International type of the cooperative"],
        Dimension::CoopLine => ["گروه خط اعتباری", "Group of the credit line"],
        Dimension::Sector => ["بخش", "Sector"],
        Dimension::Sex => ["جنس", "Sex"],
        Dimension::Settlement => ["شهری یا روستایی", "Urban or rural"],
        Dimension::SizeClass => ["اندازهٔ آبادی", "Size of the settlement"],
    }
}

/// The word of a code; the code itself where the data set has no such list.
pub(super) fn word(dataset: &Dataset, list: &str, code: &str, lang: Lang) -> String {
    dataset.codes.get(list, code).map_or(code, |entry| pick(&entry.name, lang)).to_owned()
}

/// What the values of a measure are in these rows: the measure, or what was derived from it. The
/// first row of the measure and unit that tells its working speaks for all: what is missing has none.
pub(super) fn measure(dataset: &Dataset, rows: &[Row], row: &Row, lang: Lang) -> String {
    let alike = |one: &&Row| one.measure == row.measure && one.unit == row.unit;
    let working = rows.iter().filter(alike).find_map(|one| one.working.as_ref());
    let name = name(dataset, &row.measure, lang);
    let derived = match (working, lang) {
        (Some(Working::Growth { .. }), Lang::Fa) => "رشد",
        (Some(Working::Growth { .. }), Lang::En) => "Growth",
        (Some(Working::Difference { .. }), Lang::Fa) => "تغییر",
        (Some(Working::Difference { .. }), Lang::En) => "Change",
        (Some(Working::Share { .. }), Lang::Fa) => "سهم از کل",
        (Some(Working::Share { .. }), Lang::En) => "Share of the whole",
        (Some(Working::Achievement { .. }), Lang::Fa) => "تحقق برنامه",
        (Some(Working::Achievement { .. }), Lang::En) => "Percent of the plan",
        (Some(Working::RunRate { .. }), Lang::Fa) => "درصد تحقق برنامه تا پایان دوره",
        (Some(Working::RunRate { .. }), Lang::En) => "Percent of the plan to date",
        (Some(Working::Location { .. }), Lang::Fa) => "ضریب مکانی",
        (Some(Working::Location { .. }), Lang::En) => "Location quotient",
        (Some(Working::Stages { stage, of, .. }), _) => {
            let [above, below] = [stage, of].map(|one| word(dataset, "stage", one.code(), lang));
            return format!("{name}: {above} ÷ {below}");
        }
        (Some(Working::Ratio { numerator_measure, denominator_measure, factor, .. }), _)
            if *numerator_measure == row.measure =>
        {
            let below = self::name(dataset, denominator_measure, lang);
            let factor = factor.trimmed().to_string();
            let times = if factor == "1" { String::new() } else { format!("{factor} × ") };
            return format!("{times}{name} ÷ {below}");
        }
        _ => return name,
    };
    format!("{derived}: {name}")
}

fn name(dataset: &Dataset, id: &MeasureId, lang: Lang) -> String {
    dataset.measures.get(id).map_or(id.as_str(), |measure| pick(&measure.name, lang)).to_owned()
}

pub(super) fn unit(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let unit = dataset.units.get(&row.unit);
    unit.map_or(row.unit.as_str(), |unit| pick(&unit.name, lang)).to_owned()
}

/// Name of the area or of the group; empty for what has no place.
pub(super) fn place(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let area = row.key.area.as_ref().and_then(|id| dataset.areas.get(id)).map(|area| &area.name);
    let group = row.key.group.as_ref().and_then(|id| dataset.groups.get(id));
    area.or(group.map(|group| &group.name)).map_or("", |name| pick(name, lang)).to_owned()
}

pub(super) fn programme(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let programme = row.key.programme.as_ref().and_then(|id| dataset.programmes.get(id));
    programme.map_or("", |programme| pick(&programme.name, lang)).to_owned()
}

/// Publisher and title.
pub(super) fn source(dataset: &Dataset, id: &SourceId, lang: Lang) -> String {
    let Some(source) = dataset.sources.get(id) else { return id.to_string() };
    let between = match lang {
        Lang::Fa => "، ",
        Lang::En => ", ",
    };
    join_said(&[pick(&source.publisher, lang), pick(&source.title, lang)], between)
}

/// The documents of some figures, each once, in the order of the figures.
pub(super) fn sources<'a>(
    dataset: &'a Dataset,
    rows: impl Iterator<Item = &'a Row>,
) -> Vec<&'a SourceId> {
    let mut sources: Vec<&SourceId> = Vec::new();
    for id in rows.flat_map(|row| &row.evidence) {
        let source = dataset.observations.get(id).map(|one| &one.source);
        sources.extend(source.filter(|source| !sources.contains(source)));
    }
    sources
}
