//! Findings that the configuration hides.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Severity};
use vpcheck_validate::Rule;

use crate::pointer_tree::PointerTree;
use crate::read::{Placed, Reader};
use crate::rule_ids::{CONFIGURATION, EXPIRED, UNUSED, WITHOUT_REASON};
use crate::suppression::cannot_be_hidden;
use crate::tables::Ignore;
use crate::value::RuleId;

/// Findings that the configuration hides.
#[derive(Debug, Default)]
pub(crate) struct Ignores {
    entries: Vec<Entry>,
    by_path: HashMap<String, PointerTree<RulesThere>>,
}

/// The rules that are hidden at a place: the entry, and where in it the rule is.
type RulesThere = HashMap<&'static str, (usize, usize)>;

#[derive(Debug)]
struct Entry {
    ignore: Placed<Ignore>,
    /// Whether the file was checked.
    is_seen: AtomicBool,
    /// Whether the rule hid something, for each of them.
    is_used: Vec<AtomicBool>,
}

impl Ignores {
    /// What the tables say. What they cannot say is told to the reader.
    pub(crate) fn new(tables: Vec<Placed<Ignore>>, reader: &mut Reader) -> Ignores {
        let mut ignores = Ignores::default();
        for ignore in tables {
            let index = ignores.entries.len();
            let tree = ignores.by_path.entry(ignore.value.path.0.clone()).or_default();
            for (number, rule) in ignore.value.rules.iter().enumerate() {
                if let Some(why) = cannot_be_hidden(rule.value.0.id) {
                    let message = format!("`{}` cannot be ignored: {why}", rule.value.0.id);
                    let diagnostic = Diagnostic::new(CONFIGURATION, Severity::Error, rule.span, message);
                    reader.diagnostics.push(diagnostic.with_pointer(rule.pointer.clone()));
                }
                let Some(there) = tree.entry(&ignore.value.pointer.0) else { continue };
                let until = |entry: &Entry| entry.ignore.value.until.as_ref().map(|until| until.value);
                let earlier = there.get(rule.value.0.id).and_then(|&(earlier, _)| ignores.entries.get(earlier));
                // Of two for the same place, the one that lasts longer counts.
                let lasts = |date: Option<_>| (date.is_none(), date);
                let new = ignore.value.until.as_ref().map(|until| until.value);
                if earlier.is_none_or(|earlier| lasts(until(earlier)) < lasts(new)) {
                    there.insert(rule.value.0.id, (index, number));
                }
            }
            let is_used = ignore.value.rules.iter().map(|_| AtomicBool::new(false)).collect();
            ignores.entries.push(Entry { ignore, is_seen: AtomicBool::new(false), is_used });
        }
        ignores
    }

    /// Hides what is to be hidden in a file.
    pub(crate) fn hide(&self, path: &str, diagnostics: &mut Vec<Diagnostic>, today: &str) {
        let Some(tree) = self.by_path.get(path) else { return };
        for entry in self.entries.iter().filter(|entry| entry.ignore.value.path.0 == path) {
            entry.is_seen.store(true, Ordering::Relaxed);
        }
        diagnostics.retain(|diagnostic| {
            let hides = |there: &RulesThere| {
                let Some(&(index, number)) = there.get(diagnostic.rule) else { return false };
                let Some(entry) = self.entries.get(index).filter(|entry| !entry.is_over(today)) else { return false };
                if let Some(used) = entry.is_used.get(number) {
                    used.store(true, Ordering::Relaxed);
                }
                true
            };
            cannot_be_hidden(diagnostic.rule).is_some() || !tree.on_the_way(&diagnostic.pointer).any(hides)
        });
    }

    /// What is to be said about the entries themselves. A file that was not looked at may have what an entry is for.
    pub(crate) fn findings(&self, today: &str, is_active: impl Fn(&str, &'static Rule) -> bool) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for entry in &self.entries {
            let ignore = &entry.ignore.value;
            let path = shorten(&ignore.path.0);
            let warning = |rule, span, pointer: &str, message: String| {
                Diagnostic::new(rule, Severity::Warning, span, message).with_pointer(pointer)
            };
            if ignore.reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
                let message = format!("the entry for {path} does not say why: give it a `reason`");
                found.push(warning(WITHOUT_REASON, entry.ignore.span, &entry.ignore.pointer, message));
            }
            if let Some(until) = ignore.until.as_ref().filter(|until| until.value.is_before(today)) {
                let message =
                    format!("the entry for {path} was to hide findings until {}, and hides none now", until.value);
                found.push(warning(EXPIRED, until.span, &until.pointer, message));
            } else if entry.is_seen.load(Ordering::Relaxed) {
                let unused = ignore.rules.iter().zip(&entry.is_used).filter(|(_, used)| !used.load(Ordering::Relaxed));
                for (Placed { value: RuleId(rule), span, pointer }, _) in unused {
                    if is_active(&ignore.path.0, rule) {
                        let message = format!("there is no finding of `{}` to hide in {path}", rule.id);
                        found.push(warning(UNUSED, *span, pointer, message));
                    }
                }
            }
        }
        found
    }
}

impl Entry {
    fn is_over(&self, today: &str) -> bool {
        self.ignore.value.until.as_ref().is_some_and(|until| until.value.is_before(today))
    }
}
