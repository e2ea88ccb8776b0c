use crate::rule::declare_rule;

declare_rule! {
    /// A text that is not Terraform.
    ///
    /// # Why
    ///
    /// A string without its closing quote or in single quotes, a bracket that is not closed, two arguments on one line, a
    /// comma between the arguments of a block or an address that is not in quotes: Terraform refuses the whole module,
    /// and nothing in it is planned.
    ///
    /// What can be read beside the mistake is judged nevertheless. An expression whose value only a run of Terraform can
    /// tell is never a mistake.
    ///
    /// Source: HCL native syntax specification.
    ///
    /// # Fix
    ///
    /// Mend the text at the place of the finding. `terraform fmt` shows whether there is more.
    Error("terraform-syntax") on Terraform {
        good: [r#"
resource "cloudflare_connectivity_directory_service" "web" {
  account_id = var.account_id
  name       = "web-app"
  type       = "http"
  host = {
    ipv4    = "10.0.0.1"
    network = { tunnel_id = cloudflare_zero_trust_tunnel_cloudflared.office.id }
  }
}
"#],
        bad: [r#"
resource "cloudflare_connectivity_directory_service" "web" {
  account_id = var.account_id
  name       = "web-app"
  type       = "http"
  host = {
    ipv4    = 10.0.0.1
    network = { tunnel_id = cloudflare_zero_trust_tunnel_cloudflared.office.id }
  }
}
"# => ""],
    }
}
