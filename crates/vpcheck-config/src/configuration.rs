//! A configuration that was read.

use std::sync::Arc;

use vpcheck_syntax::{Diagnostic, Severity, Source, Span, limits, parse};
use vpcheck_validate::{Report, Rule};

use crate::ignores::Ignores;
use crate::policy::Policy;
use crate::read::{Read as _, Reader};
use crate::rule_ids::CONFIGURATION;
use crate::settings::{Plan, Settings};
use crate::tables::ConfigurationFile;
use crate::value::{Accounts, Globs, Severities};

/// A configuration. The default is that of somebody who has none.
///
/// Paths are those of files from the directory of the configuration, with `/` between directories.
///
/// # Examples
///
/// ```
/// use vpcheck_config::Configuration;
/// use vpcheck_syntax::{Source, Syntax};
///
/// let text = b"exclude = ['fixtures']\n[accounts]\nstaging = ['services/staging']\n".as_slice();
/// let configuration = Configuration::read(&Source::new("vpcheck.toml", text, Syntax::Toml))?;
/// assert!(configuration.includes("services/staging/web.json"));
/// assert!(!configuration.includes("services/fixtures/web.json"));
/// assert_eq!(configuration.account("services/staging/web.json"), Some("staging"));
///
/// let text = b"exlude = ['fixtures']\n".as_slice();
/// let report = Configuration::read(&Source::new("vpcheck.toml", text, Syntax::Toml)).unwrap_err();
/// assert_eq!(report.to_string(), "vpcheck.toml:1:1: error[configuration] there is no key `exlude` here\n");
/// assert_eq!(report.findings()[0].diagnostic.help.as_deref(), Some("did you mean `exclude`?"));
/// # Ok::<(), vpcheck_validate::Report>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    include: Globs,
    exclude: Globs,
    accounts: Accounts,
    severities: Severities,
    overrides: Vec<(Globs, Severities)>,
    /// Rules that were asked for elsewhere.
    asked: Vec<&'static Rule>,
    policy: Arc<Policy>,
    schema_path: Option<String>,
    ignores: Arc<Ignores>,
    /// What is right for a path without overrides.
    plan: Arc<Plan>,
}

impl Configuration {
    /// Reads a configuration file.
    ///
    /// # Errors
    ///
    /// If the text is no TOML, or anything in it is nothing that can be configured. The report has everything that is wrong.
    pub fn read(source: &Source<'_>) -> Result<Configuration, Report> {
        if source.bytes().len() > limits::CONFIGURATION_BYTES {
            let message = format!("a configuration has at most {} bytes", limits::CONFIGURATION_BYTES);
            let diagnostic = Diagnostic::new(CONFIGURATION, Severity::Error, Span::default(), message);
            return Err(Report::new(source, vec![diagnostic], 0));
        }
        let parsed = parse(source);
        let mut reader = Reader { diagnostics: parsed.diagnostics };
        let file = match parsed.documents.first() {
            Some(tree) => ConfigurationFile::read(tree.root(), &mut reader),
            None => Some(ConfigurationFile::default()),
        };
        let configuration = file.map(|file| Configuration::new(file, &mut reader));
        let is_wrong = reader.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        match configuration {
            Some(configuration) if !is_wrong => Ok(configuration),
            _ => {
                reader.diagnostics.truncate(limits::DIAGNOSTICS);
                Err(Report::new(source, reader.diagnostics, 0))
            }
        }
    }

    fn new(file: ConfigurationFile, reader: &mut Reader) -> Configuration {
        let schema_path = file.policy.schema.as_ref().map(|path| path.0.clone());
        let overrides = file.overrides.into_iter().map(|overrides| (overrides.paths, overrides.rules)).collect();
        let configuration = Configuration {
            include: file.include,
            exclude: file.exclude,
            accounts: file.accounts,
            severities: file.rules,
            overrides,
            asked: Vec::new(),
            policy: Arc::new(Policy::new(file.policy)),
            schema_path,
            ignores: Arc::new(Ignores::new(file.ignore, reader)),
            plan: Arc::default(),
        };
        configuration.planned()
    }

    /// The same with what follows from the rest made anew.
    fn planned(mut self) -> Configuration {
        self.plan = Arc::new(Plan::new(self.severities.clone(), &self.asked, &self.policy));
        self
    }

    /// The path of the JSON Schema that the policy names, from the directory of the configuration.
    #[must_use]
    pub fn schema_path(&self) -> Option<&str> {
        self.schema_path.as_deref()
    }

    /// The same with the text of the JSON Schema that the policy names.
    ///
    /// # Errors
    ///
    /// If the text cannot be read, or is no JSON Schema. The report is about the source that was given here.
    pub fn with_schema(mut self, source: &Source<'_>) -> Result<Configuration, Report> {
        self.policy = Arc::new(self.policy.with_schema(source)?);
        Ok(self.planned())
    }

    /// The same with a rule that is asked for in another way, such as on the command line.
    #[must_use]
    pub fn also(mut self, rule: &'static Rule) -> Configuration {
        self.asked.push(rule);
        self.planned()
    }

    /// Whether a file that is found in a directory is to be looked at.
    #[must_use]
    pub fn includes(&self, path: &str) -> bool {
        (self.include.is_empty() || self.include.matches(path)) && !self.excludes(path)
    }

    /// Whether a file is left out, or a directory with everything in it, so that nobody needs to look into it.
    #[must_use]
    pub fn excludes(&self, path: &str) -> bool {
        self.exclude.matches(path)
    }

    /// The account that the services of a file belong to, where the configuration groups paths into accounts.
    #[must_use]
    pub fn account(&self, path: &str) -> Option<&str> {
        self.accounts.of(path)
    }

    /// What is right for a file.
    #[must_use]
    pub fn settings(&self, path: &str) -> Settings {
        let mut plan = Arc::clone(&self.plan);
        let mut matching = self.overrides.iter().filter(|(paths, _)| paths.matches(path)).peekable();
        if matching.peek().is_some() {
            let mut severities = self.severities.clone();
            for (_, overrides) in matching {
                severities.0.extend(&overrides.0);
            }
            plan = Arc::new(Plan::new(severities, &self.asked, &self.policy));
        }
        Settings::new(plan, Arc::clone(&self.ignores), path)
    }

    /// What is to be said about the configuration itself, where it can be used: entries of `ignore` that are over, without a reason or of
    /// no use.
    ///
    /// An entry is of no use where its file was checked and had nothing to hide, so this is to be asked when all files were
    /// [applied](Settings::apply) to. `source` is the one that was read, and `today` a date such as `2026-11-24`.
    #[must_use]
    pub fn report(&self, source: &Source<'_>, today: &str) -> Report {
        let is_active = |path: &str, rule: &'static Rule| self.settings(path).is_told_when_unused(rule);
        let mut diagnostics = self.ignores.findings(today, is_active);
        self.plan.weigh(&mut diagnostics);
        diagnostics.truncate(limits::DIAGNOSTICS);
        Report::new(source, diagnostics, 0)
    }
}
