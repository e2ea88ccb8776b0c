//! What contradicts each other in several files.

use std::collections::HashMap;

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Severity};

use super::seen::{Between, Clash, Seen, What};
use super::{At, Facts, Marker, Marks, Owner, SERVICES_OF_ACCOUNT, Service};
use crate::rule::quoted;

/// Compares files of which only [`Marks`] are kept, some bytes for each service.
///
/// Files are added in their order, as many as there are. Then [`suspects`](Comparison::suspects) are the few that may contradict each
/// other. Their facts are found once more, and [`findings`](Comparison::findings) says what is wrong. All of it takes time in proportion
/// to the services.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Checker, Compared, Comparison, Facts, Source};
///
/// let facts = |text: &str| Checker::new().lint(&Source::json("web.json", text.as_bytes()), None).facts;
/// let web = facts(r#"{"name": "web", "type": "http", "host": {"hostname": "a.internal"}}"#);
/// let other = facts(r#"{"name": "web", "type": "tcp", "tcp_port": 80, "host": {"hostname": "b.internal"}}"#);
/// let files = [("a/web.json", "a", &web), ("a/other.json", "a", &other), ("b/web.json", "b", &web)];
///
/// let mut comparison = Comparison::new();
/// for (index, (_, account, facts)) in files.into_iter().enumerate() {
///     comparison.add(index, comparison.marker().marks(account, facts));
/// }
/// let suspects = comparison.suspects();
/// assert_eq!(suspects, [0, 1]);
/// let compared = |index: usize| {
///     let (name, account, facts) = files[index];
///     Compared { index, name, account, facts }
/// };
/// let found = comparison.findings(&suspects.into_iter().map(compared).collect::<Vec<_>>());
/// assert_eq!(found.len(), 1);
/// assert_eq!((found[0].0, found[0].1.rule), (1, "name-twice"));
/// assert_eq!(found[0].1.message, "`name` is \"web\", and the service in a/web.json:1:10 has that name as well");
/// ```
#[derive(Debug, Default)]
pub struct Comparison {
    marker: Marker,
    taken: Vec<Taken>,
    /// How many services of each account there are so far.
    services: HashMap<Owner<Box<str>>, usize>,
    one_more: Vec<OneMore>,
    known: Vec<u128>,
    bound: Vec<(u128, usize)>,
}

/// A file whose facts are compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'f> {
    /// Which file it is, as it was [added](Comparison::add).
    pub index: usize,
    /// The name that it is reported under.
    pub name: &'f str,
    /// The account that its services belong to where they do not say.
    pub account: &'f str,
    /// Its facts.
    pub facts: &'f Facts,
}

/// A mark in a file. There is one for each name and each origin of each service, so that it is small: the mark in bytes, which may stand
/// anywhere, and the file.
#[derive(Clone, Copy, Debug)]
struct Taken {
    mark: [u8; 8],
    file: u32,
}

/// The first service of an account that is too many.
#[derive(Debug)]
struct OneMore {
    file: usize,
    account: Owner<Box<str>>,
    /// How many services of the account come before it in the file.
    before: usize,
}

impl Comparison {
    /// A comparison of no files so far.
    #[must_use]
    pub fn new() -> Comparison {
        Comparison::default()
    }

    /// What makes the marks that are compared.
    #[must_use]
    pub fn marker(&self) -> &Marker {
        &self.marker
    }

    /// Adds a file, the one of this number; of 2³² files none is compared any more.
    pub fn add(&mut self, index: usize, marks: Marks) {
        let Ok(file) = u32::try_from(index) else { return };
        self.taken.extend(marks.taken.into_iter().map(|mark| Taken { mark: mark.to_ne_bytes(), file }));
        for (account, count) in marks.accounts {
            let services = match self.services.get_mut(&account) {
                Some(services) => services,
                None => self.services.entry(account.clone()).or_default(),
            };
            let before = *services;
            *services += count;
            let fits = before > SERVICES_OF_ACCOUNT || *services <= SERVICES_OF_ACCOUNT;
            // What is wrong within one file is among the findings of that file already.
            if !fits && marks.services <= SERVICES_OF_ACCOUNT {
                self.one_more.push(OneMore { file: index, account, before: SERVICES_OF_ACCOUNT - before });
            }
        }
        self.known.extend(marks.known);
        self.bound.extend(marks.bound.into_iter().map(|id| (id, index)));
    }

