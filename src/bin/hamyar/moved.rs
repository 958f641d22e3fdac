//! What moving a data set into the borders of another list came to, in JSON and in words.

use hamyar::diag::Bilingual;
use hamyar::list::join;
use hamyar::model::{Apart, Joined, Moved, ObservationId};
use hamyar::text::to_persian;
use serde::Serialize;

/// The JSON of it.
#[derive(Serialize)]
pub(crate) struct ToldMoved<'a> {
    whole: u32,
    divided: u32,
    #[serde(rename = "notPlaced")]
    not_placed: u32,
    later: u32,
    recounted: u32,
    joined: Vec<ToldJoined<'a>>,
    apart: Vec<ToldApart<'a>>,
}

#[derive(Serialize)]
struct ToldJoined<'a> {
    figure: &'a str,
    area: &'a str,
    of: Vec<&'a str>,
}

#[derive(Serialize)]
struct ToldApart<'a> {
    figures: Vec<&'a str>,
    area: &'a str,
    reason: &'static str,
    message: Bilingual,
}

impl<'a> ToldMoved<'a> {
    pub(crate) fn new(moved: &'a Moved) -> Self {
        let joined = |one: &'a Joined| ToldJoined {
            figure: one.figure.as_str(),
            area: one.area.as_str(),
            of: ids(&one.of),
        };
        let apart = |one: &'a Apart| ToldApart {
            figures: ids(&one.figures),
            area: one.area.as_str(),
            reason: one.obstacle.code(),
            message: one.obstacle.words(),
        };
        Self {
            whole: moved.whole,
            divided: moved.divided,
            not_placed: moved.not_placed,
            later: moved.later,
            recounted: moved.recounted,
            joined: moved.joined.iter().map(joined).collect(),
            apart: moved.apart.iter().map(apart).collect(),
        }
    }
}

fn ids(figures: &[ObservationId]) -> Vec<&str> {
    figures.iter().map(ObservationId::as_str).collect()
}

/// Counts in both languages, then a line for each sum, with the figures that it was made of, and for each
/// thing that stands apart.
pub(crate) fn words_of(moved: &Moved) -> String {
    let Moved { whole, divided, not_placed, later, recounted, joined, apart } = moved;
    let fa = format!(
        "جابه‌جا شد: {whole} رقم یکجا، {divided} بخش‌شده، {not_placed} جای‌نگرفته، {recounted} از نو شمرده؛ {later} رقم از فهرست‌های پس از این کنار ماند"
    );
    let mut text = to_persian(&fa);
    text.push_str(&format!(
        "\nmoved: {whole} whole, {divided} divided, {not_placed} not placed, {recounted} counted anew; {later} of later lists left out\n"
    ));
    for Joined { figure, area, of } in joined {
        text.push_str(&format!("{area}\t{figure} ← {}\n", join(&ids(of), " ")));
    }
    for Apart { figures, area, obstacle } in apart {
        let (list, words) = (join(&ids(figures), " "), obstacle.words());
        text.push_str(&format!("{area}\t{list}: {} {}\n", words.fa, words.en));
    }
    text
}
