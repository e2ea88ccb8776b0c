// Holds an editor to what it has to do with the exported schema of a request: editing.mjs EDITOR
//
// Run where the exports are. It proposes the members that go with the type of the service, shows what the schema says of each
// member, marks nothing in services that are right, and marks a misspelled member where the schema is closed.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { memberAt, names } from "./places.mjs";

const [name] = process.argv.slice(2);
const { start } = await import(`./${name}.mjs`);
const examples = new URL("../../../../examples/good/", import.meta.url);
const services = readdirSync(examples)
  .filter((file) => /^(http|tcp)-/.test(file))
  .map((file) => JSON.parse(readFileSync(new URL(file, examples), "utf8")));

/** Where the cursor is: a member that is about to be written, or a value. */
const CURSOR = "|";
const here = { [CURSOR]: null };
const HOST = ["ipv4", "ipv6", "hostname", "network", "resolver_network"];

/** What is typed so far, what has to be proposed there, and what may not. */
const PROPOSED = [
  [
    { name: "web", type: "http", ...here },
    ["host", "tls_settings", "http_port", "https_port"],
    ["tcp_port", "app_protocol", "name", "type"],
  ],
  [
    { type: "tcp", ...here },
    ["name", "host", "tls_settings", "tcp_port", "app_protocol"],
    ["http_port", "https_port", "type"],
  ],
  [here, ["name", "type", "host"], []],
  [{ type: CURSOR }, ["http", "tcp"], ["null"]],
  [{ type: "tcp", app_protocol: CURSOR }, ["postgresql", "mysql"], []],
  [{ type: "http", host: here }, HOST, []],
  [
    { type: "http", host: { hostname: "db.example.com", ...here } },
    ["resolver_network"],
    ["hostname"],
  ],
  [{ type: "http", host: { network: here } }, ["tunnel_id"], []],
  [
    { type: "http", host: { hostname: "a.b", resolver_network: here } },
    ["tunnel_id", "resolver_ips"],
    [],
  ],
  [{ type: "http", tls_settings: here }, ["cert_verification_mode"], []],
  [
    { type: "http", tls_settings: { cert_verification_mode: CURSOR } },
    ["verify_full", "verify_ca", "disabled"],
    ["null"],
  ],
];

async function proposes(editor) {
  for (const [value, wanted, unwanted] of PROPOSED) {
    const written = editor.write(value);
    const cursor = written.search(/"\|"/);
    const text = written.replace(/"\|"(: null)?/, "");
    const items = await (await editor.open(text)).complete(cursor);
    const labels = items.map(({ label }) => label.replaceAll('"', ""));
    const what = `${text}\nproposes ${labels}`;
    for (const label of wanted)
      assert(labels.includes(label), `${what}, not ${label}`);
    for (const label of unwanted) assert(!labels.includes(label), what);
    for (const { textEdit, label } of items) {
      const isValue = label.replaceAll('"', "") === "null";
      assert(
        isValue || !textEdit.newText.includes("null"),
        `${what}: ${textEdit.newText}`,
      );
    }
  }
}

/** What a schema says of the members of a name, wherever they are. */
function descriptions(schema, name) {
  const all = [];
  const look = (part) => {
    if (typeof part !== "object" || part === null) return;
    const member = part.properties?.[name];
    const address = member?.$ref ?? member?.then?.$ref;
    const target =
      address &&
      address
        .slice(2)
        .split("/")
        .reduce((at, step) => at[step], schema);
    for (const found of [member, target]) {
      if (found?.description) all.push(found.description);
    }
    Object.values(part).forEach(look);
  };
  look(schema);
  return all;
}

/** Letters and digits only: editors escape the rest in their own way. */
const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

async function explains(editor, schema) {
  const seen = new Set();
  for (const service of services) {
    const text = editor.write(service);
    const document = await editor.open(text);
    for (const { name, offset } of names(text)) {
      const shown = words(await document.hover(offset));
      const said = descriptions(schema, name).map(words);
      assert(
        said.some((said) => shown.includes(said)),
        `${name} is shown as: ${shown}`,
      );
      seen.add(name);
    }
  }
  for (const name of [...HOST, "type", "http_port", "https_port", "tcp_port"]) {
    assert(seen.has(name), `no example has ${name}`);
  }
}

async function marks(editor, isClosed) {
  const right = services.map(async (service) => {
    const text = editor.write(service);
    const found = await (await editor.open(text)).diagnostics();
    assert.deepEqual(found, [], text);
  });
  await Promise.all(right);
  const { http_port, ...service } = services.find(({ http_port }) => http_port);
  const text = editor.write({ ...service, htp_port: http_port });
  const found = await (await editor.open(text)).diagnostics();
  const places = found.map(({ start, end }) => memberAt(text, start, end));
  assert.deepEqual(places, isClosed ? ["/htp_port"] : [], text);
  if (isClosed) assert(found[0].message.includes("htp_port"), found[0].message);
}

/** A YAML file may name its schema itself. */
async function reads(editor) {
  if (!editor.withSchema) return;
  const text = editor.withSchema(
    editor.write({ ...services[0], type: "HTTP" }),
  );
  const found = await (await editor.open(text, "elsewhere")).diagnostics();
  const places = found.map(({ start, end }) => memberAt(text, start, end));
  assert.deepEqual(places, ["/type"], text);
}

async function holds(form) {
  const file = resolve(`service-request.${form}.schema.json`);
  const schema = JSON.parse(readFileSync(file, "utf8"));
  const definitions = schema.$defs ?? schema.definitions;
  const isClosed = definitions.ServiceRequest.additionalProperties === false;
  const editor = await start(file);
  try {
    await proposes(editor);
    await explains(editor, schema);
    await marks(editor, isClosed);
    await reads(editor);
  } finally {
    await editor.close();
  }
}

await Promise.all(["2020-12-flat", "draft-07-flat"].map(holds));
