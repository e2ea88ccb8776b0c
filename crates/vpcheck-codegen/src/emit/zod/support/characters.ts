/** How many characters a text has: `length` counts some of them twice. */
function characters(text: string): number {
  return [...text].length;
}
