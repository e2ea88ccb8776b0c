//! `vpcheck codegen`: code for a JSON Schema.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use vpcheck_codegen::emit::rust;
use vpcheck_report::{Format, Renderer, escape};
use vpcheck_syntax::{Diagnostic, SchemaPointer, Source};
use vpcheck_validate::Report;

use crate::arguments::{CodegenArguments, ColorChoice, Language};
use crate::exit::{Exit, Failure};
use crate::files::Place;
use crate::output::Destination;
use crate::terminal;

pub(crate) fn run(arguments: &CodegenArguments, color: ColorChoice) -> Exit {
    let place = Place::new(&arguments.schema);
    if let Some(failure) = other_syntax(&arguments.schema) {
        return failed(&failure);
    }
    let bytes = match place.read() {
        Ok(bytes) => bytes,
        Err(failure) => return failed(&failure),
    };
    let source = Source::json(place.name(), bytes);
    let code = match generate(arguments, &source) {
        Ok(code) => code,
        Err(refusals) => return refuse(&source, refusals, color),
    };
    let destination = arguments.output.clone().map_or(Destination::Stdout, Destination::File);
    let schema = arguments.schema.canonicalize().ok();
    match destination.spare(|file| schema.as_deref() == Some(file)).and_then(|()| destination.write(&code)) {
        Ok(()) => Exit::Clean,
        Err(failure) => failed(&failure),
    }
}

/// What is wrong with a schema whose name says that it is not JSON.
pub(crate) fn other_syntax(schema: &Path) -> Option<Failure> {
    let syntax = match schema.extension()?.to_ascii_lowercase().to_str()? {
        "yaml" | "yml" => "YAML",
        "toml" => "TOML",
        _ => return None,
    };
    let message = format!("{} is {syntax}, and this version reads only schemas in JSON", schema.display());
    Some(Failure::new(message).with_help("turn it into JSON first, in which the places of what is refused are right"))
}

fn failed(failure: &Failure) -> Exit {
    failure.print();
    Exit::Failed
}

fn generate(arguments: &CodegenArguments, source: &Source<'_>) -> Result<String, Vec<Diagnostic>> {
    let reading = vpcheck_codegen::read(source);
    let Some(model) = reading.model else { return Err(reading.diagnostics) };
    match arguments.language {
        Language::Rust => {
            let mut options = rust::Options::standalone(source);
            options.json_schema = arguments.json_schema;
            rust::types(&model, &options).map(|code| rustfmt(visible(&code)))
        }
    }
}

/// Says what is refused and where, in the way of findings.
pub(crate) fn refuse(source: &Source<'_>, mut refusals: Vec<Diagnostic>, color: ColorChoice) -> Exit {
    for refusal in &mut refusals {
        // The document is a schema, so that a place in it is a place in the schema.
        let pointer = std::mem::take(&mut refusal.pointer);
        if !pointer.is_empty() {
            refusal.schema.get_or_insert(SchemaPointer::new(pointer));
        }
    }
    let count = refusals.len();
    let report = Report::new(source, refusals, 0);
    let stdout = Destination::Stdout;
    let renderer =
        Renderer::new(Format::Full).with_color(terminal::color(color, &stdout)).with_width(terminal::width(&stdout));
    let summary = match count {
        1 => "nothing was written: 1 place of the schema is refused".to_owned(),
        _ => format!("nothing was written: {count} places of the schema are refused"),
    };
    match stdout.write(&format!("{}\n{summary}\n", renderer.part(&report, source).as_str())) {
        Ok(()) => Exit::Found,
        Err(failure) => failed(&failure),
    }
}

/// The code with nothing in it that cannot be seen: names and descriptions of the schema are in its comments. In a string an
/// escape is the same character.
pub(crate) fn visible(code: &str) -> String {
    code.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}

/// The code as rustfmt has it. Where there is no rustfmt, it stays as it is, which is nearly the same.
pub(crate) fn rustfmt(code: String) -> String {
    format(&code).unwrap_or(code)
}

fn format(code: &str) -> Option<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout"])
        // A directory that is not trusted may choose another toolchain, which would be fetched, or another format.
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    let output = thread::scope(|scope| {
        // It may write before it has read all.
        scope.spawn(move || stdin.write_all(code.as_bytes()));
        child.wait_with_output()
    });
    let output = output.ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().filter(|formatted| !formatted.is_empty())
}
