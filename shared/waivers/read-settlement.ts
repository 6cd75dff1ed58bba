import type { ShopScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { WaiverChange } from './items.ts';
import { settleWaiver } from './rules.ts';
import type { Settlement } from './rules.ts';
import type { WaiverStore } from './store.ts';

/** What became of a request does this to the waiver of its order or refund; `undefined` when that is settled, or there is none. */
export async function readSettlement(
  waivers: Pick<WaiverStore, 'read'>,
  scope: ShopScope,
  subject: { readonly type: 'order' | 'refund' | 'outcome'; readonly id: string },
  happened: Settlement | undefined,
  now: EpochMilliseconds,
): Promise<WaiverChange | undefined> {
  if (happened === undefined || subject.type === 'outcome') return undefined;
  const before = await waivers.read(scope, { subjectType: subject.type, subjectId: subject.id });
  const after = before && settleWaiver(before, happened, now);
  return after && { before, after };
}
