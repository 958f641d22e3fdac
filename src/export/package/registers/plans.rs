//! Development plans, their actions, and the lines of credit of programmes.

use super::{Record, day, in_unit, rows};
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{
    AREA, DUE, ID, MEASURE, NAME_EN, NAME_FA, PERIOD, PROGRAMME, SOURCE, STATUS, UNIT,
};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{Action, ActionStatus, CoopLine, CreditLine, Dataset, Plan};

pub(super) fn plans(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Plan>;
    let about = About {
        name: "plans",
        title: "Development plans",
        title_fa: "برنامه‌های توسعه",
        key: &["id"],
    };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(AREA, |one| one.area.to_string()).required().refers("areas"),
        Of::text(PERIOD, |one| or_empty(one.period.map(|period| period.id()))),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
    ];
    Sheet::new(&about, &columns, data.registers.plans.iter())
}

pub(super) fn actions(data: &Dataset) -> Sheet {
    let about = About {
        name: "actions",
        title: "Actions of the plans",
        title_fa: "اقدام‌های برنامه‌ها",
        key: &["id"],
    };
    let mut columns = acted();
    columns.extend(measured());
    Sheet::new(&about, &columns, data.registers.actions.iter())
}

/// What is to be done, and by whom.
fn acted<'a>() -> Vec<Column<&'a Action>> {
    type Of<'a> = Column<&'a Action>;
    vec![
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(["plan", "Plan", "برنامه"], |one| one.plan.to_string()).required().refers("plans"),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(["sector", "Sector", "بخش"], |one| one.sector.clone()),
        Of::text(["agency", "Body that acts", "دستگاه مجری"], |one| {
            one.agency.to_string()
        })
        .required()
        .refers("organisations"),
        Of::text(DUE, |one| or_empty(one.due.map(day))),
        Of::word::<ActionStatus>(STATUS, |one| one.status.code().to_owned()).required(),
    ]
}

/// By what it is measured: the values stand in the base unit of the measure, as they are kept.
fn measured<'a>() -> Vec<Column<&'a Action>> {
    type Of<'a> = Column<&'a Action>;
    vec![
        Of::text(MEASURE, |one| one.measure.to_string()).required().refers("measures"),
        Of::number(["baseline", "Value before", "مقدار پایه"], |one| {
            or_empty(one.baseline)
        }),
        Of::number(["planned", "Planned", "برنامه‌ریزی‌شده"], |one| {
            or_empty(one.planned)
        }),
        Of::number(["actual", "Achieved", "محقق‌شده"], |one| or_empty(one.actual)),
    ]
}

pub(super) fn credit_lines(data: &Dataset) -> Sheet {
    let about = About {
        name: "credit-lines",
        title: "Lines of credit",
        title_fa: "خط‌های اعتباری",
        key: &["id"],
    };
    let mut columns = lent();
    columns.extend(terms());
    Sheet::new(&about, &columns, rows(data, &data.registers.credit_lines))
}

/// Who lends for which programme.
fn lent<'a>() -> Vec<Column<Record<'a, CreditLine>>> {
    type Of<'a> = Column<Record<'a, CreditLine>>;
    vec![
        Of::text(ID, |it| it.one.id.to_string()).required(),
        Of::text(PROGRAMME, |it| it.one.programme.to_string()).required().refers("programmes"),
        Of::text(
            ["fund_source_fa", "Source of funds, Persian", "محل تأمین، فارسی"],
            |it| it.one.fund_source.fa.clone(),
        ),
        Of::text(
            ["fund_source_en", "Source of funds, English", "محل تأمین، انگلیسی"],
            |it| it.one.fund_source.en.clone(),
        ),
        Of::text(["bank", "Bank or fund", "بانک یا صندوق"], |it| {
            it.one.bank.to_string()
        })
        .required()
        .refers("organisations"),
        Of::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
    ]
}

/// On what terms.
fn terms<'a>() -> Vec<Column<Record<'a, CreditLine>>> {
    type Of<'a> = Column<Record<'a, CreditLine>>;
    vec![
        Of::number(["rate", "Yearly rate, percent", "نرخ سالانه، درصد"], |it| {
            or_empty(it.one.rate)
        }),
        Of::number(["cap", "Most for one borrower", "سقف هر متقاضی"], |it| {
            in_unit(it.data, it.one.cap, &it.one.unit)
        }),
        Of::text(UNIT, |it| it.one.unit.to_string()).refers("units"),
        Of::word::<CoopLine>(["target", "Group it is for", "گروه هدف"], |it| {
            or_empty(it.one.target.map(CoopLine::code))
        }),
        Of::text(
            ["legal_basis_fa", "Law or decree, Persian", "مستند قانونی، فارسی"],
            |it| it.one.legal_basis.fa.clone(),
        ),
        Of::text(
            ["legal_basis_en", "Law or decree, English", "مستند قانونی، انگلیسی"],
            |it| it.one.legal_basis.en.clone(),
        ),
        Of::text(PERIOD, |it| or_empty(it.one.period.map(|period| period.id()))),
    ]
}
