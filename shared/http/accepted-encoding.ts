/**
 * Whether an `Accept-Encoding` takes gzip: named, or by `*`, and not with a weight of zero (RFC 9110, 12.5.3). Without
 * the header nothing is compressed: whoever cannot unpack often says nothing.
 */
export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map((header ?? '').split(',').map(weightOf));
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

function weightOf(part: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
  const weight = parameters.find((one) => one.startsWith('q='));
  return [coding, weight === undefined ? 1 : Number(weight.slice(2))];
}
