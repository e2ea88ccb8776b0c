//! A text with its name and syntax, and what reading it gives.

use std::borrow::Cow;

use crate::{Diagnostic, Edit, Fix, Safety, Span, Tree, json};

/// The syntax of a text.
///
/// YAML, TOML and Terraform are there with the feature of their name, Markdown and shell with `embedded`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Syntax {
    /// JSON as RFC 8259 has it.
    Json,
    /// JSON with comments and trailing commas.
    Jsonc,
    /// One JSON text per line.
    Ndjson,
    /// YAML 1.2.
    #[cfg(feature = "yaml")]
    Yaml,
    /// TOML 1.0.
    #[cfg(feature = "toml")]
    Toml,
    /// The native syntax of Terraform's configuration language.
    #[cfg(feature = "terraform")]
    Terraform,
    /// The JSON syntax of Terraform's configuration language.
    #[cfg(feature = "terraform")]
    TerraformJson,
    /// Markdown with fenced code blocks in one of the others.
    #[cfg(feature = "embedded")]
    Markdown,
    /// Commands of a POSIX shell.
    #[cfg(feature = "embedded")]
    Shell,
}

impl Syntax {
    /// The syntax that the name of a file tells.
    ///
    /// ```
    /// use vpcheck_syntax::Syntax;
    ///
    /// assert_eq!(Syntax::of_name("services/web.json"), Some(Syntax::Json));
    /// // Wrangler reads comments in its configuration, whatever its name ends in.
    /// assert_eq!(Syntax::of_name("worker/wrangler.json"), Some(Syntax::Jsonc));
    /// assert_eq!(Syntax::of_name("web.txt"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Syntax> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
        let (stem, extension) = name.rsplit_once('.')?;
        match extension {
            "json" if stem == "wrangler" => Some(Syntax::Jsonc),
            #[cfg(feature = "terraform")]
            "json" if stem.rsplit_once('.').is_some_and(|(_, inner)| inner == "tf") => Some(Syntax::TerraformJson),
            "json" => Some(Syntax::Json),
            "jsonc" => Some(Syntax::Jsonc),
            "ndjson" | "jsonl" => Some(Syntax::Ndjson),
            #[cfg(feature = "yaml")]
            "yaml" | "yml" => Some(Syntax::Yaml),
            #[cfg(feature = "toml")]
            "toml" => Some(Syntax::Toml),
            #[cfg(feature = "terraform")]
            "tf" => Some(Syntax::Terraform),
            #[cfg(feature = "embedded")]
            "md" | "markdown" => Some(Syntax::Markdown),
            #[cfg(feature = "embedded")]
            "sh" | "bash" => Some(Syntax::Shell),
            _ => None,
        }
    }

    /// Whether it is one of the two syntaxes of Terraform.
    #[must_use]
    pub const fn is_terraform(self) -> bool {
        match self {
            #[cfg(feature = "terraform")]
            Syntax::Terraform | Syntax::TerraformJson => true,
            _ => false,
        }
    }

    /// Whether it is Markdown, of which only blocks may be ours.
    #[must_use]
    pub const fn is_markdown(self) -> bool {
        match self {
            #[cfg(feature = "embedded")]
            Syntax::Markdown => true,
            _ => false,
        }
    }

    /// Whether it is that of a shell, whose documents are commands.
    #[must_use]
    pub const fn is_shell(self) -> bool {
        match self {
            #[cfg(feature = "embedded")]
            Syntax::Shell => true,
            _ => false,
        }
    }

    /// The name of the syntax, such as `JSON`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Syntax::Json => "JSON",
            Syntax::Jsonc => "JSON with comments",
            Syntax::Ndjson => "newline-delimited JSON",
            #[cfg(feature = "yaml")]
            Syntax::Yaml => "YAML",
            #[cfg(feature = "toml")]
            Syntax::Toml => "TOML",
            #[cfg(feature = "terraform")]
            Syntax::Terraform => "Terraform",
            #[cfg(feature = "terraform")]
            Syntax::TerraformJson => "Terraform JSON",
            #[cfg(feature = "embedded")]
            Syntax::Markdown => "Markdown",
            #[cfg(feature = "embedded")]
            Syntax::Shell => "shell",
        }
    }
}

/// A text to read, with the name that findings are reported under.
#[derive(Clone, Debug)]
pub struct Source<'s> {
    name: Cow<'s, str>,
    bytes: Cow<'s, [u8]>,
    syntax: Syntax,
}

impl<'s> Source<'s> {
    /// A text. The bytes need not be valid in any way: what is wrong with them is found when they are read.
    #[must_use]
    pub fn new(name: impl Into<Cow<'s, str>>, bytes: impl Into<Cow<'s, [u8]>>, syntax: Syntax) -> Source<'s> {
        Source { name: name.into(), bytes: bytes.into(), syntax }
    }

    /// A JSON text. The bytes need not be valid in any way: what is wrong with them is found when they are read.
    #[must_use]
    pub fn json(name: impl Into<Cow<'s, str>>, bytes: impl Into<Cow<'s, [u8]>>) -> Source<'s> {
        Source::new(name, bytes, Syntax::Json)
    }

    /// The same text read in another syntax.
    #[must_use]
    pub fn with_syntax(mut self, syntax: Syntax) -> Source<'s> {
        self.syntax = syntax;
        self
    }

    /// The name that findings are reported under, usually a path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes as they are on disk.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The syntax of the text.
    #[must_use]
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }
}

