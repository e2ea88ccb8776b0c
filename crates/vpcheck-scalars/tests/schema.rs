//! Each value takes the same strings as its definition in the bundled schemas, read by a validator that nobody here wrote.
//!
//! The strings are put together from pieces that have broken such checks before, by a generator with a fixed seed.

use serde_json::{Value, json};
use vpcheck_scalars::address::{explain_ip, explain_ipv4, explain_ipv6};
use vpcheck_scalars::{AccountId, BindingId, BindingName, Hostname, Port, ServiceId, ServiceName, Timestamp, TunnelId};

const SERVICE: &str = include_str!("../../../schema/service.schema.json");
const WRANGLER: &str = include_str!("../../../schema/wrangler.schema.json");

/// How many strings are made for each value.
const STRINGS: usize = 20_000;

/// Takes a string or not.
type Judge = fn(&str) -> bool;

/// A definition by itself, judged without formats: the pattern has to say everything.
fn validator(schema: &str, name: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let definition = &schema["$defs"][name];
    assert!(definition.is_object(), "there is no definition {name}");
    jsonschema::options().should_validate_formats(false).build(definition).expect("the definition is a schema")
}

/// `SplitMix64`: the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("a remainder is below its usize divisor")
    }

    fn choose<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[self.below(choices.len())]
    }

    /// A few pieces in a row, most often few.
    fn pieces(&mut self, pieces: &[&str]) -> String {
        let count = 1 + self.below(4) + if self.below(4) == 0 { self.below(8) } else { 0 };
        (0..count).map(|_| self.choose(pieces)).collect()
    }

    /// A right text with one to three edits, each at a character: something put in, taken out, put in its place or twice.
    fn edited(&mut self, seeds: &[&str], pieces: &[&str]) -> String {
        let mut characters: Vec<String> = self.choose(seeds).chars().map(String::from).collect();
        for _ in 0..self.below(4) {
            let at = self.below(characters.len() + 1);
            match self.below(4) {
                0 => characters.insert(at, self.choose(pieces).to_owned()),
                1 if at < characters.len() => drop(characters.remove(at)),
                2 if at < characters.len() => self.choose(pieces).clone_into(&mut characters[at]),
                _ if at < characters.len() => characters.insert(at, characters[at].clone()),
                _ => {}
            }
        }
        characters.concat()
    }
}

/// Compares a value with a definition.
fn compare(schema: &str, name: &str, seeds: &[&str], pieces: &[&str], takes: Judge) {
    let validator = validator(schema, name);
    let mut numbers = Numbers(name.bytes().map(u64::from).sum());
    let mut valid_strings = 0;
    for seed in seeds {
        assert!(takes(seed), "{name}: {seed:?}");
    }
    for round in 0..STRINGS {
        let text = if round % 2 == 0 { numbers.pieces(pieces) } else { numbers.edited(seeds, pieces) };
        let valid = validator.is_valid(&json!(text));
        assert_eq!(takes(&text), valid, "{name}: {text:?}");
        valid_strings += usize::from(valid);
    }
    assert!(
        (STRINGS / 50..STRINGS * 99 / 100).contains(&valid_strings),
        "{name}: only one verdict is tried, {valid_strings}"
    );
}

/// What nearly every format has been wrong about at some time.
const TRAPS: [&str; 16] =
    ["", "\n", " ", "\t", "\0", "\u{a0}", "\u{200b}", "\u{feff}", "é", "０", "০", "📦", "\u{2028}", "<", ">", "\r\n"];

fn with_traps<'p>(pieces: &[&'p str]) -> Vec<&'p str> {
    pieces.iter().copied().chain(TRAPS).collect()
}

