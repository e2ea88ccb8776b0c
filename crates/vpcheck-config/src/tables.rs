//! The tables of a configuration file. Their documentation is what the JSON Schema says.

use crate::read::{Given, Placed, table};
use crate::value::{
    Accounts, Date, Globs, Network, PathOfFile, Pattern, Pointer, Ports, RuleId, Severities, TlsMode, Tunnels,
};

table! {
    /// Configuration of vpcheck: `vpcheck.toml` or `.vpcheck.toml`, for the files below its directory.
    #[derive(Default)]
    ConfigurationFile {
        required {}
        optional {
            /// Only these files are looked at in directories; all of them, if none are given.
            "include" => include: Globs,
            /// These files are not looked at in directories.
            "exclude" => exclude: Globs,
            /// The account that the services below some paths belong to. Names of services have to differ within an account only. Where
            /// several match a path, the first one counts.
            "accounts" => accounts: Accounts,
            /// What the findings of a rule weigh, or `off`. A rule that is off by default is on when it is given a severity.
            "rules" => rules: Severities,
            /// Other severities for some paths. Where several match a path, the last one counts.
            "overrides" => overrides: Vec<Overrides>,
            /// What an organisation allows in a service.
            "policy" => policy: PolicyTable,
            /// Findings to hide in files that cannot have comments.
            "ignore" => ignore: Vec<Placed<Ignore>>,
        }
    }
}

table! {
    /// Other severities for some paths.
    Overrides {
        required {
            /// The paths.
            "paths" => paths: Globs,
            /// What the findings of a rule weigh there, or `off`.
            "rules" => rules: Severities,
        }
        optional {}
    }
}

table! {
    /// What an organisation allows in a service.
    #[derive(Default)]
    PolicyTable {
        required {}
        optional {
            /// Addresses that a host may have in `ipv4` and `ipv6`.
            "addresses" => addresses: Ranges,
            /// Addresses that `resolver_ips` may have.
            "resolvers" => resolvers: Ranges,
            /// Tunnels that may be used: their ids, each under a name that people know.
            "tunnels" => tunnels: Given<Tunnels>,
            /// A regular expression that has to match somewhere in `name`; put it between `^` and `$` where it is about the whole name.
            "names" => names: Given<Pattern>,
            /// Values that `cert_verification_mode` may have.
            "tls-modes" => tls_modes: Given<Vec<TlsMode>>,
            /// Ports that may be used.
            "ports" => ports: PortsByMember,
            /// A JSON Schema that each service has to follow as well: the path of its file from the directory of the configuration.
            "schema" => schema: Given<PathOfFile>,
        }
    }
}

table! {
    /// Ranges of addresses.
    #[derive(Default)]
    Ranges {
        required {}
        optional {
            /// An address has to be in one of these ranges; any will do, if the key is not there.
            "allow" => allow: Given<Vec<Network>>,
            /// An address may be in none of these ranges.
            "deny" => deny: Vec<Network>,
        }
    }
}

table! {
    /// Ports that may be used, by the member that has them.
    #[derive(Default)]
    PortsByMember {
        required {}
        optional {
            /// For `http_port`.
            "http" => http: Given<Ports>,
            /// For `https_port`.
            "https" => https: Given<Ports>,
            /// For `tcp_port`.
            "tcp" => tcp: Given<Ports>,
        }
    }
}

table! {
    /// Findings to hide in a file that cannot have comments.
    Ignore {
        required {
            /// The file, from the directory of the configuration.
            "path" => path: PathOfFile,
            /// The rules whose findings are hidden.
            "rules" => rules: Vec<Placed<RuleId>>,
        }
        optional {
            /// The value that the findings are about, as a JSON Pointer; those about what is in it are hidden too. Without it, the whole file
            /// is meant.
            "pointer" => pointer: Pointer,
            /// Why they are hidden. Without a reason there is a warning.
            "reason" => reason: Given<String>,
            /// The last day on which they are hidden.
            "until" => until: Given<Placed<Date>>,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ConfigurationFile, Ignore, Overrides, PolicyTable, PortsByMember, Ranges};

    /// The keys of each object in the schema that takes no others, by where it is.
    fn keys_in_schema(schema: &serde_json::Value) -> BTreeMap<String, Vec<String>> {
        let definitions = schema["$defs"].as_object().expect("there are definitions").iter();
        let tables = definitions.map(|(name, table)| (name.as_str(), table)).chain([("ConfigurationFile", schema)]);
        let keys = |table: &serde_json::Value| -> Option<Vec<String>> {
            let names = table["properties"].as_object()?.keys().cloned().collect();
            (table["additionalProperties"] == false).then_some(names)
        };
        tables.filter_map(|(name, table)| Some((name.to_owned(), keys(table)?))).collect()
    }

    #[test]
    fn the_reader_and_the_schema_have_the_same_keys() {
        let schema = serde_json::from_str(&crate::json_schema()).expect("the schema is JSON");
        let mut in_schema = keys_in_schema(&schema);
        in_schema.remove("Severities").expect("rules are weighed in a table of their own");
        let in_reader = [
            ("ConfigurationFile", ConfigurationFile::KEYS),
            ("Ignore", Ignore::KEYS),
            ("Overrides", Overrides::KEYS),
            ("PolicyTable", PolicyTable::KEYS),
            ("PortsByMember", PortsByMember::KEYS),
            ("Ranges", Ranges::KEYS),
        ];
        let sorted = |keys: &[&str]| {
            let mut keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
            keys.sort();
            keys
        };
        let in_reader: BTreeMap<_, _> =
            in_reader.into_iter().map(|(name, keys)| (name.to_owned(), sorted(keys))).collect();
        for keys in in_schema.values_mut() {
            keys.sort();
        }
        assert_eq!(in_schema, in_reader);
    }
}
