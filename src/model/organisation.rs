//! Bodies that act: offices, banks, funds, associations.

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
