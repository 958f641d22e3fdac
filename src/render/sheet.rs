//! The style sheet of figures that stand in pages of other people, without a script and without the rest of our look.

use super::figure::DRAWINGS;
use super::palette::tones;

/// What every rule is about, so that nothing else of the page changes.
const FIGURE: &str = ".figure[data-view]";

/// Rules below the figure: what is found in it, and how it looks. As `www/hamyar.css` has it for a chart that came alive.
const RULES: [(&str, &str); 22] = [
    (
        "",
        "box-sizing:border-box;margin:0;padding:18px 26px;background:var(--hy-paper);color:var(--hy-ink);border:1px solid var(--hy-rule);border-top:3px solid var(--hy-ink);border-radius:0 0 6px 6px;font:16px/28px Vazirmatn,Tahoma,sans-serif;text-align:start;overflow-wrap:break-word",
    ),
    ("*", "box-sizing:border-box"),
    (":is(h2,p,ul,figcaption)", "margin:0;padding:0"),
    ("h2", "font-size:18px;line-height:30px;font-weight:700;color:inherit"),
    ("ul", "list-style:none"),
    (
        ".badge-example",
        "display:inline-block;padding:0 10px;border:1px dashed currentColor;border-radius:2px;font-size:13px;line-height:24px;font-weight:700",
    ),
    ("[data-part=subtitle]", "font-size:14px;line-height:24px;color:var(--hy-ink-2)"),
    (
        "[data-part=legend]",
        "display:flex;flex-wrap:wrap;gap:4px 20px;margin-bottom:8px;font-size:14px;line-height:24px;color:var(--hy-ink-2)",
    ),
    ("[data-part=legend] li", "display:inline-flex;align-items:center;gap:8px"),
    ("[data-part=plot]", "margin-top:8px"),
    (
        ":is([data-part=source],.figure-notes)",
        "margin-top:8px;font-size:13px;line-height:23px;color:var(--hy-ink-3)",
    ),
    ("[data-part=source]", "display:flex;flex-wrap:wrap;gap:2px 18px"),
    ("details", "margin-top:8px;font-size:14px;line-height:26px"),
    ("summary", "min-height:44px;line-height:44px;cursor:pointer"),
    (".table-scroll", "overflow:auto;max-height:620px"),
    ("table", "width:100%;border-collapse:collapse;font-size:14px;line-height:24px"),
    (
        ":is(th,td)",
        "padding:8px 10px;border-bottom:1px solid var(--hy-rule);text-align:start;vertical-align:top",
    ),
    ("thead th", "border-bottom:2px solid var(--hy-ink)"),
    ("tfoot td", "border:0;color:var(--hy-ink-3)"),
    (".number", "text-align:end;font-variant-numeric:tabular-nums"),
    (
        ".visually-hidden",
        "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap",
    ),
    ("[data-part=description] p", "color:var(--hy-ink-2)"),
];

/// The style sheet. Colours follow the device, or `data-theme` (`light`, `dark`) of the figure; with forced colours they are
/// the reader's. It names no font file and asks for nothing.
pub fn figure_sheet() -> String {
    let mut sheet = String::new();
    let mut rule = |select: &str, body: &str| sheet.push_str(&format!("{select}{{{body}}}\n"));
    let [light, dark] = [colours(|(_, light, _)| light), colours(|(_, _, dark)| dark)];
    rule(FIGURE, &light);
    let unset = format!("{FIGURE}:not([data-theme=light])");
    rule("@media screen and (prefers-color-scheme:dark)", &format!("{unset}{{{dark}}}"));
    rule("@media screen", &format!("{FIGURE}[data-theme=dark]{{{dark}}}"));
    // As weighty as what a theme says, and after it.
    let forced = format!("{FIGURE}[data-view]{{{}}}", colours(|(name, ..)| forced(name)));
    rule("@media (forced-colors:active)", &forced);
    for (below, body) in RULES {
        let gap = if below.is_empty() { "" } else { " " };
        rule(&format!("{FIGURE}{gap}{below}"), body);
    }
    rule("@media (max-width:500px)", &format!("{FIGURE}{{padding-inline:16px}}"));
    for (name, ..) in tones() {
        for (prefix, property) in [("f", "fill"), ("s", "stroke")] {
            rule(&format!("{FIGURE} .{prefix}-{name}"), &format!("{property}:var(--hy-{name})"));
        }
    }
    sheet + DRAWINGS
}

type Tone = (&'static str, &'static str, &'static str);

fn colours(value: impl Fn(Tone) -> &'static str) -> String {
    tones().map(|tone| format!("--hy-{}:{};", tone.0, value(tone))).collect()
}

/// What lies behind text is the reader's ground, all else the reader's ink.
fn forced(name: &str) -> &'static str {
    let is_text = name.contains("text");
    let is_ground = ["paper", "sunken", "grid", "selection", "focus-inner", "seq-", "div-"]
        .iter()
        .any(|ground| name.starts_with(ground));
    if is_ground && !is_text { "Canvas" } else { "CanvasText" }
}
