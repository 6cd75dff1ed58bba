/** Deeper than anything that is sent, and well inside what `JSON.stringify` can write: at some thousands it runs out of stack. */
const deepest = 1_000;

/**
 * Whether a JSON text nests its objects and lists deeper than the local AWS services take. Counted without recursion; of a text that
 * is no JSON the answer means nothing.
 */
export function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  // Whole strings first, so that no bracket inside of one counts.
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
