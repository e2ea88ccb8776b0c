type Option = z.core.SomeType;

interface Problem {
  message: string;
  path?: string[];
}

interface ChoiceDef extends z.core.$ZodUnionDef {
  choose: (value: unknown) => Option | Problem;
}

/**
 * A union that knows which option is meant before it looks into any, so that
 * its issues are those of that one.
 */
const Choice: z.core.$constructor<z.ZodUnion, ChoiceDef> = z.core.$constructor(
  "Choice",
  (union, def) => {
    z.ZodUnion.init(union, def);
    union._zod.parse = (payload, context) => {
      const chosen = def.choose(payload.value);
      if ("_zod" in chosen) return chosen._zod.run(payload, context);
      const { value: input } = payload;
      payload.issues.push({ code: "custom", input, inst: union, ...chosen });
      return payload;
    };
  },
);

function choice<T extends readonly Option[]>(
  options: T,
  choose: ChoiceDef["choose"],
): z.ZodUnion<T> {
  const def: unknown = { type: "union", options, choose };
  const union: unknown = new Choice(def as ChoiceDef);
  return union as z.ZodUnion<T>;
}
