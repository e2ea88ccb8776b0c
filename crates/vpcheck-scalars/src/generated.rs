//! Definitions of the bundled schemas that are hand-written types here.
//!
//! Written by `cargo xtask codegen`: change the schema instead.

/// `/$defs/ServiceName` of `service.schema.json`.
pub(crate) const SERVICE_NAME: &str = r#"{"title":"service name","description":"What the service is called. It is unique within an account.","type":"string","minLength":1,"x-type":"ServiceName","x-rule":{"minLength":"empty-name"},"x-correction":[{"published":"no length","reason":"an empty name names nothing","source":"published OpenAPI document, components/schemas/infra_ServiceCommon"}],"examples":["web-app"]}"#;

/// `/$defs/Port` of `service.schema.json`.
pub(crate) const PORT: &str = r#"{"title":"port","description":"A TCP port, from 1 to 65535.","type":"integer","minimum":1,"maximum":65535,"x-type":"Port","x-rule":{"minimum":"port-range","maximum":"port-range"},"x-correction":[{"published":"`minimum` only","reason":"a TCP port has 16 bits","source":"published OpenAPI document, components/schemas/infra_HttpServiceConfig; RFC 9293 section 3.1"}],"examples":[8080]}"#;

/// `/$defs/Hostname` of `service.schema.json`.
pub(crate) const HOSTNAME: &str = r#"{"title":"hostname","description":"A name to look up: labels of 1 to 63 characters with dots between them, 253 characters at most, one trailing dot allowed. No scheme, port, path, address, wildcard, whitespace or invisible character.","type":"string","minLength":1,"maxLength":253,"pattern":"^[^.]{1,63}(?:\\.[^.]{1,63})*\\.?$","not":{"anyOf":[{"pattern":"[\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB%#*,/:<>?@\\[\\\\\\]]"},{"pattern":"^0*(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[0-9]{1,2})(?:\\.0*(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[0-9]{1,2})){3}\\.?$"}]},"x-type":"Hostname","x-rule":{"format":"invalid-hostname"},"x-correction":[{"published":"a plain string","reason":"it holds a hostname; the rule is spelt out because `format` alone asserts nothing","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}],"examples":["db.internal.example.com"]}"#;

/// `/$defs/TunnelId` of `service.schema.json`.
pub(crate) const TUNNEL_ID: &str = r#"{"title":"tunnel id","description":"Identifier of the Cloudflare Tunnel that leads to the private network: a UUID of 8, 4, 4, 4 and 12 hexadecimal digits, in either case.","type":"string","format":"uuid","minLength":36,"maxLength":36,"pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$","x-type":"TunnelId","x-rule":{"format":"invalid-tunnel-id"},"x-correction":[{"published":"`format: uuid` without a pattern","reason":"formats assert nothing by default","source":"published OpenAPI document, components/schemas/infra_Network"}],"examples":["0191dce4-9ab4-7fce-b660-8e5dec5172da"]}"#;

/// `/$defs/Timestamp` of `service.schema.json`.
pub(crate) const TIMESTAMP: &str = r#"{"title":"timestamp","description":"A date and time of RFC 3339 section 5.6 with an offset, on the Gregorian calendar. A leap second ends a day of UTC: it is 23:59:60 there, whatever the offset is.","type":"string","format":"date-time","pattern":"^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$","not":{"pattern":"[^0-9TtZz:.+-]"},"x-type":"Timestamp","x-rule":{"format":"invalid-timestamp"},"examples":["2024-01-15T09:30:00Z"]}"#;

/// `/$defs/AccountId` of `service.schema.json`.
pub(crate) const ACCOUNT_ID: &str = r#"{"title":"account id","description":"Identifier of an account, 32 characters at most, and no step in a path (`.`, `..`).","type":"string","minLength":1,"maxLength":32,"not":{"enum":[".",".."]},"x-type":"AccountId","examples":["023e105f4ecef8ad9ca31a8372d0c353"],"x-correction":[{"published":"`maxLength` on some operations only","reason":"it is the same account everywhere","source":"published OpenAPI document, components/schemas/infra_AccountTag"}]}"#;

/// `/$defs/ServiceId` of `service.schema.json`.
pub(crate) const SERVICE_ID: &str = r#"{"title":"service id","description":"Identifier of a service: a UUID of 8, 4, 4, 4 and 12 hexadecimal digits.","type":"string","format":"uuid","minLength":36,"maxLength":36,"pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$","x-type":"ServiceId","examples":["550e8400-e29b-41d4-a716-446655440000"]}"#;

/// `/$defs/BindingName` of `wrangler.schema.json`.
pub(crate) const BINDING_NAME: &str = r#"{"title":"binding name","description":"Name under which the Worker finds the binding.","type":"string","minLength":1,"not":{"pattern":"^<[^<>]*>$"},"x-type":"BindingName","x-rule":{"minLength":"empty-binding","not":"placeholder"},"examples":["PRIVATE_API"]}"#;

/// `/$defs/BindingId` of `wrangler.schema.json`.
pub(crate) const BINDING_ID: &str = r#"{"title":"id","description":"Identifier of what is bound.","type":"string","minLength":1,"not":{"pattern":"^<[^<>]*>$"},"x-type":"BindingId","x-rule":{"minLength":"empty-binding","not":"placeholder"},"examples":["0199295b-b3ac-7760-8246-bca40877b3e9"]}"#;
