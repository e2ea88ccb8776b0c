//! Declares a table of the configuration.

/// Declares a table of the configuration: its keys, what they hold and what they mean, once for the reader and for the JSON Schema.
///
/// A required key has to be there. One that may be left out has a type with a default, such as `Vec<T>` or `Given<T>`.
macro_rules! table {
    (
        $(#[$about:meta])*
        $name:ident {
            required { $($(#[$needed_about:meta])* $needed_key:literal => $needed:ident: $needed_type:ty,)* }
            optional { $($(#[$about_key:meta])* $key:literal => $field:ident: $type:ty,)* }
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$needed_about])* #[schemars(rename = $needed_key)] pub(crate) $needed: $needed_type,)*
            $($(#[$about_key])* #[schemars(rename = $key, default)] pub(crate) $field: $type,)*
        }

        impl $name {
            /// Every key, in the order of the declaration.
            pub(crate) const KEYS: &[&str] = &[$($needed_key,)* $($key,)*];
        }

        impl crate::read::Read for $name {
            fn read(
                node: vpcheck_syntax::Node<'_>,
                reader: &mut crate::read::Reader,
            ) -> Option<$name> {
                if node.kind() != vpcheck_syntax::Kind::Object {
                    reader.refuse_kind(node, "a table");
                    return None;
                }
                $(let mut $needed: Option<$needed_type> = None;)*
                $(let mut $field: Option<$type> = None;)*
                for member in node.members() {
                    match member.name {
                        $($needed_key => $needed = crate::read::Read::read(member.value, reader),)*
                        $($key => $field = crate::read::Read::read(member.value, reader),)*
                        _ => reader.refuse_key(member.value, $name::KEYS),
                    }
                }
                $(
                    if $needed.is_none() && node.get($needed_key).is_none() && node.is_complete() {
                        reader.refuse(node, concat!("the key `", $needed_key, "` is missing here"));
                    }
                )*
                Some($name {
                    $($needed: $needed?,)*
                    $($field: $field.unwrap_or_default(),)*
                })
            }
        }
    };
}
pub(crate) use table;
