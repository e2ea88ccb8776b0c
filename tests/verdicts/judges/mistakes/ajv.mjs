// What ajv says about the six typical mistakes: ajv.mjs EXPORT_DIR FORM
//
// It gives all errors that it finds, and asserts `format`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { MISTAKES, say } from "./mistakes.mjs";

const [directory, form] = process.argv.slice(2);
const file = join(directory, `service-request.${form}.schema.json`);
const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
for (const { name, service } of MISTAKES) {
  validate(service);
  for (const error of validate.errors ?? []) {
    say(name, error.instancePath, ajv.errorsText([error], { dataVar: "" }));
  }
}
