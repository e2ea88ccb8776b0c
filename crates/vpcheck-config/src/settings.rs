//! What is right for one file.

use std::sync::Arc;

use vpcheck_syntax::{Diagnostic, Source, limits};
use vpcheck_validate::{Applied, Checker, Lint, Rule};

use crate::ignores::Ignores;
use crate::policy::Policy;
use crate::suppression::{Suppressions, may_be_found_elsewhere};
use crate::value::{Level, Severities};

/// What is right for one file: which rules are wanted, what they weigh, and what is hidden.
#[derive(Clone, Debug)]
pub struct Settings {
    plan: Arc<Plan>,
    ignores: Arc<Ignores>,
    path: String,
}

/// Which rules are wanted, and what they weigh.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    severities: Severities,
    asked: Vec<&'static Rule>,
    policy: Arc<Policy>,
    checker: Checker,
}

impl Plan {
    pub(crate) fn new(severities: Severities, asked: &[&'static Rule], policy: &Arc<Policy>) -> Plan {
        let mut plan = Plan { severities, asked: asked.to_vec(), policy: Arc::clone(policy), checker: Checker::new() };
        let when_asked = vpcheck_validate::rules().iter().filter(|rule| rule.applied == Applied::WhenAsked);
        let wanted = when_asked.filter(|rule| plan.is_active(rule));
        let mut checker = wanted.fold(Checker::new(), |checker, rule| checker.also(rule));
        if !policy.is_empty() {
            checker = checker.over(Arc::clone(policy) as Arc<_>);
        }
        plan.checker = checker;
        plan
    }

    /// Whether a rule is looked for.
    fn is_active(&self, rule: &Rule) -> bool {
        match self.severities.0.get(rule.id) {
            Some(level) => *level != Level::Off,
            None => rule.applied == Applied::ByDefault || self.asked.iter().any(|asked| asked.id == rule.id),
        }
    }

    /// Gives findings the severity of their rule, and removes those whose rule is off.
    pub(crate) fn weigh(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.severities.0.is_empty() {
            return;
        }
        diagnostics.retain_mut(|diagnostic| match self.severities.0.get(diagnostic.rule) {
            Some(Level::Off) => false,
            Some(Level::On(severity)) => {
                diagnostic.severity = *severity;
                true
            }
            None => true,
        });
    }
}

impl Settings {
    pub(crate) fn new(plan: Arc<Plan>, ignores: Arc<Ignores>, path: &str) -> Settings {
        Settings { plan, ignores, path: path.to_owned() }
    }

    /// The checker with the rules that are wanted, and the policy.
    #[must_use]
    pub fn checker(&self) -> &Checker {
        &self.plan.checker
    }

    /// Weighs what was found in a file, hides what is suppressed, and adds what is wrong with the suppressions.
    ///
    /// `source` is the one that was checked, and `today` a date such as `2026-11-24`. Where findings are added when other files are known,
    /// [`Suppressions::read`] and [`Settings::finish`] do the same in two steps.
    pub fn apply(&self, source: &Source<'_>, lint: &mut Lint, today: &str) {
        let suppressions = Suppressions::read(source, &lint.comments);
        self.finish(suppressions, &mut lint.diagnostics, today);
    }

    /// Weighs all that was found in a file, hides what is suppressed, and adds what is wrong with the suppressions.
    pub fn finish(&self, mut suppressions: Suppressions, diagnostics: &mut Vec<Diagnostic>, today: &str) {
        self.plan.weigh(diagnostics);
        self.ignores.hide(&self.path, diagnostics, today);
        suppressions.hide(diagnostics, today);
        let mut about_them = suppressions.findings(diagnostics, today, |rule| self.is_told_when_unused(rule));
        self.plan.weigh(&mut about_them);
        about_them.truncate(limits::DIAGNOSTICS.saturating_sub(diagnostics.len()));
        diagnostics.append(&mut about_them);
    }

    /// Whether a suppression of the rule that hides nothing is worth a word: one of a rule that is off may be for another run.
    pub(crate) fn is_told_when_unused(&self, rule: &Rule) -> bool {
        self.plan.is_active(rule) && !may_be_found_elsewhere(rule.id) && self.plan.policy.may_find(rule.id)
    }
}
