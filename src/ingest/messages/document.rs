//! What is wrong with what is told of a document.

use super::about;
use crate::diag::Diagnostic;

pub(in crate::ingest) fn not_a_digest(cell: &str) -> Diagnostic {
    let message = about(
        cell,
        "چکیدهٔ \u{2066}SHA-256\u{2069} نیست: شصت‌وچهار رقم شانزده‌شانزدهی ندارد.",
        "is no SHA-256 digest: it has not just 64 hexadecimal digits.",
    );
    Diagnostic::error("cell/digest", message).with_hint(
        "خروجی \u{2066}sha256sum\u{2069} را از روی همان فایل بنویسید، یا خانه را خالی بگذارید.",
        "Write what sha256sum says of that very file, or leave the cell empty.",
    )
}
