/** The option is the one that has just these members, null counting as none. */
function byMembers<const T extends readonly [Option, ...Option[]]>(
  options: T,
  members: string[][],
  isThere: (value: unknown) => boolean = (value) => (value ?? null) !== null,
): z.ZodUnion<T> {
  const names = [...new Set(members.flat())];
  const list = (names: string[], joint: string) =>
    names.map((name) => `\`${name}\``).join(joint);
  return choice(options, (value) => {
    if (!isObject(value)) return options[0];
    const there = names.filter((name) => isThere(memberOf(value, name)));
    const option = members.findIndex(
      (wanted) =>
        wanted.length === there.length &&
        wanted.every((name) => there.includes(name)),
    );
    const message =
      there.length === 0
        ? `expected ${list(names, " or ")}`
        : there.length === 1
          ? `${list(there, "")} does not stand alone`
          : `${list(there, " and ")} do not go together: keep those of one kind`;
    return options[option] ?? { message };
  });
}
