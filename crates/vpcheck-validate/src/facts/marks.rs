//! What is kept of the facts of a file while others are read.

use std::hash::{BuildHasher as _, Hash, RandomState};

use vpcheck_syntax::Diagnostic;

use super::{Account, Facts, Owner, Service, within};

/// Makes [`Marks`]. Those that are compared have to be of the same one.
///
/// Its keys are random, so that nobody can write files whose marks are equal and whose facts are not.
#[derive(Clone, Debug, Default)]
pub struct Marker(RandomState);

/// What a file says that other files may contradict, as a few numbers.
///
/// Equal facts have equal marks. Different ones hardly ever have: what marks say is looked up in the [`Facts`] before anybody is told.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The names and origins that the services have taken.
    pub(super) taken: Vec<u64>,
    /// How many services of each account there are.
    pub(super) accounts: Vec<(Owner<Box<str>>, usize)>,
    /// How many services there are, also of accounts that nobody knows.
    pub(super) services: usize,
    /// The ids of services that the file knows.
    pub(super) known: Vec<u128>,
    /// The ids of services that are bound.
    pub(super) bound: Vec<u128>,
}

/// What a mark is of, so that a name is no origin.
#[derive(Hash)]
enum Mark<T> {
    Name(T),
    Origin(T),
    Id(T),
    SecondOfId(T),
}

impl Marker {
    /// A marker with keys of its own.
    #[must_use]
    pub fn new() -> Marker {
        Marker::default()
    }

    /// The marks of the facts of a file, whose services belong to an account where they do not say.
    #[must_use]
    pub fn marks(&self, account: &str, facts: &Facts) -> Marks {
        let mut marks = Marks::default();
        self.add(account, facts, &mut marks);
        marks
    }

    /// Adds the marks of more facts of the same file, none of which says its account, and reports that there are too many services.
    pub(crate) fn go_on(&self, account: &str, facts: &Facts, marks: &mut Marks, diagnostics: &mut Vec<Diagnostic>) {
        within::report_one_more(facts, marks.services, diagnostics);
        self.add(account, facts, marks);
    }

    fn add(&self, account: &str, facts: &Facts, marks: &mut Marks) {
        marks.services += facts.services.len();
        // Most services of a file are in one account.
        let mut last = None;
        for service in &facts.services {
            let Some(owner) = service.owner(account) else { continue };
            let number = match last {
                Some((last, number)) if last == owner => number,
                _ => self.0.hash_one(owner),
            };
            last = Some((owner, number));
            self.add_taken(number, service, &mut marks.taken);
            match marks.accounts.iter_mut().find(|(other, _)| other.is(owner)) {
                Some((_, services)) => *services += 1,
                None => marks.accounts.push((owner.boxed(), 1)),
            }
        }
        marks.known.extend(facts.known.iter().map(|id| self.id(id)));
        marks.bound.extend(facts.bound.iter().map(|bound| self.id(&bound.service_id)));
    }

    /// Adds what a service takes in the account of this number.
    fn add_taken(&self, account: u64, service: &Service, taken: &mut Vec<u64>) {
        let from = taken.len();
        if let Some((name, _)) = &service.name {
            taken.push(self.mark(&Mark::Name((account, name))));
        }
        let Some(origin) = &service.origin else { return };
        for (host, ..) in &origin.hosts {
            for port in origin.ports.into_iter().filter(|port| *port != 0) {
                let mark = self.mark(&Mark::Origin((account, &origin.tunnel, host, port)));
                // A port that a service uses twice is not taken by another one.
                if !taken.iter().skip(from).any(|other| *other == mark) {
                    taken.push(mark);
                }
            }
        }
    }

    /// The mark of the id of a service. It has as many bits as an id, so that one is never taken for another.
    pub(super) fn id(&self, id: &str) -> u128 {
        u128::from(self.mark(&Mark::Id(id))) << 64 | u128::from(self.mark(&Mark::SecondOfId(id)))
    }

    fn mark(&self, of: &Mark<impl Hash>) -> u64 {
        self.0.hash_one(of)
    }
}

impl Marks {
    /// The same without what only other files can contradict.
    #[must_use]
    pub fn alone(self) -> Marks {
        Marks { known: self.known, bound: self.bound, ..Marks::default() }
    }

    /// Whether two services of the file may have the same name or origin. It sorts what is taken.
    pub(crate) fn have_equal_services(&mut self) -> bool {
        self.taken.sort_unstable();
        self.taken.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
    }
}

impl Service {
    /// The account that the service is in, in a file of this one; nothing where nobody knows it in other files.
    pub(super) fn owner<'a>(&'a self, account: &'a str) -> Option<Owner<&'a str>> {
        match &self.account {
            Account::OfFile => Some(Owner::OfFile(account)),
            Account::Id(id) => Some(Owner::Id(id)),
            // What an expression gives is known in its own module at most.
            Account::Expression(_) | Account::Unknown => None,
        }
    }
}

impl Owner<&str> {
    fn boxed(self) -> Owner<Box<str>> {
        match self {
            Owner::OfFile(account) => Owner::OfFile(account.into()),
            Owner::Id(id) => Owner::Id(id.into()),
        }
    }
}

impl Owner<Box<str>> {
    pub(super) fn is(&self, other: Owner<&str>) -> bool {
        match (self, other) {
            (Owner::OfFile(one), Owner::OfFile(other)) | (Owner::Id(one), Owner::Id(other)) => **one == *other,
            _ => false,
        }
    }
}
