//! Named facts for sentences: a figure, or what follows from a few, with its working and evidence.

use std::cmp::Ordering;

use super::bounds::order;
use super::evidence::Evidence;
use super::fact_spec::{Count, DatasetCount, Fact, Standing, Style};
use super::words::{Shown, derived, figure_text, number_text, words};
use crate::list::Gather;
use crate::list::in_order;
use crate::model::{Dataset, Figure, Measure, ObservationId, Qualifier, SourceId, UnitId};
use crate::number::{Decimal, Ratio};
use crate::query::{Query, Row, run};
use crate::text::{Lang, NumberFormat, format_number, plain_integer};

/// Decimals kept while a fact is computed.
const KEPT: u8 = 9;

/// A fact in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactText {
    /// What a sentence says.
    pub text: String,
    /// How it came about; empty for a figure as stated.
    pub working: String,
    /// Figures behind it.
    pub evidence: Vec<Evidence>,
}

/// A fact in words; `None` when the data do not bear it.
///
/// ```
/// # use hamyar::ingest::{Descriptor, Files, Resource, read_package};
/// #
/// # let tables = [
/// #     ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
/// #     ("measures", "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"),
/// #     ("areas", "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n"),
/// #     ("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n"),
/// #     ("observations", "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\n"),
/// # ];
/// # let path = |name: &str| format!("{name}.csv");
/// # let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// # let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// # let files: Files =
/// #     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// # let package = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// # let dataset = package.value.dataset;
/// use hamyar::chart::{Fact, evaluate};
/// use hamyar::text::Lang;
///
/// let fact: Fact = serde_json::from_str(r#"{"observation": "O1"}"#).unwrap();
/// let said = evaluate(&dataset, &fact, Lang::En).unwrap();
/// assert_eq!(said.text, "900\u{A0}people");
/// assert_eq!(said.evidence[0].as_str(), "O1");
/// ```
pub fn evaluate(dataset: &Dataset, fact: &Fact, lang: Lang) -> Option<FactText> {
    let facts = Facts { dataset, fact, lang };
    if let Some(id) = &fact.observation {
        return facts.stated(id);
    }
    if let Some(pair) = &fact.ratio {
        return facts.ratio(pair);
    }
    if let Some(pair) = &fact.share {
        return facts.percentage(pair, false);
    }
    if let Some([from, to]) = &fact.growth {
        return facts.percentage(&[to.clone(), from.clone()], true);
    }
    if let Some(pair) = &fact.difference {
        return facts.difference(pair);
    }
    if let Some(query) = &fact.query {
        return facts.query(query);
    }
    if let Some(count) = &fact.count {
        return facts.count(count);
    }
    facts.of_dataset(fact.dataset?)
}

/// One stated figure with what is needed to write it.
struct Stated<'a> {
    value: Decimal,
    figure: Figure,
    measure: &'a Measure,
    text: String,
}

struct Facts<'a> {
    dataset: &'a Dataset,
    fact: &'a Fact,
    lang: Lang,
}

