// The six typical mistakes, as the programs that are shown them read them.

import { readFileSync } from "node:fs";

const data = new URL("../../../data/mistakes.json", import.meta.url);

/** The services with a mistake each: `name`, `member`, `service`. */
export const MISTAKES = JSON.parse(readFileSync(data, "utf8"));

/** Prints a line that a tool says about a mistake, and which member it is about. */
export function say(mistake, at, text) {
  console.log(JSON.stringify({ mistake, at, text }));
}
