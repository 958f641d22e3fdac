//! What figures were before they were changed or withdrawn.

use super::column::{Column, or_empty};
use super::content::{self, Tells};
use super::figures::is_told;
use super::lines;
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::model::{Dataset, Observation, Revision, Wording};

/// A change with its place in the list, and what stood there before where that is not just another
/// value of the figure that is there now.
struct Change<'a> {
    number: usize,
    /// The lines of the figure that the change is of.
    lines: String,
    revision: &'a Revision,
    whole: Option<&'a Observation>,
}

impl Tells for Change<'_> {
    fn figure(&self) -> Option<&Observation> {
        self.revision.before.as_ref()
    }

    fn whole(&self) -> Option<&Observation> {
        self.whole
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
    columns.extend(content::value(["value", "Value before", "مقدار پیشین"]));
    columns.extend(content::what());
    let before = data.revisions.iter().filter_map(|one| one.before.as_ref());
    columns.extend(content::divided(before, Tells::whole));
    columns.extend(content::read_where());
    columns
        .extend(content::counted_on(data.revisions.iter().filter_map(|one| one.before.as_ref())));
    let marks = lines::marks(data);
    let rows =
        data.revisions.iter().zip(marks).enumerate().map(|(place, (revision, lines))| Change {
            number: place + 1,
            revision,
            lines,
            whole: revision.before.as_ref().filter(|before| !is_told_by_value(data, before)),
        });
    Sheet::new(&about, &columns, rows)
}

/// Whether the figure that is there now, as it is written, says all but the value.
fn is_told_by_value(data: &Dataset, before: &Observation) -> bool {
    let Some(now) = data.observations.get(&before.id) else { return false };
    let Wording { value, upper, unit, .. } = before.wording.clone();
    let whole = now.part_of.clone().filter(|whole| is_told(data, whole));
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
        Of::text(lines::HEAD, |it| it.lines.clone()),
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
