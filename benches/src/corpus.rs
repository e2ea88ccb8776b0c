//! Documents to measure on, the same on every machine.

use serde_json::{Value, json};
use vpcheck::ServiceRequest;
use vpcheck_tests::{Random, mutate, request, write};

use crate::Layout;

const SEED: u64 = 0x5EED_0002;

/// How often the shortest list of resolvers is drawn as often as the longest.
const RESOLVERS: usize = 1_000;

/// Which documents.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Corpus {
    /// Valid services of every shape, their members in any order.
    Valid(Layout),
    /// Such services with one mutation each that makes them invalid.
    Invalid(Layout),
    /// Valid services on hostnames with 1 to 1,000 resolvers: a list is as frequent as it is short.
    Long,
}

impl Corpus {
    /// Every corpus.
    pub const ALL: [Corpus; 5] = [
        Corpus::Valid(Layout::Minified),
        Corpus::Valid(Layout::Pretty),
        Corpus::Invalid(Layout::Minified),
        Corpus::Invalid(Layout::Pretty),
        Corpus::Long,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Corpus::Valid(Layout::Minified) => "valid, minified",
            Corpus::Valid(Layout::Pretty) => "valid, pretty",
            Corpus::Invalid(Layout::Minified) => "invalid, minified",
            Corpus::Invalid(Layout::Pretty) => "invalid, pretty",
            Corpus::Long => "valid, with long lists",
        }
    }

    /// The corpus of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Corpus> {
        Corpus::ALL.into_iter().find(|corpus| corpus.name() == name)
    }

    /// So many documents. Both layouts are of the same ones.
    #[must_use]
    pub fn documents(self, count: usize) -> Vec<Vec<u8>> {
        let mut random = Random::new(SEED);
        let mut documents = Vec::with_capacity(count);
        while documents.len() < count {
            let value = request(&mut random);
            let text = match self {
                Corpus::Valid(layout) => layout.of(&write(&mut random, &value)),
                Corpus::Invalid(layout) => layout.of(&mutate(&mut random, &value).text),
                Corpus::Long => {
                    let value = with_resolvers(&mut random, value);
                    Layout::Minified.of(&write(&mut random, &value))
                }
            };
            if ServiceRequest::is_valid_json(&text) != matches!(self, Corpus::Invalid(_)) {
                documents.push(text.into_bytes());
            }
        }
        documents
    }
}

/// The service on a hostname, with a list of resolvers.
fn with_resolvers(random: &mut Random, mut service: Value) -> Value {
    let host = service.get_mut("host").map(Value::take).unwrap_or_default();
    let tunnel = ["network", "resolver_network"].into_iter().find_map(|network| host.get(network)?.get("tunnel_id"));
    let resolvers: Vec<String> = (0..zipf(random)).map(|_| address(random)).collect();
    service["host"] = json!({
        "hostname": "db.internal",
        "resolver_network": {"tunnel_id": tunnel, "resolver_ips": resolvers},
    });
    service
}

/// A number of 1 to 1,000, each as frequent as it is small: Zipf's law with the exponent 1.
fn zipf(random: &mut Random) -> usize {
    // The weights are 1,000,000 / rank, so that no two machines round otherwise.
    let weight = |rank: usize| 1_000_000 / rank;
    let mut drawn = random.below((1..=RESOLVERS).map(weight).sum());
    for rank in 1..=RESOLVERS {
        match drawn.checked_sub(weight(rank)) {
            Some(rest) => drawn = rest,
            None => return rank,
        }
    }
    RESOLVERS
}

fn address(random: &mut Random) -> String {
    format!("10.{}.{}.{}", random.below(256), random.below(256), random.below(256))
}

#[cfg(test)]
mod tests {
    use super::{Corpus, RESOLVERS, zipf};
    use vpcheck_tests::Random;

    #[test]
    fn the_same_documents_come_again() {
        for corpus in Corpus::ALL {
            assert_eq!(corpus.documents(20), corpus.documents(20), "{corpus:?}");
            assert_eq!(Corpus::named(corpus.name()), Some(corpus));
        }
    }

    #[test]
    fn short_lists_are_frequent_and_long_ones_occur() {
        let mut random = Random::new(1);
        let drawn: Vec<usize> = (0..10_000).map(|_| zipf(&mut random)).collect();
        let of = |least: usize, most: usize| drawn.iter().filter(|rank| (least..=most).contains(*rank)).count();
        // One of 7.49, which is the sum of 1 / rank.
        assert!((1_200..1_470).contains(&of(1, 1)), "{}", of(1, 1));
        assert!((600..740).contains(&of(2, 2)), "{}", of(2, 2));
        assert!(of(500, RESOLVERS) > 700 && of(RESOLVERS + 1, usize::MAX) == 0 && of(0, 0) == 0);
    }
}
