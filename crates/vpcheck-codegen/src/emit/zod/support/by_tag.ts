/**
 * The option is the one that lists what the member is; the one that lists
 * nothing is for everything else.
 */
function byTag<const T extends readonly [Option, ...Option[]]>(
  name: string,
  options: T,
  values: z.core.util.Literal[][],
): z.ZodUnion<T> {
  return choice(options, (value) => {
    if (!isObject(value)) return options[0];
    const tag = memberOf(value, name);
    const listed = values.findIndex((some) => some.some((one) => one === tag));
    const rest = values.findIndex((some) => some.length === 0);
    const known = values.flat().map((one) => JSON.stringify(one));
    const message = `expected one of ${known.join(", ")}`;
    return options[listed] ?? options[rest] ?? { message, path: [name] };
  });
}
