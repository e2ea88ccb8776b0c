/** Whether a leap second, if there is one, ends a day of UTC. */
function endsDay(time: string): boolean {
  if (!time.includes(":60")) return true;
  const before = time.toUpperCase().replace(/:60(?:\.\d+)?/, ":59");
  return new Date(before).toISOString().includes("T23:59:59");
}
