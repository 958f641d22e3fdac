//! Single records at random, for a data set of [`super::random`].

use hamyar::calendar::{Day, Period};
use hamyar::model::*;
use hamyar::number::Decimal;

use super::random::{Dice, area_id, odd};

/// Adds records of every kind, or none; and what became of areas, or nothing.
pub fn add(dice: &mut Dice, data: &mut Dataset) {
    if dice.below(3) > 0 {
        data.successions.push(succession(dice, "01@1402"));
        data.successions.extend(dice.maybe(|dice| succession(dice, "IR@1402")));
    }
    if dice.below(4) == 0 {
        return;
    }
    let registers = &mut data.registers;
    for number in 0..3 {
        registers.organisations.push(organisation(dice, number));
        registers.projects.push(project(dice, number));
        registers.directives.push(directive(dice, number));
        registers.plans.push(plan(dice, number));
        registers.actions.push(action(dice, number));
        registers.credit_lines.push(credit_line(dice, number));
        registers.cooperatives.push(cooperative(dice, number));
        registers.register_days.push(RegisterDay { day: day(number), source: source(dice) });
    }
    let submissions: Vec<Submission> =
        (0..6).filter_map(|number| submission(dice, data, number)).collect();
    let registers = &mut data.registers;
    registers.submissions = submissions;
    for number in 0..6 {
        registers.assemblies.push(assembly(dice, number));
        registers.supervisions.push(supervision(dice, number));
    }
}

/// Days of 1401 and after, each later than the one of the number before.
fn day(number: usize) -> Day {
    Period::year(1401).unwrap().start().unwrap().plus(number as i32 * 40)
}

fn source(dice: &mut Dice) -> SourceId {
    SourceId::new(odd("source", dice.below(3)))
}

fn body(number: usize) -> OrganisationId {
    OrganisationId::new(odd("body", number))
}

fn unit(dice: &mut Dice) -> UnitId {
    UnitId::new(*dice.pick(&["rial", "billion", "thousandth"]))
}

fn positive(dice: &mut Dice) -> Decimal {
    dice.decimal().abs().checked_add(Decimal::from_int(1)).unwrap()
}

fn share(dice: &mut Dice) -> Decimal {
    Decimal::new(dice.below(1_001) as i128, 1).unwrap()
}

fn succession(dice: &mut Dice, to: &str) -> Succession {
    Succession {
        kind: *dice.pick(SuccessionKind::ALL),
        from: AreaId::new(if to.starts_with("IR") { "IR@1395" } else { "01@1395" }),
        to: AreaId::new(to),
        day: day(dice.below(9)),
        share: Decimal::from_int(100),
    }
}

/// Bodies that lend, so that any of them may be the bank of a line.
fn organisation(dice: &mut Dice, number: usize) -> Organisation {
    Organisation {
        id: body(number),
        name: dice.name(),
        kind: *dice.pick(&[OrganisationKind::AgentBank, OrganisationKind::Fund]),
        area: dice.maybe(area_id),
        parent: dice.maybe(|dice| dice.below(number + 1)).filter(|above| *above < number).map(body),
    }
}

fn project(dice: &mut Dice, number: usize) -> Project {
    let party = |dice: &mut Dice, number| Party {
        organisation: body(number),
        area: area_id(dice),
        share: share(dice),
    };
    Project {
        id: ProjectId::new(odd("project", number)),
        name: dice.name(),
        source: source(dice),
        parties: (0..dice.below(4)).map(|number| party(dice, number)).collect(),
        cooperative: dice.maybe(|dice| legal_id(dice.below(3))),
        sites: (0..dice.below(3)).map(|_| area_id(dice)).collect(),
        period: dice.maybe(Dice::period),
        status: dice.maybe(|dice| *dice.pick(ActionStatus::ALL)),
        cost: dice.maybe(|dice| positive(dice).checked_add(Decimal::from_int(1_700_001)).unwrap()),
        idle_capital: dice.maybe(positive),
        unit: unit(dice),
        course: Course::default(),
    }
}

fn directive(dice: &mut Dice, number: usize) -> Directive {
    Directive {
        id: DirectiveId::new(odd("order", number)),
        name: dice.name(),
        source: source(dice),
        issued: day(number),
        allowance: *dice.pick(&[Allowance::Months(2), Allowance::Days(10), Allowance::Undated]),
        level: *dice.pick(Level::ALL),
        within: dice.maybe(area_id),
        period: dice.maybe(Dice::period),
        // After every report: of a later one it is said that it is not counted.
        as_of: dice.maybe(|dice| day(60 + dice.below(9))),
        set: None,
        group: None,
    }
}

/// A report of an area that was asked for it; none where an order asks nobody.
fn submission(dice: &mut Dice, data: &Dataset, number: usize) -> Option<Submission> {
    let directive = dice.pick(&data.registers.directives);
    let asked: Vec<&Area> = directive.addressed(data);
    let required = dice.below(90) as u32;
    (!asked.is_empty()).then(|| Submission {
        directive: directive.id.clone(),
        area: dice.pick(&asked).id.clone(),
        received: day(number + 3),
        complete: dice.below(2) == 0,
        filled: dice.below(required as usize + 1) as u32,
        required,
        set: None,
    })
}

fn plan(dice: &mut Dice, number: usize) -> Plan {
    Plan {
        id: PlanId::new(odd("plan", number)),
        name: dice.name(),
        area: area_id(dice),
        period: dice.maybe(Dice::period),
        source: source(dice),
    }
}

