terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.13"
    }
  }
}

variable "account_id" {
  type = string
}

variable "port" {
  type    = number
  default = 443
}

locals {
  mode = "verify_full"
  internal = {
    metrics = { address = "10.0.4.10", port = 9090 }
    logs    = { address = "10.0.4.300", port = 3100 }
  }
}

resource "cloudflare_zero_trust_tunnel_cloudflared" "main" {
  account_id = var.account_id
  name       = "main"
}

resource "cloudflare_connectivity_directory_service" "internal" {
  for_each   = local.internal
  account_id = var.account_id
  name       = each.key
  type       = "http"
  http_port  = each.value.port

  host = {
    ipv4    = each.value.address
    network = { tunnel_id = cloudflare_zero_trust_tunnel_cloudflared.main.id }
  }
}

resource "cloudflare_connectivity_directory_service" "shop" {
  account_id = var.account_id
  name       = "shop-${terraform.workspace}"
  type       = "http"
  https_port = var.port

  host = {
    hostname = "shop.corp.example.com"
    resolver_network = {
      tunnel_id    = cloudflare_zero_trust_tunnel_cloudflared.main.id
      resolver_ips = ["10.0.0.53"]
    }
  }

  tls_settings = {
    cert_verification_mode = local.mode
  }
}
