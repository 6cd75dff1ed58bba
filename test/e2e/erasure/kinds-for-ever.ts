import { kindOf } from './look-everywhere.ts';
import type { Everywhere } from './look-everywhere.ts';

/** Kinds of items without an end of their own. All others have a TTL; why these have none is said in docs/retention.md. */
const kept: ReadonlySet<string> = new Set([
  'BUYER LINKS',
  'BUYER PROFILE',
  'FEED HEAD',
  'GROUP HEAD',
  'GROUP MEMBER',
  'GROUP ROSTER',
  'MEMBER SHOP',
  'SHOP ACCESS',
  'SHOP EXEMPTPLACES',
  'SHOP LEDGER',
  'SHOPBUYER HISTORY',
  'SHOPBUYER ORDERS',
  'STATS TOTALS',
]);
/** Items that are kept as long as what they stand for: a permanent block, an exemption, an open order, refund or alert; and markers, which are cleaned up. */
const keptWhileOpen: ReadonlySet<string> = new Set([
  'ALERT',
  'BUYER BLOCKED',
  'BUYER EXEMPT',
  'GATE MARKER',
  'ORDER',
  'REFUND',
  'SHOP BLOCK',
  'SHOP EXEMPT',
]);

/** Kinds that nobody said are kept for ever and that are; and those that were to be kept and were not seen so. */
export async function kindsForEver(
  everywhere: Everywhere,
): Promise<{ readonly unstated: readonly string[]; readonly unseen: readonly string[] }> {
  const items = await everywhere.items();
  const found = new Set(items.filter(({ ttl }) => typeof ttl !== 'number').map(kindOf));
  return {
    unstated: [...found].filter((kind) => !kept.has(kind) && !keptWhileOpen.has(kind)),
    unseen: [...kept].filter((kind) => !found.has(kind)),
  };
}
