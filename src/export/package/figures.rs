//! Figures, statements without one, and pairs of figures.

use super::area_codes::limit;
use super::column::{Column, or_empty};
use super::content;
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::export::package::heads::{
    ACTION_STATUS, AREA, GROUP, Head, ID, KIND, LABEL_EN, LABEL_FA, LOCATOR, MEASURE, MENTIONS,
    NOTE_EN, NOTE_FA, PART_OF, PERIOD, QUOTE, SCENARIO, SCOPE_EN, SCOPE_FA, SOURCE, STAGE, STATUS,
    UNIT,
};
use crate::model::{
    ActionStatus, AreaId, Comparison, Dataset, Figure, GroupId, Locator, Missing, Observation,
    ObservationId, Place, ProgrammeId, Qualifier, Revision, Scenario, Stage, Statement,
    StatementKind, Status,
};

pub(super) const COUNTED_ON: Head =
    ["counted_on", "Day of which it was counted", "روزی که تا آن شمرده شده"];

/// A figure with the one that it is a part of, if the files tell of that too: a link to a figure of which
/// nothing is known would cost the reader of the file the part as well.
struct Stated<'a> {
    one: &'a Observation,
    whole: Option<&'a ObservationId>,
    /// Whether it is to be looked at again.
    marked: bool,
}

