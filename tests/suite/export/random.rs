//! Small data sets at random, with everything that is hard to write down.

use hamyar::calendar::Period;
use hamyar::diag::Bilingual;
use hamyar::model::*;
use hamyar::number::Decimal;

use super::{random_beside, random_lists, random_records};

/// Texts that a careless writer or reader of tables spoils.
const TEXTS: [&str; 26] = [
    "",
    "",
    "ساده",
    "«حدود» ۲۶",
    "با، ویرگول، و, کاما",
    "گفت: \"نه\"",
    "\"",
    "\"\"",
    "سطر یک\nسطر دو",
    "row\r\nrow\rrow",
    "=SUM(A1:A9)",
    "+98 21",
    "-5",
    "-5 درصد",
    "@cmd",
    "'=1",
    "''+1",
    "'نقل'",
    "'",
    "\u{200C}=1",
    "\u{202B}-x\u{202C}",
    "\u{FF1D}1",
    "NA",
    "null",
    "1401",
    "; a | b \t c",
];

/// Numbers at random from a seed, the same ones everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed * 2_654_435_761 % 0x7FFF_FFFE + 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        self.0 as usize % limit
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Nothing in one of two cases.
    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    pub fn text(&mut self) -> String {
        (*self.pick(&TEXTS)).to_owned()
    }

    pub fn said(&mut self) -> String {
        let text = self.text();
        if text.is_empty() { "نام".to_owned() } else { text }
    }

    pub fn both(&mut self) -> Bilingual {
        Bilingual::new(self.text(), self.text())
    }

    pub fn name(&mut self) -> Bilingual {
        Bilingual::new(self.said(), self.text())
    }

    pub fn decimal(&mut self) -> Decimal {
        let units = self.below(2_000_000) as i128 - 300_000;
        Decimal::new(units, self.below(5) as u8).unwrap()
    }

    pub fn period(&mut self) -> Period {
        let ids = [
            "1400",
            "1401-H2",
            "1401-Q1",
            "1401-12",
            "1401-02-18",
            "1400-9M",
            "1401-C05",
            "1398-12/1401-02",
            "1396/1400",
            "1397-01-05/1397-02-03",
            "1396-10/",
            "../1400",
        ];
        Period::parse(self.pick::<&str>(&ids)).unwrap()
    }

    fn locator(&mut self) -> Locator {
        let number = self.below(9_000) as u32 + 1;
        match self.below(4) {
            0 => Locator::Headline,
            1 => Locator::Paragraph(number),
            2 => Locator::Row(number),
            _ => Locator::NotRecorded,
        }
    }
}

/// Odd names, each another: `kind-1`, `=kind-2`, `kind, "3"`.
pub fn odd(kind: &str, number: usize) -> String {
    match number % 3 {
        0 => format!("{kind}-{number}"),
        1 => format!("={kind}-{number}"),
        _ => format!("{kind}, \"{number}\""),
    }
}

/// A data set that `ingest` could have read.
pub fn dataset(seed: u64) -> Dataset {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let mut data = Dataset {
        name: "random".to_owned(),
        version: "1.0".to_owned(),
        title: dice.name(),
        example: dice.below(2) == 0,
        areas: areas(dice),
        units: UnitTable::new(units(dice)),
        ..Dataset::default()
    };
    for number in 0..3 {
        let id = ProgrammeId::new(odd("programme", number));
        let programme = Programme { id: id.clone(), name: dice.name(), description: dice.both() };
        data.programmes.insert(id, programme);
        let source = source(dice, number);
        data.sources.insert(source.id.clone(), source);
        let measure = random_lists::measure(dice, number);
        data.measures.insert(measure.id.clone(), measure);
        let group = random_lists::group(dice, number);
        data.groups.insert(group.id.clone(), group);
        data.tiles.push(tile(dice, number));
        let (list, code) = (odd("list", number / 2), odd("code", number));
        data.codes.add(&list, &code, dice.name(), dice.both());
    }
    for number in 0..24 {
        let figure = observation(dice, &data.units, number);
        data.observations.insert(figure.id.clone(), figure);
        data.statements.extend(dice.maybe(|dice| statement(dice, number)));
    }
    data.comparisons = pairs(dice, &data);
    random_records::add(dice, &mut data);
    revise(dice, &mut data);
    random_beside::mark(dice, &mut data);
    random_beside::add(seed, &mut data);
    data.deadlines = hamyar::model::Deadline::all(&data.registers);
    data
}

