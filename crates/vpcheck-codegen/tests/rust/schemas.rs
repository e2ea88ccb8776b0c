//! Small schemas of every kind, with texts that they take and refuse.
#![expect(clippy::needless_raw_string_hashes, reason = "texts with and without quotes stand side by side")]

/// A schema whose types are compiled.
pub(crate) struct Case {
    /// The name of its module.
    pub(crate) name: &'static str,
    /// The type that is read.
    pub(crate) root: &'static str,
    pub(crate) schema: &'static str,
    pub(crate) json_schema: bool,
    /// Code that uses the types.
    pub(crate) usage: &'static str,
    /// Texts that are taken, with what is written again; nothing means the same.
    pub(crate) taken: &'static [(&'static str, &'static str)],
    /// Texts that are refused, with a part of the message.
    pub(crate) refused: &'static [(&'static str, &'static str)],
}

/// Schemas that there are types for.
pub(crate) const TAKEN: &[Case] = &[
    Case {
        name: "tree",
        root: "Node",
        schema: r##"{
            "$ref": "#/$defs/Node",
            "$defs": {
                "Node": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "parent": {"$ref": "#/$defs/Node"},
                        "first": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]},
                        "children": {"$ref": "#/$defs/Nodes"},
                        "nested": {"$ref": "#/$defs/Nested"}
                    }
                },
                "Nodes": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
                "Nested": {"type": "array", "items": {"$ref": "#/$defs/Nested"}}
            }
        }"##,
        json_schema: true,
        usage: r#"
            let node = Node::new("a").with_parent(Node::new("b")).with_children(vec![Node::new("c")]);
            assert_eq!(node.parent().map(Node::name), Some("b"));
            assert_eq!(node.children().map(<[Node]>::len), Some(1));
            let schema = schemars::schema_for!(Node).to_value();
            assert_eq!(schema.pointer("/properties/name/type"), Some(&"string".into()), "{schema}");
        "#,
        taken: &[
            (r#"{"name": "a", "children": [{"name": "b", "parent": {"name": "c"}}], "nested": [[], [[]]]}"#, ""),
            (r#"{"name": "a", "first": null, "other": {"a": 1}}"#, r#"{"name": "a"}"#),
            (r#"{"n\u0061me": "\u00fc"}"#, r#"{"name": "ü"}"#),
        ],
        refused: &[
            (r#"{}"#, "`name` is missing: a node needs it"),
            (r#"{"name": null}"#, "invalid type: null"),
            (r#"{"name": "a", "parent": null}"#, ""),
            (r#"{"name": "a", "n\u0061me": "b"}"#, "`name` is there twice"),
            (r#"{"name": "a", "x": {"y": 1, "y": 2}}"#, "`y` is there twice"),
            (r#"{"name": "a", "x": 1, "x": 2}"#, "`x` is there twice"),
            (r#"{"name": "a", "nested": [1]}"#, ""),
            ("[]", "expected a node"),
        ],
    },
    Case {
        name: "shapes",
        root: "Shape",
        schema: r##"{
            "title": "shape",
            "oneOf": [
                {"title": "circle", "type": "object", "required": ["kind", "radius"],
                 "properties": {"kind": {"const": "circle"}, "name": {"type": "string"}, "radius": {"type": "number", "exclusiveMinimum": 0}}},
                {"title": "square", "type": "object", "required": ["kind", "side"], "additionalProperties": false,
                 "properties": {"kind": {"enum": ["square", "box"]}, "name": {"type": "string"}, "side": {"type": "number"}, "radius": {"type": "null"}}},
                {"title": "other", "type": "object", "required": ["kind"],
                 "properties": {"kind": {"type": "string", "not": {"enum": ["circle", "square", "box"]}}, "name": {"type": "string"}}}
            ]
        }"##,
        json_schema: false,
        usage: r###"
            let radius = ShapeCircleRadius::try_from(Finite::from(2)).expect("it is above zero");
            assert!(ShapeCircleRadius::try_from(Finite::from(0)).is_err());
            let shape = Shape::from(ShapeCircle::new(radius).with_name("c"));
            assert_eq!(shape.name(), Some("c"));
            assert_eq!(serde_json::to_string(&shape).ok().as_deref(), Some(r##"{"kind":"circle","name":"c","radius":2}"##));
        "###,
        taken: &[
            (r#"{"radius": 1.5, "kind": "circle"}"#, ""),
            (r#"{"kind": "circle", "radius": 1, "side": "ignored"}"#, r#"{"kind": "circle", "radius": 1}"#),
            (r#"{"side": 2, "kind": "box", "radius": null}"#, r#"{"side": 2, "kind": "box"}"#),
            (r#"{"kind": "line", "radius": -1, "side": [1]}"#, r#"{"kind": "line"}"#),
        ],
        refused: &[
            (r#"{"radius": 1}"#, "`kind` is missing: a shape needs it"),
            (r#"{"kind": 1}"#, "found 1, and `kind` of a shape is `circle`, `square` or `box`, or another string"),
            (r#"{"radius": 0, "kind": "circle"}"#, "a radius is a number more than 0"),
            (r#"{"kind": "circle"}"#, "`radius` is missing: a circle needs it"),
            (r#"{"kind": "square", "side": 1, "radius": 1}"#, "`radius` belongs to a circle, and this is a square"),
            (r#"{"kind": "square", "side": 1, "colour": 1}"#, "there is no member `colour` in a square"),
            (r#"{"kind": "square", "side": 1, "kind": "square"}"#, "`kind` is there twice"),
            (r#"{"kind": "line", "name": 1}"#, ""),
        ],
    },
    Case {
        name: "origins",
        root: "Origin",
        schema: r##"{
            "title": "origin",
            "oneOf": [
                {"title": "address", "type": "object", "required": ["ip", "port"],
                 "properties": {"ip": {"type": "string", "format": "ipv4"}, "port": {"type": "integer", "minimum": 1, "maximum": 65535}, "name": {"type": "null"}}},
                {"title": "alias", "type": "object", "required": ["name"],
                 "properties": {"ip": {"type": "null"}, "port": {"type": "null"}, "name": {"type": "string", "minLength": 1}}}
            ]
        }"##,
        json_schema: false,
        usage: r#"
            let origin = OriginAddress::new(core::net::Ipv4Addr::LOCALHOST, core::num::NonZeroU16::MIN);
            assert_eq!(origin.port().get(), 1);
        "#,
        taken: &[
            (r#"{"port": 80.0, "ip": "10.0.0.1", "name": null}"#, r#"{"ip": "10.0.0.1", "port": 80}"#),
            (r#"{"name": "x", "ip": null}"#, r#"{"name": "x"}"#),
        ],
        refused: &[
            (r#"{}"#, "an origin needs `ip` or `name`"),
            (r#"{"ip": null}"#, "an origin needs `ip` or `name`"),
            (r#"{"ip": "10.0.0.1", "port": 1, "name": "x"}"#, "an origin has both `ip` and `name`: keep one"),
            (r#"{"ip": "10.0.0.1"}"#, "`port` is missing: an address needs it"),
            (r#"{"name": "x", "port": 1}"#, "`port` belongs to an address, and this is an alias"),
            (r#"{"name": ""}"#, "a name is a string of 1 or more characters"),
            (r#"{"ip": "010.0.0.1", "port": 1}"#, ""),
            (r#"{"ip": "10.0.0.1", "port": 0}"#, ""),
            (r#"{"ip": "10.0.0.1", "port": 1.5}"#, ""),
        ],
    },
    Case {
        name: "kinds",
        root: "Kinds",
        schema: r##"{
            "title": "kinds",
            "type": "object",
            "properties": {
                "license": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/License"}, {"type": "array", "items": {"type": "string"}}]},
                "private": {"enum": ["false", "true", true, false]},
                "port": {"type": ["integer", "string", "null"], "minimum": 1, "maxLength": 3},
                "any": true,
                "loose": {"properties": {"a": {"type": "integer"}}},
                "list": {"type": "array", "items": {"type": ["string", "null"]}, "minItems": 1, "maxItems": 2}
            },
            "$defs": {"License": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}
        }"##,
        json_schema: true,
        usage: r#"
            let kinds = Kinds::new().with_license(License::new("MIT"));
            assert!(matches!(kinds.license(), Some(KindsLicense::License(license)) if license.name() == "MIT"));
            assert!(KindsList::try_from(Vec::new()).is_err());
        "#,
        taken: &[
            (r#"{"license": "MIT", "private": true, "port": 80, "any": null, "loose": 5, "list": ["a", null]}"#, ""),
            (
                r#"{"license": {"name": "\u006dit"}, "private": "true", "port": "abc", "any": {"a": [1]}, "loose": {"a": 1}}"#,
                "",
            ),
            (
                r#"{"license": ["a"], "port": null, "loose": [{}], "any": 1.5}"#,
                r#"{"license": ["a"], "loose": [{}], "any": 1.5}"#,
            ),
        ],
        refused: &[
            (r#"{"license": 1}"#, "expected"),
            (r#"{"license": {}}"#, "`name` is missing: a license needs it"),
            (r#"{"private": "maybe"}"#, ""),
            (r#"{"private": 1}"#, ""),
            (r#"{"port": 0}"#, ""),
            (r#"{"port": "abcd"}"#, ""),
            (r#"{"port": true}"#, ""),
            (r#"{"loose": {"a": "1"}}"#, ""),
            (r#"{"any": {"a": 1, "a": 1}}"#, "`a` is there twice"),
            (r#"{"list": []}"#, "a list has 1 to 2 items"),
            (r#"{"list": [null, null, null]}"#, ""),
        ],
    },
    Case {
        name: "numbers",
        root: "Numbers",
        schema: r##"{
            "title": "numbers",
            "type": "object",
            "additionalProperties": {"type": "integer"},
            "required": ["always", "nothing"],
            "properties": {
                "always": {"type": ["integer", "null"]},
                "nothing": {"type": "null"},
                "byte": {"type": "integer", "minimum": 0, "maximum": 255},
                "signed": {"type": "integer", "minimum": -128, "maximum": 127},
                "positive": {"type": "integer", "minimum": 1},
                "page": {"type": "integer", "minimum": 1, "maximum": 1000},
                "level": {"enum": [1, 2, 3]},
                "yes": {"const": true},
                "version": {"const": 2},
                "share": {"type": "number", "minimum": 0, "maximum": 1},
                "free": {"type": "number"}
            }
        }"##,
        json_schema: false,
        usage: r#"
            let numbers = Numbers::new(None).with_byte(255_u8).with_signed(-1_i8).with_positive(core::num::NonZeroU64::MIN);
            assert_eq!(numbers.always(), None);
            assert_eq!(u16::from(NumbersPage::try_from(7_u16).expect("it is in the range")), 7);
            assert!(numbers.with_additional([("byte".to_owned(), 1)].into()).is_err());
        "#,
        taken: &[
            (
                r#"{"always": 1, "nothing": null, "byte": 255, "signed": -128, "positive": 18446744073709551615, "page": 1000, "more": 5}"#,
                "",
            ),
            (
                r#"{"always": null, "nothing": null, "level": 2.0, "yes": true, "version": 2, "share": 0.5, "free": -1e300}"#,
                r#"{"always": null, "nothing": null, "level": 2, "yes": true, "version": 2, "share": 0.5, "free": -1e300}"#,
            ),
        ],
        refused: &[
            (r#"{"nothing": null}"#, "`always` is missing"),
            (r#"{"always": 1}"#, "`nothing` is missing"),
            (r#"{"always": 1, "nothing": 0}"#, ""),
            (r#"{"always": 1, "nothing": null, "byte": 256}"#, ""),
            (r#"{"always": 1, "nothing": null, "byte": -1}"#, ""),
            (r#"{"always": 1, "nothing": null, "positive": 0}"#, ""),
            (r#"{"always": 1, "nothing": null, "page": 1001}"#, "a page is an integer from 1 to 1000"),
            (r#"{"always": 1, "nothing": null, "level": 4}"#, ""),
            (r#"{"always": 1, "nothing": null, "yes": false}"#, ""),
            (r#"{"always": 1, "nothing": null, "version": 3}"#, ""),
            (r#"{"always": 1, "nothing": null, "share": 1.1}"#, ""),
            (r#"{"always": 1, "nothing": null, "more": "5"}"#, ""),
            (r#"{"always": 1, "nothing": null, "more": 5, "more": 5}"#, "`more` is there twice"),
        ],
    },
    Case {
        name: "texts",
        root: "Texts",
        schema: r##"{
            "title": "texts",
            "type": "object",
            "additionalProperties": false,
            "properties": {
                "mode": {"$ref": "#/$defs/Mode"},
                "tag": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 4},
                "at": {"type": "string", "format": "date-time"},
                "id": {"type": "string", "format": "uuid"},
                "host": {"type": "string", "format": "hostname"},
                "v6": {"type": "string", "format": "ipv6"},
                "type": {"type": "string"},
                "Type": {"type": "string"},
                "with_type": {"type": "string"},
                "$3d-é": {"type": "string"},
                "map": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Mode"}},
                "self": {"type": "string"},
                "new": {"type": "string"}
            },
            "$defs": {
                "Mode": {"enum": ["a", "A", "", "3d", "self", "*", "Other"], "default": "a"},
                "String": {"type": "string", "minLength": 1}
            }
        }"##,
        json_schema: true,
        usage: r#"
            assert_eq!(Mode::default().as_str(), "a");
            assert_eq!(Mode::ALL.map(Mode::as_str), ["a", "A", "", "3d", "self", "*", "Other"]);
            assert_eq!("*".parse::<Mode>().map(|mode| mode.to_string()).as_deref(), Ok("*"));
            assert_eq!("b".parse::<Mode>().map_err(|error| error.to_string()), Err("a mode is `a`, `A`, ``, `3d`, `self`, `*` or `Other`".to_owned()));
            let texts = Texts::new().with_type_("t").with_mode(Mode::A);
            assert_eq!(texts.type_(), Some("t"));
            assert!("a".parse::<String2>().is_ok() && "".parse::<String2>().is_err());
        "#,
        taken: &[
            (
                r#"{"mode": "3d", "tag": "abc", "at": "2024-02-29T09:30:00Z", "id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}"#,
                "",
            ),
            (
                r#"{"host": "a-b.example", "v6": "::1", "type": "a", "Type": "b", "with_type": "c", "$3d-é": "d", "map": {"x": "*"}}"#,
                "",
            ),
            (r#"{"self": "a", "new": "b"}"#, ""),
        ],
        refused: &[
            (r#"{"mode": "B"}"#, "found \"B\", and a mode is"),
            (r#"{"tag": "abcde"}"#, ""),
            (r#"{"tag": "a1"}"#, ""),
            (r#"{"at": "2023-02-29T09:30:00Z"}"#, "a date and time of RFC 3339"),
            (r#"{"id": "0191dce49ab47fceb6608e5dec5172da"}"#, "a UUID"),
            (r#"{"host": "-a"}"#, "a hostname"),
            (r#"{"v6": "fe80::1%eth0"}"#, ""),
            (r#"{"typ": "a"}"#, "there is no member `typ` in texts"),
            (r#"{"map": {"x": "x"}}"#, ""),
            (r#"{"map": {"x": "a", "x": "a"}}"#, "`x` is there twice"),
        ],
    },
    Case {
        name: "buffered",
        root: "Buffered",
        schema: r##"{
            "title": "buffered",
            "oneOf": [
                {"title": "one", "type": "object", "required": ["kind", "value"],
                 "properties": {"kind": {"const": "one"}, "value": {"type": "array", "items": {"type": "integer"}}}},
                {"title": "two", "type": "object", "required": ["kind"],
                 "properties": {"kind": {"const": "two"}, "value": {"type": ["string", "null"]}}},
                {"title": "three", "type": "object", "required": ["kind"], "properties": {"kind": {"const": "three"}}}
            ]
        }"##,
        json_schema: false,
        usage: "",
        taken: &[
            (r#"{"value": [1, 2.0], "kind": "one"}"#, r#"{"value": [1, 2], "kind": "one"}"#),
            (r#"{"value": "x", "kind": "two"}"#, ""),
            (r#"{"value": null, "kind": "two"}"#, r#"{"kind": "two"}"#),
            (r#"{"value": {"any": 1}, "kind": "three"}"#, r#"{"kind": "three"}"#),
        ],
        refused: &[
            (r#"{"value": "x", "kind": "one"}"#, ""),
            (r#"{"value": null, "kind": "one"}"#, "`value` is missing"),
            (r#"{"value": [1], "kind": "two"}"#, ""),
            (r#"{"value": {"a": 1, "a": 1}, "kind": "three"}"#, "`a` is there twice"),
        ],
    },
    Case {
        name: "extras",
        root: "Extras",
        schema: r##"{
            "title": "extras",
            "oneOf": [
                {"title": "loose", "type": "object", "required": ["kind"], "properties": {"kind": {"const": "loose"}}},
                {"title": "typed", "type": "object", "required": ["kind"], "additionalProperties": {"type": "integer"},
                 "properties": {"kind": {"enum": ["typed", 2]}}},
                {"title": "closed", "type": "object", "required": ["kind"], "additionalProperties": false,
                 "properties": {"kind": {"const": true}}}
            ]
        }"##,
        json_schema: false,
        usage: "",
        taken: &[
            (r#"{"a": "x", "kind": "loose"}"#, r#"{"kind": "loose"}"#),
            (r#"{"a": 1, "kind": "typed", "b": 2.0}"#, r#"{"a": 1, "b": 2, "kind": "typed"}"#),
            (r#"{"a": 1, "kind": 2}"#, ""),
            (r#"{"kind": true}"#, ""),
        ],
        refused: &[
            (r#"{"a": "x", "kind": "typed"}"#, ""),
            (r#"{"a": 1, "kind": true}"#, "there is no member `a` in a closed"),
            (r#"{"a": 1, "a": 1, "kind": "loose"}"#, "`a` is there twice"),
            (r#"{"kind": false}"#, ""),
        ],
    },
    Case {
        name: "directions",
        root: "Request",
        schema: r##"{
            "$ref": "#/$defs/Request",
            "$defs": {
                "Request": {
                    "x-direction": "request", "type": "object", "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "id": {"type": "string", "readOnly": true},
                        "size": {"type": ["integer", "null"], "minimum": 0, "readOnly": true},
                        "secret": {"type": "string", "writeOnly": true}
                    }
                }
            }
        }"##,
        json_schema: false,
        usage: r#"let _ = Request::new("a").with_secret("s");"#,
        taken: &[(r#"{"name": "a", "id": "x", "size": null, "secret": "s"}"#, r#"{"name": "a", "secret": "s"}"#)],
        refused: &[
            (r#"{"name": "a", "id": 1}"#, "expected a string"),
            (r#"{"name": "a", "id": null}"#, ""),
            (r#"{"name": "a", "size": -1}"#, ""),
            (r#"{"name": "a", "id": "x", "id": "x"}"#, "`id` is there twice"),
        ],
    },
    Case {
        name: "words",
        root: "Words",
        schema: r##"{
            "title": "words",
            "type": "object",
            "properties": {
                "not": {"type": "string", "not": {"pattern": "^a"}},
                "neither": {"type": "string", "not": {"anyOf": [{"pattern": "^a"}, {"pattern": "z$"}]}},
                "either": {"type": "string", "anyOf": [{"pattern": "^a"}, {"pattern": "z$"}]},
                "x": {"type": "string", "x-type": "Hidden", "not": {"pattern": "^a"}},
                "set": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
                "some": {"type": "object", "minProperties": 1, "maxProperties": 2, "additionalProperties": {"type": "integer"}},
                "keys": {"type": "object", "patternProperties": {"^k": {"type": "integer"}}, "additionalProperties": false}
            }
        }"##,
        json_schema: false,
        usage: "",
        taken: &[
            (r#"{"not": "ba", "neither": "b", "either": "az", "x": "b"}"#, ""),
            (r#"{"either": "a"}"#, ""),
            (r#"{"either": "z"}"#, ""),
            (r#"{"set": ["a", "b", ""]}"#, ""),
            (r#"{"some": {"a": 1}}"#, ""),
            (r#"{"keys": {"k1": 1, "k2": 2}}"#, ""),
        ],
        refused: &[
            (r#"{"not": "ab"}"#, ""),
            (r#"{"neither": "a"}"#, ""),
            (r#"{"neither": "z"}"#, ""),
            (r#"{"either": "b"}"#, ""),
            (r#"{"x": "a"}"#, ""),
            (r#"{"set": ["a", "b", "a"]}"#, ""),
            (r#"{"some": {}}"#, ""),
            (r#"{"some": {"a": 1, "b": 2, "c": 3}}"#, ""),
            (r#"{"keys": {"l": 1}}"#, ""),
            (r#"{"keys": {"k": "1"}}"#, ""),
        ],
    },
    Case {
        name: "by_name",
        root: "ByName",
        schema: r##"{
            "title": "by name",
            "oneOf": [
                {"title": "extended", "type": "object", "required": ["kind"], "additionalProperties": false,
                 "properties": {"kind": {"const": "extended"}, "x-size": {"type": "integer"}}, "patternProperties": {"^x-": {}}},
                {"title": "counted", "type": "object", "required": ["kind"], "additionalProperties": false,
                 "properties": {"kind": {"const": "counted"}},
                 "patternProperties": {"^x-": {}, "^n-": {"type": "integer"}, "^x-no$": false}},
                {"title": "open", "type": "object", "required": ["kind", "only"],
                 "properties": {"kind": {"const": "open"}, "only": {"type": "string"}},
                 "patternProperties": {"^n-": {"type": "integer"}}}
            ]
        }"##,
        json_schema: false,
        usage: "",
        taken: &[
            (r#"{"x-a": [1], "kind": "extended", "x-size": 1}"#, ""),
            (r#"{"n-a": 1, "x-a": [1], "kind": "counted"}"#, r#"{"n-a": 1, "kind": "counted"}"#),
            (
                r#"{"n-a": 1, "x-a": [1], "kind": "open", "only": "b", "c": 1}"#,
                r#"{"n-a": 1, "kind": "open", "only": "b"}"#,
            ),
            (r#"{"kind": "counted", "x-size": "a"}"#, r#"{"kind": "counted"}"#),
        ],
        refused: &[
            (r#"{"kind": "extended", "x-size": "a"}"#, ""),
            (r#"{"kind": "extended", "a": 1}"#, "there is no member `a` in an extended"),
            (r#"{"kind": "extended", "only": "a"}"#, "there is no member `only` in an extended"),
            (r#"{"kind": "counted", "n-a": "1"}"#, ""),
            (r#"{"kind": "counted", "x-no": 1}"#, "there is no member `x-no` in a counted"),
            (r#"{"kind": "counted", "only": "a"}"#, ""),
            (r#"{"kind": "open", "only": "a", "n-a": "1"}"#, ""),
            (r#"{"kind": "counted", "x-a": 1, "x-a": 1}"#, "`x-a` is there twice"),
        ],
    },
    Case {
        name: "older",
        root: "Older",
        schema: r##"{
            "$schema": "http://json-schema.org/draft-04/schema#",
            "id": "https://example.com/older.json",
            "title": "older",
            "type": "object",
            "definitions": {"even": {"type": "integer", "minimum": 0, "exclusiveMinimum": true, "multipleOf": 2}},
            "properties": {
                "even": {"$ref": "https://example.com/older.json#/definitions/even"},
                "share": {"type": "number", "maximum": 1, "exclusiveMaximum": true, "minimum": 0, "exclusiveMinimum": false},
                "steps": {"type": "array", "uniqueItems": true},
                "either": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
                           "not": {"required": ["c"]}},
                "word": {"oneOf": [{"enum": ["any"]}, {"type": "string", "pattern": "^b"}, {"type": "string", "pattern": "^c"}]}
            },
            "_enum": ["left alone"]
        }"##,
        json_schema: false,
        usage: "assert!(OlderSteps::try_from(vec![1.into(), 1.0.into()]).is_err());",
        taken: &[
            (
                r#"{"even": 2, "share": 0, "steps": [1, "1", [1], {"a": 1}, {"a": 2}], "either": {"a": "", "d": 1}}"#,
                r#"{"even": 2, "share": 0, "steps": [1, "1", [1], {"a": 1}, {"a": 2}], "either": {"a": ""}}"#,
            ),
            (r#"{"word": "any"}"#, ""),
            (r#"{"word": "ba"}"#, ""),
            (r#"{"word": "c"}"#, ""),
        ],
        refused: &[
            (r#"{"even": 0}"#, ""),
            (r#"{"even": 3}"#, "a multiple of 2"),
            (r#"{"share": 1}"#, ""),
            (r#"{"steps": [{"a": [1], "b": 2}, {"b": 2.0, "a": [1.0]}]}"#, "items that all differ"),
            (r#"{"either": {"c": 1}}"#, ""),
            (r#"{"word": "another"}"#, ""),
        ],
    },
    Case {
        name: "named",
        root: "Named",
        schema: r##"{
            "title": "named",
            "type": "object",
            "properties": {"a1": {"type": "integer"}, "B": {"type": "integer"}},
            "propertyNames": {"pattern": "^[a-z][0-9]*$", "maxLength": 3, "not": {"enum": ["no"]}},
            "additionalProperties": {"type": "string"}
        }"##,
        json_schema: false,
        usage: r#"
            let more = |name: &str| Named::new().with_additional([(name.to_owned(), "a".to_owned())].into());
            assert!(more("b").is_ok() && more("C").is_err() && more("a1").is_err());
        "#,
        taken: &[(r#"{"a1": 1, "b": "c", "b12": ""}"#, ""), ("{}", "")],
        refused: &[
            (r#"{"B": 1}"#, ""),
            (r#"{"a1": "1"}"#, ""),
            (r#"{"C": "a"}"#, "there is no member `C` in a named"),
            (r#"{"a123": "a"}"#, "there is no member `a123`"),
            (r#"{"b": 1}"#, ""),
            (r#"{"b": "", "b": ""}"#, "`b` is there twice"),
        ],
    },
];

/// Schemas that have no types, with the place of the first refusal.
pub(crate) const REFUSED: &[(&str, &str)] = &[
    (r#"{"title": "A", "type": "object", "properties": {"a": {"enum": [[1], "a"]}}}"#, "/properties/a"),
    (r#"{"title": "A", "type": "object", "properties": {"a": {"enum": [1.5]}}}"#, "/properties/a"),
    (r#"{"title": "A", "type": "object", "properties": {"a": {"const": {"b": 1}}}}"#, "/properties/a"),
    (r#"{"title": "A", "type": "object", "properties": {"a": {"type": "integer", "minimum": 1e30}}}"#, "/properties/a"),
    (
        r#"{"title": "A", "type": "object", "properties": {"a": {"type": "array", "items": false}}}"#,
        "/properties/a/items",
    ),
    // Items that differ in a member which is not kept would be the same.
    (
        r#"{"title": "A", "type": "object", "properties": {"a": {"type": "array", "uniqueItems": true,
            "items": {"type": "object", "properties": {"b": {"type": "string"}}}}}}"#,
        "/properties/a",
    ),
    (r#"{"title": "A", "type": "object", "properties": {"b": {"type": "string"}}, "minProperties": 1}"#, ""),
    (
        r#"{"title": "A", "type": "object", "patternProperties": {"^a": {"type": "string"}, "^b": {"type": "integer"}}}"#,
        "",
    ),
];
