function memberOf(value: unknown, name: string): unknown {
  return (value as Record<string, unknown>)[name];
}
