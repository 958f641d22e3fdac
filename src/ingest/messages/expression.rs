//! What is wrong with the expression of a rule.

use super::{about, shown};
use crate::diag::Diagnostic;
use crate::model::ExpressionFault;
use crate::text::ltr_isolate;

pub(in crate::ingest) fn not_an_expression(cell: &str, fault: &ExpressionFault) -> Diagnostic {
    let (fa, en) = match fault {
        ExpressionFault::TooLong => (
            "برای یک رابطه بیش از اندازه بلند است.".to_owned(),
            "is too long for a rule.".to_owned(),
        ),
        ExpressionFault::Unfinished => ("ناتمام است.".to_owned(), "is not finished.".to_owned()),
        ExpressionFault::Unexpected(rest) => (
            format!("از «{}» به بعد خوانده نمی‌شود.", shown(rest)),
            format!("cannot be read from “{}” on.", shown(rest)),
        ),
        ExpressionFault::Sign(rest) => (
            format!(
                "در «{}» منها پیش از نام یا پرانتز دارد؛ منها تنها پیش از عدد می‌آید.",
                shown(rest)
            ),
            format!(
                "has a minus before a name or a bracket in “{}”; one may stand before a number only.",
                shown(rest)
            ),
        ),
        ExpressionFault::Brackets(inside) => (
            format!("میان [ ] «{}» دارد که خوانده نمی‌شود.", shown(inside)),
            format!("has “{}” between [ ], which cannot be read.", shown(inside)),
        ),
    };
    let example = "O012 / O011 * 100";
    Diagnostic::error("rule/not-an-expression", about(cell, &fa, &en)).with_hint(
        format!("مانند {} بنویسید: شناسه‌ها، عددها و + - * / ( ).", ltr_isolate(example)),
        format!("Write it like {example}: ids, numbers and + - * / ( )."),
    )
}
