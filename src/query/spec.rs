//! What is asked. The same small JSON value in a file, in an address and in a view.

use crate::calendar::{Day, Period};
use crate::model::{
    ActionStatus, ComparisonId, Dimension, GroupId, Level, MeasureId, ObservationId, ProgrammeId,
    Scenario, SourceId, Stage,
};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Coded, Part, Shape};
use crate::spec::{
    Fault, Fields, FromSpec, Value, coded, deserialize_by_spec, from_code, read_fields,
};

/// One question about one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is measured. May be empty only with [`Filter::observations`] or [`Query::pairs`].
    pub measure: MeasureId,
    /// Further measures, each asked the same: their rows follow those of the first, in this order.
    pub also: Vec<MeasureId>,
    /// Which areas; all when empty.
    pub areas: AreaSelection,
    /// Periods by id, each with all that lies inside it; all when empty.
    pub periods: Vec<String>,
    /// Only what lies inside this stretch of time (`1395/1398`), or inside all that a list names.
    pub during: All,
    /// Only this scenario.
    pub scenario: Option<Scenario>,
    /// Only this stage of money.
    pub stage: Option<Stage>,
    /// Further conditions.
    pub filter: Filter,
    /// What tells rows of the answer apart; nothing gives one row.
    pub by: Vec<By>,
    /// Set beside each row the value of the areas above it.
    pub against: Vec<Level>,
    /// Time roll-up: one row for each whole period of this kind.
    pub every: Option<Every>,
    /// Replace values by what is derived from them.
    pub derive: Option<Derive>,
    /// Which pairs of the package to set side by side.
    pub pairs: Vec<ComparisonId>,
    /// Give a row with [`crate::model::Missing::NotReported`] for each expected area or period
    /// that has no figure.
    pub unreported: bool,
    /// Of what was known at the end of this day. Whoever asks takes the day out and turns the data set into that
    /// ([`crate::model::as_known`]); a question that still has it is refused.
    pub as_known: Option<Day>,
}

/// Which areas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaSelection {
    /// Only this level.
    pub level: Option<Level>,
    /// Only inside the area with this code, or inside all that a list names, itself included.
    pub within: All,
    /// Only these, by code, with what lies inside them: a level picks from both. Each period is answered in
    /// its own division.
    pub codes: Vec<String>,
    /// The members of this group, or figures about the group as a whole when `level` is empty and
    /// the measure has such figures.
    pub group: Option<GroupId>,
    /// Leave these out, by code (what turns when large members are left out).
    pub except: Vec<String>,
}

/// Conditions of one kind that all hold: one text, or a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct All(pub Vec<String>);

impl FromSpec for All {
    fn read(value: &Value) -> Result<Self, Fault> {
        let one = || String::read(value).map(|code| vec![code]);
        if matches!(value, Value::List(_)) { Vec::read(value) } else { one() }.map(Self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Text, Shape::list(Shape::Text)])
    }
}

/// Further conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this programme.
    pub programme: Option<ProgrammeId>,
    /// Only this document.
    pub source: Option<SourceId>,
    /// Only projects and actions of this status.
    pub action_status: Option<ActionStatus>,
    /// Only figures of these codes.
    pub dimensions: Chosen,
    /// Just these figures, in this order.
    pub observations: Vec<ObservationId>,
}

/// Codes by dimension: `{"sex": ["female"]}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(pub Vec<(Dimension, Vec<String>)>);

impl Chosen {
    /// The codes that are asked for of a dimension; `None` where nothing is said of it.
    pub(super) fn codes(&self, dimension: Dimension) -> Option<&[String]> {
        let own = self.0.iter().find(|(known, _)| *known == dimension);
        own.map(|(_, codes)| codes.as_slice())
    }
}

impl FromSpec for Chosen {
    fn read(value: &Value) -> Result<Self, Fault> {
        let Value::Fields(fields) = value else {
            return Err(Fault::expected("چند ویژگی", "an object"));
        };
        let mut chosen = Vec::new();
        for (name, codes) in fields {
            let inside = |fault: Fault| fault.inside(name);
            let dimension = Dimension::read(&Value::Text(name.clone())).map_err(inside)?;
            chosen.push((dimension, FromSpec::read(codes).map_err(inside)?));
        }
        Ok(Self(chosen))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let codes = |name: &&'static str| Part::optional(name, Shape::list(Shape::Text));
        Shape::fields("Dimensions", Dimension::CODES.iter().map(codes).collect())
    }
}

coded! {
    /// One thing that tells rows apart.
    By {
        /// The area itself.
        Area = "area",
        /// The period.
        Period = "period",
        /// Fact or intention.
        Scenario = "scenario",
        /// Stage of money.
        Stage = "stage",
        /// Status of a project or action.
        ActionStatus = "action_status",
        /// Programme.
        Programme = "programme",
        /// Document.
        Source = "source",
        /// What tells apart figures with the same key.
        Scope = "scope",
        /// Field of activity of cooperatives.
        CoopActivity = "coop_activity",
        /// International type of cooperatives.
        CoopIcls = "coop_icls",
        /// Group of credit lines of cooperatives.
        CoopLine = "coop_line",
        /// Sector.
        Sector = "sector",
        /// Sex.
        Sex = "sex",
        /// Urban or rural.
        Settlement = "settlement",
        /// Size of a settlement.
        SizeClass = "size_class",
        /// Each figure by itself: nothing is rolled up.
        Observation = "observation",
    }
}

