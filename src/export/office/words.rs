//! What the heads of a sheet say.

use crate::text::Lang;

/// Words of one language.
pub(super) struct Words {
    pub(super) data: &'static str,
    /// Name of the sheet of made-up data.
    pub(super) example: &'static str,
    pub(super) code: &'static str,
    pub(super) first_day: &'static str,
    pub(super) stated: &'static str,
    pub(super) status: &'static str,
    pub(super) upper: &'static str,
    pub(super) reported: &'static str,
    pub(super) expected: &'static str,
    pub(super) rank: &'static str,
    pub(super) note: &'static str,
    pub(super) notes: &'static str,
    pub(super) source: &'static str,
    pub(super) sources: &'static str,
    pub(super) title: &'static str,
    pub(super) publisher: &'static str,
    pub(super) published: &'static str,
    pub(super) published_gregorian: &'static str,
    pub(super) address: &'static str,
    pub(super) read: &'static str,
    /// Between two texts of one cell.
    pub(super) semicolon: &'static str,
}

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fa => &FA,
        Lang::En => &EN,
    }
}

const FA: Words = Words {
    data: "داده",
    example: "دادهٔ نمونه (ساختگی)",
    code: "شناسهٔ محل",
    first_day: "نخستین روز دوره، میلادی",
    stated: "دقت گفته یا دلیل نبود رقم",
    status: "وضعیت رقم",
    upper: "سر بالا",
    reported: "گزارش‌شده",
    expected: "مورد انتظار",
    rank: "رتبه",
    note: "یادداشت",
    notes: "یادداشت‌ها",
    source: "منبع",
    sources: "منبع‌ها",
    title: "عنوان",
    publisher: "ناشر",
    published: "تاریخ انتشار، خورشیدی",
    published_gregorian: "تاریخ انتشار، میلادی",
    address: "نشانی",
    read: "چگونه خوانده شد",
    semicolon: "؛ ",
};

const EN: Words = Words {
    data: "Data",
    example: "Example data (made up)",
    code: "Id of the place",
    first_day: "First day of the period, Gregorian",
    stated: "How it is stated, or why there is no figure",
    status: "How settled it is",
    upper: "Upper end",
    reported: "Reported",
    expected: "Expected",
    rank: "Rank",
    note: "Note",
    notes: "Notes",
    source: "Source",
    sources: "Sources",
    title: "Title",
    publisher: "Publisher",
    published: "Published, Jalali",
    published_gregorian: "Published, Gregorian",
    address: "Address",
    read: "How it was read",
    semicolon: "; ",
};
