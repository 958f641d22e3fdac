//! What is wrong with a file of boundaries.

use super::{error, persian};
use crate::diag::{Bilingual, Diagnostic};

pub(in crate::ingest) fn not_json(line: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("پروندهٔ مرزها از سطر {} به بعد JSON درستی نیست.", persian(line)),
        format!("The file of boundaries is no sound JSON from line {line} on."),
    );
    Diagnostic::error("outline/not-json", message).with_hint(
        "پرونده‌ای با قالب GeoJSON یا TopoJSON برگزینید.",
        "Choose a file in the form of GeoJSON or TopoJSON.",
    )
}

pub(in crate::ingest) fn too_large(limit: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("پروندهٔ مرزها بیش از {} بایت است و خوانده نشد.", persian(limit)),
        format!("The file of boundaries has more than {limit} bytes and was not read."),
    );
    Diagnostic::error("file/too-large", message).with_hint(
        "خط‌ها را ساده کنید؛ برای نمودار چند هزار نقطه بس است.",
        "Simplify its lines; some thousands of points are enough for a chart.",
    )
}

pub(in crate::ingest) fn no_shapes() -> Diagnostic {
    error("outline/no-shapes", "در این پرونده هیچ چندضلعی نیست.", "This file has no polygon.")
        .with_hint(
            "پرونده‌ای با قالب GeoJSON یا TopoJSON برگزینید که مرز ناحیه‌ها در آن باشد.",
            "Choose a file of GeoJSON or TopoJSON with the boundaries of areas.",
        )
}

pub(in crate::ingest) fn not_degrees() -> Diagnostic {
    error(
        "outline/not-degrees",
        "مختصات این پرونده طول و عرض جغرافیایی نیست.",
        "The coordinates of this file are no longitudes and latitudes.",
    )
    .with_hint(
        "پرونده را با دستگاه مختصات WGS 84 (EPSG:4326) دوباره ذخیره کنید.",
        "Save the file again with the coordinates of WGS 84 (EPSG:4326).",
    )
}

pub(in crate::ingest) fn too_many(limit: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("مرزهای این پرونده بیش از {} نقطه دارد و خوانده نشد.", persian(limit)),
        format!("The boundaries of this file have more than {limit} points and were not read."),
    );
    Diagnostic::error("outline/too-many", message).with_hint(
        "خط‌ها را ساده کنید؛ برای نمودار چند هزار نقطه بس است.",
        "Simplify its lines; some thousands of points are enough for a chart.",
    )
}

pub(in crate::ingest) fn no_line() -> Diagnostic {
    error(
        "outline/broken",
        "در این پرونده مرزی از خطی ساخته شده که در آن نیست.",
        "A boundary of this file is made of a line that it does not have.",
    )
    .with_hint("پرونده را دوباره بسازید.", "Make the file again.")
}
