interface MemberRules {
  /** What the names of members that are not listed are like. */
  names?: z.core.$ZodType;
  /** What members are whose names match. */
  patterns?: [RegExp, z.core.$ZodType][];
  /** What all other members are. */
  others?: z.core.$ZodType;
  min?: number;
  max?: number;
}

interface MembersDef extends z.core.$ZodObjectDef {
  rules: MemberRules;
}

/** An object with rules for members that are not listed. */
const Members: z.core.$constructor<z.ZodObject, MembersDef> =
  z.core.$constructor("Members", (object, def) => {
    z.ZodObject.init(object, def);
    const { parse } = object._zod;
    object._zod.parse = (payload, context) => {
      const { value: input } = payload;
      const result = parse(payload, context);
      if (!isObject(input)) return result;
      const { names, patterns = [], others, min, max } = def.rules;
      const say = (message: string, path: string[] = []) =>
        payload.issues.push({ code: "custom", input, path, message });
      const members = Object.entries(input as Record<string, unknown>);
      if (min !== undefined && members.length < min) {
        say(`expected ${String(min)} members at least`);
      }
      if (max !== undefined && members.length > max) {
        say(`expected ${String(max)} members at most`);
      }
      for (const [name, value] of members) {
        if (Object.keys(def.shape).includes(name)) continue;
        const error = names && z.safeParse(names, name).error;
        if (error) say(`is no right name: ${z.prettifyError(error)}`, [name]);
        const matching = patterns.filter(([pattern]) => pattern.test(name));
        const schemas = matching.map(([, schema]) => schema);
        if (others && schemas.length === 0) schemas.push(others);
        for (const schema of schemas) {
          const found = schema._zod.run({ value, issues: [] }, context);
          const { issues } = found as z.core.ParsePayload;
          payload.issues.push(...z.core.util.prefixIssues(name, issues));
        }
      }
      return result;
    };
  });

function members<
  T extends z.core.$ZodLooseShape,
  Others extends z.core.SomeType = z.ZodUnknown,
>(
  shape: T,
  rules: MemberRules & { others?: Others },
): z.ZodObject<T, z.core.$catchall<Others>> {
  const def = { type: "object", shape, catchall: z.unknown(), rules };
  const object: unknown = new Members(def as MembersDef);
  return object as z.ZodObject<T, z.core.$catchall<Others>>;
}
