//! What a rule computes: figures, sums over areas and arithmetic, written as one line of text.

mod parse;

use super::id::MeasureId;
use crate::calendar::Period;
use crate::number::Decimal;

pub use parse::{ExpressionFault, parse_expression};

/// One operation between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

impl Operation {
    /// The sign, as it is typed.
    pub const fn code(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '*',
            Self::Divide => '/',
        }
    }

    const fn binds_tightly(self) -> bool {
        matches!(self, Self::Multiply | Self::Divide)
    }

    /// Which of the two sides must stand in brackets.
    pub fn brackets(self, left: &Expression, right: &Expression) -> [bool; 2] {
        let inner = |side: &Expression| match side {
            Expression::Both(_, operation, _) => Some(operation.binds_tightly()),
            _ => None,
        };
        let (left, right) = (inner(left), inner(right));
        match self {
            // What binds as much and stands to the right was written in brackets: they are kept.
            Self::Add | Self::Subtract => [false, right == Some(false)],
            Self::Multiply | Self::Divide => [left == Some(false), right.is_some()],
        }
    }

    /// The sign, as it is shown.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "−",
            Self::Multiply => "×",
            Self::Divide => "÷",
        }
    }
}

/// What a measure is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The measure.
    pub measure: MeasureId,
    /// Id of an area or group; empty for the place that the rule stands at.
    pub place: String,
    /// Code of a level: the figures of that level below the place, or of the members of the group.
    pub level: String,
    /// The period; `None` for the one that the rule stands at.
    pub period: Option<Period>,
    /// Codes of scenario, stage or programme.
    pub words: Vec<String>,
}

impl Reference {
    /// Whether the rule must stand at a place for this to have a meaning.
    pub fn is_bare(&self) -> bool {
        self.place.is_empty()
    }
}

/// One expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// `100` or `-39800`
    Number(Decimal),
    /// `O012` or `population_total`: a figure by its id, or a measure at the place and period that the
    /// rule stands at.
    Name(String),
    /// `population_total[IR@1395, 1395]`, `population_total[IR@1395/county, 1395]`,
    /// `facility_amount[24@1395, 1400, actual, disbursed]`
    Figure(Reference),
    /// `days[1397]`: days of a period.
    Days(Period),
    /// `count[01@1402/county]`: how many areas there are.
    Count {
        /// The area or group.
        place: String,
        /// The level that is counted.
        level: String,
    },
    /// Two expressions and what is done with them.
    Both(Box<Expression>, Operation, Box<Expression>),
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}[{}", self.measure, self.place)?;
        if !self.level.is_empty() {
            write!(f, "/{}", self.level)?;
        }
        let period = self.period.map(|period| period.id()).unwrap_or_default();
        if !period.is_empty() || !self.words.is_empty() {
            write!(f, ", {period}")?;
        }
        self.words.iter().try_for_each(|word| write!(f, ", {word}"))?;
        f.write_str("]")
    }
}

/// The expression as one writes it: [`parse_expression`] reads the same expression from it.
impl std::fmt::Display for Expression {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(value) => write!(f, "{value}"),
            Self::Name(name) => f.write_str(name),
            Self::Figure(reference) => write!(f, "{reference}"),
            Self::Days(period) => write!(f, "days[{}]", period.id()),
            Self::Count { place, level } => write!(f, "count[{place}/{level}]"),
            Self::Both(left, operation, right) => {
                let [left_bound, right_bound] = operation.brackets(left, right);
                write_side(f, left, left_bound)?;
                write!(f, " {} ", operation.code())?;
                write_side(f, right, right_bound)
            }
        }
    }
}

fn write_side(
    f: &mut std::fmt::Formatter<'_>,
    side: &Expression,
    brackets: bool,
) -> std::fmt::Result {
    if brackets { write!(f, "({side})") } else { write!(f, "{side}") }
}

impl Expression {
    /// Every name in it, from left to right.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Name(name) => vec![name],
            Self::Figure(reference) => vec![reference.measure.as_str()],
            Self::Both(left, _, right) => [left.names(), right.names()].concat(),
            _ => Vec::new(),
        }
    }
}
