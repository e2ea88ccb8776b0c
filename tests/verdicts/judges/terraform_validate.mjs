// Shows that exported modules are valid, with `terraform validate`: terraform_validate.mjs FILE…
//
// So are the modules of the schemas in tests/data/schemas, but for those that are refused. `can` would hide a pattern that the
// engine does not take, so that each pattern is used without it as well.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const place = join(root, "target/verdicts/terraform/validate");
let failed = 0;

function run(program, parts, cwd) {
  return spawnSync(program, parts, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
    maxBuffer: 1 << 28,
  });
}

function fail(name, said) {
  failed += 1;
  console.log(`${name}: ${said}`);
}

function validate(name, text) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "main.tf"), text);
  const patterns = text.matchAll(/\b(?:regex|regexall)\(("(?:[^"\\]|\\.)*")/g);
  const uses = [...new Set([...patterns].map(([, pattern]) => pattern))].map(
    (pattern, index) => `  pattern_${index} = regexall(${pattern}, "")\n`,
  );
  writeFileSync(join(place, "patterns.tf"), `locals {\n${uses.join("")}}\n`);
  run("terraform", ["init", "-backend=false", "-input=false"], place);
  const { valid, diagnostics } = JSON.parse(
    run("terraform", ["validate", "-json"], place).stdout,
  );
  if (!valid || diagnostics.length > 0) {
    const all = diagnostics.map(({ summary, detail, range }) =>
      [summary, detail, range?.filename, range?.start?.line].join(" "),
    );
    fail(name, all.slice(0, 3).join("; "));
  }
  const layout = run("terraform", ["fmt", "-diff", "main.tf"], place);
  if (layout.stdout !== "") fail(name, `terraform fmt: ${layout.stdout.slice(0, 500)}`);
}

for (const file of process.argv.slice(2)) {
  validate(basename(file), readFileSync(file, "utf8"));
}
const schemas = join(root, "tests/data/schemas");
for (const schema of readdirSync(schemas).filter((name) => name.endsWith(".json"))) {
  for (const form of ["typed", "any"]) {
    const parts = ["run", "--quiet", "--package", "vpcheck-cli", "--", "export", "terraform"];
    parts.push("--form", form, "--schema", join(schemas, schema));
    const { status, stdout, stderr } = run("cargo", parts, root);
    const name = `${schema} ${form}`;
    if (status === 0) validate(name, stdout);
    else if (status !== 1) fail(name, stderr);
  }
}
process.exit(failed === 0 ? 0 : 1);
