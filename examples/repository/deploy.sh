#!/usr/bin/env bash
set -euo pipefail

tunnel=$(terraform output -raw tunnel_id)

wrangler vpc service create "queue-$STAGE" \
  --type tcp \
  --tcp-port 5672 \
  --ipv4 10.0.6.1 \
  --tunnel-id "$tunnel"

wrangler vpc service create search --type http --tcp-port 9200 \
  --ipv4 10.0.6.2 --tunnel-id "$tunnel"

npx wrangler deploy
