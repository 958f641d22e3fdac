//! What figures were before they were changed or withdrawn.

use super::column::{Column, or_empty};
use super::figures::{area, group, locator};
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::export::package::heads::{
    ACTION_STATUS, AREA, GROUP, LOCATOR, MEASURE, MENTIONS, NOTE_EN, NOTE_FA, PART_OF, PERIOD,
    PROGRAMME, QUOTE, SCENARIO, SCOPE_EN, SCOPE_FA, SOURCE, STAGE, STATUS, UNIT,
};
use crate::model::{
    ActionStatus, Dataset, Figure, Missing, Observation, Qualifier, Revision, Scenario, Stage,
    Status, Wording,
};

/// A change with its place in the list, and what stood there before where that is not just another
/// value of the figure that is there now.
struct Change<'a> {
    number: usize,
    revision: &'a Revision,
    whole: Option<&'a Observation>,
}

impl Change<'_> {
    /// Something of what stood there.
    fn before(&self, cell: fn(&Observation) -> String) -> String {
        self.revision.before.as_ref().map(cell).unwrap_or_default()
    }

    /// Something that is only told where the row has to tell the whole figure.
    fn told(&self, cell: fn(&Observation) -> String) -> String {
        self.whole.map(cell).unwrap_or_default()
    }
}

/// Every change, also of figures that are no longer there: of those the row tells all.
pub(super) fn revisions(data: &Dataset) -> Sheet {
    let about = About {
        name: "revisions",
        title: "What figures were before they were changed or withdrawn",
        title_fa: "رقم‌ها پیش از تغییر یا پس گرفتن",
        key: &["number"],
    };
    let mut columns = when();
    columns.extend(value_before());
    columns.extend(what());
    columns.extend(read_where());
    let rows = data.revisions.iter().enumerate().map(|(place, revision)| Change {
        number: place + 1,
        revision,
        whole: revision.before.as_ref().filter(|before| !is_told_by_value(data, before)),
    });
    Sheet::new(&about, &columns, rows)
}

/// Whether the figure that is there now, as it is written, says all but the value.
fn is_told_by_value(data: &Dataset, before: &Observation) -> bool {
    let Some(now) = data.observations.get(&before.id) else { return false };
    let Wording { value, upper, unit, .. } = before.wording.clone();
    let whole = now.part_of.clone().filter(|whole| data.observations.contains_key(whole));
    let with_value = Observation {
        figure: before.figure,
        wording: Wording { value, upper, unit, ..now.wording.clone() },
        part_of: whole,
        ..now.clone()
    };
    with_value == *before
}

/// Which change of which figure, by whom and why.
fn when<'a>() -> Vec<Column<Change<'a>>> {
    type Of<'a> = Column<Change<'a>>;
    vec![
        Of::whole(["number", "Number", "شماره"], |it| it.number.to_string()).required(),
        Of::text(["observation", "Figure", "رقم"], |it| it.revision.observation.to_string())
            .required(),
        Of::text(["recorded", "Changed on, Jalali", "روز تغییر، خورشیدی"], |it| {
            or_empty(Period::day(it.revision.recorded).map(|day| day.id()))
        })
        .required(),
        Of::whole(
            ["change", "Which change on that day", "چندمین تغییر آن روز"],
            |it| it.revision.change.to_string(),
        ),
        Of::text(["by_fa", "By, Persian", "به دست، فارسی"], |it| {
            it.revision.by.fa.clone()
        }),
        Of::text(["by_en", "By, English", "به دست، انگلیسی"], |it| {
            it.revision.by.en.clone()
        }),
        Of::text(["reason_fa", "Why, Persian", "چرا، فارسی"], |it| {
            it.revision.reason.fa.clone()
        }),
        Of::text(["reason_en", "Why, English", "چرا، انگلیسی"], |it| {
            it.revision.reason.en.clone()
        }),
    ]
}

/// The value that stood there, or why there was none.
fn value_before<'a>() -> Vec<Column<Change<'a>>> {
    type Of<'a> = Column<Change<'a>>;
    vec![
        Of::number(["value", "Value before", "مقدار پیشین"], |it| {
            it.before(|one| or_empty(one.wording.value.filter(|_| one.figure.value().is_some())))
        }),
        Of::text(UNIT, |it| it.before(|one| one.wording.unit.to_string())).refers("units"),
        Of::word::<Qualifier>(["qualifier", "Qualifier", "دقت"], |it| {
            it.before(|one| or_empty(one.figure.qualifier().map(Qualifier::code)))
        }),
        Of::number(["upper", "Upper end", "کران بالا"], |it| {
            it.before(|one| {
                let is_between = one.figure.qualifier() == Some(Qualifier::Between);
                or_empty(one.wording.upper.filter(|_| is_between))
            })
        }),
        Of::word::<Missing>(["missing", "Kind of absence", "نوع نبودن"], |it| {
            it.before(|one| match one.figure {
                Figure::Missing(missing) => missing.code().to_owned(),
                Figure::Value { .. } => String::new(),
            })
        }),
    ]
}

/// What the figure was about.
fn what<'a>() -> Vec<Column<Change<'a>>> {
    type Of<'a> = Column<Change<'a>>;
    vec![
        Of::text(MEASURE, |it| it.told(|one| one.measure.to_string())).refers("measures"),
        Of::text(AREA, |it| it.told(|one| or_empty(area(&one.place)))).refers("areas"),
        Of::text(GROUP, |it| it.told(|one| or_empty(group(&one.place)))).refers("groups"),
        Of::text(PERIOD, |it| it.told(|one| or_empty(one.period.map(|period| period.id())))),
        Of::word::<Scenario>(SCENARIO, |it| {
            it.told(|one| or_empty(one.scenario.map(Scenario::code)))
        }),
        Of::word::<Stage>(STAGE, |it| it.told(|one| or_empty(one.stage.map(Stage::code)))),
        Of::word::<ActionStatus>(ACTION_STATUS, |it| {
            it.told(|one| or_empty(one.action_status.map(ActionStatus::code)))
        }),
        Of::text(PROGRAMME, |it| it.told(|one| or_empty(one.programme.as_ref())))
            .refers("programmes"),
        Of::text(SCOPE_FA, |it| it.told(|one| one.scope.fa.clone())),
        Of::text(SCOPE_EN, |it| it.told(|one| one.scope.en.clone())),
        Of::word::<Status>(STATUS, |it| it.told(|one| one.status.code().to_owned())),
        Of::text(PART_OF, |it| it.told(|one| or_empty(one.part_of.as_ref()))),
    ]
}

/// Where it was read, and in which words.
fn read_where<'a>() -> Vec<Column<Change<'a>>> {
    type Of<'a> = Column<Change<'a>>;
    vec![
        Of::text(SOURCE, |it| it.told(|one| one.source.to_string())).refers("sources"),
        Of::text(LOCATOR, |it| it.told(|one| locator(&one.locator))),
        Of::whole(MENTIONS, |it| it.told(|one| one.wording.mentions.to_string())),
        Of::text(QUOTE, |it| it.told(|one| one.wording.quote.clone())),
        Of::text(NOTE_FA, |it| it.told(|one| one.note.fa.clone())),
        Of::text(NOTE_EN, |it| it.told(|one| one.note.en.clone())),
    ]
}
