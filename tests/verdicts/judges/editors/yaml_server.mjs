// The YAML language server, over its standard input and output as an editor runs it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import json from "vscode-json-languageservice";
import rpc from "vscode-jsonrpc/node.js";
import { stringify } from "yaml";
import { placed } from "./places.mjs";

const { TextDocument } = json;
const server = createRequire(import.meta.url).resolve(
  "yaml-language-server/bin/yaml-language-server",
);

/** Starts it with a schema for `services/*.yaml`. */
export async function start(schema) {
  const child = spawn(process.execPath, [server, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const settings = {
    yaml: {
      schemas: { [pathToFileURL(schema).href]: "services/*.yaml" },
      // It lists schemas of others, on a server.
      schemaStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
    },
  };
  const published = new Map();
  connection.onNotification("textDocument/publishDiagnostics", (found) =>
    published.get(found.uri)?.(found.diagnostics),
  );
  connection.onRequest("client/registerCapability", () => null);
  const isConfigured = new Promise((done) => {
    connection.onRequest("workspace/configuration", ({ items }) => {
      done();
      return items.map(({ section }) => settings[section] ?? {});
    });
  });
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        completion: {
          completionItem: {
            snippetSupport: true,
            documentationFormat: ["markdown"],
          },
        },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  await connection.sendNotification("initialized", {});
  await isConfigured;

  const ended = once(child, "exit").then(() => {
    throw new Error("the server has ended");
  });
  ended.catch(() => undefined);
  let count = 0;
  return {
    write: (value) => stringify(value),

    /** What a text says itself of its schema, instead of the setting. */
    withSchema: (text) =>
      `# yaml-language-server: $schema=${pathToFileURL(schema).href}\n${text}`,

    async open(text, folder = "services") {
      const uri = `file:///${folder}/${(count += 1)}.yaml`;
      const document = TextDocument.create(uri, "yaml", 1, text);
      const found = new Promise((done) => published.set(uri, done));
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
      });
      const ask = (what, offset) =>
        connection.sendRequest(`textDocument/${what}`, {
          textDocument: { uri },
          position: document.positionAt(offset),
        });
      return {
        async diagnostics() {
          const all = await Promise.race([found, ended]);
          return all.map((found) => placed(document, found));
        },
        async complete(offset) {
          return (await ask("completion", offset)).items;
        },
        async hover(offset) {
          return (await ask("hover", offset))?.contents.value ?? "";
        },
      };
    },

    async close() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended.catch(() => undefined);
      connection.dispose();
    },
  };
}
