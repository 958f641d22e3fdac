//! Reading data packages: what is kept, and what is said about the rest.

mod cells;
mod fixture;
mod good;
mod limits;
mod mutation;
mod open_data;
mod package;
mod rows;
mod table;
