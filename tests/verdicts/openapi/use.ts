// What the types that openapi-typescript makes take, and what they refuse: tsc tells where a line that is marked has no error.

import type { components, operations, paths } from "./service.openapi.js";

type Services = paths["/accounts/{account_id}/connectivity/directory/services"];
type Service = paths["/accounts/{account_id}/connectivity/directory/services/{service_id}"];
type Body = Services["post"]["requestBody"]["content"]["application/json"];
type Answer = Service["get"]["responses"][200]["content"]["application/json"];

const tunnel_id = "0191dce4-9ab4-7fce-b660-8e5dec5172da";
const network = { tunnel_id };

export const taken: Body[] = [
  { name: "web", type: "http", host: { ipv4: "10.0.0.1", network } },
  { name: "web", type: "http", http_port: 80, https_port: null, host: { ipv4: "10.0.0.1", ipv6: "fd00::1", network } },
  { name: "db", type: "tcp", tcp_port: 5432, app_protocol: "postgresql", host: { ipv6: "fd00::1", network } },
  {
    name: "db",
    type: "tcp",
    tcp_port: 5432,
    tls_settings: { cert_verification_mode: "verify_ca" },
    host: { hostname: "db.internal", resolver_network: { tunnel_id, resolver_ips: ["10.0.0.53"] } },
  },
];

// @ts-expect-error: a TCP service needs its port
export const portless: Body = { name: "db", type: "tcp", host: { ipv4: "10.0.0.1", network } };
// @ts-expect-error: a port is a number
export const text: Body = { name: "web", type: "http", http_port: "80", host: { ipv4: "10.0.0.1", network } };
// @ts-expect-error: it belongs to a TCP service
export const other: Body = { name: "web", type: "http", tcp_port: 5432, host: { ipv4: "10.0.0.1", network } };
// @ts-expect-error: types are written in lower case
export const upper: Body = { name: "web", type: "HTTP", host: { ipv4: "10.0.0.1", network } };
// @ts-expect-error: a hostname needs `resolver_network`
export const wrong: Body = { name: "web", type: "http", host: { hostname: "web.internal", network } };
// @ts-expect-error: an address and a hostname
export const both: Body = { name: "web", type: "http", host: { ipv4: "10.0.0.1", hostname: "web.internal", network } };

export function ports(answer: Answer): (number | null | undefined)[] {
  if (!answer.success) throw new Error(answer.errors[0]?.message);
  const service = answer.result;
  if (!service) return [];
  // @ts-expect-error: a service of any type has no port
  const unknown = service.tcp_port;
  if ("http_port" in service) return [service.http_port, service.https_port];
  return "tcp_port" in service ? [service.tcp_port] : [unknown];
}

export const query: operations["connectivity-services-list"]["parameters"]["query"] = { type: "tcp", per_page: 1000 };
export const mode: components["schemas"]["CertVerificationModeResponse"] = "verify_quantum";
// @ts-expect-error: there is no PATCH
export type Patch = Service["patch"]["responses"];
