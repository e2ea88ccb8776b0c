/** The option is the one that has just these members, null counting as one. */
function byKeys<const T extends readonly [Option, ...Option[]]>(
  options: T,
  members: string[][],
): z.ZodUnion<T> {
  return byMembers(options, members, (value) => value !== undefined);
}
