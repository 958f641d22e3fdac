//! What the form holds: every field as text, as the person typed or chose it.

use serde::Serialize;

use super::field::FieldWriter;
use super::field::{Field, Malformed};
use crate::spec::{Fault, Fields, FromSpec, Value};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape};

macro_rules! entry {
    ($($(#[$doc:meta])* $tag:literal $name:ident),+ $(,)?) => {
        /// One figure as the form holds it. An empty text says nothing.
        ///
        /// The name of a field is also the `column` of the diagnostics about it.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        pub struct Entry {
            $($(#[$doc])* pub $name: String,)+
        }

        impl FromSpec for Entry {
            fn read(value: &Value) -> Result<Self, Fault> {
                let mut entry = Self::default();
                let mut fields = Fields::of(value);
                $(fields.take(stringify!($name), &mut entry.$name);)+
                fields.finish_all()?;
                Ok(entry)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape() -> Shape {
                Shape::fields("Entry", vec![$(Part::optional(stringify!($name), Shape::Text)),+])
            }
        }

        impl Entry {
            /// Writes every field that says something.
            pub(super) fn write(&self, writer: &mut FieldWriter) {
                $(writer.text($tag, &self.$name);)+
            }

            /// Takes a field; one of another tag is left alone.
            pub(super) fn take(&mut self, field: &Field<'_>) -> Result<(), Malformed> {
                match field.tag {
                    $($tag => self.$name = field.text()?,)+
                    _ => {}
                }
                Ok(())
            }

            /// Takes the white space off both ends of every field.
            pub(super) fn trim(&mut self) {
                $(
                    if self.$name.trim().len() != self.$name.len() {
                        self.$name = self.$name.trim().to_owned();
                    }
                )+
            }
        }
    };
}

// A tag is for ever: a field that goes leaves its number unused. Tags from 64 on belong to
// `OwnFigure`.
entry! {
    /// Id of the measure.
    1 measure,
    /// Id of the area, `1108@1395`; empty when the figure is of a group or of no place.
    2 area,
    /// Id of the group, such as `target31`.
    3 group,
    /// Id of the period, such as `1400` or `1401-05`; empty keeps it off every time axis.
    4 period,
    /// Code of the scenario; empty when the words do not say.
    5 scenario,
    /// Code of the money stage; empty when the words do not say.
    6 stage,
    /// Code of the action status; empty when the words do not say.
    7 action_status,
    /// Id of the programme.
    8 programme,
    /// What tells it apart from another figure of the same release and key.
    9 scope,
    /// The value as typed, in `unit`; empty when there is none.
    10 value,
    /// Id of the unit.
    11 unit,
    /// Code of the qualifier; empty for one stated as it is.
    12 qualifier,
    /// The upper end as typed, in `unit`, for the qualifier `between`.
    13 upper,
    /// Code of the kind of absence, when there is no value.
    14 missing,
    /// Id of a known document; empty for a new one.
    15 source,
    /// Title of a new document.
    16 source_title,
    /// Publisher of a new document.
    17 source_publisher,
    /// Jalali date of a new document, `1401-02-18`, `1401-02` or `1401`.
    18 source_published,
    /// Address of a new document.
    19 source_url,
    /// The few words that carry number and stage, verbatim.
    20 quote,
    /// What a reader must know.
    21 note,
}