    /// The files that may contradict each other, in their order.
    pub fn suspects(&mut self) -> Vec<usize> {
        self.taken.sort_unstable_by_key(|taken| u64::from_ne_bytes(taken.mark));
        self.known.sort_unstable();
        let mut suspects = Vec::new();
        for same in self.taken.chunk_by(|one, other| one.mark == other.mark) {
            if same.windows(2).any(|pair| matches!(pair, [one, other] if one.file != other.file)) {
                suspects.extend(same.iter().map(|taken| taken.file as usize));
            }
        }
        suspects.extend(self.one_more.iter().map(|one_more| one_more.file));
        suspects.extend(self.bound.iter().filter(|(id, _)| !self.knows(*id)).map(|(_, file)| *file));
        suspects.sort_unstable();
        suspects.dedup();
        suspects
    }

    /// The index of a file and what is wrong there, for the facts of the [suspects](Comparison::suspects) in their order. It is always in
    /// the later one of two files. What is wrong within one file is among the findings of that file already.
    #[must_use]
    pub fn findings(&self, suspects: &[Compared<'_>]) -> Vec<(usize, Diagnostic)> {
        let mut found = Vec::new();
        let mut accounts: HashMap<Owner<&str>, Seen<'_>> = HashMap::new();
        for (number, Compared { index, account, facts, .. }) in suspects.iter().enumerate() {
            for service in &facts.services {
                let Some(owner) = service.owner(account) else { continue };
                if let Some(clash) = accounts.entry(owner).or_default().add(number, service, Between::Files) {
                    found.push((*index, clash_of(service, clash, suspects)));
                }
            }
        }
        let by_index = |index: usize| {
            let place = suspects.binary_search_by_key(&index, |compared| compared.index).ok()?;
            suspects.get(place)
        };
        for OneMore { file, account, before } in &self.one_more {
            let Some(compared) = by_index(*file) else { continue };
            let is_in = |service: &&Service| service.owner(compared.account).is_some_and(|owner| account.is(owner));
            let service = compared.facts.services.iter().filter(is_in).nth(*before);
            found.extend(service.map(|service| (*file, one_more(service))));
        }
        found.extend(self.unknown_ids(suspects));
        found.sort_by_key(|(index, _)| *index);
        found
    }

    /// The bindings to services that no file knows.
    fn unknown_ids(&self, suspects: &[Compared<'_>]) -> Vec<(usize, Diagnostic)> {
        let bound = suspects.iter().flat_map(|file| file.facts.bound.iter().map(move |one| (file.index, one)));
        let unknown = bound.filter(|(_, bound)| !self.knows(self.marker.id(&bound.service_id)));
        unknown
            .map(|(index, bound)| {
                let message =
                    format!("`service_id` is {}, and no file has a service of that id", quoted(&bound.service_id));
                let diagnostic = Diagnostic::new("unknown-service-id", Severity::Warning, bound.at.span, message);
                let help = "`wrangler vpc service list` prints the ids of your services";
                (index, diagnostic.with_pointer(bound.pointer.to_string()).with_help(help))
            })
            .collect()
    }

    fn knows(&self, id: u128) -> bool {
        self.known.binary_search(&id).is_ok()
    }
}

fn clash_of(service: &Service, clash: Clash<'_>, files: &[Compared<'_>]) -> Diagnostic {
    let place = place(files, clash.file, clash.other);
    match clash.what {
        What::Name(name) => {
            let message = format!("`name` is {}, and the service in {place} has that name as well", quoted(name));
            Diagnostic::new("name-twice", Severity::Warning, clash.at.span, message)
                .with_pointer(format!("{}/name", service.pointer))
                .with_help("the API refuses a second service of that name in an account with code 5101")
        }
        What::Origin(member, port) => {
            let message = format!("`{member}` and port {port} are where the service in {place} leads to as well");
            Diagnostic::new("same-origin-twice", Severity::Warning, clash.at.span, message)
                .with_pointer(format!("{}/host/{member}", service.pointer))
                .with_help("one service can be bound by any number of Workers")
        }
    }
}

fn one_more(service: &Service) -> Diagnostic {
    let message = format!(
        "with the files before, this is one service more than the {SERVICES_OF_ACCOUNT} that an account may have"
    );
    let at = service.name.as_ref().map_or(service.at, |(_, at)| *at);
    Diagnostic::new("too-many-services", Severity::Warning, at.span, message).with_pointer(service.pointer.to_string())
}

/// A place in another file, such as `services/web.json:3:11`.
fn place(files: &[Compared<'_>], file: usize, at: At) -> String {
    let name = files.get(file).map_or("", |compared| compared.name);
    format!("{}:{}:{}", shorten(name), at.position.line, at.position.column)
}
