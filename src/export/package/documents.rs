//! Where figures were read, and named sets of areas.

use super::area_codes::limit;
use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::{Period, PeriodKind};
use crate::export::package::heads::{
    AREA, GROUP, ID, KIND, NAME_EN, NAME_FA, NOTE_EN, NOTE_FA, SOURCE, STATUS, VALID_FROM, VALID_TO,
};
use crate::list::Gather;
use crate::model::{
    Confidence, Dataset, Group, Member, MemberStatus, Precision, Source, SourceKind,
};

pub(super) fn sources(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Source>;
    let about =
        About { name: "sources", title: "Sources", title_fa: "منبع‌ها", key: &["id"] };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::word::<SourceKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(["title_fa", "Title, Persian", "عنوان فارسی"], |one| {
            one.title.fa.clone()
        })
        .required(),
        Of::text(["title_en", "Title, English", "عنوان انگلیسی"], |one| {
            one.title.en.clone()
        }),
        Of::text(["publisher_fa", "Publisher, Persian", "ناشر، فارسی"], |one| {
            one.publisher.fa.clone()
        }),
        Of::text(["publisher_en", "Publisher, English", "ناشر، انگلیسی"], |one| {
            one.publisher.en.clone()
        }),
        Of::text(
            ["published", "Published, Jalali", "تاریخ انتشار، خورشیدی"],
            |one| one.published.date.clone(),
        ),
        Of::word::<Precision>(
            ["precision", "How well the date is known", "دقت تاریخ"],
            |one| one.published.precision.code().to_owned(),
        )
        .required(),
        Of::date(
            ["gregorian", "Published, Gregorian", "تاریخ انتشار، میلادی"],
            |one| gregorian(one),
        ),
        Of::text(["url", "Address", "نشانی"], |one| one.url.clone()),
        Of::text(
            ["accessed_fa", "How it was read, Persian", "چگونه خوانده شد، فارسی"],
            |one| one.accessed.fa.clone(),
        ),
        Of::text(
            ["accessed_en", "How it was read, English", "چگونه خوانده شد، انگلیسی"],
            |one| one.accessed.en.clone(),
        ),
    ];
    let columns = columns.into_iter().chain(imprint()).gather();
    Sheet::new(&about, &columns, data.sources.values())
}

/// What those ask who check a document or pass it on.
fn imprint<'a>() -> [Column<&'a Source>; 5] {
    type Of<'a> = Column<&'a Source>;
    [
        Of::text(
            ["author_fa", "Author or speaker, Persian", "نویسنده یا گوینده، فارسی"],
            |one| one.imprint.author.fa.clone(),
        ),
        Of::text(
            ["author_en", "Author or speaker, English", "نویسنده یا گوینده، انگلیسی"],
            |one| one.imprint.author.en.clone(),
        ),
        Of::text(["licence_fa", "Licence, Persian", "مجوز، فارسی"], |one| {
            one.imprint.licence.fa.clone()
        }),
        Of::text(["licence_en", "Licence, English", "مجوز، انگلیسی"], |one| {
            one.imprint.licence.en.clone()
        }),
        Of::text(["sha256", "SHA-256 of the file", "چکیدهٔ SHA-256 فایل"], |one| {
            one.imprint.sha256.clone()
        }),
    ]
}

/// The Gregorian day, where the day of publication is printed.
fn gregorian(source: &Source) -> String {
    let published = Period::parse(&source.published.date).ok();
    let day = published.filter(|period| period.kind() == PeriodKind::Day);
    let day = day.filter(|_| source.published.precision == Precision::Day);
    day.and_then(|day| day.start()).map(|day| day.to_iso()).unwrap_or_default()
}

pub(super) fn groups(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Group>;
    let about =
        About {
            name: "groups", title: "Groups of areas", title_fa: "گروه‌های ناحیه", key: &["id"]
        };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::whole(["expected_count", "Expected members", "شمار اعلام‌شده"], |one| {
            one.expected.to_string()
        })
        .required(),
        Of::text(
            ["one_per_province", "One in each province", "یکی در هر استان"],
            |one| if one.one_per_province { "yes" } else { "" }.to_owned(),
        ),
        Of::text(SOURCE, |one| or_empty(one.source.as_ref())).refers("sources"),
    ];
    Sheet::new(&about, &columns, data.groups.values())
}

/// A place in a group, from 1.
struct Placed<'a> {
    group: &'a Group,
    position: usize,
    member: &'a Member,
}

pub(super) fn members(data: &Dataset) -> Sheet {
    let about = About {
        name: "group-members",
        title: "Members of groups",
        title_fa: "اعضای گروه‌ها",
        key: &["group", "position"],
    };
    let placed = data.groups.values().flat_map(|group| {
        let members = group.members.iter().enumerate();
        members.map(move |(place, member)| Placed { group, position: place + 1, member })
    });
    Sheet::new(&about, &member_columns(), placed)
}

fn member_columns<'a>() -> [Column<Placed<'a>>; 12] {
    type Of<'a> = Column<Placed<'a>>;
    [
        Of::text(GROUP, |one| one.group.id.to_string()).required().refers("groups"),
        Of::whole(["position", "Position", "جایگاه"], |one| one.position.to_string()).required(),
        Of::text(["province", "Province", "استان"], |one| one.member.province.to_string())
            .required()
            .refers("areas"),
        Of::text(AREA, |one| or_empty(one.member.area.as_ref())).refers("areas"),
        Of::word::<MemberStatus>(STATUS, |one| one.member.status.code().to_owned()).required(),
        Of::word::<Confidence>(["confidence", "Confidence", "اطمینان"], |one| {
            or_empty(one.member.confidence.map(Confidence::code))
        }),
        Of::text(["name_in_source", "Name in the source", "نام در منبع"], |one| {
            one.member.name_in_source.clone()
        }),
        Of::text(SOURCE, |one| one.member.source.to_string()).required().refers("sources"),
        Of::text(NOTE_FA, |one| one.member.note.fa.clone()),
        Of::text(NOTE_EN, |one| one.member.note.en.clone()),
        Of::text(VALID_FROM, |one| limit(one.member.valid.from)),
        Of::text(VALID_TO, |one| limit(one.member.valid.to)),
    ]
}
