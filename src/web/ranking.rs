//! A ranking whose weights can be moved.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{from_js, list, serialized, to_js};
use super::error;
use crate::chart::example_mark;
use crate::export::ranking_csv;
use crate::list::Gather;
use crate::number::Decimal;
use crate::ranking::{
    Candidate, Criterion, CutOff, Outcome, Ranking, Row, Rules, Run, band_name, card, method,
    moves, rank, shown, values,
};
use crate::spec::{Object, Value};
use crate::text::{Lang, NumberFormat, format_number, pick};

/// Published rules and values, and the list that they or other weights give.
#[wasm_bindgen]
pub struct RankingList {
    published: Ruled,
    shown: Ruled,
    /// The weights as they were set.
    set: Vec<Decimal>,
    /// The list that the last sentence about moves spoke of.
    told: Ranking,
    candidates: Vec<Candidate>,
}

/// Rules and the list that they give.
#[derive(Clone)]
struct Ruled {
    run: Run,
    ranking: Ranking,
}

#[wasm_bindgen]
impl RankingList {
    /// Ranks by the published rules.
    ///
    /// @param rules the rules as JSON holds them
    /// @param values a CSV in UTF-8: `id`, `name_fa`, `name_en`, and a column for each criterion
    /// @throws HamyarError with the first rule or value that does not hold
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "import('./schema/hamyar-types.js').Rules")]
        rules: JsValue,
        values: &[u8],
    ) -> Result<RankingList, JsValue> {
        let candidates = self::values(values).map_err(|one| error::to_js(&one))?;
        let run = Run::new(from_js(&rules)?).map_err(|one| error::to_js(&one))?;
        let published = Ruled::new(run, &candidates)?;
        let set = published.run.rules().criteria.iter().map(|one| one.weight).gather();
        let told = published.ranking.clone();
        Ok(Self { shown: published.clone(), published, set, told, candidates })
    }

    /// Ranks by other weights. Only their proportions count: they are scaled to the total.
    ///
    /// @param weights a plain decimal for each criterion, in the order of the rules
    /// @throws HamyarError where all are zero; the list stays as it is, but not what was set
    pub fn weigh(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] weights: JsValue,
    ) -> Result<(), JsValue> {
        let set: Vec<Decimal> = from_js(&weights)?;
        let run = self.published.run.weighted(&set).map_err(|one| error::to_js(&one));
        if set.len() == self.set.len() {
            self.set = set;
        }
        self.shown = Ruled::new(run?, &self.candidates)?;
        Ok(())
    }

    /// Who moved since this was last asked, in a sentence of both languages.
    #[wasm_bindgen(unchecked_return_type = "{ fa: string; en: string }")]
    pub fn moves(&mut self) -> Result<JsValue, JsValue> {
        let Ruled { run, ranking } = &self.shown;
        let told = moves(run.rules(), &self.told, ranking);
        self.told = ranking.clone();
        serialized(&told)
    }

    /// Everything that a page shows.
    #[wasm_bindgen(unchecked_return_type = "RankingParts")]
    pub fn parts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        Ok(to_js(&self.told_in(from_js(&lang)?)))
    }

    /// The list as a CSV file; made-up candidates say so in it.
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<String, JsValue> {
        Ok(ranking_csv(&self.shown.run, &self.shown.ranking, from_js(&lang)?))
    }
}

impl Ruled {
    fn new(run: Run, candidates: &[Candidate]) -> Result<Self, JsValue> {
        let ranking = rank(&run, candidates).map_err(|one| error::to_js(&one))?;
        Ok(Self { run, ranking })
    }
}

impl RankingList {
    fn told_in(&self, lang: Lang) -> Value {
        let rules = self.shown.run.rules();
        let mut sum = Decimal::ZERO;
        for weight in &self.set {
            // What could not be added was refused when it was set.
            sum = sum.checked_add(*weight).unwrap_or(sum);
        }
        let mut parts = Object::default();
        parts.text("name", pick(&rules.name, lang)).text("total", &number(rules.total, lang));
        parts.text("sum", &number(sum, lang)).flag("scaled", sum != rules.total);
        parts.flag("example", rules.example).text("mark", example_mark(lang));
        parts.put("criteria", self.criteria(lang));
        parts.put("cutOffs", list(&rules.cut_offs, |one: &CutOff| cut_off(rules, one, lang)));
        parts.put("rows", list(&self.shown.ranking.rows, |row: &Row| self.row(row, lang)));
        parts.value()
    }

    fn criteria(&self, lang: Lang) -> Value {
        let published = &self.published.run.rules().criteria;
        let counted = &self.shown.run.rules().criteria;
        let mut criteria = Vec::new();
        for ((published, counted), set) in published.iter().zip(counted).zip(&self.set) {
            criteria.push(criterion(published, counted, *set, lang));
        }
        Value::List(criteria)
    }

    fn row(&self, row: &Row, lang: Lang) -> Value {
        let run = &self.shown.run;
        let published = self.published.ranking.rows.iter().find(|one| one.id == row.id);
        let lines = card(run, row);
        let lines = lines.iter().map(|line| pick(line, lang).to_owned()).gather();
        let mut part = Object::default();
        part.text("id", &row.id).text("name", pick(&row.name, lang));
        part.text("rank", &rank_of(row, lang)).texts("card", &lines);
        part.text("published", &published.map(|row| rank_of(row, lang)).unwrap_or_default());
        put_score(&mut part, run.rules(), &row.outcome, lang);
        part.value()
    }
}

/// Score and band, empty without a rank.
fn put_score(part: &mut Object, rules: &Rules, outcome: &Outcome, lang: Lang) {
    let Outcome::Ranked { score, band, .. } = outcome else {
        part.text("score", "").number("part", 0.0).text("band", "").text("bandName", "");
        return;
    };
    part.text("score", &shown(rules, score, lang));
    part.number("part", part_of(rules, score.rounded()))
        .text("band", band.as_deref().unwrap_or_default());
    part.text("bandName", pick(&band_name(rules, band.as_deref()), lang));
}

fn criterion(published: &Criterion, counted: &Criterion, set: Decimal, lang: Lang) -> Value {
    let mut part = Object::default();
    part.text("id", &published.id).text("name", pick(&published.name, lang));
    part.text("method", pick(&method(published), lang));
    part.text("published", &published.weight.to_string());
    part.text("set", &number(set, lang)).text("counted", &number(counted.weight, lang));
    part.value()
}

fn cut_off(rules: &Rules, cut_off: &CutOff, lang: Lang) -> Value {
    let mut part = Object::default();
    part.text("name", pick(&cut_off.name, lang)).text("atLeast", &number(cut_off.at_least, lang));
    part.number("part", part_of(rules, cut_off.at_least));
    part.value()
}

fn rank_of(row: &Row, lang: Lang) -> String {
    match row.outcome {
        Outcome::Ranked { rank, .. } => number(Decimal::from_int(rank.into()), lang),
        Outcome::Unranked { .. } => String::new(),
    }
}

/// Only for placing a mark.
fn part_of(rules: &Rules, points: Decimal) -> f64 {
    points.to_f64() / rules.total.to_f64()
}

fn number(value: Decimal, lang: Lang) -> String {
    format_number(&value, lang, &NumberFormat::GROUPED)
}
