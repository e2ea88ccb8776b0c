// Makes types of exported OpenAPI documents by openapi-typescript, uses them, and lets tsc judge: types.mjs FILE…

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const compiled = resolve("../../compiled/openapi");
rmSync(compiled, { recursive: true, force: true });

for (const file of process.argv.slice(2)) {
  const [, contract, form] = /^(.+?)\.(3\.[\d.]+)\.openapi\.json$/.exec(file);
  const directory = join(compiled, form);
  mkdirSync(directory, { recursive: true });
  const types = await openapiTS(pathToFileURL(resolve(file)), { silent: true });
  writeFileSync(join(directory, `${contract}.openapi.ts`), astToString(types));
}
const files = readdirSync(compiled).flatMap((form) => {
  copyFileSync(join(here, "use.ts"), join(compiled, form, "use.ts"));
  return readdirSync(join(compiled, form)).map((name) => join(compiled, form, name));
});
const options = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--module", "nodenext", "--types", ""];
try {
  execFileSync(join(here, "..", "node_modules", ".bin", "tsc"), [...options, ...files], { encoding: "utf8" });
} catch (error) {
  console.log(error.stdout || String(error));
}