fn action(dice: &mut Dice, number: usize) -> Action {
    Action {
        id: ActionId::new(odd("action", number)),
        plan: PlanId::new(odd("plan", dice.below(3))),
        name: dice.name(),
        sector: String::new(),
        agency: body(dice.below(3)),
        measure: MeasureId::new(odd("measure", dice.below(3))),
        baseline: dice.maybe(Dice::decimal),
        planned: dice.maybe(Dice::decimal),
        actual: dice.maybe(Dice::decimal),
        due: dice.maybe(|dice| day(dice.below(9))),
        status: *dice.pick(ActionStatus::ALL),
    }
}

fn credit_line(dice: &mut Dice, number: usize) -> CreditLine {
    CreditLine {
        id: CreditLineId::new(odd("line", number)),
        programme: ProgrammeId::new(odd("programme", dice.below(3))),
        fund_source: dice.both(),
        bank: body(dice.below(3)),
        rate: dice.maybe(share),
        cap: dice.maybe(positive),
        unit: unit(dice),
        target: dice.maybe(|dice| *dice.pick(CoopLine::ALL)),
        legal_basis: dice.both(),
        period: dice.maybe(Dice::period),
        source: source(dice),
    }
}

/// The national ids of the cooperatives, smallest first.
fn legal_id(number: usize) -> CooperativeId {
    let ids = (10_380_284_000_u64..).map(|id| id.to_string()).filter(|id| is_legal_id(id));
    CooperativeId::new(ids.take(number + 1).last().unwrap())
}

fn cooperative(dice: &mut Dice, number: usize) -> Cooperative {
    let kind = |dice: &mut Dice, membership: bool| {
        let kinds = CoopKind::ALL.iter().filter(|kind| kind.is_membership() == membership);
        *dice.pick(&kinds.copied().collect::<Vec<_>>())
    };
    Cooperative {
        id: legal_id(number),
        registration_number: dice.text(),
        name: dice.name(),
        activity: *dice.pick(CoopActivity::ALL),
        kind: dice.maybe(|dice| kind(dice, false)),
        membership: dice.maybe(|dice| kind(dice, true)),
        stated_icls: dice.maybe(|dice| *dice.pick(CoopIcls::ALL)),
        line: dice.maybe(|dice| *dice.pick(CoopLine::ALL)),
        area: area_id(dice),
        source: source(dice),
        lifecycle: lifecycle(dice),
        years: (1400..1400 + dice.below(3) as i32).map(|year| coop_year(dice, year)).collect(),
    }
}

fn lifecycle(dice: &mut Dice) -> Lifecycle {
    let mut life = Lifecycle::default();
    for number in 0..dice.below(9) {
        let stage = *dice.pick(CoopStage::ALL);
        let event = LifecycleEvent { stage, day: day(number), source: source(dice) };
        let _ = life.push(event);
    }
    life
}

fn coop_year(dice: &mut Dice, year: i32) -> CoopYear {
    CoopYear {
        period: Period::year(year).unwrap(),
        members: dice.maybe(|dice| Decimal::from_int(dice.below(900) as i64)),
        workers: dice.maybe(|dice| Decimal::from_int(dice.below(900) as i64)),
        capital: dice.maybe(positive),
        turnover: dice.maybe(positive),
        unit: unit(dice),
        source: source(dice),
    }
}

/// Days after any event of a cooperative.
fn assembly(dice: &mut Dice, number: usize) -> Assembly {
    Assembly {
        cooperative: legal_id(dice.below(3)),
        kind: *dice.pick(AssemblyKind::ALL),
        due: day(number + 20),
        held: dice.maybe(|_| day(number + 21)),
        source: source(dice),
    }
}

fn supervision(dice: &mut Dice, number: usize) -> Supervision {
    Supervision {
        cooperative: legal_id(dice.below(3)),
        kind: *dice.pick(SupervisionKind::ALL),
        day: day(number + 20),
        result: dice.maybe(|dice| *dice.pick(SupervisionResult::ALL)),
        source: source(dice),
    }
}

/// Records of the one county of the older list, which that list places, by name or by code; none where no
/// measure of the set is added.
pub fn records(dice: &mut Dice, data: &Dataset) -> Vec<Record> {
    let is_added =
        |one: &&Measure| (one.area_rule, one.time_rule) == (AreaRule::Sum, TimeRule::Sum);
    let measures: Vec<MeasureId> =
        data.measures.values().filter(is_added).map(|one| one.id.clone()).collect();
    let count = if measures.is_empty() { 0 } else { dice.below(4) };
    (0..count).map(|number| record(dice, data, &measures, number)).collect()
}

fn record(dice: &mut Dice, data: &Dataset, measures: &[MeasureId], number: usize) -> Record {
    let name = |id: &str| data.areas.get(&AreaId::new(id)).unwrap().name.fa.clone();
    Record {
        id: RecordId::new(odd("record", number)),
        measure: dice.pick(measures).clone(),
        province: name("01@1395"),
        county: name("0101@1395"),
        scheme: None,
        day: day(number),
        amount: positive(dice),
        unit: unit(dice),
        stage: dice.maybe(|dice| *dice.pick(Stage::ALL)),
        programme: dice.maybe(|dice| ProgrammeId::new(odd("programme", dice.below(3)))),
        source: source(dice),
    }
}
