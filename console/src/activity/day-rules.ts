export interface Day<Item> {
  /** Calendar date in the shop's zone. */
  readonly date: string;
  readonly items: readonly Item[];
}

/** What happened, by the day; the order stays. */
export function byDay<Item>(items: readonly Item[], dateOf: (item: Item) => string): readonly Day<Item>[] {
  return [...Map.groupBy(items, dateOf)].map(([date, ofDay]) => ({ date, items: ofDay }));
}
