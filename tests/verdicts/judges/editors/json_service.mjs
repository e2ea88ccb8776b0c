// The JSON service of VS Code, as VS Code sets it up for a file that a setting gives a schema.

import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import json from "vscode-json-languageservice";
import { placed } from "./places.mjs";

const { getLanguageService, ClientCapabilities, TextDocument } = json;

/** Starts it with a schema. */
export async function start(schema) {
  const service = getLanguageService({
    clientCapabilities: ClientCapabilities.LATEST,
    schemaRequestService: (address) => readFile(fileURLToPath(address), "utf8"),
  });
  const uri = pathToFileURL(schema).href;
  service.configure({
    validate: true,
    schemas: [{ uri, fileMatch: ["/services/*.json"] }],
  });
  let count = 0;
  return {
    write: (value) => JSON.stringify(value, null, 2),

    async open(text) {
      const uri = `file:///services/${(count += 1)}.json`;
      const document = TextDocument.create(uri, "json", 1, text);
      const tree = service.parseJSONDocument(document);
      return {
        async diagnostics() {
          const all = await service.doValidation(document, tree);
          return all.map((found) => placed(document, found));
        },
        async complete(offset) {
          const position = document.positionAt(offset);
          const list = await service.doComplete(document, position, tree);
          return list.items;
        },
        async hover(offset) {
          const position = document.positionAt(offset);
          const hover = await service.doHover(document, position, tree);
          return [hover?.contents ?? []].flat().join("\n");
        },
      };
    },

    async close() {},
  };
}
