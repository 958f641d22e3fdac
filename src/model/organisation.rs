//! Bodies that act: offices, banks, funds, associations.

use std::collections::BTreeMap;

use super::hierarchy::{HierarchyFault, Parent, hierarchy_faults};
use super::id::{AreaId, OrganisationId};
use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// What kind of body it is.
    OrganisationKind {
        /// استانداری
        Governorate = "governorate",
        /// فرمانداری
        CountyGovernorate = "county_governorate",
        /// دهیاری
        RuralAdministration = "rural_administration",
        /// سازمان همیاری شهرداری‌ها
        MunicipalCooperation = "municipal_cooperation",
        /// دستگاه اجرایی
        ExecutiveAgency = "executive_agency",
        /// بانک عامل
        AgentBank = "agent_bank",
        /// صندوق
        Fund = "fund",
        /// اداره تعاون
        CooperativeDirectorate = "cooperative_directorate",
        /// دبیرخانه
        Secretariat = "secretariat",
    }
}

/// One body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Id.
    pub id: OrganisationId,
    /// Display name.
    pub name: Bilingual,
    /// Kind.
    pub kind: OrganisationKind,
    /// Where it acts; `None` where nothing is said.
    pub area: Option<AreaId>,
    /// The body above it.
    pub parent: Option<OrganisationId>,
}

impl Organisation {
    /// For each body the reason why it leads up to no top, `None` when it does: what stands above itself,
    /// step by step, is above nothing.
    pub fn faults(all: &[Self]) -> Vec<Option<HierarchyFault>> {
        let places: BTreeMap<&OrganisationId, usize> =
            all.iter().enumerate().map(|(place, one)| (&one.id, place)).collect();
        let parent = |one: &Self| {
            let at = |above: &OrganisationId| places.get(above).copied();
            let above = one.parent.as_ref();
            above.map_or(Parent::None, |above| at(above).map_or(Parent::Unknown, Parent::At))
        };
        hierarchy_faults(&all.iter().map(parent).collect::<Vec<_>>())
    }
}