/// Every figure, those of census tables included, one a row.
pub(super) fn observations(data: &Dataset) -> Sheet {
    let about = About {
        name: "observations",
        title: "Figures as printed",
        title_fa: "رقم‌ها، همان‌گونه که چاپ شده‌اند",
        key: &["id"],
    };
    let rows = data.observations.values().map(|one| Stated {
        one,
        whole: one.part_of.as_ref().filter(|id| is_told(data, id)),
        marked: data.follow_up.contains(&one.id),
    });
    let mut columns = key();
    columns.extend(content::divided(data.observations.values(), |it: &Stated<'_>| Some(it.one)));
    columns.extend(stated());
    let part_of = Column::text(PART_OF, |it: &Stated<'_>| or_empty(it.whole));
    let wholes = data.observations.values().filter_map(|one| one.part_of.as_ref());
    columns.push(standing(data, wholes, part_of, ""));
    columns.extend(read_where());
    if data.observations.values().any(|one| one.recorded.is_some()) {
        columns.push(counted_on());
    }
    if !data.follow_up.is_empty() {
        columns.push(follow_up());
    }
    Sheet::new(&about, &columns, rows)
}

/// Whether the files tell of a figure: it stands there, or it was withdrawn and its changes say what it was.
pub(super) fn is_told(data: &Dataset, id: &ObservationId) -> bool {
    let is_content = |one: &Revision| one.observation == *id && one.before.is_some();
    data.observations.contains_key(id) || data.revisions.iter().any(is_content)
}

/// The column that names these figures; a foreign key only where all of them stand, since it holds no row that
/// was withdrawn.
fn standing<'a, T>(
    data: &Dataset,
    mut named: impl Iterator<Item = &'a ObservationId>,
    column: Column<T>,
    table: &'static str,
) -> Column<T> {
    let is_gone = |id: &ObservationId| !data.observations.contains_key(id) && is_told(data, id);
    if named.any(is_gone) { column } else { column.refers(table) }
}

/// What the figure is about. `start` and `end` tell programs without a Jalali calendar which days
/// `period` means; they are not read back.
fn key<'a>() -> Vec<Column<Stated<'a>>> {
    type Of<'a> = Column<Stated<'a>>;
    vec![
        Of::text(ID, |it| it.one.id.to_string()).required(),
        Of::text(MEASURE, |it| it.one.measure.to_string()).required().refers("measures"),
        Of::text(AREA, |it| or_empty(area(&it.one.place))).refers("areas"),
        Of::text(GROUP, |it| or_empty(group(&it.one.place))).refers("groups"),
        Of::text(PERIOD, |it| or_empty(it.one.period.map(|period| period.id()))),
        Of::date(["start", "First day, Gregorian", "نخستین روز، میلادی"], |it| {
            or_empty(it.one.period.and_then(|period| period.start()).map(|day| day.to_iso()))
        }),
        Of::date(["end", "Last day, Gregorian", "واپسین روز، میلادی"], |it| {
            or_empty(it.one.period.as_ref().and_then(Period::last).map(|day| day.to_iso()))
        }),
        Of::word::<Scenario>(SCENARIO, |it| or_empty(it.one.scenario.map(Scenario::code))),
        Of::word::<Stage>(STAGE, |it| or_empty(it.one.stage.map(Stage::code))),
        Of::word::<ActionStatus>(ACTION_STATUS, |it| {
            or_empty(it.one.action_status.map(ActionStatus::code))
        }),
        Of::text(
            ["programme", "Programme or credit line", "برنامه یا خط اعتباری"],
            |it| or_empty(it.one.programme.as_ref().map(ProgrammeId::as_str)),
        )
        .refers("programmes"),
        Of::text(SCOPE_FA, |it| it.one.scope.fa.clone()),
        Of::text(SCOPE_EN, |it| it.one.scope.en.clone()),
    ]
}

/// The figure in its printed unit, or why there is none.
fn stated<'a>() -> Vec<Column<Stated<'a>>> {
    type Of<'a> = Column<Stated<'a>>;
    vec![
        Of::number(
            ["value", "Value as printed", "مقدار، همان‌گونه که چاپ شده"],
            |it| or_empty(it.one.wording.value.filter(|_| has_value(it.one))),
        ),
        Of::text(UNIT, |it| it.one.wording.unit.to_string()).required().refers("units"),
        Of::word::<Qualifier>(["qualifier", "How exactly it is stated", "دقت گفته"], |it| {
            or_empty(it.one.figure.qualifier().map(Qualifier::code))
        }),
        Of::number(["upper", "Upper end", "سر بالا"], |it| {
            or_empty(it.one.wording.upper.filter(|_| has_upper(it.one)))
        }),
        Of::word::<Missing>(["missing", "Kind of absence", "نوع نبود رقم"], |it| match it
            .one
            .figure
        {
            Figure::Missing(missing) => missing.code().to_owned(),
            Figure::Value { .. } => String::new(),
        }),
        Of::word::<Status>(STATUS, |it| it.one.status.code().to_owned()).required(),
    ]
}

/// Where it was read, and in which words.
fn read_where<'a>() -> Vec<Column<Stated<'a>>> {
    type Of<'a> = Column<Stated<'a>>;
    vec![
        Of::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
        Of::text(LOCATOR, |it| locator(&it.one.locator)).required(),
        Of::whole(MENTIONS, |it| it.one.wording.mentions.to_string()).required(),
        Of::text(QUOTE, |it| it.one.wording.quote.clone()),
        Of::text(NOTE_FA, |it| it.one.note.fa.clone()),
        Of::text(NOTE_EN, |it| it.one.note.en.clone()),
    ]
}

/// Who counted nothing needs no column of empty cells.
fn counted_on<'a>() -> Column<Stated<'a>> {
    Column::text(COUNTED_ON, |it| limit(it.one.recorded))
}

/// Who marked nothing needs no column of empty cells.
fn follow_up<'a>() -> Column<Stated<'a>> {
    let names = ["follow_up", "To be looked at again (yes)", "نیازمند پیگیری (yes)"];
    Column::text(names, |it| if it.marked { "yes" } else { "" }.to_owned())
}

pub(super) fn statements(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Statement>;
    let about = About {
        name: "statements",
        title: "Statements without a figure",
        title_fa: "گفته‌های بی‌رقم",
        key: &["id"],
    };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::word::<StatementKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(["theme", "Theme", "موضوع"], |one| one.theme.clone()),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
        Of::text(LOCATOR, |one| locator(&one.locator)).required(),
        Of::text(MEASURE, |one| or_empty(one.measure.as_ref())).refers("measures"),
        Of::text(AREA, |one| or_empty(area(&one.place))).refers("areas"),
        Of::text(GROUP, |one| or_empty(group(&one.place))).refers("groups"),
        Of::text(QUOTE, |one| one.quote.clone()),
        Of::text(["summary_fa", "Summary, Persian", "چکیدهٔ فارسی"], |one| {
            one.summary.fa.clone()
        })
        .required(),
        Of::text(["summary_en", "Summary, English", "چکیدهٔ انگلیسی"], |one| {
            one.summary.en.clone()
        }),
    ];
    Sheet::new(&about, &columns, data.statements.iter())
}

pub(super) fn comparisons(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Comparison>;
    let about = About {
        name: "comparisons",
        title: "Pairs that may be compared; the ratio is to ÷ from",
        title_fa: "جفت‌های سنجیدنی؛ نسبت برابر to ÷ from است",
        key: &["id"],
    };
    let from =
        Of::text(["from", "Compared with", "در برابرِ"], |pair| pair.from.to_string());
    let to = Of::text(["to", "Compared", "سنجیده"], |pair| pair.to.to_string());
    let pairs = || data.comparisons.iter();
    let columns = [
        Of::text(ID, |pair| pair.id.to_string()).required(),
        Of::text(KIND, |pair| pair.kind.clone()).required(),
        standing(data, pairs().map(|pair| &pair.from), from.required(), "observations"),
        standing(data, pairs().map(|pair| &pair.to), to.required(), "observations"),
        Of::text(LABEL_FA, |pair| pair.label.fa.clone()),
        Of::text(LABEL_EN, |pair| pair.label.en.clone()),
        Of::text(["caveat_fa", "Caveat, Persian", "هشدار فارسی"], |pair| {
            pair.caveat.fa.clone()
        }),
        Of::text(["caveat_en", "Caveat, English", "هشدار انگلیسی"], |pair| {
            pair.caveat.en.clone()
        }),
    ];
    Sheet::new(&about, &columns, data.comparisons.iter())
}

pub(super) const fn area(place: &Place) -> Option<&AreaId> {
    if let Place::Area(id) = place { Some(id) } else { None }
}

pub(super) const fn group(place: &Place) -> Option<&GroupId> {
    if let Place::Group(id) = place { Some(id) } else { None }
}

const fn has_value(one: &Observation) -> bool {
    matches!(one.figure, Figure::Value { .. })
}

const fn has_upper(one: &Observation) -> bool {
    matches!(one.figure, Figure::Value { upper: Some(_), .. })
}

pub(super) fn locator(locator: &Locator) -> String {
    match locator {
        Locator::Headline => "headline".to_owned(),
        Locator::Paragraph(number) => format!("p{number}"),
        // The table it names need not be this one, so the number is written out.
        Locator::Row(number) => format!("r{number}"),
        Locator::NotRecorded => "not recorded".to_owned(),
    }
}
