//! A small country made in code: two provinces, four counties, a handful of figures.

use hamyar::calendar::Period;
use hamyar::diag::Bilingual;
use hamyar::model::{
    Area, AreaId, AreaRule, AreaTree, Comparison, ComparisonId, Dataset, Direction, Division,
    Figure, Formula, Group, GroupId, Level, Locator, Measure, MeasureId, MeasureKind, Member,
    MemberStatus, Noun, Observation, ObservationId, Place, Precision, Published, Qualifier,
    Scenario, Source, SourceId, SourceKind, Stage, Status, TimeRule, Unit, UnitId, UnitTable,
    Wording,
};
use hamyar::number::Decimal;

pub fn area(code: &str, level: Level, parent: Option<&str>, name: &str) -> Area {
    Area {
        id: AreaId::new(format!("{code}@1395")),
        code: code.to_owned(),
        division: Division(1395),
        level,
        parent: parent.map(|parent| AreaId::new(format!("{parent}@1395"))),
        name: Bilingual::new(name, code),
        aliases: Vec::new(),
        continues: None,
    }
}

pub fn measure(id: &str, area_rule: AreaRule, time_rule: TimeRule, unit: &str) -> Measure {
    Measure {
        id: MeasureId::new(id),
        name: Bilingual::new(id, id),
        definition: Bilingual::default(),
        unit: UnitId::new(unit),
        noun: Noun::default(),
        kind: MeasureKind::Flow,
        area_rule,
        time_rule,
        decimals: 1,
        direction: Direction::None,
        weight: None,
        formula: None,
        base_change: None,
        #[cfg(feature = "complete")]
        limits: Default::default(),
        #[cfg(feature = "complete")]
        job_kind: None,
    }
}

pub fn observation(id: &str, measure: &str, code: &str, period: &str, value: &str) -> Observation {
    let value = Decimal::parse(value).unwrap();
    Observation {
        id: ObservationId::new(id),
        measure: MeasureId::new(measure),
        place: Place::Area(AreaId::new(format!("{code}@1395"))),
        period: Some(Period::parse(period).unwrap()),
        scenario: Some(Scenario::Actual),
        stage: None,
        action_status: None,
        programme: None,
        dimensions: Vec::new(),
        scope: Bilingual::default(),
        figure: Figure::exact(value),
        wording: Wording {
            value: Some(value),
            upper: None,
            unit: UnitId::new("person"),
            quote: String::new(),
            mentions: 1,
        },
        status: Status::Confirmed,
        part_of: None,
        source: SourceId::new("A"),
        recorded: None,
        locator: Locator::NotRecorded,
        note: Bilingual::default(),
    }
}

fn source(id: &str) -> Source {
    Source {
        id: SourceId::new(id),
        kind: SourceKind::Press,
        title: Bilingual::new(id, id),
        publisher: Bilingual::new("ناشر", "Publisher"),
        published: Published { date: "1401-02-18".to_owned(), precision: Precision::Day },
        url: String::new(),
        accessed: Bilingual::default(),
        imprint: Default::default(),
    }
}

fn unit(id: &str, base: &str, exponent: i8) -> Unit {
    Unit { id: UnitId::new(id), base: UnitId::new(base), exponent, name: Bilingual::new(id, id) }
}

/// Country IR; provinces 01 (counties 0101, 0102) and 02 (0201, 0202); measures `people` (adds),
/// `old` (adds), `rate` = 100 × old ÷ people, `stated` (a stated rate), `paid` (rial), `stock`.
pub fn dataset(observations: Vec<Observation>) -> Dataset {
    let areas = AreaTree::new(vec![
        area("IR", Level::Country, None, "ایران"),
        area("01", Level::Province, Some("IR"), "گیلان"),
        area("02", Level::Province, Some("IR"), "مازندران"),
        area("0101", Level::County, Some("01"), "رشت"),
        area("0102", Level::County, Some("01"), "شفت"),
        area("0201", Level::County, Some("02"), "ساری"),
        area("0202", Level::County, Some("02"), "بابل"),
    ]);
    assert!(areas.diagnostics.is_empty());
    let mut rate = measure("rate", AreaRule::Ratio, TimeRule::Ratio, "percent");
    rate.formula = Some(Formula {
        numerator: MeasureId::new("old"),
        denominator: MeasureId::new("people"),
        factor: Decimal::from_int(100),
    });
    let measures = [
        measure("people", AreaRule::Sum, TimeRule::Last, "person"),
        measure("old", AreaRule::Sum, TimeRule::Last, "person"),
        rate,
        measure("stated", AreaRule::None, TimeRule::None, "percent"),
        measure("paid", AreaRule::Sum, TimeRule::Sum, "rial"),
        measure("jobs", AreaRule::Sum, TimeRule::Sum, "person"),
        measure("stock", AreaRule::Sum, TimeRule::Last, "person"),
    ];
    let units = [
        unit("person", "person", 0),
        unit("percent", "percent", 0),
        unit("rial", "rial", 0),
        unit("billion_rial", "rial", 9),
    ];
    Dataset {
        areas: areas.value,
        units: UnitTable::new(units),
        measures: measures.into_iter().map(|one| (one.id.clone(), one)).collect(),
        sources: ["A", "B"].map(|id| (SourceId::new(id), source(id))).into_iter().collect(),
        observations: observations.into_iter().map(|one| (one.id.clone(), one)).collect(),
        groups: [(GroupId::new("two"), group())].into_iter().collect(),
        comparisons: vec![pair()],
        ..Dataset::default()
    }
}

fn group() -> Group {
    let member = |province: &str, area: Option<&str>| Member {
        province: AreaId::new(format!("{province}@1395")),
        area: area.map(|code| AreaId::new(format!("{code}@1395"))),
        status: if area.is_some() { MemberStatus::Listed } else { MemberStatus::Unknown },
        confidence: None,
        name_in_source: String::new(),
        source: SourceId::new("A"),
        note: Bilingual::default(),
        valid: Default::default(),
    };
    Group {
        id: GroupId::new("two"),
        name: Bilingual::new("گروه", "Group"),
        expected: 3,
        one_per_province: false,
        source: None,
        members: vec![member("01", Some("0102")), member("02", Some("0201")), member("02", None)],
    }
}

fn pair() -> Comparison {
    Comparison {
        id: ComparisonId::new("paid-planned"),
        kind: "growth".to_owned(),
        from: ObservationId::new("paid"),
        to: ObservationId::new("planned"),
        label: Bilingual::new("برنامه نسبت به پرداخت", "planned against paid"),
        caveat: Bilingual::default(),
    }
}

/// The pair of the fourth source text: 580 billion paid in 1400, 700 billion planned for 1401.
pub fn paid_and_planned() -> Vec<Observation> {
    let mut paid = observation("paid", "paid", "01", "1400", "580000000000");
    paid.stage = Some(Stage::Disbursed);
    let mut planned = observation("planned", "paid", "01", "1401", "700000000000");
    planned.scenario = Some(Scenario::Planned);
    vec![paid, planned]
}

/// The same observation with a qualifier.
pub fn qualified(mut observation: Observation, qualifier: Qualifier) -> Observation {
    let value = observation.figure.value().unwrap();
    observation.figure = Figure::Value { value, qualifier, upper: None };
    observation
}
