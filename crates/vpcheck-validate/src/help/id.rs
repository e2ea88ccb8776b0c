//! Ids that are written another way than the API writes them, and texts that are no ids at all.

use vpcheck_scalars::ServiceId;

use super::Suggestion;

/// Where the ids of tunnels are found.
pub(crate) const TUNNELS: &str = "`cloudflared tunnel list` prints the ids of your tunnels";

/// Where the ids of services are found.
pub(crate) const SERVICES: &str = "`wrangler vpc service list` prints the ids of your services";

/// How many characters a UUID has.
const LENGTH: usize = 36;

/// What was meant by a text that is no UUID, as far as that can be seen; `listing` says where the ids are found.
pub(crate) fn suggest(text: &str, listing: &str) -> Option<Suggestion> {
    let because = |help: &str| Some(Suggestion { help: help.to_owned(), replacement: None });
    // What begins like this is the base64 of a JSON object: the token that `cloudflared` is started with.
    if text.starts_with("eyJ") {
        return because(&format!("this looks like the token of a tunnel, which is a secret: {listing}"));
    }
    if ["${", "$(", "{{"].iter().any(|start| text.trim_start().starts_with(start)) {
        return because("this looks like a variable that nothing replaced: put the id in its place");
    }
    if let Some(id) = digits(text) {
        return Some(Suggestion { help: format!("write \"{id}\""), replacement: Some(id) });
    }
    if let Some(id) = inner(text) {
        return because(&format!("write the id alone: \"{id}\""));
    }
    let is_name = !text.trim().is_empty() && !text.starts_with('<') && !text.chars().all(is_of_an_id);
    if is_name { because(listing) } else { None }
}

fn is_of_an_id(character: char) -> bool {
    character.is_ascii_hexdigit() || character == '-'
}

/// The same id with its dashes, where the text has the 32 digits of one and nothing else that counts.
fn digits(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case("urn:uuid:"))
        .map_or(text, |_| text.get(9..).unwrap_or(text));
    let bare = bare.strip_prefix('{').and_then(|bare| bare.strip_suffix('}')).unwrap_or(bare);
    let bare = bare.strip_prefix('"').and_then(|bare| bare.strip_suffix('"')).unwrap_or(bare);
    // A dash that was typeset is one as well.
    let is_dash = |character: char| matches!(character, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    if bare.len() > 64 || !bare.chars().all(|character| character.is_ascii_hexdigit() || is_dash(character)) {
        return None;
    }
    let digits: String = bare.chars().filter(|character| !is_dash(*character)).collect();
    if digits.len() != 32 {
        return None;
    }
    let groups: Option<Vec<&str>> =
        [0..8, 8..12, 12..16, 16..20, 20..32].into_iter().map(|range| digits.get(range)).collect();
    Some(groups?.join("-"))
}

/// The id in a longer text, such as an address of the dashboard.
fn inner(text: &str) -> Option<String> {
    let ids = (0..text.len()).filter_map(|start| text.get(start..start + LENGTH));
    // The first dash tells apart nearly all that is none.
    let mut ids = ids.filter(|part| part.as_bytes().get(8) == Some(&b'-') && part.parse::<ServiceId>().is_ok());
    let id = ids.next()?;
    // Of two, which one was meant cannot be seen.
    ids.next().is_none().then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{TUNNELS, suggest};

    const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

    #[test]
    fn finds_the_digits() {
        for text in [
            "0191dce49ab47fceb6608e5dec5172da",
            "{0191dce4-9ab4-7fce-b660-8e5dec5172da}",
            "\"0191dce4-9ab4-7fce-b660-8e5dec5172da\"",
            "urn:uuid:0191dce4-9ab4-7fce-b660-8e5dec5172da",
            "0191dce4-9ab4-7fce-b660-8e5dec5172da\n",
            "0191dce49-ab4-7fce-b660-8e5dec5172da",
            "0191dce4_9ab4_7fce_b660_8e5dec5172da",
            "0191dce4–9ab4–7fce–b660–8e5dec5172da",
        ] {
            let found = suggest(text, TUNNELS).and_then(|suggestion| suggestion.replacement);
            assert_eq!(found.as_deref(), Some(ID), "{text:?}");
        }
    }

    #[test]
    fn says_what_it_is_instead() {
        let variable = "this looks like a variable that nothing replaced: put the id in its place";
        for (text, help) in [
            ("", None),
            (" ", None),
            ("0191dce4", None),
            ("<YOUR_TUNNEL_ID>", None),
            ("workers-vpc-tunnel", Some(TUNNELS)),
            ("g191dce4-9ab4-7fce-b660-8e5dec5172da", Some(TUNNELS)),
            ("${TUNNEL_ID}", Some(variable)),
            ("{{ tunnel_id }}", Some(variable)),
            (
                "eyJhIjoiNDMzYyJ9",
                Some(
                    "this looks like the token of a tunnel, which is a secret: `cloudflared tunnel list` prints the ids of your tunnels",
                ),
            ),
            (
                "0191dce4-9ab4-7fce-b660-8e5dec5172da.cfargotunnel.com",
                Some("write the id alone: \"0191dce4-9ab4-7fce-b660-8e5dec5172da\""),
            ),
            ("0191dce4-9ab4-7fce-b660-8e5dec5172da,0191dce4-9ab4-7fce-b660-8e5dec5172da", Some(TUNNELS)),
        ] {
            let found = suggest(text, TUNNELS);
            assert_eq!(found.as_ref().map(|found| found.help.as_str()), help, "{text:?}");
            assert!(found.is_none_or(|found| found.replacement.is_none()), "{text:?}");
        }
    }
}
