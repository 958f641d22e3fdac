//! What each noun writes, field by field.

use super::reader::Reader;
use super::value::{read_code, write_code};
use super::writer::Writer;
use super::{Packed, column};
use crate::calendar::Period;
use crate::model::{
    ActionStatus, Area, AreaRule, BaseChange, CodeEntry, Comparison, Confidence, Dimension,
    Direction, Formula, Group, Imprint, Level, Locator, Measure, MeasureKind, Member, MemberStatus,
    Missing, Noun, Place, Precision, Programme, Published, Qualifier, Revision, Scenario, Source,
    SourceKind, Stage, Statement, StatementKind, Status, Succession, SuccessionKind, Tile,
    TileKind, TimeRule, Unit, Validity,
};
#[cfg(feature = "complete")]
use crate::model::{Deadline, Recount};
use crate::spec::Coded;

macro_rules! codes {
    ($($name:ident::$otherwise:ident),+ $(,)?) => {$(
        impl Packed for $name {
            fn write(&self, out: &mut Writer) {
                write_code(<Self as Coded>::CODES, self.code(), out);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                read_code(from, Self::$otherwise)
            }
        }
    )+};
}

pub(super) use codes;

codes!(
    ActionStatus::Planned,
    AreaRule::None,
    Confidence::High,
    Dimension::Sex,
    Direction::None,
    Level::Country,
    MeasureKind::Reference,
    MemberStatus::Unknown,
    Missing::NotReported,
    Precision::Unknown,
    Qualifier::Exact,
    Scenario::Actual,
    SourceKind::Press,
    Stage::Quota,
    StatementKind::Statement,
    Status::Confirmed,
    SuccessionKind::Rename,
    TileKind::Water,
    TimeRule::None,
);

/// The fields after `;` are in builds with `complete` alone and are not packed.
macro_rules! fields {
    ($($name:ident { $($field:ident),+ $(,)? $(; $($beside:ident),+)? })+) => {$(
        impl Packed for $name {
            fn write(&self, out: &mut Writer) {
                $(self.$field.write(out);)+
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self {
                    $($field: Packed::read(from),)+
                    $($(#[cfg(feature = "complete")] $beside: Default::default(),)+)?
                }
            }
        }
    )+};
}

pub(super) use fields;

fields! {
    CodeEntry { name, definition }
    Comparison { id, kind, from, to, label, caveat }
    Formula { numerator, denominator, factor }
    Imprint { author, licence; sha256 }
    Measure {
        id, name, definition, unit, noun, kind, area_rule, time_rule, decimals, direction, weight,
        formula, base_change; limits, job_kind
    }
    Member { province, area, status, confidence, name_in_source, source, note, valid }
    Noun { one, many_en }
    Programme { id, name, description }
    Published { date, precision }
    Succession { kind, from, to, day, share }
    Revision { observation, recorded, change, by, reason, before }
    Statement { id, kind, source, locator, measure, place, quote, summary, theme }
    Tile { kind, code, row, column, label }
    Unit { id, base, exponent, name }
    Validity { from, to }
}

#[cfg(feature = "complete")]
fields! {
    Deadline { name, source, period, issued, due }
    Recount { list, figures }
}

/// Like `fields`, each field in columns of its own.
macro_rules! columns {
    ($name:ident at $first:path { $($field:ident),+ $(,)? }) => {
        impl Packed for $name {
            fn write(&self, out: &mut Writer) {
                let home = out.go($first);
                $(
                    self.$field.write(out);
                    let at = out.go(home);
                    out.go(at + 2);
                )+
                out.go(home);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                let home = from.go($first);
                $(
                    let $field = Packed::read(from);
                    let at = from.go(home);
                    from.go(at + 2);
                )+
                from.go(home);
                Self { $($field),+ }
            }
        }
    };
}

columns!(Area at column::AREA { id, code, division, level, parent, name, aliases, continues });
columns!(Source at column::SOURCE {
    id, kind, title, publisher, published, url, accessed, imprint
});

impl Packed for Group {
    fn write(&self, out: &mut Writer) {
        self.id.write(out);
        self.name.write(out);
        self.expected.write(out);
        self.source.write(out);
        self.members.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self {
            id: Packed::read(from),
            name: Packed::read(from),
            expected: Packed::read(from),
            one_per_province: false,
            source: Packed::read(from),
            members: Packed::read(from),
        }
    }
}

impl Packed for Option<BaseChange> {
    fn write(&self, out: &mut Writer) {
        self.as_ref().map(|change| change.at).write(out);
        if let Some(change) = self {
            change.before.write(out);
            change.after.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let at = Option::<Period>::read(from)?;
        Some(BaseChange { at, before: Packed::read(from), after: Packed::read(from) })
    }
}

impl Packed for (Dimension, String) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (Packed::read(from), Packed::read(from))
    }
}

impl Packed for Place {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Unplaced => out.number(0),
            Self::Area(id) => {
                out.number(1);
                id.write(out);
            }
            Self::Group(id) => {
                out.number(2);
                id.write(out);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.small::<u8>() {
            0 => Self::Unplaced,
            1 => Self::Area(Packed::read(from)),
            2 => Self::Group(Packed::read(from)),
            _ => {
                from.refuse();
                Self::Unplaced
            }
        }
    }
}

impl Packed for Locator {
    fn write(&self, out: &mut Writer) {
        let (kind, number) = match self {
            Self::NotRecorded => (0, None),
            Self::Headline => (1, None),
            Self::Paragraph(number) => (2, Some(*number)),
            Self::Row(number) => (3, Some(*number)),
        };
        out.number(kind);
        if let Some(number) = number {
            out.beside(|out| out.step(number.into()));
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let kind = from.small::<u8>();
        let mut number = || {
            let number = u32::try_from(from.beside(Reader::step));
            number.unwrap_or_else(|_| {
                from.refuse();
                0
            })
        };
        match kind {
            1 => Self::Headline,
            2 => Self::Paragraph(number()),
            3 => Self::Row(number()),
            _ => Self::NotRecorded,
        }
    }
}
