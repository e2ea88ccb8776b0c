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

/// How many bytes the letters of a text may take: in lower case at most half as much room again.
const ROOM: usize = LONGEST + LONGEST / 2;

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
    let words = Words::of(text)?;
    let mut best = None;
    for candidate in candidates {
        let Some((likeness, distance)) = Words::of(candidate).and_then(|other| words.compare(&other)) else { continue };
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
    nearest(text, [candidate]).map(|(_, likeness)| likeness)
}

/// The words of a name in lower case: `tunnelId`, `tunnel-id` and `TUNNEL_ID` are all `tunnel`, `id`.
struct Words {
    /// The words without anything between them, and how many bytes they are.
    letters: [u8; ROOM],
    used: usize,
    /// How many characters that is.
    length: usize,
    /// Which letters of the alphabet are among them, as a set of bits.
    alphabet: u32,
    /// Where each word ends, as a set of bits.
    ends: u128,
}

impl Words {
    /// The words of a text that is not too long.
    fn of(text: &str) -> Option<Words> {
        if text.len() > LONGEST {
            return None;
        }
        let mut words = Words { letters: [0; ROOM], used: 0, length: 0, alphabet: 0, ends: 0 };
        let mut after_lower = false;
        for character in text.chars() {
            let is_separator = matches!(character, '_' | '-' | '.') || character.is_whitespace();
            if is_separator || (after_lower && character.is_uppercase()) {
                words.end();
            }
            after_lower = character.is_lowercase() || character.is_numeric();
            match character.to_ascii_lowercase() {
                letter @ 'a'..='z' => {
                    words.alphabet |= 1 << (u32::from(letter) - u32::from('a'));
                    words.push(letter);
                }
                digit @ '0'..='9' => words.push(digit),
                other if !is_separator && other.is_alphanumeric() => {
                    other.to_lowercase().for_each(|letter| words.push(letter));
                }
                _ => {}
            }
        }
        words.end();
        Some(words)
    }

    /// Adds a letter, for which there is room.
    fn push(&mut self, letter: char) {
        if let Some(room) = self.letters.get_mut(self.used..self.used + letter.len_utf8()) {
            letter.encode_utf8(room);
            self.used += room.len();
            self.length += 1;
        }
    }

    fn letters(&self) -> &[u8] {
        self.letters.get(..self.used).unwrap_or_default()
    }

    /// Ends the word, unless nothing of it was there.
    fn end(&mut self) {
        if self.used > 0 {
            self.ends |= bit(self.used);
        }
    }

    /// How much it is like the other, and how many letters differ.
    fn compare(&self, other: &Words) -> Option<(Likeness, usize)> {
        if self.letters() == other.letters() {
            return Some((Likeness::Same, 0));
        }
        // A third of the letters may differ, so that `tcp` is not taken for `http`.
        let most = self.length.max(other.length) / 3;
        let is_related = self.is_part_of(other) || other.is_part_of(self) || self.is_start_of(other);
        // Each letter that only one of them has takes a change of its own.
        let only = (self.alphabet & !other.alphabet).count_ones().max((other.alphabet & !self.alphabet).count_ones());
        if !is_related && (self.length.abs_diff(other.length) > most || only as usize > most) {
            return None;
        }
        // Both are whole characters, one after the other.
        let text = |words| str::from_utf8(Words::letters(words)).unwrap_or_default();
        let distance = strsim::osa_distance(text(self), text(other));
        (is_related || distance <= most).then_some((Likeness::Close, distance))
    }

    /// Whether the other begins or ends with these words.
    fn is_part_of(&self, whole: &Words) -> bool {
        let Some(before) = whole.used.checked_sub(self.used) else { return false };
        let begins = || {
            let ends = whole.ends & (bit(self.used + 1).wrapping_sub(1));
            whole.letters().starts_with(self.letters()) && ends == self.ends
        };
        let finishes = || {
            let starts_a_word = before == 0 || whole.ends & bit(before) != 0;
            whole.letters().ends_with(self.letters()) && starts_a_word && (whole.ends >> before) & !1 == self.ends
        };
        self.ends != 0 && (begins() || finishes())
    }

    /// Whether it is the start of the other, and not much less of it: `ip` of `ipv4`, `host` of `hostname`.
    fn is_start_of(&self, whole: &Words) -> bool {
        let (text, whole) = (self.letters(), whole.letters());
        text.len() >= 2 && text.len() * 2 >= whole.len() && whole.starts_with(text)
    }
}

/// The bit of a place in a text.
fn bit(place: usize) -> u128 {
    u32::try_from(place).ok().and_then(|place| 1_u128.checked_shl(place)).unwrap_or(0)
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
