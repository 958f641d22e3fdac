//! What is told of a document beside its title: who wrote it, its licence, the digest of its file.

use hamyar::diag::Bilingual;
use hamyar::model::{Imprint, Source, SourceId, SourceKind};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// The digest of no bytes at all.
const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The small package with one more document, on which no row leans.
fn documents(kind: &str, sha256: &str) -> Fixture {
    let table = format!(
        "id,kind,title_fa,author_fa,author_en,licence_fa,licence_en,sha256\n\
         S4,press,خبر,,,,,\nCENSUS,census,سرشماری,,,,,\n\
         S9,{kind},متن,استاندار,the governor,مجوز عمومی,CC BY 4.0,{sha256}\n"
    );
    Fixture::small().instead("sources.csv", table)
}

fn source(fixture: &Fixture, id: &str) -> Source {
    let read = fixture.read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset.sources[&SourceId::new(id)].clone()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_document_keeps_its_author_its_licence_and_the_digest_of_its_file() {
    let told = source(&documents("press", &DIGEST.to_uppercase()), "S9");
    let imprint = Imprint {
        author: Bilingual::new("استاندار", "the governor"),
        licence: Bilingual::new("مجوز عمومی", "CC BY 4.0"),
        sha256: DIGEST.to_owned(),
    };
    assert_eq!(told.imprint, imprint, "in small letters, whichever the cell has");
    assert_eq!(source(&documents("press", ""), "CENSUS").imprint, Imprint::default());
    assert_eq!(source(&Fixture::small(), "S4").imprint, Imprint::default(), "an older package");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_digest_has_just_its_digits() {
    let longer = format!("{DIGEST}0");
    for cell in ["e3b0c4", &longer, &DIGEST.replacen('e', "g", 1), &"۴".repeat(32)] {
        documents("press", cell).finds("cell/digest", ("sources.csv", 4, "sha256"));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_register_and_a_decree_are_kinds_of_documents() {
    for (code, kind) in [("register", SourceKind::Register), ("decree", SourceKind::Decree)] {
        assert_eq!(source(&documents(code, ""), "S9").kind, kind);
    }
}
