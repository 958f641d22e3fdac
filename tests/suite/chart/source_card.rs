//! What the card of a figure tells of its document, and of how the number came about.

use hamyar::calendar::Period;
use hamyar::chart::{Evidence, Fact, SourceCard, card, evaluate, value_text};
use hamyar::diag::Bilingual;
use hamyar::model::{
    Dataset, Figure, MeasureId, Observation, ObservationId, Precision, Qualifier, Revision,
    SourceId, SourceKind, Status, UnitId,
};
use hamyar::number::Decimal;
use hamyar::pack;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, example, example_facts, facts, named, open, plain};

fn card_of(data: &Dataset, id: &str, lang: Lang) -> SourceCard {
    card(data, &Evidence::parse(id), lang).unwrap()
}

/// What stands beside a label; nothing where the card has no such row.
fn row(card: &SourceCard, label: &str) -> Option<String> {
    let mut found = card.rows.iter().filter(|row| row.label == label);
    let text = found.next().map(|row| plain(&row.text));
    assert_eq!(found.next(), None, "{label} stands twice");
    text
}

fn said(data: &Dataset, id: &str, label: &str) -> String {
    row(&card_of(data, id, Lang::En), label).unwrap()
}

const LABELS: [[&str; 6]; 2] = [
    ["عنوان", "ناشر", "تاریخ", "خوانده از", "پروانه", "پردازش"],
    ["Title", "Publisher", "Date", "Read from", "Licence", "Processing"],
];

