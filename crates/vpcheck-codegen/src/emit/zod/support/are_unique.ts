/** Whether no item is there twice, in whatever order its members are. */
function areUnique(items: unknown[]): boolean {
  const sorted = (_: string, value: unknown) => {
    if (!isObject(value)) return value;
    const members = Object.entries(value as object);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const texts = items.map((item) => JSON.stringify(item, sorted));
  return new Set(texts).size === items.length;
}
