//! What is wrong with the classes of a measure.

use super::error;
use crate::diag::Diagnostic;
use crate::model::LegendFault;

const HINT_FA: &str = "طبقه‌ها را از پایین به بالا بنویسید؛ هر طبقه از کران بالای طبقهٔ پیش آغاز شود.";
const HINT_EN: &str =
    "Write the classes from the lowest up; let each begin at the upper bound of the one before.";

/// What to say of the class at `place`, and the column where it shows.
pub(in crate::ingest) fn no_legend(fault: LegendFault, place: usize) -> (&'static str, Diagnostic) {
    let (column, code, fa, en) = match fault {
        LegendFault::NoWidth(at) if at == place => (
            "to",
            "legend/no-width",
            "کران بالای این طبقه از کران پایین آن بیشتر نیست.",
            "The upper bound of this class is not above its lower one.",
        ),
        LegendFault::Unordered(at) if at == place => (
            "from",
            "legend/unordered",
            "این طبقه پایین‌تر از طبقهٔ پیش از خود است.",
            "This class lies below the one before it.",
        ),
        LegendFault::Gap(at) if at == place => (
            "from",
            "legend/gap",
            "میان این طبقه و طبقهٔ پیش شکاف است: برخی مقدارها طبقه‌ای ندارند.",
            "There is a gap between this class and the one before: some values have no class.",
        ),
        LegendFault::Overlap(at) if at == place => (
            "from",
            "legend/overlap",
            "این طبقه روی طبقهٔ پیش می‌افتد: برخی مقدارها دو طبقه دارند.",
            "This class overlaps the one before: some values have two classes.",
        ),
        _ => (
            "measure",
            "legend/refused",
            "طبقه‌های این شاخص پی هم نمی‌آیند؛ این طبقه نیز کنار ماند.",
            "The classes of this measure do not follow one another; this one is left out with them.",
        ),
    };
    (column, error(code, fa, en).with_hint(HINT_FA, HINT_EN))
}
