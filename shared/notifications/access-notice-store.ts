import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import { claimWrite, finishWrite, toDigest } from './digest-items.ts';
import type { Finish } from './digest-items.ts';
import type { Digest } from './rules.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, lastComplaintKey, noticeKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { Access } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toLastComplaint } from '../complaints/items.ts';
import type { Complaint, LastComplaint } from '../complaints/rules.ts';
import { complaintRead } from '../complaints/store.ts';

export interface FoundNotice {
  readonly notice: Digest | undefined;
  readonly access: Access | undefined;
  readonly last: LastComplaint | undefined;
}

export interface AccessNoticeStore {
  /** The shop's access and last complaint as they are now; and how far telling of the event is, which is claimed, sent and marked as a digest is. */
  read(scope: ShopScope, eventId: EventId): Promise<FoundNotice>;
  /** The shop's complaint with this ID. */
  complaint(scope: ShopScope, complaintId: string): Promise<Complaint | undefined>;
  /**
   * `false` when somebody else has claimed it since it was read.
   *
   * @param mayRepeat whether a claim before may have sent it: counted on the item.
   */
  claim(
    scope: ShopScope,
    eventId: EventId,
    before: Digest | undefined,
    mayRepeat: boolean,
    now: EpochMilliseconds,
  ): Promise<boolean>;
  /** Says what became of a claim, together with the event of it; `false` when somebody has taken it over. */
  finish(scope: ShopScope, eventId: EventId, claims: number, finish: Finish, event?: OutboxEvent): Promise<boolean>;
}

/** Longer than any dead letter waits that could bring the same event again. */
const retentionMilliseconds = 30 * 86_400_000;

export function createAccessNoticeStore(table: Table): AccessNoticeStore {
  const keyOf = ({ shopId }: ShopScope, eventId: EventId): Key => noticeKey(shopId, `access.${eventId}`);
  return {
    async read(scope, eventId) {
      const [notice, access] = [keyOf(scope, eventId), accessKey(scope.shopId)];
      const last = lastComplaintKey(scope.shopId);
      const items = await batchGet(table, [notice, access, last]);
      return {
        notice: toDigest(items.get(notice)),
        access: toAccess(items.get(access)),
        last: toLastComplaint(items.get(last)),
      };
    },

    async complaint(scope, complaintId) {
      const plan = complaintRead(scope, complaintId);
      return plan.decode(await batchGet(table, plan.keys));
    },

    async claim(scope, eventId, before, mayRepeat, now) {
      const key = keyOf(scope, eventId);
      const { shopId } = scope;
      const first: Write = {
        put: {
          ...key,
          shopId,
          status: 'claimed',
          claimedAt: now,
          claims: 1,
          repeats: 0,
          ttl: toTtl(now + retentionMilliseconds),
        },
        condition: { expression: 'attribute_not_exists(pk)' },
      };
      const write = before ? claimWrite(key, before, mayRepeat, now) : first;
      return (await transact(table, { write })).type === 'committed';
    },

    async finish(scope, eventId, claims, finish, event) {
      const outcome = await transact(table, {
        notice: finishWrite(keyOf(scope, eventId), claims, finish),
        event: event && { put: outboxItem(scope.shopId, event) },
      });
      return outcome.type === 'committed';
    },
  };
}
