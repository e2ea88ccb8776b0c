//! Merge keys: `<<` brings the members of other mappings.

use std::{borrow::Cow, collections::HashSet};

use super::{
    compose::{Composer, Origin, Pair},
    events::{Content, Item, Tag, is_merge_key},
};
use crate::{Diagnostic, Severity, Span};

/// What a merge key brings, not looked at so far.
#[derive(Clone, Copy)]
struct Source {
    index: u32,
    origin: Origin,
    within: Within,
}

/// Where a source stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Within {
    Key,
    List,
}

/// The members of a mapping with merge keys, as far as they are known.
#[derive(Default)]
struct Merge<'d> {
    pairs: Vec<Pair>,
    names: HashSet<Cow<'d, str>>,
    /// The sources that are left, the next one last.
    sources: Vec<Source>,
}

impl<'d> Composer<'d, '_, '_> {
    /// The members of the mapping that was just begun: its own, and those of others that were not there before.
    pub(super) fn merged(&mut self, index: u32, origin: Origin) -> Vec<Pair> {
        let mut merge = Merge::default();
        let mut keys = Vec::new();
        for (key, value) in children(self.items, index) {
            if self.item(key).is_some_and(|key| is_merge_key(&key.content, key.tag)) {
                merge.sources.push(Source { index: value, origin, within: Within::Key });
                keys.push(key);
            } else {
                merge.names.extend(self.key(key));
                merge.pairs.push(Pair { key, value, origin });
            }
        }
        if let [_, second, ..] = keys.as_slice()
            && let Some(second) = self.item(*second)
        {
            self.wrong(origin, second.span, "`<<` is given twice: put what it merges into one list");
        }
        merge.sources.reverse();
        while let Some(source) = merge.sources.pop() {
            if !self.merge(source, &mut merge) {
                self.leave_out(None);
                break;
            }
        }
        merge.pairs
    }

    /// Takes the members of a source; false where aliases repeat too much.
    fn merge(&mut self, source: Source, merge: &mut Merge<'d>) -> bool {
        let Some(written) = self.item(source.index) else { return true };
        let (mut item, mut index, mut origin) = (written, source.index, source.origin);
        if let Content::Alias(target) = written.content
            && let Some(there) = self.item(target)
        {
            (item, index, origin) = (there, target, Origin::Alias);
        }
        if origin == Origin::Alias && !self.repeat(written.span) {
            return false;
        }
        match item.content {
            Content::Mapping { .. } if matches!(item.tag, Tag::None | Tag::Plain | Tag::Mapping) => {
                return self.merge_members(written.span, index, origin, merge);
            }
            Content::Sequence if source.within == Within::Key && item.tag != Tag::Other => {
                let elements: Vec<_> = elements(self.items, index).collect();
                let sources = elements.into_iter().rev();
                merge.sources.extend(sources.map(|index| Source { index, origin, within: Within::List }));
            }
            Content::Lost => self.leave_out(None),
            _ if item.tag == Tag::Other => self.leave_out(None),
            _ => self.wrong(
                source.origin,
                written.span,
                "`<<` merges a mapping or a list of mappings, and this is neither",
            ),
        }
        if !item.complete {
            self.leave_out(None);
        }
        true
    }

    fn merge_members(&mut self, span: Span, index: u32, origin: Origin, merge: &mut Merge<'d>) -> bool {
        let mut nested = Vec::new();
        for (key, value) in children(self.items, index) {
            if origin == Origin::Alias && !self.repeat(span) {
                return false;
            }
            if self.item(key).is_some_and(|key| is_merge_key(&key.content, key.tag)) {
                nested.push(Source { index: value, origin, within: Within::Key });
            } else if let Some(name) = self.key(key) {
                if merge.names.insert(name) {
                    merge.pairs.push(Pair { key, value, origin });
                }
            } else {
                self.leave_out(None);
            }
        }
        merge.sources.extend(nested.into_iter().rev());
        if self.item(index).is_some_and(|item| !item.complete) {
            self.leave_out(None);
        }
        true
    }

    /// Tells of a merge that is none.
    fn wrong(&mut self, origin: Origin, span: Span, message: &str) {
        let diagnostic = || Diagnostic::new("yaml-syntax", Severity::Error, span, message);
        self.leave_out((origin == Origin::Here).then(diagnostic));
    }
}

/// The keys and values of a mapping.
fn children<'d>(items: &'d [Item<'_>], index: u32) -> impl Iterator<Item = (u32, u32)> + 'd {
    let mut elements = elements(items, index);
    // A key without a value is the last thing before an error.
    std::iter::from_fn(move || Some((elements.next()?, elements.next()?)))
}

/// What is directly in a collection.
fn elements<'d>(items: &'d [Item<'_>], index: u32) -> impl Iterator<Item = u32> + 'd {
    let end = items.get(index as usize).map_or(0, |item| item.end);
    let mut next = index.saturating_add(1);
    std::iter::from_fn(move || {
        let element = (next < end).then_some(next)?;
        next = items.get(element as usize)?.end;
        Some(element)
    })
}
