//! Names and values that look as if another one was meant.

/// How much one text is like another.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Likeness {
    /// They share a part, such as `port` and `http_port`, or a few letters differ.
    Close,
    /// Only case and separators differ, such as `tunnelId` and `tunnel_id`.
    Same,
}

/// Texts longer than this are near to nothing: comparing takes time in proportion to the product of the lengths.
const LONGEST: usize = 64;

/// The candidate that `text` was probably meant to be, the first one where several are equally near.
///
/// ```
/// use vpcheck_validate::near_spelling;
///
/// assert_eq!(near_spelling("portRange", ["port-range", "size-limit"]), Some("port-range"));
/// assert_eq!(near_spelling("colour", ["port-range", "size-limit"]), None);
/// ```
#[must_use]
pub fn near_spelling<'c>(text: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    nearest(text, candidates).map(|(candidate, _)| candidate)
}

/// The candidate that is nearest to `text`, the first one where several are equally near.
pub(crate) fn nearest<'c>(text: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<(&'c str, Likeness)> {
    let mut best = None;
    for candidate in candidates {
        let Some((likeness, distance)) = compare(text, candidate) else { continue };
        if best
            .is_none_or(|(_, other, least)| (likeness, std::cmp::Reverse(distance)) > (other, std::cmp::Reverse(least)))
        {
            best = Some((candidate, likeness, distance));
        }
    }
    best.map(|(candidate, likeness, _)| (candidate, likeness))
}

/// How much `text` is like `candidate`, if at all.
pub(crate) fn likeness(text: &str, candidate: &str) -> Option<Likeness> {
    compare(text, candidate).map(|(likeness, _)| likeness)
}

fn compare(text: &str, candidate: &str) -> Option<(Likeness, usize)> {
    if text.len() > LONGEST {
        return None;
    }
    let (text, wanted) = (plain(text), plain(candidate));
    let (letters, wanted_letters) = (text.concat(), wanted.concat());
    if letters == wanted_letters {
        return Some((Likeness::Same, 0));
    }
    let distance = strsim::osa_distance(&letters, &wanted_letters);
    // A third of the letters may differ, so that `tcp` is not taken for `http`.
    let length = letters.chars().count().max(wanted_letters.chars().count());
    if distance * 3 <= length {
        return Some((Likeness::Close, distance));
    }
    let is_part =
        |part: &[String], whole: &[String]| !part.is_empty() && (whole.starts_with(part) || whole.ends_with(part));
    if is_part(&text, &wanted) || is_part(&wanted, &text) || is_start(&letters, &wanted_letters) {
        return Some((Likeness::Close, distance));
    }
    None
}

/// Whether the text is the start of the other, and not much less of it: `ip` of `ipv4`, `host` of `hostname`.
fn is_start(text: &str, whole: &str) -> bool {
    text.len() >= 2 && text.len() * 2 >= whole.len() && whole.starts_with(text)
}

/// The words of a name in lower case: `tunnelId`, `tunnel-id` and `TUNNEL_ID` are all `tunnel`, `id`.
fn plain(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for character in text.chars() {
        if matches!(character, '_' | '-' | '.' | ' ')
            || character.is_whitespace()
            || (character.is_uppercase() && after_lower)
        {
            words.push(String::new());
        }
        after_lower = character.is_lowercase() || character.is_numeric();
        if character.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(character.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness, nearest};

    #[test]
    fn finds_what_was_meant() {
        for (text, candidates, expected) in [
            ("HTTP", ["http", "tcp"].as_slice(), Some(("http", Likeness::Same))),
            (" http", &["http", "tcp"], Some(("http", Likeness::Same))),
            ("https", &["http", "tcp"], Some(("http", Likeness::Close))),
            ("udp", &["http", "tcp"], None),
            ("connectivity", &["http", "tcp"], None),
            ("Verify_Full", &["verify_full", "verify_ca", "disabled"], Some(("verify_full", Likeness::Same))),
            ("verify-ca", &["verify_full", "verify_ca", "disabled"], Some(("verify_ca", Likeness::Same))),
            ("verifyfull", &["verify_full", "verify_ca", "disabled"], Some(("verify_full", Likeness::Same))),
            ("disable", &["verify_full", "verify_ca", "disabled"], Some(("disabled", Likeness::Close))),
            ("strict", &["verify_full", "verify_ca", "disabled"], None),
            ("postgres", &["postgresql", "mysql"], Some(("postgresql", Likeness::Close))),
            ("redis", &["postgresql", "mysql"], None),
            ("", &["postgresql", "mysql"], None),
            ("resolverNetwork", &["network", "resolver_network"], Some(("resolver_network", Likeness::Same))),
            ("tunnelId", &["tunnel_id"], Some(("tunnel_id", Likeness::Same))),
            ("hostName", &["ipv4", "ipv6", "hostname"], Some(("hostname", Likeness::Same))),
            ("tunnelID", &["tunnel_id"], Some(("tunnel_id", Likeness::Same))),
            ("id", &["binding", "service_id"], Some(("service_id", Likeness::Close))),
            ("service", &["binding", "service_id"], Some(("service_id", Likeness::Close))),
            ("port", &["name", "tcp_port"], Some(("tcp_port", Likeness::Close))),
            ("ip", &["ipv4", "ipv6", "hostname"], Some(("ipv4", Likeness::Close))),
            ("host", &["ipv4", "ipv6", "hostname"], Some(("hostname", Likeness::Close))),
            ("tags", &["name", "type", "host"], None),
        ] {
            assert_eq!(nearest(text, candidates.iter().copied()), expected, "{text:?}");
        }
    }

    #[test]
    fn gives_up_on_long_texts() {
        assert_eq!(likeness(&"http".repeat(100_000), "http"), None);
    }
}
