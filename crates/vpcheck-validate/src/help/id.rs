//! Ids that are written another way than the API writes them.

use super::Suggestion;

/// The same id with dashes, where the text has the 32 digits of one.
pub(super) fn suggest(text: &str) -> Option<Suggestion> {
    // What begins like this is the base64 of a JSON object: the token that `cloudflared` is started with.
    if text.starts_with("eyJ") {
        let help = "this looks like the token of the tunnel: its id is listed with the tunnel".to_owned();
        return Some(Suggestion { help, replacement: None });
    }
    let text = text.trim();
    let bare = text
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case("urn:uuid:"))
        .map_or(text, |_| text.get(9..).unwrap_or(text));
    let bare = bare.strip_prefix('{').and_then(|bare| bare.strip_suffix('}')).unwrap_or(bare);
    if bare.len() > 64 || !bare.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
        return None;
    }
    let digits: String = bare.chars().filter(|character| *character != '-').collect();
    if digits.len() != 32 {
        return None;
    }
    let groups: Option<Vec<&str>> =
        [0..8, 8..12, 12..16, 16..20, 20..32].into_iter().map(|range| digits.get(range)).collect();
    let id = groups?.join("-");
    Some(Suggestion { help: format!("write \"{id}\""), replacement: Some(id) })
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn finds_the_digits() {
        let id = "0191dce4-9ab4-7fce-b660-8e5dec5172da";
        for text in [
            "0191dce49ab47fceb6608e5dec5172da",
            "{0191dce4-9ab4-7fce-b660-8e5dec5172da}",
            "urn:uuid:0191dce4-9ab4-7fce-b660-8e5dec5172da",
            "0191dce4-9ab4-7fce-b660-8e5dec5172da\n",
            "0191dce49-ab4-7fce-b660-8e5dec5172da",
        ] {
            assert_eq!(suggest(text).and_then(|suggestion| suggestion.replacement).as_deref(), Some(id), "{text:?}");
        }
        for text in ["", "workers-vpc-tunnel", "g191dce4-9ab4-7fce-b660-8e5dec5172da", "${TUNNEL_ID}"] {
            assert!(suggest(text).is_none(), "{text:?}");
        }
    }
}
