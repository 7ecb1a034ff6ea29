//! Broken input: articles changed at random build, or are refused with a clear word.

#[path = "fuzz/mutation.rs"]
mod mutation;
