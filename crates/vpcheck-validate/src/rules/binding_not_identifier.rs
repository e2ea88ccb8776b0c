use crate::rule::{Context, declare_rule, quoted};
use crate::view::{BindingView, Slot};

declare_rule! {
    /// A binding whose name cannot be written as `env.NAME`.
    ///
    /// # Why
    ///
    /// A Worker finds a binding as a property of `env`. A name that is no JavaScript identifier has to be written as
    /// `env["private-api"]`, and one beyond ASCII or equal to a reserved word breaks the types that `wrangler types`
    /// writes. `__proto__` is the prototype of `env` and can never be reached.
    ///
    /// # Fix
    ///
    /// Use letters, digits and underscores, with a letter at the start: `PRIVATE_API`.
    Warning("binding-not-identifier") on Binding(check) {
        good: [
            r#"{"vpc_services": [{"binding": "PRIVATE_API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
            r#"{"vpc_services": [{"binding": "$api1", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
        ],
        bad: [
            r#"{"vpc_services": [{"binding": "private-api", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"# => "/vpc_services/0/binding",
            r#"{"vpc_services": [{"binding": "class", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"# => "/vpc_services/0/binding",
            r#"{"vpc_networks": [{"binding": "__proto__", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"# => "/vpc_networks/0/binding",
        ],
    }
}

/// The words that strict code of a module reserves (ECMA-262, Keywords and Reserved Words).
const RESERVED: &str = "await break case catch class const continue debugger default delete do else enum export \
    extends false finally for function if implements import in instanceof interface let new null package private \
    protected public return static super switch this throw true try typeof var void while with yield";

fn check(binding: &BindingView<'_>, context: &mut Context<'_>) {
    let Slot::Present(name) = binding.binding else { return };
    let reason = if name.value == "__proto__" {
        "which is the prototype of `env`"
    } else if RESERVED.split(' ').any(|word| word == name.value) {
        "a reserved word of JavaScript"
    } else if !is_identifier(name.value) {
        "and `env.NAME` takes ASCII letters, digits and underscores"
    } else {
        return;
    };
    context.report(name, format!("`binding` is {}, {reason}", quoted(name.value)));
}

/// Whether a text is a JavaScript identifier of ASCII characters, or a reserved word.
fn is_identifier(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'$');
    text.bytes().next().is_some_and(letter) && text.bytes().all(|byte| letter(byte) || byte.is_ascii_digit())
}
