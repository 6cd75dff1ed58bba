import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { waiverKey } from '../table/keys.ts';
import { type Settlement, settleWaiver } from './rules.ts';
import { toWaiver, type WaiverChange } from './waiver-write.ts';

/** What became of a request does this to the waiver of its order or refund; `undefined` when that is settled, or there is none. */
export async function readSettlement(
  table: Table,
  shopId: ShopId,
  subject: { readonly type: 'order' | 'refund' | 'outcome'; readonly id: string },
  happened: Settlement | undefined,
  now: EpochMilliseconds,
): Promise<WaiverChange | undefined> {
  if (happened === undefined || subject.type === 'outcome') return undefined;
  const key = waiverKey(shopId, subject.type, subject.id);
  const before = toWaiver((await batchGet(table, [key])).get(key));
  const after = before && settleWaiver(before, happened, now);
  return after && { before, after };
}
