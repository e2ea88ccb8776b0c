// Sends services by the npm package `cloudflare`, and says what became of each: services.mjs BASE_URL ACCOUNT
//
// It prints a line for each call: {"operation": …, "name": …, "outcome": "read", "refused" or "failed", "said": …}.

import { readFileSync } from "node:fs";
import { deepStrictEqual, ok } from "node:assert/strict";
import Cloudflare from "cloudflare";

const [baseURL, account_id] = process.argv.slice(2);
const client = new Cloudflare({ apiToken: "none", baseURL, maxRetries: 0 });
const { services } = client.connectivity.directory;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was sent has to be in the answer; null is as good as absent. */
function has(answer, sent) {
  for (const [name, value] of Object.entries(sent)) {
    if (value === null || value === undefined) ok(answer[name] == null, name);
    else if (typeof value === "object" && !Array.isArray(value)) has(answer[name], value);
    else deepStrictEqual(answer[name], value, name);
  }
}

function whole(answer, sent) {
  has(answer, sent);
  ok(id.test(answer.service_id), "service_id");
  ok(Date.parse(answer.created_at) < Date.parse(answer.updated_at), "created_at");
}

/** Makes a call and tells what became of it. */
async function call(operation, name, work) {
  const told = { operation, name, outcome: "read" };
  let result;
  try {
    result = await work();
  } catch (error) {
    const isRefusal = error instanceof Cloudflare.BadRequestError;
    const first = error.errors?.[0];
    const isWhole = typeof first?.code === "number" && typeof first?.message === "string";
    told.outcome = isRefusal && isWhole ? "refused" : "failed";
    told.said = isWhole ? first.message : String(error);
  }
  console.log(JSON.stringify(told));
  return result;
}

const lines = readFileSync(new URL("services.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const kept = [];
for (const line of lines) {
  const { name, service, unset = [] } = JSON.parse(line);
  const body = { name, ...service, ...Object.fromEntries(unset.map((member) => [member, undefined])) };
  const created = await call("create", name, async () => {
    const answer = await services.create({ account_id, ...body });
    whole(answer, body);
    return answer;
  });
  if (created === undefined) continue;
  kept.push(created.service_id);
  await call("update", name, async () => {
    const answer = await services.update(created.service_id, { account_id, ...body });
    whole(answer, body);
  });
  await call("get", name, async () => {
    const answer = await services.get(created.service_id, { account_id });
    deepStrictEqual(answer, created);
  });
}
await call("list", "all", async () => {
  const listed = [];
  for await (const service of services.list({ account_id, per_page: 1000 })) listed.push(service.service_id);
  deepStrictEqual(listed, kept);
});
await call("delete", kept[0], async () => {
  await services.delete(kept[0], { account_id });
  const { result } = await services.list({ account_id });
  deepStrictEqual(
    result.map((service) => service.service_id),
    kept.slice(1),
  );
});
