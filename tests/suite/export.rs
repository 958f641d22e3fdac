//! Files that leave the product, read back by what is not their writer wherever that can be had.

mod json_stat;
mod office;
mod package;
mod random;
