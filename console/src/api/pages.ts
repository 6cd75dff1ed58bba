import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** What an endless list asks for first, and then. */
export const endless = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: Page<unknown>): string | undefined => last.nextCursor,
};

/** The query parameters of one page. */
export function pageParameters(cursor: string | undefined, limit = 50): { limit: number; cursor?: string } {
  return { limit, ...(cursor !== undefined && { cursor }) };
}

/** All items that were loaded so far. One that moved between two pages while they were read stands once. */
export function itemsOf<Item>(
  data: InfiniteData<Page<Item>> | undefined,
  keyOf: (item: Item) => string,
): readonly Item[] {
  const items = new Map<string, Item>();
  for (const item of data?.pages.flatMap((page) => page.items) ?? [])
    if (!items.has(keyOf(item))) items.set(keyOf(item), item);
  return [...items.values()];
}

export type EndlessQuery<Item> = UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