/// What reading a text gave.
#[derive(Debug, Default)]
pub struct Parsed<'s> {
    /// The documents of the text in their order.
    ///
    /// There is one in JSON and TOML, any number in a stream of YAML or newline-delimited JSON and in Markdown, and none where nothing
    /// could be read at all. A document beside diagnostics holds what could be read.
    pub documents: Vec<Tree<'s>>,
    /// Where comments are, with what starts and ends them, in the order of the text.
    pub comments: Vec<Span>,
    /// What is wrong with the text, in its order.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'s> Parsed<'s> {
    /// The first document, which is the only one where a text is one.
    #[must_use]
    pub fn tree(&self) -> Option<&Tree<'s>> {
        self.documents.first()
    }

    /// The first document, without what is beside it.
    #[must_use]
    pub fn into_tree(self) -> Option<Tree<'s>> {
        self.documents.into_iter().next()
    }

    /// Both together, of which the other comes later in the text.
    fn followed_by(mut self, other: Parsed<'s>) -> Parsed<'s> {
        self.documents.extend(other.documents);
        self.comments.extend(other.comments);
        self.diagnostics.extend(other.diagnostics);
        self
    }

    /// Nothing but what is wrong.
    #[cfg(feature = "toml")]
    pub(crate) fn refused(diagnostic: Diagnostic) -> Parsed<'s> {
        Parsed { diagnostics: vec![diagnostic], ..Parsed::default() }
    }
}

/// Reads a text.
#[must_use]
pub fn parse<'s>(source: &'s Source<'_>) -> Parsed<'s> {
    with_fixes(read(source.bytes(), source.syntax()))
}

/// Reads bytes as a JSON text (RFC 8259), whose document is the only one: the same as [`parse`] finds, without the lists for more.
///
/// # Examples
///
/// ```
/// use vpcheck_syntax::parse_json;
///
/// let (tree, diagnostics) = parse_json(br#"{"a": 1, "a": 2}"#);
/// assert_eq!(tree.map(|tree| tree.root().members().len()), Some(2));
/// assert_eq!(diagnostics[0].rule, "duplicate-member");
/// ```
#[must_use]
pub fn parse_json(bytes: &[u8]) -> (Option<Tree<'_>>, Vec<Diagnostic>) {
    let json::Parts { tree, mut diagnostics, .. } = json::parts(bytes, Syntax::Json);
    add_fixes(&mut diagnostics);
    (tree, diagnostics)
}

/// Reads a text a piece at a time: newline-delimited JSON by some lines, so that the trees of a long text need not be in memory
/// together, and all else as a whole.
///
/// # Examples
///
/// ```
/// use vpcheck_syntax::{Source, Syntax, parse, pieces};
///
/// let text = "{\"a\": 1}\n".repeat(100_000);
/// let source = Source::new("many.ndjson", text.as_bytes(), Syntax::Ndjson);
/// let most = pieces(&source).map(|piece| piece.documents.len()).max();
/// assert!(most.is_some_and(|most| most < 10_000));
/// assert_eq!(pieces(&source).map(|piece| piece.documents.len()).sum::<usize>(), parse(&source).documents.len());
/// ```
pub fn pieces<'s>(source: &'s Source<'_>) -> impl Iterator<Item = Parsed<'s>> + use<'s> {
    let (lines, whole) = match source.syntax() {
        Syntax::Ndjson => (Some(json::lines(source.bytes())), None),
        syntax => (None, Some(read(source.bytes(), syntax))),
    };
    lines.into_iter().flatten().chain(whole).map(with_fixes)
}

/// Reads lines of newline-delimited JSON that come after so many lines with a value, a piece at a time. Places are those in these lines.
///
/// # Examples
///
/// ```
/// use vpcheck_syntax::lines_after;
///
/// let read: Vec<_> = lines_after(7, b"{\"a\": 1}\n{\"a\": 2}\n").flat_map(|piece| piece.documents).collect();
/// assert_eq!(read[1].root().pointer(), "/8");
/// assert_eq!(read[1].root().span().range(), 9..17);
/// ```
pub fn lines_after(lines: usize, bytes: &[u8]) -> impl Iterator<Item = Parsed<'_>> {
    json::lines(bytes).after(lines).map(with_fixes)
}

fn with_fixes(mut parsed: Parsed<'_>) -> Parsed<'_> {
    add_fixes(&mut parsed.diagnostics);
    parsed
}

/// Adds what mends the text itself.
fn add_fixes(diagnostics: &mut [Diagnostic]) {
    for found in diagnostics.iter_mut().filter(|found| found.rule == "byte-order-mark") {
        let edits = vec![Edit { span: found.span, text: String::new() }];
        found.fix = Some(Fix { safety: Safety::Safe, edits });
    }
}

/// Reads bytes as a text in a syntax.
pub(crate) fn read(bytes: &[u8], syntax: Syntax) -> Parsed<'_> {
    match syntax {
        Syntax::Json | Syntax::Jsonc => json::parse(bytes, syntax),
        Syntax::Ndjson => json::lines(bytes).reduce(Parsed::followed_by).unwrap_or_default(),
        #[cfg(feature = "yaml")]
        Syntax::Yaml => crate::yaml::parse(bytes),
        #[cfg(feature = "toml")]
        Syntax::Toml => crate::toml::parse(bytes),
        #[cfg(feature = "terraform")]
        Syntax::Terraform => crate::terraform::parse(bytes),
        #[cfg(feature = "terraform")]
        Syntax::TerraformJson => crate::terraform::parse_json(bytes),
        #[cfg(feature = "embedded")]
        Syntax::Markdown => crate::embedded::parse_markdown(bytes),
        #[cfg(feature = "embedded")]
        Syntax::Shell => crate::embedded::parse_shell(bytes),
    }
}
