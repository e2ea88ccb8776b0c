// Judges documents by an exported Terraform module: terraform.mjs EXPORT_DIR DOCUMENTS FORM
//
// Each variable is a module of its own, and each document is a file of tests with one run: after a run that fails, Terraform
// skips the others of the same file. One process runs all files of a module. No provider is needed, and nothing is fetched.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [directory, documents, form] = process.argv.slice(2);

/** The file and the variable of each definition. */
const places = {
  ServiceRequest: ["service-request", "service"],
  ServiceResponse: ["service-response", "service"],
  SingleEnvelope: ["service-response", "single_envelope"],
  CollectionEnvelope: ["service-response", "collection_envelope"],
  DeleteEnvelope: ["service-response", "delete_envelope"],
  Bindings: ["wrangler", "bindings"],
};

/** A value for a file of tests: numbers as they are written, and no string a template. */
function literal(text) {
  return text.replace(/"(?:[^"\\]|\\.)*"/gs, (string) => {
    const value = JSON.parse(string).replace(
      /[$%](?=\{)/g,
      (sign) => sign + sign,
    );
    // A byte order mark at the start of a template is left out.
    return JSON.stringify(value.replace(/^\ufeff/, () => '${"\\ufeff"}'));
  });
}

/** The block of a variable, which ends with the first line that is a bracket. */
function variable(file, name) {
  const text = readFileSync(join(directory, `${file}.${form}.tf`), "utf8");
  const start = text.indexOf(`\nvariable "${name}" {\n`);
  const end = text.indexOf("\n}\n", start);
  if (start < 0 || end < 0) throw new Error(`${file} has no ${name}`);
  return text.slice(start + 1, end + 3);
}

/** What Terraform prints, as lines of JSON. */
function terraform(place, ...parts) {
  return new Promise((done, fail) => {
    const child = spawn("terraform", parts, {
      cwd: place,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", GOGC: "400" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", fail);
    child.on("close", () => done(Buffer.concat(chunks).toString()));
  });
}

async function judge(root, all) {
  const [file, name] = places[root];
  const place = join("target/verdicts/terraform", form, root);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "tests"), { recursive: true });
  writeFileSync(join(place, "main.tf"), variable(file, name));
  for (const { id, text } of all) {
    const value = `{"run":{"it":{"command":"plan","variables":{"${name}":${literal(text)}}}}}`;
    writeFileSync(join(place, `tests/${id}.tftest.json`), value);
  }
  await terraform(place, "init", "-backend=false", "-input=false");
  const verdicts = new Map();
  const errors = new Map();
  for (const line of (await terraform(place, "test", "-json")).split("\n")) {
    if (!line) continue;
    const { type, test_run: run, diagnostic, ...rest } = JSON.parse(line);
    if (type === "diagnostic" && diagnostic.severity === "error") {
      const path = rest["@testfile"];
      // Files that cannot be read are no verdict.
      if (!path) throw new Error(`${diagnostic.summary}: ${diagnostic.detail}`);
      const said = diagnostic.detail.split("\n\nThis was checked by")[0];
      if (!errors.has(path)) errors.set(path, said || diagnostic.summary);
    } else if (type === "test_run" && run.progress === "complete") {
      verdicts.set(run.path, run.status);
    }
  }
  for (const { id } of all) {
    const path = `tests/${id}.tftest.json`;
    const status = verdicts.get(path);
    if (status !== "pass" && status !== "error") {
      throw new Error(`Terraform says ${status} of document ${id}`);
    }
    const valid = status === "pass";
    console.log(JSON.stringify({ id, valid, error: errors.get(path) }));
  }
}

const byRoot = new Map();
for (const line of readFileSync(documents, "utf8").trimEnd().split("\n")) {
  const document = JSON.parse(line);
  const all = byRoot.get(document.root) ?? [];
  byRoot.set(document.root, [...all, document]);
}
await Promise.all([...byRoot].map(([root, all]) => judge(root, all)));
