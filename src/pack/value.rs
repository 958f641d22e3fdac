//! Texts, numbers, lists, codes, days and decimals.

use super::Packed;
use super::reader::Reader;
use super::writer::Writer;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{
    AreaId, ComparisonId, Division, GroupId, MeasureId, ObservationId, ProgrammeId, RuleId,
    SourceId, StatementId, UnitId,
};
use crate::number::Decimal;
use crate::spec::Coded;

impl Packed for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.text()
    }
}

impl Packed for Bilingual {
    fn write(&self, out: &mut Writer) {
        out.text(&self.fa);
        out.beside(|out| out.text(&self.en));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self { fa: from.text(), en: from.beside(Reader::text) }
    }
}

macro_rules! ids {
    ($($name:ident),+) => {$(
        impl Packed for $name {
            fn write(&self, out: &mut Writer) {
                out.text(self.as_str());
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self::new(from.text())
            }
        }
    )+};
}

ids!(
    AreaId,
    ComparisonId,
    GroupId,
    MeasureId,
    ObservationId,
    ProgrammeId,
    RuleId,
    SourceId,
    StatementId,
    UnitId
);

macro_rules! small {
    ($($name:ty),+) => {$(
        impl Packed for $name {
            fn write(&self, out: &mut Writer) {
                out.number(u128::from(*self));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                from.small()
            }
        }
    )+};
}

small!(u8, u16, u32);

impl Packed for i8 {
    fn write(&self, out: &mut Writer) {
        out.signed((*self).into());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.signed() as Self
    }
}

impl Packed for Day {
    fn write(&self, out: &mut Writer) {
        out.signed(self.0.into());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self(from.signed() as i32)
    }
}

impl Packed for bool {
    fn write(&self, out: &mut Writer) {
        out.number(u128::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.number() == 1
    }
}

impl Packed for Division {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self(from.small())
    }
}

impl<T: Packed> Packed for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.number(self.len() as u128);
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..from.small::<u32>() {
            if !from.is_sound() {
                break;
            }
            items.push(T::read(from));
        }
        items
    }
}

/// A value of a code list, by its place there.
pub(super) fn write_code(codes: &[&str], code: &str, out: &mut Writer) {
    let place = codes.iter().position(|known| *known == code);
    out.number(place.unwrap_or(codes.len()) as u128);
}

pub(super) fn read_code<T: Coded>(from: &mut Reader<'_>, otherwise: T) -> T {
    T::at(from.small()).unwrap_or_else(|| {
        from.refuse();
        otherwise
    })
}

impl Packed for Decimal {
    fn write(&self, out: &mut Writer) {
        out.signed(self.units());
        out.beside(|out| out.number(self.scale().into()));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let (units, scale) = (from.signed(), from.beside(Reader::small));
        Self::new(units, scale).unwrap_or_else(|_| {
            from.refuse();
            Self::ZERO
        })
    }
}

/// By its id, which is exact and short.
impl Packed for Option<Period> {
    fn write(&self, out: &mut Writer) {
        out.text(&self.as_ref().map(Period::id).unwrap_or_default());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let id = from.text();
        if id.is_empty() {
            return None;
        }
        let period = Period::parse(&id).ok();
        if period.is_none() {
            from.refuse();
        }
        period
    }
}
