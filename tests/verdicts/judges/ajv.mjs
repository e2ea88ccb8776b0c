// Judges documents by an exported JSON Schema with ajv: ajv.mjs EXPORT_DIR DOCUMENTS FORM
//
// `format` is not asserted, as in most validators: what is exported spells formats out.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";

const [directory, documents, form] = process.argv.slice(2);
const Class = form.startsWith("draft-07")
  ? Ajv
  : form.startsWith("2019-09")
    ? Ajv2019
    : Ajv2020;
const ajv = new Class({
  strict: true,
  // A part that only some values reach may say less than the whole.
  strictTypes: false,
  strictRequired: false,
  validateFormats: false,
});

/** A judge for each definition that a file has. */
const judges = new Map();
for (const name of readdirSync(directory)) {
  if (!name.endsWith(`.${form}.schema.json`)) continue;
  const schema = JSON.parse(readFileSync(join(directory, name), "utf8"));
  ajv.addSchema(schema, name);
  const place = schema.$defs ? "$defs" : "definitions";
  for (const root of Object.keys(schema[place])) {
    judges.set(root, { $ref: `${name}#/${place}/${root}` });
  }
  // The root of a file is what its users meet.
  const main = (schema.$ref ?? schema.allOf[0].$ref).split("/").at(-1);
  judges.set(main, { $ref: name });
}

const compiled = new Map();
for (const line of readFileSync(documents, "utf8").trimEnd().split("\n")) {
  const { id, root, text } = JSON.parse(line);
  if (!compiled.has(root)) compiled.set(root, ajv.compile(judges.get(root)));
  const validate = compiled.get(root);
  const valid = validate(JSON.parse(text));
  const first = validate.errors?.at(0);
  const error = valid ? undefined : `${first.instancePath} ${first.message}`;
  console.log(JSON.stringify({ id, valid, error }));
}
