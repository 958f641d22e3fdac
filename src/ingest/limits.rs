//! How much is read, in one table. Beyond these an input is refused before it can harm the page.

/// Bytes of one file.
pub const FILE_BYTES: usize = 32 << 20;
/// Bytes of all files of a package.
pub const PACKAGE_BYTES: usize = 64 << 20;
/// Resources of a package.
pub const RESOURCES: usize = 64;
/// Rows of one table, the heading row included.
pub const ROWS: u32 = 200_000;
/// Columns of one table.
pub const COLUMNS: usize = 200;
/// Bytes of one cell.
pub const CELL_BYTES: usize = 10_000;
/// Findings that are kept in full; the rest is counted.
pub const FINDINGS: usize = 5_000;
/// A value in its base unit lies below 10 to this power, above its negative: 10¹⁸ rial is more than
/// the money of the country, and any such value fits 64 bits.
pub const VALUE_POWER: u32 = 18;

/// The same limits by name, for the help page.
pub const LIMITS: [(&str, u64); 8] = [
    ("file_bytes", FILE_BYTES as u64),
    ("package_bytes", PACKAGE_BYTES as u64),
    ("resources", RESOURCES as u64),
    ("rows", ROWS as u64),
    ("columns", COLUMNS as u64),
    ("cell_bytes", CELL_BYTES as u64),
    ("findings", FINDINGS as u64),
    ("value_power", VALUE_POWER as u64),
];
