/** The option is the one for the JSON type of the value. */
function byType<const T extends Record<string, Option>>(
  options: T,
): z.ZodUnion<readonly T[keyof T][]> {
  const names = Object.keys(options);
  return choice(Object.values(options) as T[keyof T][], (value) => {
    const type =
      value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    const name = names.find((types) => types.split(" or ").includes(type));
    const option = name === undefined ? undefined : options[name];
    return option ?? { message: `expected ${names.join(" or ")}` };
  });
}
