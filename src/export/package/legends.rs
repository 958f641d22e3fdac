//! Named classes of measures.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::export::package::heads::{MEASURE, NAME_EN, NAME_FA};
use crate::model::{Dataset, Legend, LegendClass};

/// One class of a legend.
struct Row<'a> {
    legend: &'a Legend,
    class: &'a LegendClass,
}

pub(super) fn legends(data: &Dataset) -> Sheet {
    type Of<'a> = Column<Row<'a>>;
    let about = About {
        name: "legends",
        title: "Classes of measures; a lower bound belongs to its class, an upper one to the next",
        title_fa: "طبقه‌های شاخص‌ها؛ کران پایین از آن همان طبقه است و کران بالا از آن طبقهٔ بعد",
        key: &["measure", "from"],
    };
    let columns = [
        Of::text(MEASURE, |it| it.legend.measure().to_string()).required().refers("measures"),
        Of::number(["from", "Lower bound", "کران پایین"], |it| or_empty(it.class.from)),
        Of::number(["to", "Upper bound", "کران بالا"], |it| or_empty(it.class.to)),
        Of::text(NAME_FA, |it| it.class.name.fa.clone()).required(),
        Of::text(NAME_EN, |it| it.class.name.en.clone()),
    ];
    let rows = data
        .legends
        .iter()
        .flat_map(|legend| legend.classes().iter().map(move |class| Row { legend, class }));
    Sheet::new(&about, &columns, rows)
}
