//! A figure: thousands of census cells differ in little but area, measure and value.

use super::reader::Reader;
use super::writer::Writer;
use super::{Packed, column};
use crate::calendar::Period;
use crate::list::join;
use crate::model::{Figure, MeasureId, Observation, ObservationId, Place, Qualifier, Wording};
use crate::number::Decimal;

/// Columns of the fields, each with the one behind it.
const MEASURE: usize = column::OBSERVATION;
const PLACE: usize = MEASURE + 2;
const PERIOD: usize = PLACE + 2;
const ID: usize = PERIOD + 2;
const KEY: usize = ID + 2;
const SCOPE: usize = KEY + 2;
const FIGURE: usize = SCOPE + 2;
const PRINTED: usize = FIGURE + 2;
const UNIT: usize = PRINTED + 2;
const QUOTE: usize = UNIT + 2;
const SOURCE: usize = QUOTE + 2;
const LOCATOR: usize = SOURCE + 2;
const NOTE: usize = LOCATOR + 2;

impl Packed for Observation {
    fn write(&self, out: &mut Writer) {
        let home = out.go(MEASURE);
        self.measure.write(out);
        out.go(PLACE);
        self.place.write(out);
        out.go(PERIOD);
        self.period.write(out);
        out.go(ID);
        write_id(self, out);
        out.go(KEY);
        self.scenario.write(out);
        self.stage.write(out);
        self.action_status.write(out);
        self.programme.write(out);
        self.status.write(out);
        self.recorded.write(out);
        self.dimensions.write(out);
        out.go(SCOPE);
        self.scope.write(out);
        out.go(FIGURE);
        self.figure.write(out);
        out.go(PRINTED);
        write_printed(self, out);
        out.go(UNIT);
        self.wording.unit.write(out);
        self.wording.mentions.write(out);
        out.go(QUOTE);
        self.wording.quote.write(out);
        out.go(SOURCE);
        self.source.write(out);
        out.beside(|out| self.part_of.write(out));
        out.go(LOCATOR);
        self.locator.write(out);
        out.go(NOTE);
        self.note.write(out);
        out.go(home);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let home = from.go(MEASURE);
        let measure = Packed::read(from);
        from.go(PLACE);
        let place = Packed::read(from);
        from.go(PERIOD);
        let period: Option<Period> = Packed::read(from);
        from.go(ID);
        let id = read_id(&measure, &place, period.as_ref(), from);
        from.go(KEY);
        let (scenario, stage, action_status) =
            (Packed::read(from), Packed::read(from), Packed::read(from));
        let (programme, status, recorded) =
            (Packed::read(from), Packed::read(from), Packed::read(from));
        let dimensions = Packed::read(from);
        from.go(SCOPE);
        let scope = Packed::read(from);
        from.go(FIGURE);
        let figure = Packed::read(from);
        from.go(PRINTED);
        let (value, upper) = read_printed(&figure, from);
        from.go(UNIT);
        let (unit, mentions) = (Packed::read(from), Packed::read(from));
        from.go(QUOTE);
        let quote = Packed::read(from);
        from.go(SOURCE);
        let source = Packed::read(from);
        let part_of = from.beside(Packed::read);
        from.go(LOCATOR);
        let locator = Packed::read(from);
        from.go(NOTE);
        let note = Packed::read(from);
        from.go(home);
        let wording = Wording { value, upper, unit, quote, mentions };
        Self {
            id,
            measure,
            place,
            period,
            scenario,
            stage,
            action_status,
            programme,
            dimensions,
            scope,
            figure,
            wording,
            status,
            part_of,
            source,
            recorded,
            locator,
            note,
        }
    }
}

/// Cells of a census table are named after their table and what they are about:
/// `population/1395/0112/population_total`.
fn cell_id(
    table: &str,
    measure: &MeasureId,
    place: &Place,
    period: Option<&Period>,
) -> Option<String> {
    let Place::Area(area) = place else { return None };
    let (code, _) = area.as_str().split_once('@')?;
    Some(join(&[table, &period?.id(), code, measure.as_str()], "/"))
}

fn write_id(one: &Observation, out: &mut Writer) {
    let id = one.id.as_str();
    let table = id.split_once('/').map_or("", |(table, _)| table);
    let named = cell_id(table, &one.measure, &one.place, one.period.as_ref());
    let is_cell = named.as_deref() == Some(id);
    is_cell.write(out);
    out.text(if is_cell { table } else { id });
}

fn read_id(
    measure: &MeasureId,
    place: &Place,
    period: Option<&Period>,
    from: &mut Reader<'_>,
) -> ObservationId {
    let is_cell = bool::read(from);
    let text = from.text();
    if !is_cell {
        return ObservationId::new(text);
    }
    let id = cell_id(&text, measure, place, period);
    if id.is_none() {
        from.refuse();
    }
    ObservationId::new(id.unwrap_or_default())
}

/// Most figures are printed in their base unit: then nothing more is written.
fn write_printed(one: &Observation, out: &mut Writer) {
    let same = one.wording.value == one.figure.value()
        && one.wording.value.map(Decimal::scale) == one.figure.value().map(Decimal::scale)
        && one.wording.upper.is_none();
    same.write(out);
    if !same {
        one.wording.value.write(out);
        one.wording.upper.write(out);
    }
}

fn read_printed(figure: &Figure, from: &mut Reader<'_>) -> (Option<Decimal>, Option<Decimal>) {
    if bool::read(from) {
        return (figure.value(), None);
    }
    (Packed::read(from), Packed::read(from))
}

impl Packed for Figure {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Value { value, qualifier, upper } => {
                out.number(0);
                value.write(out);
                qualifier.write(out);
                upper.write(out);
            }
            Self::Missing(kind) => {
                out.number(1);
                kind.write(out);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        if from.number() == 1 {
            return Self::Missing(Packed::read(from));
        }
        let (value, qualifier): (_, Qualifier) = (Packed::read(from), Packed::read(from));
        Self::Value { value, qualifier, upper: Packed::read(from) }
    }
}
