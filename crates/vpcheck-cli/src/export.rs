//! `vpcheck export`: the contract for other languages.

mod contract;
mod directory;
mod list;

use std::path::Path;

use vpcheck_codegen::export::{Export, Form, Scope, Strict, Target};
use vpcheck_codegen::read;
use vpcheck_syntax::Source;

use self::contract::Contract;
use crate::arguments::{ColorChoice, ExportArguments};
use crate::codegen::{other_syntax, refuse, rustfmt, visible};
use crate::exit::{Exit, Failure};
use crate::files::Place;
use crate::output::{Destination, cannot};

pub(crate) fn run(arguments: &ExportArguments, color: ColorChoice) -> Exit {
    let target = arguments.target.as_deref().and_then(Target::named);
    let Some(target) = target.filter(|_| !arguments.list) else { return print(&list::targets()) };
    match write_all(target, arguments, color) {
        Ok(exit) => exit,
        Err(failure) => failed(&failure),
    }
}

fn failed(failure: &Failure) -> Exit {
    failure.print();
    Exit::Failed
}

fn print(text: &str) -> Exit {
    Destination::Stdout.write(text).map_or_else(|failure| failed(&failure), |()| Exit::Clean)
}

fn write_all(target: &'static Target, arguments: &ExportArguments, color: ColorChoice) -> Result<Exit, Failure> {
    let forms = forms(target, arguments)?;
    if arguments.strict && target.strict == Strict::Unsupported {
        let message = format!("{} has no form in which objects are closed", target.name);
        return Err(Failure::new(message).with_help("leave out `--strict`"));
    }
    // All is made before anything is written, so that a refusal leaves nothing behind.
    let mut files = Vec::new();
    let mut losses = String::new();
    for contract in contracts(target, arguments)? {
        let reading = read(&contract.source);
        let export = match contract.export(&reading) {
            Ok(export) => export,
            Err(refusals) => return Ok(refuse(&contract.source, refusals, color)),
        };
        if arguments.losses {
            let of = |form: &&'static Form| (*form, target.losses(&export, form, &reading));
            losses.push_str(&list::losses(&contract, forms.iter().map(of)));
            continue;
        }
        let export = export.named(contract.stem.as_str());
        let export = if arguments.strict { export.closed() } else { export };
        for form in &forms {
            match text(target, &export, form) {
                Ok(text) => files.push((target.file_name(&contract.stem, form), text)),
                Err(refusals) => return Ok(refuse(&contract.source, refusals, color)),
            }
        }
    }
    if arguments.losses {
        return Ok(print(&losses));
    }
    let Some(directory) = &arguments.output else {
        return Ok(print(&files.into_iter().map(|(_, text)| text).collect::<String>()));
    };
    let read = arguments.schema.as_deref().and_then(|schema| schema.canonicalize().ok());
    for (name, text) in files {
        let path = directory.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|error| cannot("make the directory", parent, &error))?;
        }
        let destination = Destination::File(path);
        destination.spare(|file| read.as_deref() == Some(file))?;
        destination.write(&text)?;
    }
    Ok(Exit::Clean)
}

/// The text in the layout of the language's own formatter.
fn text(target: &Target, export: &Export<'_>, form: &Form) -> Result<String, Vec<vpcheck_syntax::Diagnostic>> {
    let text = target.write(export, form)?;
    Ok(if target.name == "rust" { rustfmt(visible(&text)) } else { text })
}

fn forms(target: &'static Target, arguments: &ExportArguments) -> Result<Vec<&'static Form>, Failure> {
    match &arguments.form {
        Some(name) => target.form(name).map(|form| vec![form]).ok_or_else(|| {
            let names: Vec<&str> = target.forms.iter().map(|form| form.name).filter(|name| !name.is_empty()).collect();
            let failure = Failure::new(format!("{} has no form `{name}`", target.name));
            if names.is_empty() {
                failure.with_help("leave out `--form`: there is one form only")
            } else {
                failure.with_help(format!("it has {}", names.join(", ")))
            }
        }),
        None if arguments.output.is_some() || arguments.losses => Ok(target.forms.iter().collect()),
        None => Ok(target.forms.iter().take(1).collect()),
    }
}

fn contracts(target: &Target, arguments: &ExportArguments) -> Result<Vec<Contract>, Failure> {
    if let Some(schema) = &arguments.schema {
        return Ok(vec![foreign(schema)?]);
    }
    if let Some(operation) = arguments.operation {
        return Ok(vec![Contract::bundled(operation)]);
    }
    let mut all = match target.scope {
        Scope::Operation => Contract::of_each_operation(),
        Scope::Api => Contract::of_the_api(),
    };
    if arguments.output.is_none() && !arguments.losses {
        all.truncate(1);
    }
    Ok(all)
}

fn foreign(schema: &Path) -> Result<Contract, Failure> {
    if let Some(failure) = other_syntax(schema) {
        return Err(failure);
    }
    let place = Place::new(schema);
    let bytes = place.read()?;
    Ok(Contract::foreign(schema, Source::json(place.name().into_owned(), bytes)))
}
