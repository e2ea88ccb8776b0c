/** A text that is one of these today, and may be another tomorrow. */
function open<T extends string>(
  known: T[],
): z.ZodType<T | (string & {}), T | (string & {})> {
  return z.string().meta({ examples: known });
}