pub fn area_id(dice: &mut Dice) -> AreaId {
    AreaId::new(*dice.pick(&["IR@1395", "01@1395", "0101@1395", "IR@1402", "01@1402"]))
}

fn areas(dice: &mut Dice) -> AreaTree {
    let rows = [
        ("IR", 1395, Level::Country, None, None),
        ("01", 1395, Level::Province, Some("IR@1395"), None),
        ("0101", 1395, Level::County, Some("01@1395"), None),
        ("IR", 1402, Level::Country, None, Some("IR@1395")),
        ("01", 1402, Level::Province, Some("IR@1402"), Some("01@1395")),
    ];
    let area =
        |(code, division, level, parent, continues): (&str, u16, _, Option<&str>, Option<&str>)| {
            Area {
                id: AreaId::new(format!("{code}@{division}")),
                code: code.to_owned(),
                division: Division(division),
                level,
                parent: parent.map(AreaId::new),
                name: dice.name(),
                aliases: (0..dice.below(3)).map(|number| odd("alias", number)).collect(),
                continues: continues.map(AreaId::new),
            }
        };
    let tree = AreaTree::new(rows.map(area).to_vec());
    assert!(tree.diagnostics.is_empty());
    tree.value
}

fn units(dice: &mut Dice) -> Vec<Unit> {
    let unit = |(id, exponent)| Unit {
        id: UnitId::new(id),
        base: UnitId::new("rial"),
        exponent,
        name: dice.name(),
    };
    [("rial", 0), ("billion", 9), ("thousandth", -3)].map(unit).to_vec()
}

fn source(dice: &mut Dice, number: usize) -> Source {
    let date = *dice.pick(&["", "1401-02-18", "1400-11", "1400", "۱۴۰۰", "1396/"]);
    Source {
        id: SourceId::new(odd("source", number)),
        kind: *dice.pick(SourceKind::ALL),
        title: dice.name(),
        publisher: dice.both(),
        published: Published { date: date.to_owned(), precision: *dice.pick(Precision::ALL) },
        url: dice.text(),
        accessed: dice.both(),
        imprint: Imprint::default(),
    }
}

fn tile(dice: &mut Dice, number: usize) -> Tile {
    let kind = *dice.pick(TileKind::ALL);
    Tile {
        kind,
        code: if kind == TileKind::Province { "01".to_owned() } else { String::new() },
        row: dice.below(40) as u8 + 1,
        column: number as u8 + 1,
        label: dice.name(),
    }
}

fn place(dice: &mut Dice) -> Place {
    match dice.below(3) {
        0 => Place::Area(area_id(dice)),
        1 => Place::Group(GroupId::new(odd("group", dice.below(3)))),
        _ => Place::Unplaced,
    }
}

/// Codes of none, one or two dimensions, which the model has words for.
fn codes(number: usize) -> Dimensions {
    let of = |dimension, codes: &[&str]| (dimension, codes[number / 4 % codes.len()].to_owned());
    let sex = || of(Dimension::Sex, &["female", "male"]);
    let size = || of(Dimension::SizeClass, &["lt_50", "50_99", "ge_5000"]);
    match number % 4 {
        0 => vec![sex(), size()],
        1 => vec![of(Dimension::CoopLine, &["women", "youth"])],
        2 => vec![sex()],
        _ => Vec::new(),
    }
}

