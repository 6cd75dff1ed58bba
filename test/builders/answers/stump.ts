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
  let best: Question = { name: 'nothing', above: 0, saysMasked: true };
  let mostRight = 0;
  for (const name of new Set(learn.flatMap(({ features }) => Object.keys(features)))) {
    for (const { right, ...question } of questionsAbout(name, learn)) {
      if (right <= mostRight) continue;
      mostRight = right;
      best = question;
    }
  }
  return { feature: best.name, train: rate(learn, best), test: rate(judge, best) };
}

interface Question {
  readonly name: string;
  readonly above: number;
  readonly saysMasked: boolean;
}

function valueOf({ features }: Row, name: string): number {
  return features[name] ?? Number.NEGATIVE_INFINITY;
}

/** Both answers to each value of a feature, with how many rows they are right about. */
function* questionsAbout(name: string, rows: readonly Row[]): Iterable<Question & { readonly right: number }> {
  const sorted = rows
    .map((row) => ({ value: valueOf(row, name), isMasked: row.isMasked }))
    .toSorted((one, other) => (one.value < other.value ? -1 : Number(one.value > other.value)));
  // Of those up to the value: genuine ones are right where what is above is called masked.
  let genuineBelow = 0;
  let maskedAbove = rows.filter(({ isMasked }) => isMasked).length;
  for (const [index, { value, isMasked }] of sorted.entries()) {
    if (isMasked) maskedAbove -= 1;
    else genuineBelow += 1;
    if (sorted[index + 1]?.value === value) continue;
    const right = genuineBelow + maskedAbove;
    yield { name, above: value, saysMasked: true, right };
    yield { name, above: value, saysMasked: false, right: rows.length - right };
  }
}

function rate(rows: readonly Row[], { name, above, saysMasked }: Question): number {
  return rows.filter((row) => (valueOf(row, name) > above === saysMasked) === row.isMasked).length / rows.length;
}
