//! Heads that several tables share: name of the column, English, Persian.

pub(super) type Head = [&'static str; 3];

pub(super) const ACTION_STATUS: Head = ["action_status", "Status of the project", "وضعیت طرح"];
pub(super) const AREA: Head = ["area", "Area", "ناحیه"];
pub(super) const COOPERATIVE: Head = ["cooperative", "Cooperative", "تعاونی"];
pub(super) const DAY: Head = ["day", "Day, Jalali", "روز، خورشیدی"];
pub(super) const DUE: Head = ["due", "Due day, Jalali", "سررسید، خورشیدی"];
pub(super) const GROUP: Head = ["group", "Group", "گروه"];
pub(super) const ID: Head = ["id", "Id", "شناسه"];
pub(super) const KIND: Head = ["kind", "Kind", "نوع"];
pub(super) const LABEL_EN: Head = ["label_en", "Label, English", "برچسب انگلیسی"];
pub(super) const LABEL_FA: Head = ["label_fa", "Label, Persian", "برچسب فارسی"];
pub(super) const LOCATOR: Head = ["locator", "Place in the source", "جای رقم در منبع"];
pub(super) const MEASURE: Head = ["measure", "Measure", "شاخص"];
pub(super) const MENTIONS: Head = ["mentions", "Times told", "چند بار گفته شده"];
pub(super) const NAME_EN: Head = ["name_en", "Name, English", "نام انگلیسی"];
pub(super) const NAME_FA: Head = ["name_fa", "Name, Persian", "نام فارسی"];
pub(super) const NOTE_EN: Head = ["note_en", "Note, English", "یادداشت انگلیسی"];
pub(super) const NOTE_FA: Head = ["note_fa", "Note, Persian", "یادداشت فارسی"];
pub(super) const PART_OF: Head = ["part_of", "Part of", "بخشی از"];
pub(super) const PERIOD: Head = ["period", "Period, Jalali", "دوره، خورشیدی"];
pub(super) const PROGRAMME: Head = ["programme", "Programme", "برنامه"];
pub(super) const QUOTE: Head = ["quote", "Words of the source", "کلمات منبع"];
pub(super) const SCENARIO: Head = ["scenario", "Fact or intention", "عملکرد یا برنامه"];
pub(super) const SCOPE_EN: Head = ["scope_en", "What sets it apart, English", "وجه تمایز، انگلیسی"];
pub(super) const SCOPE_FA: Head = ["scope_fa", "What sets it apart, Persian", "وجه تمایز، فارسی"];
pub(super) const SOURCE: Head = ["source", "Source", "منبع"];
pub(super) const STAGE: Head = ["stage", "Stage of money", "مرحلهٔ پول"];
pub(super) const STATUS: Head = ["status", "Status", "وضعیت"];
pub(super) const VALID_FROM: Head = ["valid_from", "Valid from, Jalali", "معتبر از، خورشیدی"];
pub(super) const VALID_TO: Head =
    ["valid_to", "First day no longer valid, Jalali", "نخستین روز بی‌اعتباری، خورشیدی"];
pub(super) const UNIT: Head = ["unit", "Unit", "یکا"];