impl By {
    /// The dimension that rows are told apart by.
    pub(super) fn dimension(self) -> Option<Dimension> {
        from_code(self.code())
    }
}

coded! {
    /// Length of the periods that time rolls up to.
    Every {
        /// Months.
        Month = "month",
        /// Seasons.
        Quarter = "quarter",
        /// Half years.
        Half = "half",
        /// Years.
        Year = "year",
    }
}

/// What is derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derive {
    /// Change in percent, `x₁ ÷ x₀ − 1`, or in percentage points for a rate: against the
    /// neighbouring period, or the one before of its kind among the [`Query::periods`] themselves,
    /// whose first is then no row. Of one ground (an area, or the one of an earlier division that
    /// it continues), one scope and periods of one length.
    Growth,
    /// Share of the sum of all rows, in percent.
    Share,
    /// Divided by another measure of the same area and period.
    Per {
        /// Measure below the line, such as `population_total`.
        measure: MeasureId,
        /// 1,000 for "per thousand people".
        factor: i64,
    },
    /// Rank by value, 1 = largest; equal values share a rank. Bounds are not ranked.
    Rank,
    /// Percent of the plan for the same area and period, `actual ÷ planned`; asks for actual figures
    /// unless the question names a scenario. Not defined where less is better. The reader build
    /// refuses it.
    #[cfg(feature = "complete")]
    Achievement,
    /// Percent of the plan to date: `actual ÷ (planned of the year × days gone ÷ days of the year)`, of
    /// a period that begins with its Jalali year. Asks for actual figures unless the question names a
    /// scenario.
    RunRate,
    /// Percent of another stage of the same release and programme, as in approved of applied. The
    /// reader build refuses it.
    #[cfg(feature = "complete")]
    Stages {
        /// The stage below the line.
        of: Stage,
    },
    /// Share in the area ÷ share in the country; 1 where they are equal. The reader build
    /// refuses it.
    #[cfg(feature = "complete")]
    Location {
        /// The measure that counts all kinds, of which the asked one is a part.
        of: MeasureId,
    },
}

read_fields! {
    Query {
        "measure" measure,
        "also" also,
        "areas" areas,
        "periods" periods,
        "during" during,
        "scenario" scenario,
        "stage" stage,
        "where" filter,
        "by" by,
        "against" against,
        "every" every,
        "derive" derive,
        "pairs" pairs,
        "unreported" unreported,
        "asKnown" as_known,
    } finish_all
}

read_fields! {
    AreaSelection {
        "level" level,
        "within" within,
        "codes" codes,
        "group" group,
        "except" except,
    } finish_all
}

read_fields! {
    Filter {
        "programme" programme,
        "source" source,
        "actionStatus" action_status,
        "dimensions" dimensions,
        "observations" observations,
    } finish_all
}

/// The words for what is derived without further details.
#[cfg(not(feature = "complete"))]
const DERIVED: &[&str] = &["growth", "share", "rank", "run_rate"];
#[cfg(feature = "complete")]
const DERIVED: &[&str] = &["growth", "share", "rank", "achievement", "run_rate"];

impl FromSpec for Derive {
    fn read(value: &Value) -> Result<Self, Fault> {
        let Value::Text(word) = value else {
            #[cfg(feature = "complete")]
            if let Some(read) = super::indicator::read(value) {
                return read;
            }
            return per(value);
        };
        match word.as_str() {
            "growth" => Ok(Self::Growth),
            "share" => Ok(Self::Share),
            "rank" => Ok(Self::Rank),
            #[cfg(feature = "complete")]
            "achievement" => Ok(Self::Achievement),
            "run_rate" => Ok(Self::RunRate),
            _ => Err(Fault::unknown_word(DERIVED)),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let shapes = vec![Shape::Words(DERIVED), per_shape()];
        #[cfg(feature = "complete")]
        let shapes = shapes.into_iter().chain(super::indicator::shapes()).collect();
        Shape::Either(shapes)
    }
}

/// The end of a day, or of a month or year.
impl FromSpec for Day {
    fn read(value: &Value) -> Result<Self, Fault> {
        let day = Period::parse(&String::read(value)?).ok().and_then(|period| period.last());
        day.ok_or_else(|| {
            Fault::expected("روزی خورشیدی، مانند 1401-02-18", "a Jalali day, such as 1401-02-18")
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Text
    }
}

/// `{"per": {"measure": …, "factor": …}}`.
fn per(value: &Value) -> Result<Derive, Fault> {
    let mut found = Per { measure: MeasureId::default(), factor: 1 };
    let mut fields = Fields::of(value);
    fields.require("per", &mut found);
    fields.finish_all()?;
    Ok(Derive::Per { measure: found.measure, factor: found.factor })
}

/// The shape of that.
#[cfg(not(target_arch = "wasm32"))]
fn per_shape() -> Shape {
    Shape::fields("", vec![Part::required("per", Per::shape())])
}

struct Per {
    measure: MeasureId,
    factor: i64,
}

impl FromSpec for Per {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut per = Self { measure: MeasureId::default(), factor: 1 };
        let mut fields = Fields::of(value);
        fields.require("measure", &mut per.measure);
        fields.take("factor", &mut per.factor);
        fields.finish_all()?;
        Ok(per)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let measure = Part::required("measure", MeasureId::shape());
        Shape::fields("Per", vec![measure, Part::optional("factor", i64::shape())])
    }
}

deserialize_by_spec!(Query);
