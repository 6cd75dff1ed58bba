export interface CategoryCount {
  readonly code: string;
  readonly count: number;
}

/** What was counted by name, the most first; names that count nothing are left out. */
export function mostFirst(counts: Readonly<Record<string, number>>): readonly CategoryCount[] {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}

/** A code of the risk systems that has no words here: `promo_abuse` is "Promo abuse". */
export function plainCode(code: string): string {
  const words = code.replaceAll('_', ' ').trim();
  return words === '' ? code : words.charAt(0).toUpperCase() + words.slice(1);
}
