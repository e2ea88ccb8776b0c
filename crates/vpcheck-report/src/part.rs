//! What is written about one document, before the others are known.

/// What one format says about one document, for [`Renderer::assemble`](crate::Renderer::assemble).
///
/// It owns what it needs, so that the document can be forgotten.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Part {
    text: String,
    /// The rules of the findings, and where in the text their numbers go: those are known when all documents are.
    rules: Vec<(usize, &'static str)>,
}

impl Part {
    /// A part that is complete.
    pub(crate) fn text(text: String) -> Part {
        Part { text, rules: Vec::new() }
    }

    /// Goes on with text, and then with the number of a rule.
    pub(crate) fn push(&mut self, text: &str, rule: &'static str) {
        self.text.push_str(text);
        self.rules.push((self.text.len(), rule));
    }

    /// Goes on with text.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text, as far as it does not depend on other documents. Formats for people are complete.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The rules of the findings, one for each.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.rules.iter().map(|(_, rule)| *rule)
    }

    /// The pieces of the text, each but the last with the rule whose number is after it.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (&str, Option<&'static str>)> {
        let starts = std::iter::once(0).chain(self.rules.iter().map(|(end, _)| *end));
        let ends = self.rules.iter().map(|(end, rule)| (*end, Some(*rule))).chain([(self.text.len(), None)]);
        starts.zip(ends).map(|(start, (end, rule))| (self.text.get(start..end).unwrap_or_default(), rule))
    }
}
