//! Figures that copies changed apart: what each says, for a person to choose from.

use super::column::Column;
use super::content::{self, Tells};
use super::lines;
use super::sheet::{About, Sheet};
use crate::model::{Clash, Content, Dataset, Observation, ObservationId, clashes};

/// One content of one figure.
struct Choice {
    id: ObservationId,
    /// Its place among those of the figure, from 0.
    place: usize,
    lines: String,
    content: Content,
}

impl Tells for Choice {
    fn figure(&self) -> Option<&Observation> {
        self.content.as_ref()
    }

    fn whole(&self) -> Option<&Observation> {
        self.content.as_ref()
    }
}

/// One row for each content of each figure, the one that stands in `observations` first.
pub(super) fn conflicts(data: &Dataset) -> Sheet {
    let about = About {
        name: "conflicts",
        title: "Figures that copies changed apart; on one row of each, fill in keep, day and by",
        title_fa: "رقم‌هایی که دو نسخه جدا تغییر داده‌اند؛ در یک ردیف هر رقم «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) را پر کنید",
        key: &["observation", "standing"],
    };
    let mut columns = chosen();
    columns.extend(content::value(["value", "Value", "مقدار"]));
    columns.extend(content::what());
    let told = clashes(data);
    let contents = told.iter().flat_map(|clash| clash.contents.iter().flatten());
    columns.extend(content::divided(contents, Tells::whole));
    columns.extend(content::read_where());
    let contents = told.iter().flat_map(|clash| clash.contents.iter().flatten());
    columns.extend(content::counted_on(contents));
    Sheet::new(&about, &columns, told.into_iter().flat_map(|clash| rows(data, clash)))
}

fn rows(data: &Dataset, Clash { id, contents }: Clash) -> impl Iterator<Item = Choice> {
    contents.into_iter().enumerate().map(move |(place, content)| Choice {
        lines: lines::of_content(data, &id, &content),
        id: id.clone(),
        place,
        content,
    })
}

/// The figure, what the content is called, and what a person fills in.
fn chosen() -> Vec<Column<Choice>> {
    type Of = Column<Choice>;
    vec![
        Of::text(["observation", "Figure", "رقم"], |it| it.id.to_string()).required(),
        Of::text(["standing", "Which of its contents", "کدام"], |it| standing(it.place)).required(),
        Of::text(
            ["keep", "Kept: what standing says of it", "نگه‌داشته: نوشتهٔ «کدام» (standing) آن"],
            |_| String::new(),
        ),
        Of::text(["day", "Decided on, Jalali", "روز، خورشیدی"], |_| String::new()),
        Of::text(["by", "Decided by", "به دست"], |_| String::new()),
        Of::text(lines::HEAD, |it| it.lines.clone()),
        Of::text(["withdrawn", "Withdrawn (yes)", "پس گرفته (yes)"], |it| {
            if it.content.is_none() { "yes" } else { "" }.to_owned()
        }),
    ]
}

/// What a content is called among those of its figure.
fn standing(place: usize) -> String {
    match place {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        _ => (place + 1).to_string(),
    }
}
