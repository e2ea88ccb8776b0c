use crate::rule::declare_rule;

declare_rule! {
    /// A `created_at` or `updated_at` that is no date and time of RFC 3339.
    ///
    /// # Why
    ///
    /// The API answers `2024-01-15T09:30:00Z`: date, `T`, time and offset, on a day that the calendar has. Without an
    /// offset it would be no point in time. Live answers have whole seconds and `Z`; fractions and other offsets are
    /// accepted. A leap second has to be the last of an hour of UTC.
    ///
    /// Source: `/$defs/Timestamp` of the schema; RFC 3339 section 5.6.
    ///
    /// # Fix
    ///
    /// Write the date and time with `T` between them, and `Z` or an offset such as `+01:00` at the end.
    Error("invalid-timestamp") on Response {
        good: [r#"{"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "created_at": "2024-02-29T09:30:00Z"}"#],
        bad: [
            r#"{"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "created_at": "2024-01-15T09:30:00"}"# => "/created_at",
            r#"{"service_id": "01a0ebf6-0a78-73c3-b7cf-2126eda86c57", "name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "updated_at": "2023-02-29T09:30:00Z"}"# => "/updated_at",
        ],
    }
}