impl<'a> Facts<'a> {
    fn find(&self, id: &ObservationId) -> Option<Stated<'a>> {
        let observation = self.dataset.observations.get(id)?;
        let measure = self.dataset.measures.get(&observation.measure)?;
        let unit = if self.fact.observation.is_some() && !self.fact.unit.is_empty() {
            UnitId::new(self.fact.unit.as_str())
        } else {
            observation.wording.unit.clone()
        };
        let shown = Shown::of_measure(self.dataset, measure, &unit, self.lang);
        let (number, full) =
            figure_text(self.dataset, &observation.figure, &shown, None, self.lang);
        let text = match self.fact.style {
            // The style is that of the result: what it was computed from keeps its unit.
            _ if self.fact.observation.is_none() => full,
            Style::Number => number,
            Style::Percent => self.percent_of(&observation.figure).unwrap_or(number),
            Style::Unit | Style::Sentence => full,
        };
        Some(Stated {
            value: observation.figure.value()?,
            figure: observation.figure,
            measure,
            text,
        })
    }

    fn percent_of(&self, figure: &Figure) -> Option<String> {
        Some(format_number(&figure.value()?, self.lang, &NumberFormat::PERCENT))
    }

    fn stated(&self, id: &ObservationId) -> Option<FactText> {
        let stated = self.find(id)?;
        Some(FactText {
            text: stated.text,
            working: String::new(),
            evidence: vec![Evidence::figure(id)],
        })
    }

    /// What is said of a quotient of two figures; a fact that no one word bounds is none.
    fn over(&self, top: &Figure, bottom: &Figure) -> Option<Qualifier> {
        top.qualifier()?.over(bottom.qualifier()?)
    }

    /// "About" of a difference; another qualifier has no one-word result and gives no fact.
    fn about(&self, parts: [&Figure; 2]) -> Option<String> {
        let mut about = String::new();
        for part in parts {
            match part.qualifier()? {
                Qualifier::Exact => {}
                Qualifier::About => about = format!("{}\u{A0}", words(self.lang).about),
                _ => return None,
            }
        }
        Some(about)
    }

    fn ratio(&self, [top, bottom]: &[ObservationId; 2]) -> Option<FactText> {
        let (above, below) = (self.find(top)?, self.find(bottom)?);
        let qualifier = self.over(&above.figure, &below.figure)?;
        let value = Ratio::new(above.value, below.value)?.rounded(KEPT).ok()?;
        let unit = self.dataset.units.get(&UnitId::new(self.fact.unit.as_str()));
        let unit = unit.filter(|unit| unit.base == above.measure.unit);
        let value = unit.map_or(Some(value), |unit| value.scaled(-unit.exponent).ok())?;
        let decimals = self.fact.decimals.unwrap_or(1);
        let (word, value) = derived(value, decimals, qualifier, self.lang);
        let number = number_text(value.rounded(decimals), self.fact.decimals, self.lang);
        let name = unit.map_or("", |unit| super::words::pick(&unit.name, self.lang));
        let full = self.with_unit(&number, name);
        Some(FactText {
            working: format!("{word}{full} = {} ÷ {}", above.text, below.text),
            text: format!("{word}{full}"),
            evidence: vec![Evidence::figure(top), Evidence::figure(bottom)],
        })
    }

    fn with_unit(&self, number: &str, name: &str) -> String {
        if self.fact.style == Style::Number || name.is_empty() {
            return number.to_owned();
        }
        format!("{number}\u{A0}{name}")
    }

    /// The first figure in percent of the second, or its growth over it.
    fn percentage(&self, [top, bottom]: &[ObservationId; 2], growth: bool) -> Option<FactText> {
        let (above, below) = (self.find(top)?, self.find(bottom)?);
        let qualifier = self.over(&above.figure, &below.figure)?;
        let hundred = Decimal::from_int(100);
        let scaled = hundred.checked_mul(above.value).ok()?;
        let mut value = Ratio::new(scaled, below.value)?.rounded(KEPT).ok()?;
        if growth {
            value = value.checked_sub(hundred).ok()?;
        }
        let decimals = self.fact.decimals.unwrap_or(1);
        let (word, value) = derived(value, decimals, qualifier, self.lang);
        let format = NumberFormat::PERCENT.with_decimals(decimals);
        let format = if growth { format.signed() } else { format };
        let number = if self.fact.style == Style::Percent || growth {
            format_number(&value, self.lang, &format)
        } else {
            let number = number_text(value, Some(decimals), self.lang);
            self.with_unit(&number, self.unit_name("percent"))
        };
        let text = format!("{word}{number}");
        let (quotient, of) =
            (format!("{} ÷ {}", above.text, below.text), plain_integer(100, self.lang));
        Some(FactText {
            working: if growth {
                format!("{text} = {of} × ({quotient} − {})", plain_integer(1, self.lang))
            } else {
                format!("{text} = {of} × {quotient}")
            },
            text,
            evidence: vec![Evidence::figure(top), Evidence::figure(bottom)],
        })
    }

    fn unit_name(&self, id: &str) -> &'a str {
        let unit = self.dataset.units.get(&UnitId::new(id));
        unit.map_or("", |unit| super::words::pick(&unit.name, self.lang))
    }

    fn difference(&self, [first, second]: &[ObservationId; 2]) -> Option<FactText> {
        let (one, other) = (self.find(first)?, self.find(second)?);
        let about = self.about([&one.figure, &other.figure])?;
        let value = one.value.checked_sub(other.value).ok()?;
        let percent = one.measure.unit.as_str() == "percent";
        let unit = if percent { "percentage_point" } else { one.measure.unit.as_str() };
        let number = number_text(value, self.fact.decimals, self.lang);
        let text = format!("{about}{}", self.with_unit(&number, self.unit_name(unit)));
        Some(FactText {
            working: format!("{text} = {} − {}", one.text, other.text),
            text,
            evidence: vec![Evidence::figure(first), Evidence::figure(second)],
        })
    }

    fn query(&self, query: &Query) -> Option<FactText> {
        let answer = run(self.dataset, query);
        let [row] = answer.rows.as_slice() else { return None };
        let shown = Shown::of_rows(self.dataset, &answer.rows, &self.fact.unit, self.lang);
        let measure = self.dataset.measures.get(&row.measure)?;
        let derived = super::words::decimals_of(row.working.as_ref(), &row.unit, Some(measure));
        let decimals = self.fact.decimals.or(derived);
        let (number, full) = figure_text(self.dataset, &row.figure, &shown, decimals, self.lang);
        row.figure.value()?;
        let text = match self.fact.style {
            Style::Number => number,
            Style::Percent => {
                let format = NumberFormat::PERCENT.with_decimals(decimals.unwrap_or(1));
                format_number(&row.figure.value()?, self.lang, &format)
            }
            Style::Unit | Style::Sentence => full,
        };
        let told = (&shown, text.as_str());
        let (_, working) = super::words::working_text(self.dataset, row, told, self.lang);
        Some(FactText { text, working, evidence: Evidence::figures(&row.evidence) })
    }

    fn count(&self, count: &Count) -> Option<FactText> {
        let answer = run(self.dataset, &count.query);
        let stands = |row: &&Row| {
            let reference = row.references.iter().find(|one| Some(one.level) == count.than);
            let other = reference.and_then(|one| one.comparable()?.interval());
            let spans = row.figure.interval().zip(other);
            match spans.and_then(|(span, other)| order(&span, &other)) {
                Some(Ordering::Greater) => count.is == Standing::Above,
                Some(Ordering::Equal) => count.is == Standing::Equal,
                Some(Ordering::Less) => count.is == Standing::Below,
                None => false,
            }
        };
        let coverage = answer.coverage;
        let counted = |row: &&Row| match count.is {
            Standing::Reported => row.figure.value().is_some(),
            // What is expected or missing rests on no figure.
            Standing::Expected | Standing::Missing => false,
            _ => stands(row),
        };
        let rows: Vec<&Row> = answer.rows.iter().filter(counted).collect();
        let number = match count.is {
            Standing::Reported => i64::from(coverage.reported),
            Standing::Expected => i64::from(coverage.expected),
            Standing::Missing => i64::from(coverage.expected.saturating_sub(coverage.reported)),
            _ => i64::try_from(rows.len()).ok()?,
        };
        if answer.rows.is_empty() {
            return None;
        }
        let evidence = rows.iter().flat_map(|row| &row.evidence).map(Evidence::figure).gather();
        Some(FactText { evidence, ..self.counted(number) })
    }

    fn counted(&self, number: i64) -> FactText {
        let text = number_text(Decimal::from_int(number), None, self.lang);
        FactText { text, ..FactText::default() }
    }

    fn of_dataset(&self, what: DatasetCount) -> Option<FactText> {
        use crate::model::SourceKind::{Press, SourceText};
        let quoted = |id| {
            let source = self.dataset.sources.get(id);
            source.is_some_and(|source| matches!(source.kind, Press | SourceText))
        };
        let quoted_figures = self.dataset.observations.values().filter(|one| quoted(&one.source));
        let number = match what {
            DatasetCount::Figures => quoted_figures.count(),
            DatasetCount::Documents => {
                let mut documents: Vec<&SourceId> = quoted_figures.map(|one| &one.source).gather();
                documents = in_order(documents, Ord::cmp);
                documents.dedup();
                documents.len()
            }
        };
        Some(self.counted(i64::try_from(number).ok()?))
    }
}
