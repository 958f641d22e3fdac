//! Bytes to cells.

use hamyar::ingest::{Table, TableFault, Unreadable};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

fn rows(table: &Table) -> Vec<(u32, Vec<&str>)> {
    let columns = table.headers().len();
    let cells = |index| (0..columns).map(|column| table.cell(index, column)).collect();
    table.numbers().iter().enumerate().map(|(index, row)| (*row, cells(index))).collect()
}

fn read(text: &str) -> Table {
    Table::parse(text.as_bytes()).unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn byte_order_mark_line_ends_and_white_space_are_no_part_of_a_cell() {
    for text in ["\u{FEFF}a,b\r\n1, 2 \r\n", "a,b\n1,2", "a,b\r1,2\r", "a ,b\r\n1,\t2"] {
        let table = read(text);
        assert_eq!(table.headers(), ["a", "b"], "{text:?}");
        assert_eq!(rows(&table), [(2, vec!["1", "2"])], "{text:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn presentation_forms_are_read_as_the_letters_they_show() {
    let table = read("a,b\n\u{FEDB}\u{FE98}\u{FE8E}\u{FE8F},\u{FEFB}\nب,\u{FDFC}\n");
    assert_eq!(rows(&table), [(2, vec!["كتاب", "لا"]), (3, vec!["ب", "ریال"])]);
}

#[wasm_bindgen_test(unsupported = test)]
fn quoted_cells_hold_commas_quotes_and_line_breaks() {
    let table = read("a,b\n\"1,\"\"2\"\"\",\"x\ny\"\n3,4\n");
    assert_eq!(rows(&table), [(2, vec!["1,\"2\"", "x\ny"]), (3, vec!["3", "4"])]);
}

#[wasm_bindgen_test(unsupported = test)]
fn blank_rows_count_but_are_no_rows() {
    for text in [
        "a,b\n\n1,2\n,\n \n3,4\n\n",
        "a,b\r\n\r\n1,2\r\n,\r\n \r\n3,4\r\n",
        "a,b\r\r1,2\r,\r \r3,4",
    ] {
        let table = read(text);
        assert_eq!(rows(&table), [(3, vec!["1", "2"]), (6, vec!["3", "4"])], "{text:?}");
        assert_eq!(table.rows(), 2);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_cell_is_kept_as_empty() {
    assert_eq!(rows(&read("a,b\n,1\n2,\n")), [(2, vec!["", "1"]), (3, vec!["2", ""])]);
    assert_eq!(read("a,b\n1,2\n").cell(0, 2), "");
    assert_eq!(read("a,b\n1,2\n").cell(1, 0), "");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_row_of_another_length_is_left_out() {
    let table = read("a,b\n1\n2,3,4\n5,6\n");
    let faults = [(2, TableFault::Ragged { cells: 1 }), (3, TableFault::Ragged { cells: 3 })];
    assert_eq!(table.faults(), faults);
    assert_eq!(rows(&table), [(4, vec!["5", "6"])]);
}

#[wasm_bindgen_test(unsupported = test)]
fn far_too_many_cells_cost_only_their_row() {
    let table = read(&format!("a,b\n1{}\n5,6\n", ",x".repeat(1000)));
    assert_eq!(table.faults(), [(2, TableFault::Ragged { cells: 1001 })]);
    assert_eq!(rows(&table), [(3, vec!["5", "6"])]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_quotation_mark_left_open_is_reported_where_it_opens() {
    let table = read("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
    assert_eq!(rows(&table), [(2, vec!["1", "2"])]);
    assert_eq!(table.faults(), [(3, TableFault::OpenQuote)]);
    assert_eq!(read("a,b\n1,\"2\"").faults(), []);
    assert_eq!(read("a,b\n1,\"").faults(), [(2, TableFault::OpenQuote)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn bytes_that_are_no_utf8_cost_their_row() {
    let table = Table::parse(b"a,b\n1,\xFF\n3,4\n\xD8,\xA7\n").unwrap();
    assert_eq!(table.faults(), [(2, TableFault::NotUtf8), (4, TableFault::NotUtf8)]);
    assert_eq!(rows(&table), [(3, vec!["3", "4"])]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_has_no_heading_is_no_table() {
    assert_eq!(Table::parse(b"").unwrap_err(), Unreadable::Empty);
    assert_eq!(Table::parse(b"\xEF\xBB\xBF\r\n\n , \n").unwrap_err(), Unreadable::Empty);
    let broken = Unreadable::Heading { fault: TableFault::NotUtf8, rows: 2 };
    assert_eq!(Table::parse(b"a,\xFF\n1,2\n\n3\n").unwrap_err(), broken);
    assert_eq!(Table::parse(b"\xFF\xFEa\0,\0").unwrap_err(), Unreadable::Utf16);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_same_faults_are_said_with_file_and_row() {
    let ragged = Fixture::small().edit("codes.csv", "actual,عملکرد,Actual,,", "actual,عملکرد");
    ragged.finds("table/ragged-row", ("codes.csv", 3, ""));
    assert_eq!(ragged.counts(), (35, 1));
    let open = Fixture::small().edit("codes.csv", "actual,عملکرد", "actual,\"عملکرد");
    open.finds("table/open-quote", ("codes.csv", 3, ""));
    let mut bytes = Fixture::small();
    bytes.files.get_mut("codes.csv").unwrap().extend(b"scenario,\xFF,x,,,\n");
    bytes.finds("file/not-utf8", ("codes.csv", 4, ""));
    bytes.files.insert("codes.csv".to_owned(), b"\xFF\xFEl\0".to_vec());
    bytes.finds("file/not-utf8", ("codes.csv", 0, ""));
    bytes.files.insert("codes.csv".to_owned(), b"list,code,\xFF\nscenario,a,b\n".to_vec());
    bytes.finds("file/not-utf8", ("codes.csv", 1, ""));
    assert_eq!(bytes.counts(), (34, 1));
}
