//! What wrangler refuses before it sends anything, and words that it drops.

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Fix, Severity, Span, limits};

use super::arguments::{Arguments, Given, ValueKind};
use super::flag::Flag;
use crate::help::safety;
use crate::message;

/// Reports what is wrong with the words, whatever they say about the service; options that are certainly meant are then taken for
/// given.
pub(super) fn report(arguments: &mut Arguments<'_>, prefix: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut report = Report { prefix, diagnostics };
    report.repeated(arguments);
    report.unknown(arguments);
    report.words(arguments);
    report.without_value(arguments);
}

/// Adds findings of a command.
pub(super) struct Report<'r> {
    /// JSON Pointer of the request within the file.
    pub(super) prefix: &'r str,
    pub(super) diagnostics: &'r mut Vec<Diagnostic>,
}

impl Report<'_> {
    /// An error about a member of the request.
    pub(super) fn error(&mut self, rule: &'static str, span: Span, pointer: &str, message: String) -> &mut Diagnostic {
        self.push(rule, Severity::Error, span, pointer, message)
    }

    /// An option without effect.
    pub(super) fn dropped(&mut self, given: &Given<'_>, message: String) -> &mut Diagnostic {
        self.push("dropped-option", Severity::Warning, given.option, given.flag.pointer(), message)
    }

    fn push(
        &mut self,
        rule: &'static str,
        severity: Severity,
        span: Span,
        pointer: &str,
        message: String,
    ) -> &mut Diagnostic {
        let pointer = format!("{}{pointer}", self.prefix);
        self.diagnostics.push_mut(Diagnostic::new(rule, severity, span, message).with_pointer(pointer))
    }

    /// Options that do not go together: told at the last of them.
    pub(super) fn conflict(&mut self, mut given: Vec<Given<'_>>) -> Option<&mut Diagnostic> {
        given.sort_by_key(|given| given.option);
        let (last, others) = given.split_last()?;
        let names: Vec<String> = given.iter().map(|given| format!("`{}`", given.flag.option())).collect();
        let message = format!("{} do not go together: keep one", message::list(&names, "and"));
        let found = self.error("conflicting-options", last.option, last.flag.pointer(), message);
        found.labels = others
            .iter()
            .map(|other| message::label(other.option, format!("`{}` is here", other.flag.option())))
            .collect();
        Some(found)
    }

    /// An option that has to be there.
    pub(super) fn missing(&mut self, arguments: &Arguments<'_>, flag: Flag, why: &str) -> &mut Diagnostic {
        let pointer = flag.pointer().rsplit_once('/').map_or("", |(parent, _)| parent);
        self.error("missing-option", arguments.start, pointer, format!("`{}` is missing: {why}", flag.option()))
    }

    fn unknown(&mut self, arguments: &mut Arguments<'_>) {
        for stranger in std::mem::take(&mut arguments.unknown) {
            if self.diagnostics.len() > limits::DIAGNOSTICS {
                return;
            }
            let name = shorten(stranger.name);
            let near = Flag::near(stranger.name, |flag| arguments.get(flag).is_some());
            let Some((flag, likeness)) = near else {
                self.error("unknown-option", stranger.span, "", format!("there is no option `{name}`"));
                continue;
            };
            let message = format!("there is no option `{name}`: did you mean `{}`?", flag.option());
            let found = self.error("unknown-option", stranger.span, "", message);
            if stranger.is_plain {
                let edits = vec![Edit { span: stranger.span, text: flag.option().to_owned() }];
                found.fix = Some(Fix { safety: safety(likeness), edits });
            }
            let is_positional = flag == Flag::Name && !arguments.is_update;
            if !is_positional {
                arguments.given.push(Given { flag, option: stranger.span, value: stranger.value });
            }
        }
    }

    /// The words of their own: the name of a new service, or the id of one.
    fn words(&mut self, arguments: &mut Arguments<'_>) {
        let flag = if arguments.is_update { Flag::ServiceId } else { Flag::Name };
        let (command, noun) = if arguments.is_update { ("update", "id") } else { ("create", "name") };
        let mut words = std::mem::take(&mut arguments.words).into_iter();
        let first = words.next();
        if let Some(more) = words.next() {
            let text = more.value.text().map_or_else(|| "this".to_owned(), |text| format!("`{}`", shorten(text)));
            let found = self.error(
                "unknown-option",
                more.option,
                "",
                format!("{text} is one word too many: `{command}` takes one {noun}"),
            );
            if !arguments.is_update {
                found.help = Some("put quotes around a name with spaces".to_owned());
            }
        }
        let named: Vec<Given<'_>> = arguments.given.iter().filter(|given| given.flag == flag).copied().collect();
        match (first, named.first()) {
            (Some(first), None) => arguments.given.push(first),
            (Some(first), Some(named)) => {
                let message = format!("`{}` has no effect: the {noun} is a word of its own", flag.option());
                self.dropped(named, message).labels.push(message::label(first.option, format!("the {noun} is here")));
                arguments.given.retain(|given| given.flag != flag);
                arguments.given.push(first);
            }
            (None, _) if arguments.is_open => {}
            (None, Some(named)) => {
                let message =
                    format!("`{command}` takes the {noun} as a word of its own, and not as `{}`", flag.option());
                self.error("missing-option", named.option, "", message).help = Some(usage(arguments));
            }
            (None, None) => {
                let message = format!("the {noun} is missing: `{command}` takes it as a word of its own");
                self.error("missing-option", arguments.start, "", message).help = Some(usage(arguments));
            }
        }
    }

    fn repeated(&mut self, arguments: &mut Arguments<'_>) {
        let mut kept: Vec<(Given<'_>, bool)> = Vec::new();
        for given in std::mem::take(&mut arguments.given) {
            let Some((first, is_told)) = kept.iter_mut().find(|(first, _)| first.flag == given.flag) else {
                kept.push((given, false));
                continue;
            };
            // It is told once, however often the option is there.
            if !std::mem::replace(is_told, true) {
                let message = format!("`{}` is given twice, and takes one value", given.flag.option());
                let found = self.error("conflicting-options", given.option, given.flag.pointer(), message);
                found.labels.push(message::label(first.option, "the first one is here"));
            }
        }
        arguments.given = kept.into_iter().map(|(given, _)| given).collect();
    }

    fn without_value(&mut self, arguments: &Arguments<'_>) {
        for &(span, name) in arguments.without_value.iter().take(1) {
            self.error("missing-option", span, "", format!("`{name}` has no value"));
        }
        for given in arguments.given.iter().filter(|given| given.value.kind == ValueKind::Absent) {
            let option = given.flag.option();
            if given.flag.is_number() && given.flag != Flag::TcpPort {
                self.dropped(given, format!("`{option}` has no value, so that no port is sent"));
            } else {
                self.error("missing-option", given.option, given.flag.pointer(), format!("`{option}` has no value"));
            }
        }
    }
}

fn usage(arguments: &Arguments<'_>) -> String {
    let command = if arguments.is_update { "update SERVICE_ID" } else { "create NAME" };
    format!("write `wrangler vpc service {command}` and the options after it")
}
