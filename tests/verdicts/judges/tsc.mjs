// Judges documents by exported TypeScript declarations with tsc --strict: tsc.mjs EXPORT_DIR DOCUMENTS FORM [--strict]
//
// A document is declared with the type that it has itself, and assigned to the type of the contract: what came from JSON is no fresh
// literal, in which the compiler would also refuse members that are not listed. What is exported with `--strict` is for such literals,
// but for answers, which nobody writes and which stay open.

import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const [directory, documents, , strict] = process.argv.slice(2);

/** What people write. */
const WRITTEN = ["ServiceRequest", "Bindings"];

/** The type of exactly this value. */
function typeOf(value) {
  if (Array.isArray(value)) return `[${value.map(typeOf).join(", ")}]`;
  if (typeof value === "number") return numberType(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${typeOf(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}

function numberType(value) {
  return Number.isFinite(value) ? String(value) : "number";
}

/** Which file declares a type. */
const files = new Map();
for (const name of readdirSync(directory)) {
  const text = readFileSync(join(directory, name), "utf8");
  for (const [, type] of text.matchAll(/^export (?:type|interface) (\w+)/gm)) {
    if (!files.has(type)) files.set(type, name);
  }
}

const place = mkdtempSync(join(tmpdir(), "vpcheck-tsc-"));
const lines = readFileSync(documents, "utf8").trimEnd().split("\n");
const all = lines.map((line) => JSON.parse(line));
let source = "";
const roots = new Set(all.map(({ root }) => root));
for (const root of roots) {
  const file = relative(place, resolve(directory, files.get(root)));
  source += `import type { ${root} } from ${JSON.stringify(file.replace(/\.d\.ts$/, ".js"))};\n`;
}
/** What stands in each line of the source. */
const inLine = new Map();
let number = roots.size;
for (const { id, root, text } of all) {
  const value = JSON.parse(text);
  source += `declare const v${id}: ${typeOf(value)};\n`;
  const isWritten = strict && WRITTEN.includes(root);
  const given = isWritten ? JSON.stringify(value) : `v${id}`;
  source += `export const c${id}: ${root} = ${given};\n`;
  number += 2;
  inLine.set(number, id);
}
const input = join(place, "documents.ts");
writeFileSync(input, source);
const tsc = new URL("../node_modules/.bin/tsc", import.meta.url).pathname;
const options = [
  "--strict",
  "--noEmit",
  "--pretty",
  "false",
  "--module",
  "nodenext",
  "--types",
  "",
];
const result = spawnSync(tsc, [...options, input], {
  encoding: "utf8",
  maxBuffer: 1 << 30,
});
rmSync(place, { recursive: true });
if (result.error) throw result.error;

const errors = new Map();
for (const line of result.stdout.split("\n")) {
  const found = /documents\.ts\((\d+),\d+\): error (TS\d+: .*)/.exec(line);
  if (!found) {
    // What goes on in the next line is about the same error.
    if (line !== "" && !line.startsWith(" ")) throw new Error(line);
    continue;
  }
  const id = inLine.get(Number(found[1]));
  if (id === undefined) throw new Error(line);
  errors.set(id, found[2]);
}
for (const { id } of all) {
  console.log(
    JSON.stringify({ id, valid: !errors.has(id), error: errors.get(id) }),
  );
}
