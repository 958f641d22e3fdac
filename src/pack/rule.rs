//! Rules in bytes, in a file of their own: who only reads does not load them.

use super::entity::{codes, fields};
use super::reader::Reader;
use super::value::{read_code, write_code};
use super::writer::Writer;
use super::{Packed, open, seal};
use crate::diag::Result;
use crate::model::{Expression, MissingStrategy, Operator, Rule, RuleSeverity, parse_expression};
use crate::number::Decimal;
use crate::spec::Coded;

/// The bytes of the rules of a data set, which [`write`](super::write) leaves out.
///
/// ```
/// assert_eq!(hamyar::pack::read_rules(&hamyar::pack::write_rules(&[])).unwrap(), []);
/// ```
pub fn write_rules(rules: &[Rule]) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(rules.len() as u128);
    rules.iter().for_each(|rule| rule.write(&mut out));
    seal(out)
}

/// The rules of such bytes.
///
/// # Errors
/// As [`read`](super::read).
pub fn read_rules(bytes: &[u8]) -> Result<Vec<Rule>> {
    open(bytes, Packed::read)
}

impl Packed for Expression {
    fn write(&self, out: &mut Writer) {
        out.text(&self.to_string());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        parse_expression(&from.text()).unwrap_or_else(|_| {
            from.refuse();
            Self::Number(Decimal::ZERO)
        })
    }
}

codes!(MissingStrategy::SkipIfAny, Operator::Equal, RuleSeverity::Error);

fields! {
    Rule { id, kind, name, left, operator, right, tolerance, missing, severity, note }
}