#[test]
fn hostname() {
    let long = "x".repeat(62);
    let longer = "é".repeat(63);
    let full = format!("{0}.{0}.{0}.", "y".repeat(62));
    let pieces = with_traps(&[
        ".", ".", ".", "..", "a", "b", "-", "_", "example", "com", "0", "00", "1", "10", "25", "255", "256", "999",
        "1.2.3", "10.0.0.1", ":", "://", "/", "//", "@", "?", "#", "%", "%20", "\\", ",", "*", "*.", "[", "]", "::1",
        "xn--", "!", "~", "\"", "'", "\u{ad}", "\u{34f}", "\u{180a}", "\u{180b}", "\u{2010}", "\u{2027}", "\u{202e}",
        "\u{2065}", "\u{2070}", "\u{3000}", "\u{3001}", "\u{3164}", "\u{fe0f}", "\u{fe10}", "\u{ffef}", "\u{fffb}",
        "\u{fffc}", "\u{7f}", "\u{85}", "\u{a1}", "。", "．", "K", &long, &longer, &full,
    ]);
    let seeds = [
        "localhost",
        "db.internal.example.com",
        "api.example.com.",
        "10.0.0.256",
        "1.2.3.4.5",
        "bücher.example",
        "_dmarc.example.com",
        &long,
        &full,
    ];
    compare(SERVICE, "Hostname", &seeds, &pieces, |text| text.parse::<Hostname>().is_ok());
}

#[test]
fn hostname_of_every_character() {
    let validator = validator(SERVICE, "Hostname");
    for character in
        ('\0'..=char::MAX).filter(|character| u32::from(*character) < 0x1_1000 || u32::from(*character) % 61 == 0)
    {
        let text = format!("a{character}b");
        assert_eq!(text.parse::<Hostname>().is_ok(), validator.is_valid(&json!(text)), "{text:?}");
    }
}

#[test]
fn hostname_that_is_nearly_an_address() {
    let validator = validator(SERVICE, "Hostname");
    let parts = [
        "", "0", "00", "000000", "1", "01", "0001", "99", "199", "200", "249", "250", "255", "256", "0255", "0256",
        "260", "300", "999", "1000", "a", "1a",
    ];
    let mut numbers = Numbers(1);
    for _ in 0..STRINGS {
        let count = 3 + numbers.below(3);
        let parts: Vec<&str> = (0..count).map(|_| numbers.choose(&parts)).collect();
        let text = parts.join(".") + numbers.choose(&["", "", ".", "..", "\n"]);
        assert_eq!(text.parse::<Hostname>().is_ok(), validator.is_valid(&json!(text)), "{text:?}");
    }
}

const IDS: [&str; 3] = [
    "0191dce4-9ab4-7fce-b660-8e5dec5172da",
    "550E8400-E29B-41D4-A716-446655440000",
    "00000000-0000-0000-0000-000000000000",
];

#[test]
fn tunnel_id_and_service_id() {
    let pieces = with_traps(&[
        "-",
        "--",
        "0",
        "f",
        "F",
        "g",
        "0191dce4",
        "9ab4",
        "-7fce",
        "-b660-",
        "8e5dec5172da",
        "{",
        "}",
        "urn:uuid:",
        "_",
        "0191dce4-9ab4-7fce-b660-",
        "0191dce4-9ab4-7fce-b660-8e5dec5172da",
    ]);
    compare(SERVICE, "TunnelId", &IDS, &pieces, |text| text.parse::<TunnelId>().is_ok());
    compare(SERVICE, "ServiceId", &IDS, &pieces, |text| text.parse::<ServiceId>().is_ok());
}

#[test]
fn account_id() {
    let pieces = with_traps(&["0", "023e105f", "4ecef8ad9ca31a8372d0c353", "éééééééé", "📦📦📦📦📦📦📦📦", "/", ".."]);
    let seeds = ["023e105f4ecef8ad9ca31a8372d0c353", "é23e105f4ecef8ad9ca31a8372d0c35📦", "a"];
    compare(SERVICE, "AccountId", &seeds, &pieces, |text| text.parse::<AccountId>().is_ok());
}

#[test]
fn service_name() {
    // Edits of a name of one character are often the empty string, which is the only one that is refused.
    let pieces = ["", "", "", "", "", "", "", "", "", "a", " ", "\0", "東京"];
    compare(SERVICE, "ServiceName", &["a", "web-app"], &pieces, |text| text.parse::<ServiceName>().is_ok());
}

