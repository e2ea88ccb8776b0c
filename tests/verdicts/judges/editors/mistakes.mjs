// What an editor shows of the six typical mistakes: mistakes.mjs EXPORT_DIR FORM EDITOR

import { join } from "node:path";
import { MISTAKES, say } from "../mistakes/mistakes.mjs";
import { memberAt } from "./places.mjs";

const [directory, form, name] = process.argv.slice(2);
const { start } = await import(`./${name}.mjs`);
const editor = await start(
  join(directory, `service-request.${form}.schema.json`),
);
const opened = MISTAKES.map(async ({ name, service }) => {
  const text = editor.write(service);
  const document = await editor.open(text);
  return { name, text, found: await document.diagnostics() };
});
for (const { name, text, found } of await Promise.all(opened)) {
  for (const { start, end, position, message } of found) {
    const { line, character } = position;
    const place = `[Ln ${line + 1}, Col ${character + 1}]`;
    say(name, memberAt(text, start, end), `${message} ${place}`);
  }
}
await editor.close();
