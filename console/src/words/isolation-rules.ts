/** Text of other people within a sentence: apart from its direction, so that neither turns the other around. */

/** Values of texts that other people wrote, or that are no words of the reader's language. What else stands in braces is ours. */
export const othersValues: ReadonlySet<string> = new Set([
  'agent',
  'buyer',
  'codePoints',
  'columns',
  'id',
  'name',
  'person',
  'requestId',
  'shopId',
  'term',
  'thing',
  'timeZone',
  'type',
  'username',
  'who',
]);

/** With these, a name could end its isolation, and turn the words behind it around. */
const controls = /[\u202a-\u202e\u2066-\u2069]/gu;

export const isolated = (text: string): string => `\u2068${text.replaceAll(controls, '')}\u2069`;

/** Elements isolate by themselves, as `<bdi>`; numbers and times have no direction of their own. */
export function withIsolation(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const all = Object.entries(values).map(([name, value]) => {
    const isForeign = othersValues.has(name) && typeof value === 'string' && value !== '';
    return [name, isForeign ? isolated(value) : value] as const;
  });
  return Object.fromEntries(all);
}