#[wasm_bindgen_test(unsupported = test)]
fn row_8_a_card_tells_producer_title_dates_licence_processing_and_quote() {
    for (lang, labels, texts) in [
        (
            Lang::Fa,
            LABELS[0],
            [
                "پرداخت ۷۰۰ میلیارد ریال تسهیلات اشتغالزایی در قالب اقتصاد مقاومتی",
                "سبلان ما، کد خبر ۹۵۳۶۷",
                "یکشنبه ۱۸ اردیبهشت ۱۴۰۱ (8 May 2022)",
                "متن در دست",
                "اعلام نشده",
                "همان رقم چاپ‌شده",
            ],
        ),
        (
            Lang::En,
            LABELS[1],
            [
                "Payment of 700 billion rials of job facilities in the frame of the resistance economy",
                "Sabalan-e Ma, news 95367",
                "Sunday 18 Ordibehesht 1401 (8 May 2022)",
                "text at hand",
                "not stated",
                "as printed",
            ],
        ),
    ] {
        let card = card_of(open(), "O017", lang);
        assert!(card.quote.contains("۵۸۰"), "{}", card.quote);
        for (label, text) in labels.into_iter().zip(texts) {
            assert_eq!(row(&card, label).as_deref(), Some(text));
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_8_no_card_leaves_any_of_it_out() {
    for data in [open(), example()] {
        for one in data.observations.values() {
            for (lang, labels) in LANGS.into_iter().zip(LABELS) {
                let card = card_of(data, one.id.as_str(), lang);
                for label in labels {
                    let is_told = row(&card, label).is_some_and(|text| !text.is_empty());
                    let is_due = label != labels[5] || one.figure.value().is_some();
                    assert_eq!(is_told, is_due, "{label}: {card:?}");
                }
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_tells_author_and_licence_where_the_table_has_them() {
    let mut data = open().clone();
    let source = data.sources.get_mut(&SourceId::new("S4")).unwrap();
    source.imprint.author = Bilingual::new("استاندار", "the governor");
    source.imprint.licence = Bilingual::new("مجوز عمومی", "CC BY 4.0");
    let shipped = pack::read(&pack::write_for_pages(data)).unwrap();
    assert_eq!(said(&shipped, "O017", "Author or speaker"), "the governor");
    assert_eq!(said(&shipped, "O017", "Licence"), "CC BY 4.0");
    let document = card(&shipped, &Evidence::document(&SourceId::new("S4")), Lang::Fa).unwrap();
    assert_eq!(row(&document, "پروانه").as_deref(), Some("مجوز عمومی"));
    assert_eq!(row(&document, "پردازش"), None, "a document is no number");
    assert_eq!(row(&card_of(open(), "O017", Lang::En), "Author or speaker"), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_tells_how_well_the_date_is_known() {
    for (precision, fa, en) in [
        (Precision::InferredYear, "۱۴۰۰ (برآوردی)", "1400 (our estimate)"),
        (Precision::Year, "۱۴۰۰", "1400"),
        (Precision::Unknown, "تاریخ نامعلوم", "date unknown"),
    ] {
        let mut data = open().clone();
        let source = data.sources.get_mut(&SourceId::new("S4")).unwrap();
        source.published.date = "1400".to_owned();
        source.published.precision = precision;
        let dates = LANGS.map(|lang| card_of(&data, "O017", lang));
        assert_eq!(row(&dates[0], "تاریخ").as_deref(), Some(fa));
        assert_eq!(row(&dates[1], "Date").as_deref(), Some(en));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_tells_what_was_done_to_the_printed_number() {
    assert!(said(open(), "O050", "Processing").starts_with("unit converted: "));
    let census = "population/1395/24/population_total";
    assert_eq!(said(open(), census, "Processing"), "as printed");
    assert_eq!(said(example(), "X001", "Processing"), "made up");
    let counted = example().observations.values().find(|one| one.is_counted()).unwrap();
    let counted = said(example(), counted.id.as_str(), "Processing");
    assert_eq!(counted, "counted by Hamyar from single records");
    let mut own = open().clone();
    own.sources.get_mut(&SourceId::new("S4")).unwrap().kind = SourceKind::Own;
    assert_eq!(said(&own, "O017", "Processing"), "as entered");
}

/// What is made up was not checked with anything, whatever its table says.
#[wasm_bindgen_test(unsupported = test)]
fn a_card_of_an_example_does_not_say_that_it_was_checked() {
    let status = |data: &Dataset, id: &str| {
        let cards = LANGS.map(|lang| card_of(data, id, lang));
        [row(&cards[0], "وضعیت").unwrap(), row(&cards[1], "Status").unwrap()]
    };
    let words = [
        "نمونه است و منبعی ندارد که با آن سنجیده شود",
        "example; it has no source to be checked with",
    ];
    assert_eq!(status(example(), "X001"), words);
    assert_eq!(status(open(), "O017"), ["با منبع سنجیده", "Checked with its source"]);
    let mut marked = open().clone();
    marked.sources.get_mut(&SourceId::new("S4")).unwrap().kind = SourceKind::Example;
    assert_eq!(status(&marked, "O017"), words);
    let mut draft = example().clone();
    draft.observations.get_mut(&ObservationId::new("X001")).unwrap().status = Status::Draft;
    assert_eq!(status(&draft, "X001"), ["پیش‌نویس", "Draft"]);
}

/// A number of a sentence that no figure is by itself: its card begins with this.
#[wasm_bindgen_test(unsupported = test)]
fn a_computed_number_tells_its_sum_with_the_units_of_its_parts() {
    let working = |data, fact: &Fact| plain(&evaluate(data, fact, Lang::En).unwrap().working);
    assert_eq!(
        working(open(), &facts()["planned-against-paid"]),
        "+20.69% = 100 × (700 billion rials ÷ 580 billion rials − 1)"
    );
    assert_eq!(
        working(example(), &example_facts()["example-absorption"]),
        "76.3% = 100 × 2,745 billion rials ÷ 3,600 billion rials"
    );
}

/// A mark or cell that no figure is by itself opens a card that begins with this.
#[wasm_bindgen_test(unsupported = test)]
fn a_computed_mark_tells_its_working_in_the_unit_of_its_value() {
    let working = |name: &str, lang| {
        let scene = named(name, lang);
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.working)).collect::<Vec<_>>()
    };
    let loans = working("s4-mean-loan", Lang::En);
    let first = "7,500 million rials = 210,000 (Facilities of each credit line (example)) ÷ 28 (Number of loans of each credit line (example))";
    assert_eq!(loans[0], first);
    let fill = working("s0-formation-members", Lang::En);
    assert!(fill[0].contains(" percent = 100 × "), "{fill:?}");
    // The two figures of a pair are stated; how they compare is computed.
    assert_eq!(working("s0-plan-result", Lang::En)[0], "");
    let share = &working("s0-plan-result", Lang::En)[1];
    assert!(share.starts_with("106.1% ") && share.ends_with(" = 100 × 542 ÷ 511"), "{share}");
    assert!(working("s0-plan-result", Lang::Fa)[1].ends_with(" = ۱۰۰ × ۵۴۲ ÷ ۵۱۱"));
    let table = named("s0-plan-result", Lang::En).table;
    let cell = table.rows[1].iter().find(|cell| cell.text.starts_with("106.1%")).unwrap();
    assert_eq!((cell.evidence.len(), &plain(&cell.working)), (2, share));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_with_another_value_than_before_is_not_as_printed() {
    let mut data = open().clone();
    let id = ObservationId::new("O018");
    let before = data.observations[&id].clone();
    data.revisions.push(Revision {
        observation: id.clone(),
        recorded: Period::parse("1402-03-01").unwrap().start().unwrap(),
        change: 1,
        by: Bilingual::new("اداره‌کل", "the office"),
        reason: Bilingual::default(),
        before: Some(before),
    });
    assert_eq!(said(&data, "O018", "Processing"), "as printed", "only its note was changed");
    let paid = data.observations[&ObservationId::new("O017")].figure;
    data.observations.get_mut(&id).unwrap().figure = paid;
    assert_eq!(said(&data, "O018", "Processing"), "corrected on 1 Khordad 1402, the office");
    let fa = row(&card_of(&data, "O018", Lang::Fa), "پردازش");
    assert_eq!(fa.as_deref(), Some("اصلاح‌شده در ۱ خرداد ۱۴۰۲، اداره‌کل"));
}

#[cfg(feature = "complete")]
#[wasm_bindgen_test(unsupported = test)]
fn what_was_added_or_divided_in_later_borders_is_computed() {
    let mut data = example().clone();
    hamyar::model::in_boundaries(&mut data, hamyar::model::Division(1402));
    for mark in ["+", "/X107@1402"] {
        let moved = data.observations.keys().find(|one| one.as_str().contains(mark)).unwrap();
        assert_eq!(said(&data, moved.as_str(), "Processing"), "Computed by Hamyar", "{moved}");
    }
}

/// English counts one as one; Persian has one form after a number.
#[wasm_bindgen_test(unsupported = test)]
fn one_thing_is_named_in_the_singular() {
    let data = open();
    let counted = &data.observations[&ObservationId::new("O244")];
    let counted = |value: i64| {
        let measure = MeasureId::new("coop_registered_count");
        let value = Decimal::from_int(value);
        let figure = Figure::Value { value, qualifier: Qualifier::Exact, upper: None };
        let mut one = Observation { measure, figure, ..counted.clone() };
        one.wording.unit = UnitId::new("count");
        one
    };
    let said = |value, lang| plain(&value_text(data, &counted(value), lang));
    assert_eq!(said(1, Lang::En), "1 cooperative");
    assert_eq!(said(2, Lang::En), "2 cooperatives");
    assert_eq!(said(1, Lang::Fa), "۱ تعاونی");
    let mut changed = data.clone();
    changed.observations.insert(ObservationId::new("X"), counted(1));
    assert_eq!(plain(&card_of(&changed, "X", Lang::En).value), "1 cooperative");
}
