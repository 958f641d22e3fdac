//! What the command line says of itself: each command by its call, what it does in both languages, and an example.

use std::ffi::OsStr;

use lexopt::Parser;

/// One command.
struct Command {
    name: &'static str,
    call: &'static str,
    en: &'static str,
    fa: &'static str,
    example: &'static str,
}

const COMMANDS: [Command; 11] = [
    Command {
        name: "check",
        call: "hamyar check DIR [--json] [--findings FILE] [--lists FILE]",
        en: "Read the data package in DIR and say what is wrong with it, and which of its figures do not agree; \
             the files get what a page shows of that, and of its code lists.",
        fa: "بستهٔ داده را می‌خواند و می‌گوید کجای آن نادرست است و کدام رقم‌ها با هم نمی‌خوانند.",
        example: "hamyar check www/data --json",
    },
    Command {
        name: "query",
        call: "hamyar query DIR QUERY.json [--json] [--format json-stat|json|csv|xlsx] [--lang fa|en] [--drafts] \
               [--out FILE]",
        en: "Answer a question about the confirmed figures of DIR, or with --drafts about all. A question may name \
             the day whose knowledge it is about (asKnown) and the list of areas (boundaries).",
        fa: "به پرسشی از رقم‌های سنجیدهٔ بسته پاسخ می‌دهد، یا با drafts از همهٔ رقم‌ها.",
        example: "echo '{\"measure\": \"population_total\", \"by\": [\"period\"]}' > question.json\n  \
                  hamyar query www/data question.json --format csv --lang en",
    },
    Command {
        name: "render",
        call: "hamyar render DIR VIEW.json [--name ID] [--format svg|html|csv] [--lang fa|en] [--width PX] \
               [--theme auto|light|dark] [--ground FILE] [--out DIR2]",
        en: "Draw a view of DIR; DIR2 gets a file of each view that VIEW.json names, or of the one. \
             html is a figure for a page, with its table, that needs no script. \
             Maps take their boundaries from FILE (GeoJSON, TopoJSON).",
        fa: "نموداری از بسته می‌کشد؛ از هر نمودارِ فایل، یا تنها یکی. \u{2066}html\u{2069} پاره‌ای از صفحه با جدول آن است که اسکریپت نمی‌خواهد. نقشه مرزهایش را از ground می‌گیرد.",
        example: "hamyar render www/data www/views/views.json --name s4-paid-planned --lang en > chart.svg",
    },
    Command {
        name: "pack",
        call: "hamyar pack DIR --out FILE",
        en: "Write DIR as pages open it, without drafts.",
        fa: "بسته را چنان می‌نویسد که صفحه‌ها باز می‌کنند، بی پیش‌نویس‌ها.",
        example: "hamyar pack www/data --out package.bin",
    },
    Command {
        name: "publish",
        call: "hamyar publish DIR --out SITE [--views FILE] [--assets DIR2] [--alone] [--plain]",
        en: "Write pages for any static host: each view of FILE (or of views.json in DIR, or of each measure) with its \
             figures in the HTML, in both languages, and as SVG, CSV and JSON-stat; settings for IIS, Apache and nginx. \
             DIR2 is what cargo xtask build made (target/site); --alone writes each chart also as one file with all it needs, for places without a network; --plain leaves compressed copies out.",
        fa: "صفحه‌هایی برای هر سرور ایستا می‌نویسد: هر نمودار با رقم‌هایش در خود صفحه، به دو زبان، و به شکل فایل؛ با تنظیم‌های IIS و Apache و nginx. دارایی‌ها را \u{2066}cargo xtask build\u{2069} می‌سازد؛ با \u{2066}--plain\u{2069} رونوشت فشرده نوشته نمی‌شود.",
        example: "hamyar publish www/data --views www/views/views.json --out site",
    },
    Command {
        name: "story",
        call: "hamyar story PAGE --out FILE [--assets DIR2]",
        en: "Write a page of the site that cargo xtask build made (target/site, or DIR2), such as s4, as one file with all \
             it needs: every chart and source, from a disk, without a network.",
        fa: "صفحه‌ای از سایتِ ساخته‌شده، مانند s4، را با همهٔ نمودارها و منبع‌هایش در یک فایل می‌نویسد که بی‌اینترنت و از روی دیسک باز می‌شود.",
        example: "hamyar story s4 --out s4.html",
    },
    Command {
        name: "catalogue",
        call: "hamyar catalogue DIR --out SITE [--views FILE] [--assets DIR2]",
        en: "Write what the page reads that makes snippets for other people's pages, for the site that cargo xtask build \
             makes (which calls it): its charts, where each lies, and each as a figure. A published site has it by itself.",
        fa: "فهرستی می‌نویسد که صفحهٔ «نمودار در صفحهٔ شما» می‌خواند: نمودارها، نشانی‌ها و پارهٔ آمادهٔ هر یک. \u{2066}cargo xtask build\u{2069} خودش آن را صدا می‌زند؛ سایتِ منتشرشده خود آن را دارد.",
        example: "hamyar catalogue www/data --views www/views/views.json --out target/site",
    },
    Command {
        name: "schema",
        call: "hamyar schema view|package|ranking, or hamyar schema --out DIR2 [--package DIR]",
        en: "Write what a view, the descriptor of a package or a ranking may hold as JSON Schema; DIR2 gets all of them, the \
             rows of the tables (of DIR, where one is named) and the types for TypeScript.",
        fa: "می‌نویسد که نمودار، بسته یا رتبه‌بندی چه چیزی می‌تواند داشته باشد (\u{2066}JSON Schema\u{2069})؛ با \u{2066}--out\u{2069} همه را، با ردیف جدول‌ها و گونه‌های \u{2066}TypeScript\u{2069}.",
        example: "hamyar schema view > view.schema.json",
    },
    Command {
        name: "export",
        call: "hamyar export DIR [--format csv|json] --out DIR2",
        en: "Write what was taken of DIR anew as a data package.",
        fa: "آنچه از بسته پذیرفته شد از نو یک بستهٔ داده می‌شود.",
        example: "hamyar export www/data --format json --out copy",
    },
    Command {
        name: "merge",
        call: "hamyar merge A B --out DIR [--base DIR] [--decided FILE …] [--json]",
        en: "Two offline copies in one. Figures changed apart are listed in conflicts.csv, other rows that differ in \
             differing.csv, tables of the result: fill in keep, day and by on one row of each, and give the file; \
             both with --decided twice. --base names the package that both were made of: in every table, what one copy \
             left as it was there, the other changed, took out or added, and different cells of one row are no conflict.",
        fa: "دو نسخهٔ جدا را یکی می‌کند؛ آنچه جدا تغییر کرده در دو جدول تعارض‌ها و تفاوت‌ها می‌آید تا کسی تصمیم بگیرد. با \u{2066}--base\u{2069} بسته‌ای را نام ببرید که هر دو از آن ساخته شده‌اند: آنگاه در همهٔ جدول‌ها آنچه تنها یک نسخه تغییر داده، برداشته یا افزوده است پذیرفته می‌شود و خانه‌های جداگانهٔ یک ردیف تعارض نیستند.",
        example: "hamyar merge north south --out both",
    },
    Command {
        name: "rank",
        call: "hamyar rank RULES.json VALUES.csv [--weights W,W] [--json] [--lang fa|en] [--out FILE]",
        en: "Rank candidates by published rules, with the sums.",
        fa: "نامزدها را با قاعده‌های منتشرشده رتبه می‌دهد، با حساب هر امتیاز.",
        example: "hamyar rank www/data/example/ranking.json www/data/example/ranking-values.csv --lang en",
    },
];

