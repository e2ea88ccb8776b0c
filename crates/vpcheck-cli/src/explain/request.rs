//! What would be sent for the services of a file.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use vpcheck_report::escape;
use vpcheck_syntax::{LineIndex, Node, Position, Severity, Source, Span, Syntax};
use vpcheck_validate::{Checker, Diagnostic, Effective, Overlay};

use crate::exit::{Exit, Failure, say};
use crate::files::{Place, syntax_of, unknown_syntax};

/// The request of each service in a file, with what the API makes of it.
pub(super) fn explain(file: &Path) -> Result<(String, Exit), Failure> {
    let place = Place::new(file);
    let syntax = match place {
        Place::Stdin => Syntax::Json,
        _ => syntax_of(file).ok_or_else(|| unknown_syntax(file))?,
    };
    let bytes = place.read()?;
    let source = Source::new(place.name(), bytes, syntax);
    let requests = Arc::new(Requests::default());
    let lint = Checker::new().over(Arc::clone(&requests) as Arc<_>).lint(&source, None);
    let requests = std::mem::take(&mut *requests.found.lock().unwrap_or_else(PoisonError::into_inner));

    let errors = lint.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let name = escape(source.name());
    if requests.is_empty() {
        let failure = Failure::new(format!("{} has no service that could be sent", source.name()));
        return Err(failure.with_help("`vpcheck check --show-files` says what is recognised in a file"));
    }
    if errors > 0 {
        let what = if errors == 1 { "an error".to_owned() } else { format!("{errors} errors") };
        say(format_args!("{name} has {what}, so that this would be refused: `vpcheck check` says why"));
    }
    let index = LineIndex::new(source.bytes());
    let texts = requests.iter().map(|request| {
        let Position { line, column } = index.position(source.bytes(), request.span.start);
        format!("{name}:{line}:{column}\n{}", describe(&request.effective))
    });
    let exit = if errors > 0 { Exit::Found } else { Exit::Clean };
    Ok((texts.collect::<Vec<_>>().join("\n"), exit))
}

fn describe(effective: &Effective) -> String {
    let mut text = visible(&effective.request);
    text.push('\n');
    if !effective.defaults.is_empty() {
        text.push_str("  what the API takes for members that are left out:\n");
        for default in &effective.defaults {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "    {}: {}", default.member, default.meaning);
        }
    }
    if !effective.ignored.is_empty() {
        text.push_str("  what the API ignores:\n");
        for ignored in &effective.ignored {
            let _ = writeln!(text, "    {}: {}", escape(&ignored.pointer), ignored.reason);
        }
    }
    text
}

/// The same JSON with everything escaped that cannot be seen. All such characters are in strings.
fn visible(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if *escape(character.encode_utf8(&mut [0; 4])) == *character.encode_utf8(&mut [0; 4]) || character == '\\' {
            text.push(character);
        } else {
            text.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Takes down what would be sent for each service.
#[derive(Debug, Default)]
struct Requests {
    found: Mutex<Vec<Request>>,
}

#[derive(Debug)]
struct Request {
    span: Span,
    effective: Effective,
}

impl Overlay for Requests {
    fn check(&self, service: Node<'_>, _diagnostics: &mut Vec<Diagnostic>) {
        let request = Request { span: service.span(), effective: Effective::of(service) };
        self.found.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    }
}
