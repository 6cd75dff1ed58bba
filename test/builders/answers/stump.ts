/** What a classifier looks at: numbers by name; what is absent is `undefined`. */
export type Features = Readonly<Record<string, number>>;
interface Row {
  readonly features: Features;
  readonly isMasked: boolean;
}

/** Names that identify one object each: what they hold says nothing about any other. */
const identifying = /(Id|\.id|username|avatarUrl)$/;

/**
 * All that an answer holds, as numbers: of each field whether it is there, how long, its value or a digest of it; and of
 * each two instants how far they are apart, and whether they are the same.
 */
export function featuresOf(answer: unknown): Features {
  const leaves = new Map<string, unknown>();
  flatten(answer, '', leaves);
  const features: Record<string, number> = {};
  const instants: [string, number][] = [];
  for (const [name, value] of leaves) {
    features[`has ${name}`] = 1;
    if (typeof value === 'number') features[name] = value;
    if (typeof value !== 'string') continue;
    features[`length of ${name}`] = value.length;
    const at = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(at)) {
      if (!identifying.test(name)) features[`${name} is ${value}`] = 1;
      continue;
    }
    instants.push([name, at]);
    features[`milliseconds of ${name}`] = at % 1000;
  }
  for (const [one, at] of instants)
    for (const [other, then] of instants) {
      if (one >= other) continue;
      features[`${one} to ${other}`] = then - at;
      features[`${one} is ${other}`] = Number(then === at);
    }
  return features;
}

function flatten(value: unknown, name: string, into: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) into.set(name, value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) flatten(inner, name === '' ? key : `${name}.${key}`, into);
  if (Array.isArray(value)) into.set(`${name}.length`, value.length);
}

/** The one question (is this feature above that value?) that tells most of the first rows apart, and how it does on the others. */
export function bestStump(learn: readonly Row[], judge: readonly Row[]) {
  const valueOf = (row: Row, name: string) => row.features[name] ?? Number.NEGATIVE_INFINITY;
  const rate = (rows: readonly Row[], { name, above, saysMasked }: Question) =>
    rows.filter((row) => (valueOf(row, name) > above === saysMasked) === row.isMasked).length / rows.length;
  let best: Question = { name: 'nothing', above: 0, saysMasked: true };
  for (const name of new Set(learn.flatMap(({ features }) => Object.keys(features)))) {
    const values = [...new Set(learn.map((row) => valueOf(row, name)))];
    for (const above of values)
      for (const saysMasked of [true, false]) {
        const question = { name, above, saysMasked };
        if (rate(learn, question) > rate(learn, best)) best = question;
      }
  }
  return { feature: best.name, train: rate(learn, best), test: rate(judge, best) };
}

interface Question {
  readonly name: string;
  readonly above: number;
  readonly saysMasked: boolean;
}
