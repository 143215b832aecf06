//! What a person sees while a command works.

use std::io::{IsTerminal, stdout};

/// Announces a step.
pub(crate) fn step(title: &str) {
    if stdout().is_terminal() {
        println!("\x1b[1m==> {title}\x1b[0m");
    } else {
        println!("==> {title}");
    }
}

/// A line below a step.
pub(crate) fn note(text: &str) {
    println!("    {text}");
}
