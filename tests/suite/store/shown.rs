//! A small data set with the pair of S4: 580 billion rial paid in 1400, 700 planned for 1401.

use hamyar::calendar::Period;
use hamyar::diag::Bilingual;
use hamyar::model::{
    Area, AreaId, AreaRule, AreaTree, Comparison, ComparisonId, Dataset, Direction, Division,
    Figure, Group, GroupId, Level, Locator, Measure, MeasureId, MeasureKind, Noun, Observation,
    ObservationId, Place, Precision, Programme, ProgrammeId, Published, Scenario, Source, SourceId,
    SourceKind, Stage, Status, TimeRule, Unit, UnitId, UnitTable, Wording,
};
use hamyar::number::Decimal;

fn both(text: &str) -> Bilingual {
    Bilingual::new(text, text)
}

fn unit(id: &str, base: &str, exponent: i8, name: &str) -> Unit {
    Unit { id: UnitId::new(id), base: UnitId::new(base), exponent, name: both(name) }
}

fn measure(id: &str, unit: &str, kind: MeasureKind) -> (MeasureId, Measure) {
    let measure = Measure {
        id: MeasureId::new(id),
        name: both(id),
        definition: Bilingual::default(),
        unit: UnitId::new(unit),
        noun: Noun::default(),
        kind,
        area_rule: AreaRule::None,
        time_rule: TimeRule::None,
        decimals: 0,
        direction: Direction::None,
        weight: None,
        formula: None,
        base_change: None,
        limits: Default::default(),
        job_kind: None,
    };
    (measure.id.clone(), measure)
}

fn area(id: &str, level: Level, parent: Option<&str>) -> Area {
    Area {
        id: AreaId::new(id),
        code: id.split('@').next().unwrap().to_owned(),
        division: Division(1395),
        level,
        parent: parent.map(AreaId::new),
        name: both(id),
        aliases: Vec::new(),
        continues: None,
    }
}

pub fn amount(id: &str, year: &str, scenario: Scenario, billions: i64) -> Observation {
    Observation {
        id: ObservationId::new(id),
        measure: MeasureId::new("facility_amount"),
        place: Place::Area(AreaId::new("24@1395")),
        period: Some(Period::parse(year).unwrap()),
        scenario: Some(scenario),
        stage: (scenario == Scenario::Actual).then_some(Stage::Disbursed),
        action_status: None,
        programme: Some(ProgrammeId::new("resistance_economy")),
        dimensions: Vec::new(),
        scope: Bilingual::default(),
        figure: Figure::exact(Decimal::from_int(billions * 1_000_000_000)),
        wording: Wording {
            value: Some(Decimal::from_int(billions)),
            upper: None,
            unit: UnitId::new("billion_rial"),
            quote: "سال گذشته ۵۸۰ میلیارد ریال … پرداخت کرد".to_owned(),
            mentions: 2,
        },
        status: Status::Confirmed,
        part_of: None,
        source: SourceId::new("S4"),
        recorded: None,
        locator: Locator::Paragraph(2),
        note: Bilingual::default(),
    }
}

pub fn dataset() -> Dataset {
    let source = Source {
        id: SourceId::new("S4"),
        kind: SourceKind::SourceText,
        title: both("S4"),
        publisher: Bilingual::default(),
        published: Published { date: "1401-02-18".to_owned(), precision: Precision::Day },
        url: String::new(),
        accessed: Bilingual::default(),
        imprint: Default::default(),
    };
    let programme = Programme {
        id: ProgrammeId::new("resistance_economy"),
        name: both("اقتصاد مقاومتی"),
        description: Bilingual::default(),
    };
    let group = Group {
        id: GroupId::new("target31"),
        name: both("۳۱ شهرستان"),
        expected: 31,
        one_per_province: false,
        source: None,
        members: Vec::new(),
    };
    let figures = [
        amount("O017", "1400", Scenario::Actual, 580),
        amount("O016", "1401", Scenario::Planned, 700),
    ];
    let pair = Comparison {
        id: ComparisonId::new("P1"),
        kind: "planned_paid".to_owned(),
        from: ObservationId::new("O017"),
        to: ObservationId::new("O016"),
        label: both("برنامه در برابر پرداخت"),
        caveat: Bilingual::default(),
    };
    Dataset {
        areas: AreaTree::new(vec![
            area("00@1395", Level::Country, None),
            area("24@1395", Level::Province, Some("00@1395")),
        ])
        .value,
        units: UnitTable::new([
            unit("rial", "rial", 0, "ریال"),
            unit("toman", "rial", 1, "تومان"),
            unit("billion_rial", "rial", 9, "میلیارد ریال"),
            unit("percent", "percent", 0, "درصد"),
            unit("count", "count", 0, "تعداد"),
        ]),
        measures: [
            measure("facility_amount", "rial", MeasureKind::Flow),
            measure("cooperatives", "count", MeasureKind::Stock),
            measure("unemployment_rate", "percent", MeasureKind::Ratio),
        ]
        .into_iter()
        .collect(),
        programmes: [(programme.id.clone(), programme)].into_iter().collect(),
        sources: [(source.id.clone(), source)].into_iter().collect(),
        groups: [(group.id.clone(), group)].into_iter().collect(),
        observations: figures.map(|figure| (figure.id.clone(), figure)).into_iter().collect(),
        comparisons: vec![pair],
        ..Dataset::default()
    }
}
