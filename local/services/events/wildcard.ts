/**
 * Compiles an EventBridge wildcard: `*` stands for any characters, also none; `\*` and `\\` for themselves.
 *
 * @throws Error naming the field for `**`, which EventBridge refuses, and for another character behind a backslash.
 */
export function compileWildcard(wildcard: string, path: string): (text: string) => boolean {
  const tokens = wildcard.match(/\\[\s\S]?|\*+|[^\\*]+/g) ?? [];
  const source = tokens.map((token) => {
    if (token === '*') return '[\\s\\S]*';
    if (token.startsWith('*')) throw new Error(`${path} has consecutive wildcards: ${wildcard}.`);
    if (!token.startsWith('\\')) return escapeText(token);
    if (token !== '\\*' && token !== '\\\\') throw new Error(`${path} has an invalid escape: ${wildcard}.`);
    return token;
  });
  const expression = new RegExp(`^${source.join('')}$`);
  return (text) => expression.test(text);
}

function escapeText(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
