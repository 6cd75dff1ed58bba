import type { OpsScope, ShopScope } from '../../access/scope.ts';
import { fraudAttribute } from '../../alerts/history-writes.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../../kernel/ids.ts';
import { chunksOf } from '../../kernel/chunks.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { blockDayKey, buyerHistoryKey } from '../../table/keys.ts';
import { queryItems } from '../../table/query.ts';
import { transact } from '../../table/transact.ts';
import { countOnce } from './count-writes.ts';
import type { BlockCounts, Conduct, Sign } from './rules.ts';

export interface RetaliationStore {
  conduct(scope: ShopScope, buyerId: BuyerId): Promise<Conduct>;
  /** Counts a block on its day, once however often it is told. */
  count(
    scope: ShopScope,
    block: { readonly blockId: BlockId; readonly at: EpochMilliseconds; readonly signs: readonly Sign[] },
  ): Promise<void>;
  /** Counts a block that support lifted, on the day of the lift, once. */
  countLifted(scope: ShopScope, end: { readonly blockId: BlockId; readonly at: EpochMilliseconds }): Promise<void>;
  /** What was counted of all shops on these UTC dates; it can lag by a moment. */
  days(scope: OpsScope, dates: readonly string[]): Promise<readonly BlockCounts[]>;
}

const daysAtOnce = 10;

/** A shop's item of one day: what has not been counted yet has no attribute. */
type DayRow = { readonly sk: ShopId } & Partial<BlockCounts>;

export function createRetaliationStore(table: Table): RetaliationStore {
  async function dayOf(date: string): Promise<BlockCounts[]> {
    const rows = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': blockDayKey(date, '').pk },
    });
    return (rows as unknown as DayRow[]).map(
      ({ sk: shopId, blocks = 0, suspicious = 0, afterRefund = 0, unconfirmedReview = 0 }) => ({
        shopId,
        blocks,
        suspicious,
        afterRefund,
        unconfirmedReview,
      }),
    );
  }

  return {
    async conduct({ shopId }, buyerId) {
      const key = buyerHistoryKey(shopId, buyerId);
      const history = (await batchGet(table, [key])).get(key) ?? {};
      const prefix = fraudAttribute('');
      return {
        refundGrantedAt: history['refundGrantedAt'] as EpochMilliseconds | undefined,
        // That an order came inside the shop's own block says nothing of the buyer.
        flags: Number(history['alerts'] ?? 0) - Number(history['ourAlerts'] ?? 0),
        frauds: Object.keys(history)
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length)),
      };
    },

    async count({ shopId }, { blockId, at, signs }) {
      const names = ['blocks', ...(signs.length > 0 ? ['suspicious'] : []), ...signs];
      // Refused means counted before.
      await transact(table, countOnce(shopId, { blockId, at, as: 'made', names }));
    },

    async countLifted({ shopId }, { blockId, at }) {
      await transact(table, countOnce(shopId, { blockId, at, as: 'lifted', names: ['lifted'] }));
    },

    async days(_scope, dates) {
      const counts: BlockCounts[] = [];
      for (const some of chunksOf(dates, daysAtOnce)) counts.push(...(await Promise.all(some.map(dayOf))).flat());
      return counts;
    },
  };
}
