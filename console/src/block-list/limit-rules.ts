import type { Schemas } from '../../../clients/seller-client.ts';

/** What a shop may still add to its Block List. */

type Use = Pick<Schemas['ShopAccess'], 'blocks' | 'newBlocksToday'>;

export interface Limit {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
  /** `near`: so little is left that one should know before choosing. */
  readonly state: 'free' | 'near' | 'reached';
}

export interface Limits {
  readonly list: Limit;
  readonly today: Limit & { readonly resetsAt: string };
  /** What refuses a new block now; the API looks at the list first. */
  readonly refusedBy?: 'list' | 'today';
}

/** @param now milliseconds since 1970. Once the day has ended, nothing of the new one is used. */
export function limitsOf({ blocks, newBlocksToday }: Use, now: number): Limits {
  const { limit, resetsAt } = newBlocksToday;
  const isNewDay = Date.parse(resetsAt) <= now;
  const list = limitOf(blocks.used, blocks.limit);
  const today = { ...limitOf(isNewDay ? 0 : newBlocksToday.used, limit), resetsAt };
  const refusedBy = list.left === 0 ? 'list' : today.left === 0 ? 'today' : undefined;
  return { list, today, ...(refusedBy && { refusedBy }) };
}

function limitOf(used: number, limit: number): Limit {
  // Ops can lower a limit below what is used: that ends no block.
  const left = Math.max(0, limit - used);
  const state = left === 0 ? 'reached' : left <= Math.max(2, limit / 10) ? 'near' : 'free';
  return { used, limit, left, state };
}
