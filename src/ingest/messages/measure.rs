//! What is wrong with how a measure rolls up.

use super::{Contradiction, contradiction};
use crate::diag::Diagnostic;
use crate::model::RollUpFault;

pub(in crate::ingest) fn roll_up_fault(fault: RollUpFault) -> Diagnostic {
    contradiction(match fault {
        RollUpFault::QuotientAdded => &QUOTIENT_ADDED,
        RollUpFault::StateAdded => &STATE_ADDED,
        RollUpFault::NoFormula => &NO_FORMULA,
        RollUpFault::NoWeight => &NO_WEIGHT,
    })
}

const QUOTIENT_ADDED: Contradiction = Contradiction {
    fa: "نسبت‌ها و عددهای شاخص با هم جمع نمی‌شوند و میانگین ساده ندارند.",
    en: "Ratios and index numbers are never added up, and have no plain mean.",
    hint_fa: "بنویسید ratio و صورت و مخرج را نام ببرید، یا بنویسید none.",
    hint_en: "Write ratio and name numerator and denominator, or write none.",
};

const STATE_ADDED: Contradiction = Contradiction {
    fa: "این شاخص وضع یک زمان (stock) است؛ وضع دو زمان با هم جمع نمی‌شود.",
    en: "This measure is a state at a time (stock); the states of two times are never added up.",
    hint_fa: "به جای sum بنویسید last؛ اگر آن را در یک دوره می‌شمارند، kind را flow بنویسید.",
    hint_en: "For sum write last; if it is counted during a period, write flow in kind.",
};

const NO_FORMULA: Contradiction = Contradiction {
    fa: "قاعدهٔ ratio جمع صورت‌ها را بر جمع مخرج‌ها بخش می‌کند، و این شاخص صورت و مخرج ندارد.",
    en: "The rule ratio divides a sum of numerators by one of denominators; this measure has neither.",
    hint_fa: "صورت و مخرج را در numerator و denominator بنویسید، یا به جای ratio بنویسید none.",
    hint_en: "Write them in numerator and denominator, or for ratio write none.",
};

const NO_WEIGHT: Contradiction = Contradiction {
    fa: "قاعدهٔ weighted میانگین وزنی می‌گیرد، و این شاخص نمی‌گوید با چه وزنی.",
    en: "The rule weighted takes a weighted mean; this measure does not say by what it is weighed.",
    hint_fa: "شاخصی را که وزن است، مانند جمعیت، در weight بنویسید، یا به جای weighted بنویسید none.",
    hint_en: "Write the measure that is the weight, such as the population, in weight, or for weighted write none.",
};
