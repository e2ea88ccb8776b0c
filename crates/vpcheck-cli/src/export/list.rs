//! What can be exported, and what is lost on the way.

use std::fmt::Write as _;

use vpcheck_codegen::export::{Form, Loss, TARGETS};
use vpcheck_report::escape;

use super::contract::Contract;

/// The targets, with their forms and what each keeps.
pub(super) fn targets() -> String {
    let mut text = String::new();
    for (index, target) in TARGETS.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "{}: {}", target.name, target.about);
        let _ = writeln!(text, "  keeps {}", target.keeps);
        let forms: Vec<_> = target.forms.iter().filter(|form| !form.name.is_empty()).collect();
        let width = forms.iter().map(|form| form.name.len()).max().unwrap_or(0);
        for form in forms {
            let _ = writeln!(text, "  {:width$}  {}", form.name, form.about);
        }
    }
    text
}

/// What is lost of a contract, one keyword a line, with tabs between contract, keyword, place and reason. What only some of the
/// forms lose has the form behind the contract. What no schema says has the id of its rule and no place.
pub(super) fn losses(contract: &Contract, forms: impl Iterator<Item = (&'static Form, Vec<Loss>)>) -> String {
    let stem = escape(&contract.stem);
    let mut text = String::new();
    for (rule, reason) in contract.beyond() {
        let _ = writeln!(text, "{stem}\t{rule}\t\t{reason}");
    }
    let forms: Vec<(&Form, Vec<Loss>)> = forms.collect();
    let is_lost_by_all = |loss: &Loss| forms.iter().all(|(_, losses)| losses.contains(loss));
    let mut line = |form: &str, Loss { keyword, pointer, reason }: &Loss| {
        let _ = writeln!(text, "{stem}{form}\t{}\t{}\t{reason}", escape(keyword), escape(pointer));
    };
    for loss in forms.iter().take(1).flat_map(|(_, losses)| losses).filter(|loss| is_lost_by_all(loss)) {
        line("", loss);
    }
    for (form, losses) in &forms {
        for loss in losses.iter().filter(|loss| !is_lost_by_all(loss)) {
            line(&format!(".{}", form.name), loss);
        }
    }
    text
}
