import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import { noticeKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { OpsScope } from '../access/scope.ts';

export interface NoticeRequestStore {
  /** Writes the event, once for each ID; `false` when it was written before. */
  record(scope: OpsScope, shopId: ShopId, noticeId: string, event: OutboxEvent): Promise<boolean>;
}

/** Much longer than anybody repeats a request. */
const retentionMilliseconds = 30 * 86_400_000;

export function createNoticeRequestStore(table: Table): NoticeRequestStore {
  return {
    async record(_scope, shopId, noticeId, event) {
      const ttl = toTtl(event.at + retentionMilliseconds);
      const outcome = await transact(table, {
        request: {
          put: { ...noticeKey(shopId, `again.${noticeId}`), shopId, ttl },
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        event: { put: outboxItem(shopId, event) },
      });
      return outcome.type === 'committed';
    },
  };
}
