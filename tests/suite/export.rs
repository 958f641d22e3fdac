//! Files that leave the product, read back by what is not their writer wherever that can be had.

mod package;
mod random;
