use crate::rule::{Context, declare_rule, quoted};
use crate::view::{ResourceView, Slot};

declare_rule! {
    /// An `account_id` of a Terraform resource that is not 32 hexadecimal digits.
    ///
    /// # Why
    ///
    /// The API gives accounts ids of 32 hexadecimal digits. Its description promises only that they have 32 characters at most, so
    /// another one is no error; it is most likely the name of the account or the id of something else.
    ///
    /// # Fix
    ///
    /// Put the id of the account in its place: the dashboard shows it, and `wrangler whoami` prints it.
    Warning("account-id-not-hex") on Resource(check) {
        good: [r#"{"account_id": "023e105f4ecef8ad9ca31a8372d0c353"}"#, r#"{"http_port": 80}"#],
        bad: [
            r#"{"account_id": "my-account"}"# => "/account_id",
            r#"{"account_id": "023e105f4ecef8ad9ca31a8372d0c35"}"# => "/account_id",
        ],
    }
}

/// How many digits the id of an account has.
const DIGITS: usize = 32;

fn check(resource: &ResourceView<'_>, context: &mut Context<'_>) {
    let Slot::Present(id) = resource.account_id else { return };
    if id.value.len() != DIGITS || !id.value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let message =
            format!("`account_id` is {}, and the id of an account has {DIGITS} hexadecimal digits", quoted(id.value));
        context.report(id, message).help("`wrangler whoami` prints the ids of your accounts");
    }
}
