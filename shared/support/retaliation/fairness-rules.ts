const counted = ['blocks', 'suspicious', 'afterRefund', 'unconfirmedReview', 'lifted', 'upheld'] as const;

/** What was counted of one shop: by the words of the report that ops look at, and what support made of its blocks. */
export type FairnessCounts = Readonly<Record<(typeof counted)[number], number>>;

/** Of all its days; a counter that has not begun is 0. */
export function sumDays(days: readonly Readonly<Record<string, unknown>>[]): FairnessCounts {
  const sums = counted.map((name) => [name, days.reduce((sum, day) => sum + Number(day[name] ?? 0), 0)]);
  return Object.fromEntries(sums) as unknown as FairnessCounts;
}

/** `suspicious` of `blocks`, as the report rounds it. */
export function shareOf({ suspicious, blocks }: Pick<FairnessCounts, 'suspicious' | 'blocks'>): number {
  return blocks === 0 ? 0 : Math.round((suspicious / blocks) * 1e4) / 1e4;
}