fn observation(dice: &mut Dice, units: &UnitTable, number: usize) -> Observation {
    let unit = UnitId::new(*dice.pick(&["rial", "billion", "thousandth"]));
    let base = |value: Decimal| units.to_base(value, &unit).unwrap().unwrap();
    let value = dice.decimal();
    let qualifier = Qualifier::ALL[number % Qualifier::ALL.len()];
    let more = Decimal::from_int(dice.below(3) as i64);
    let upper = (qualifier == Qualifier::Between).then(|| value.checked_add(more).unwrap());
    let is_missing = number % 3 == 2;
    let missing = Missing::ALL[number / 3 % Missing::ALL.len()];
    let stated = Figure::Value { value: base(value), qualifier, upper: upper.map(base) };
    Observation {
        id: ObservationId::new(odd("figure", number)),
        measure: MeasureId::new(odd("measure", dice.below(3))),
        place: place(dice),
        period: dice.maybe(Dice::period),
        scenario: dice.maybe(|dice| *dice.pick(Scenario::ALL)),
        stage: dice.maybe(|dice| *dice.pick(Stage::ALL)),
        action_status: dice.maybe(|dice| *dice.pick(ActionStatus::ALL)),
        programme: dice.maybe(|dice| ProgrammeId::new(odd("programme", dice.below(3)))),
        scope: CodeBook::default().scope_of(&codes(number), &dice.both()),
        dimensions: codes(number),
        figure: if is_missing { Figure::Missing(missing) } else { stated },
        wording: Wording {
            value: (!is_missing).then_some(value),
            upper: upper.filter(|_| !is_missing),
            quote: dice.text(),
            mentions: dice.below(5) as u32 + 1,
            unit,
        },
        status: *dice.pick(Status::ALL),
        // Upwards only, so that no figure is a part of itself.
        part_of: (number > 0)
            .then(|| dice.below(number))
            .filter(|whole| whole % 2 == 0)
            .map(|whole| ObservationId::new(odd("figure", whole))),
        source: SourceId::new(odd("source", dice.below(3))),
        recorded: None,
        locator: dice.locator(),
        note: dice.both(),
    }
}

fn statement(dice: &mut Dice, number: usize) -> Statement {
    Statement {
        id: StatementId::new(odd("statement", number)),
        kind: *dice.pick(StatementKind::ALL),
        source: SourceId::new(odd("source", dice.below(3))),
        locator: dice.locator(),
        measure: dice.maybe(|dice| MeasureId::new(odd("measure", dice.below(3)))),
        place: place(dice),
        quote: dice.text(),
        summary: dice.name(),
        theme: dice.text(),
    }
}

/// Each two figures of one document and programme that stand one after the other.
fn pairs(dice: &mut Dice, data: &Dataset) -> Vec<Comparison> {
    let figures: Vec<&Observation> = data.observations.values().collect();
    let fits = |pair: &&[&Observation]| {
        pair[0].source == pair[1].source && pair[0].programme == pair[1].programme
    };
    let pairs = figures.windows(2).filter(fits).enumerate();
    pairs
        .map(|(number, pair)| Comparison {
            id: ComparisonId::new(odd("pair", number)),
            kind: dice.said(),
            from: pair[0].id.clone(),
            to: pair[1].id.clone(),
            label: dice.both(),
            caveat: dice.both(),
        })
        .collect()
}

/// Up to two changes a day of figures that are there, and of some that are gone.
fn revise(dice: &mut Dice, data: &mut Dataset) {
    let start = Period::year(1402).unwrap().start().unwrap();
    for day in 0..6 {
        let id = ObservationId::new(odd("figure", 20 + dice.below(6)));
        for change in 1..=dice.below(3) as u32 {
            let mut before =
                dice.maybe(|dice| observation(dice, &data.units, 20 + change as usize));
            before.iter_mut().for_each(|one| one.id = id.clone());
            data.revisions.push(Revision {
                observation: id.clone(),
                recorded: start.plus(day),
                change,
                by: dice.both(),
                reason: dice.both(),
                before,
            });
        }
    }
    // Of a figure that is not there, some change tells what it was.
    let told: Vec<ObservationId> =
        data.revisions.iter().flat_map(|one| &one.before).map(|one| one.id.clone()).collect();
    let is_told = |id: &ObservationId| data.observations.contains_key(id) || told.contains(id);
    data.revisions.retain(|one| is_told(&one.observation));
}