#[test]
fn binding_name_and_id() {
    let pieces = with_traps(&["<", "<", ">", ">", "<>", "<a>", "YOUR_ID", "", "", "cf1:network"]);
    let seeds = ["PRIVATE_API", "<<a>>", "a<b>", "<a> "];
    compare(WRANGLER, "BindingName", &seeds, &pieces, |text| text.parse::<BindingName>().is_ok());
    compare(WRANGLER, "BindingId", &seeds, &pieces, |text| text.parse::<BindingId>().is_ok());
}

/// A pattern cannot say which minute may have a leap second, so a text with second 60 is judged with second 59. That is the one
/// known difference: `format` says the rest, and the tests of the value itself look at it.
#[test]
fn timestamp() {
    let pieces = with_traps(&[
        "2024",
        "-",
        "-02",
        "-29",
        "-30",
        "-31",
        "02",
        "12",
        "T",
        "t",
        " ",
        "09:30:00",
        "23:59:60",
        "24",
        "60",
        "61",
        ":",
        ".",
        ".5",
        ",5",
        "Z",
        "z",
        "+01:00",
        "-23:59",
        "+24:00",
        "+10:60",
        "2024-01-15",
        "1900-02-29",
        "2000-02-29T",
        "T23:59:59",
        "0000-01-01T00:00:00Z",
    ]);
    let seeds = [
        "2024-01-15T09:30:00Z",
        "2000-02-29t23:59:59.123456789z",
        "1998-12-31T15:59:60.5-08:00",
        "2023-02-28T00:00:00+23:59",
        "2400-02-29T00:00:00Z",
    ];
    let without_leap_second = |text: &str| {
        let mut text = text.to_owned();
        if text.get(17..19) == Some("60")
            && text.parse::<Timestamp>().is_err_and(|error| error.to_string().contains("leap second"))
        {
            text.replace_range(17..19, "59");
        }
        text.parse::<Timestamp>().is_ok()
    };
    compare(SERVICE, "Timestamp", &seeds, &pieces, without_leap_second);
    let validator = validator(SERVICE, "Timestamp");
    assert!(validator.is_valid(&json!("1998-12-31T22:59:60Z")));
    assert!("1998-12-31T22:59:60Z".parse::<Timestamp>().is_err());
}

#[test]
fn timestamp_of_every_day() {
    let validator = validator(SERVICE, "Timestamp");
    for year in ["0000", "0004", "0100", "0400", "1900", "1999", "2000", "2023", "2024", "2096", "2100", "9999"] {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year}-{month:02}-{day:02}T00:00:00Z");
                assert_eq!(text.parse::<Timestamp>().is_ok(), validator.is_valid(&json!(text)), "{text}");
            }
        }
    }
}

#[test]
fn addresses() {
    let pieces = with_traps(&[
        "0",
        "1",
        "00",
        "01",
        "255",
        "256",
        "10.0.0.1",
        "1.2.3.4",
        ".",
        ".",
        ":",
        ":",
        "::",
        ":::",
        "f",
        "ffff",
        "fffff",
        "FE80",
        "g",
        "%eth0",
        "/24",
        ":80",
        "[",
        "]",
        "::ffff:",
        "0:0:0:0:0:0:",
        "1:2:3:4:5:6:7",
        ":8",
        "+1",
        "0x7f",
    ]);
    let v4 = ["10.0.0.1", "255.255.255.255", "0.0.0.0"];
    let v6 = [
        "::",
        "::1",
        "fe80::1",
        "1:2:3:4:5:6:7:8",
        "::ffff:10.0.0.1",
        "1:2:3:4:5:6:1.2.3.4",
        "1::",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
    ];
    let both: Vec<&str> = v4.into_iter().chain(v6).collect();
    compare(SERVICE, "Ipv4Address", &v4, &pieces, |text| explain_ipv4(text).is_none());
    compare(SERVICE, "Ipv6Address", &v6, &pieces, |text| explain_ipv6(text).is_none());
    compare(SERVICE, "IpAddress", &both, &pieces, |text| explain_ip(text).is_none());
}

#[test]
fn port() {
    let validator = validator(SERVICE, "Port");
    for number in (-70_000..=140_000).chain([i64::MIN, i64::MAX]) {
        assert_eq!(Port::try_from(number).is_ok(), validator.is_valid(&json!(number)), "{number}");
    }
}
