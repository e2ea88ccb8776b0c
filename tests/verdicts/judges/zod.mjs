// Judges documents by exported Zod schemas: zod.mjs EXPORT_DIR DOCUMENTS FORM
//
// The schemas are compiled by tsc, as their users do it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [directory, documents] = process.argv.slice(2);
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const target = dirname(dirname(resolve(directory)));

// What is exported finds the package beside it.
const link = join(target, "node_modules");
if (!existsSync(link)) symlinkSync(modules, link);

const compiled = join(target, "compiled", basename(dirname(directory)), "zod");
rmSync(compiled, { recursive: true, force: true });
mkdirSync(compiled, { recursive: true });
writeFileSync(join(compiled, "package.json"), '{"type": "module"}\n');
const names = readdirSync(directory).filter((name) => name.endsWith(".ts"));
const options = ["--noCheck", "--module", "esnext", "--target", "es2022"];
execFileSync(join(modules, ".bin", "tsc"), [
  ...[...options, "--moduleResolution", "bundler", "--outDir", compiled],
  ...names.map((name) => join(directory, name)),
]);

const schemas = new Map();
for (const name of names) {
  const path = join(compiled, name.replace(/\.ts$/, ".js"));
  const exported = await import(pathToFileURL(path).href);
  for (const [root, schema] of Object.entries(exported)) {
    schemas.set(root, schema);
  }
}

for (const line of readFileSync(documents, "utf8").trimEnd().split("\n")) {
  const { id, root, text } = JSON.parse(line);
  const result = schemas.get(root).safeParse(JSON.parse(text));
  const first = result.error?.issues.at(0);
  const error = first && `/${first.path.join("/")} ${first.message}`;
  console.log(JSON.stringify({ id, valid: result.success, error }));
}
