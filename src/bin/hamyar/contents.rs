//! What the contents of a figure that was changed apart say, beside their value.

use hamyar::chart::value_text;
use hamyar::diag::Bilingual;
use hamyar::export::{TableRows, conflict_rows};
use hamyar::model::{Clash, Content, Dataset};
use hamyar::text::{Lang, isolate};

/// Columns that are told as the value, or say nothing of what a content is.
const VALUE: [&str; 12] = [
    "observation",
    "standing",
    "keep",
    "day",
    "by",
    "lines",
    "withdrawn",
    "value",
    "unit",
    "qualifier",
    "upper",
    "missing",
];

/// The table of conflicts.
pub(crate) struct Contents(TableRows);

impl Contents {
    pub(crate) fn of(data: &Dataset) -> Self {
        Self(conflict_rows(data))
    }

    /// What each content of a figure says: its value, and whatever not all of them say alike.
    pub(crate) fn said(&self, data: &Dataset, clash: &Clash) -> Vec<Bilingual> {
        let rows = self.rows(clash.id.as_str());
        let heads = self.0.heads.iter().zip(&self.0.heads_fa);
        let differing: Vec<(usize, (&&str, &&str))> = heads
            .enumerate()
            .filter(|(at, (name, _))| {
                let cells = || rows.iter().filter_map(|row| row.get(*at));
                !VALUE.contains(*name) && cells().any(|cell| Some(cell) != cells().next())
            })
            .collect();
        let beside = |place: usize| {
            let row = rows.get(place);
            let cell = |at: usize| row.and_then(|row| row.get(at)).map_or("", String::as_str);
            let said = |(at, (name, name_fa)): &(usize, (&&str, &&str))| {
                let cell = isolate(cell(*at));
                Bilingual::new(format!("{name_fa}: «{cell}»"), format!("{name}: “{cell}”"))
            };
            differing.iter().map(said).collect::<Vec<_>>()
        };
        let contents = clash.contents.iter().enumerate();
        contents.map(|(place, content)| text(data, content, &beside(place))).collect()
    }

    fn rows(&self, id: &str) -> Vec<&Vec<String>> {
        let rows = self.0.rows.iter();
        rows.filter(|row| row.first().is_some_and(|cell| cell == id)).collect()
    }
}

fn text(data: &Dataset, content: &Content, beside: &[Bilingual]) -> Bilingual {
    let Some(one) = content else { return Bilingual::new("پس گرفته", "withdrawn") };
    let [fa, en] = [Lang::Fa, Lang::En].map(|lang| value_text(data, one, lang));
    if beside.is_empty() {
        return Bilingual::new(fa, en);
    }
    let joined = |said: fn(&Bilingual) -> &str, between: &str| {
        beside.iter().map(said).collect::<Vec<_>>().join(between)
    };
    Bilingual::new(
        format!("{fa} ({})", joined(|one| &one.fa, "، ")),
        format!("{en} ({})", joined(|one| &one.en, ", ")),
    )
}
