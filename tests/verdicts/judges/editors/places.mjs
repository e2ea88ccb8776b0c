// Places in a text that is JSON or YAML.

import { isPair, isScalar, parseDocument, visit } from "yaml";

/** The JSON Pointer of the member whose name or value is at these offsets; nothing where there is no such member. */
export function memberAt(text, start, end) {
  let found;
  visit(parseDocument(text), {
    Pair(_, pair, path) {
      const isThere = (node) =>
        node?.range[0] === start && node.range[1] === end;
      if (!isThere(pair.key) && !isThere(pair.value)) return undefined;
      const names = [...path, pair].filter(isPair).map(({ key }) => key.value);
      found = names.map((name) => `/${name}`).join("");
      return visit.BREAK;
    },
  });
  return found;
}

/** A diagnostic of LSP with the offsets of its range in the document, and the position where it starts. */
export function placed(document, { range, message }) {
  return {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    position: range.start,
    message,
  };
}

/** The names of all members, each with an offset in the name. */
export function names(text) {
  const all = [];
  visit(parseDocument(text), {
    Pair(_, { key }) {
      if (isScalar(key))
        all.push({ name: key.value, offset: key.range[0] + 1 });
    },
  });
  return all;
}
