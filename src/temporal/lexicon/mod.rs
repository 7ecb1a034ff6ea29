//! What the words of each language mean.

mod en_prose;
pub mod prose;
