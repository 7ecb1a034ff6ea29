//! Whole sites: the sample stories built by the program, and looked into from outside.

#[path = "site/equal.rs"]
mod equal;
#[path = "site/folder.rs"]
mod folder;
#[path = "site/killed.rs"]
mod killed;
#[path = "site/links.rs"]
mod links;
#[path = "site/pictures.rs"]
mod pictures;
#[path = "site/theme.rs"]
mod theme;
