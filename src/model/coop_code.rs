//! Code lists of cooperatives: what they do, for whom, and how far they have come.

use crate::spec::coded;

coded! {
    /// Field of activity, as the statistical yearbook lists them (code list `coop_activity`).
    CoopActivity {
        /// کشاورزی
        Agriculture = "agriculture",
        /// صنعتی
        Manufacturing = "manufacturing",
        /// معدنی
        Mining = "mining",
        /// فرش دستباف
        Carpet = "carpet",
        /// مسکن
        Housing = "housing",
        /// عمرانی
        Construction = "construction",
        /// خدماتی
        Services = "services",
        /// حمل و نقل
        Transport = "transport",
        /// تأمین نیاز تولیدکنندگان
        ProducersSupply = "producers_supply",
        /// تأمین نیاز مصرف‌کنندگان
        ConsumersSupply = "consumers_supply",
        /// اعتبار
        Credit = "credit",
        /// چندمنظوره
        MultiPurpose = "multi_purpose",
    }
}

coded! {
    /// Kind in the words of the law (code list `coop_kind`): what it is for, and who may be a member.
    CoopKind {
        /// تولید
        Production = "production",
        /// توزیع
        Distribution = "distribution",
        /// عام
        Public = "public",
        /// خاص
        Special = "special",
        /// سهامی عام
        PublicJointStock = "public_joint_stock",
    }
}

coded! {
    /// International type by the Guidelines of the ICLS (code list `coop_icls`).
    CoopIcls {
        /// کارکنان
        Worker = "worker",
        /// تولیدکنندگان
        Producer = "producer",
        /// مصرف‌کننده، کاربر
        ConsumerUser = "consumer_user",
        /// چندذی‌نفع
        MultiStakeholder = "multi_stakeholder",
    }
}

coded! {
    /// The group that a credit line is for (code list `coop_line`).
    CoopLine {
        /// توسعه و عمران شهرستان
        CountyDevelopment = "county_development",
        /// دانش‌بنیان
        KnowledgeBased = "knowledge_based",
        /// جوانان
        Youth = "youth",
        /// زنان
        Women = "women",
        /// توان‌یابان
        Disabilities = "disabilities",
        /// سایر
        Other = "other",
    }
}

coded! {
    /// Stage of a cooperative (code list `coop_stage`): nine steps of forming, then four apart from them.
    CoopStage {
        /// درخواست
        Request = "request",
        /// هیئت مؤسس
        FoundingBoard = "founding_board",
        /// موافقت‌نامه
        Agreement = "agreement",
        /// عضوگیری
        MembershipDrive = "membership_drive",
        /// مجمع عمومی
        FirstAssembly = "first_assembly",
        /// ثبت‌شده
        Registered = "registered",
        /// پروانه
        Licence = "licence",
        /// در دست راه‌اندازی
        BeingSetUp = "being_set_up",
        /// در حال بهره‌برداری
        Operating = "operating",
        /// راکد
        Dormant = "dormant",
        /// مشکل‌دار
        Troubled = "troubled",
        /// در حال تصفیه
        Liquidation = "liquidation",
        /// منحل
        Dissolved = "dissolved",
    }
}

impl CoopKind {
    /// Whether it says who may be a member; else it says what the cooperative is for.
    pub const fn is_membership(self) -> bool {
        matches!(self, Self::Public | Self::Special | Self::PublicJointStock)
    }
}

impl CoopStage {
    /// Whether it is a step on the way of forming; the order of the steps is that of the values.
    pub const fn is_step(self) -> bool {
        !matches!(self, Self::Dormant | Self::Troubled | Self::Liquidation | Self::Dissolved)
    }

    /// «فعال»: being set up or operating.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::BeingSetUp | Self::Operating)
    }
}

impl CoopActivity {
    /// The international type that goes with an activity where a register states none.
    ///
    /// A proposal of ours, not yet confirmed by the owner of the data: multi-stakeholder for construction
    /// and development and for multi-purpose; consumer and user for housing, credit and consumers'
    /// supply; producer for producers' supply; worker for the rest, which produce or serve with working
    /// members. What a register states goes before it.
    ///
    /// ```
    /// use hamyar::model::{CoopActivity, CoopIcls};
    /// assert_eq!(CoopActivity::Housing.proposed_icls(), CoopIcls::ConsumerUser);
    /// ```
    pub const fn proposed_icls(self) -> CoopIcls {
        match self {
            Self::Construction | Self::MultiPurpose => CoopIcls::MultiStakeholder,
            Self::Housing | Self::Credit | Self::ConsumersSupply => CoopIcls::ConsumerUser,
            Self::ProducersSupply => CoopIcls::Producer,
            Self::Agriculture
            | Self::Manufacturing
            | Self::Mining
            | Self::Carpet
            | Self::Services
            | Self::Transport => CoopIcls::Worker,
        }
    }
}