const FOOT: &str =
    "`export`, `merge`, `rank` and `query --format` are in builds with `--features desk`.
`hamyar COMMAND --help` shows an example. Exit status: 0 done, 1 done with rejected rows, 2 refused.
وضع پایان: ۰ انجام شد، ۱ انجام شد و ردیف‌هایی کنار ماند، ۲ پذیرفته نشد.
";

/// What is said of all commands.
pub(crate) fn usage() -> String {
    let mut text = String::from(
        "hamyar: the publisher's command line\nhamyar: ابزار خط فرمان همیار برای ناشر داده\n\n",
    );
    for Command { call, en, fa, .. } in &COMMANDS {
        text.push_str(&format!("  {call}\n    {en}\n    {fa}\n"));
    }
    format!("{text}\n{FOOT}")
}

/// What is said of one command, if its call asks for that.
pub(crate) fn asked(command: &OsStr, arguments: &Parser) -> Option<String> {
    let mut rest = arguments.clone();
    let mut rest = rest.raw_args().ok()?;
    rest.find(|one| one == "--help" || one == "-h")?;
    let Command { call, en, fa, example, .. } = COMMANDS.iter().find(|one| command == one.name)?;
    Some(format!("{call}\n\n{en}\n{fa}\n\n  {example}\n\n{FOOT}"))
}
