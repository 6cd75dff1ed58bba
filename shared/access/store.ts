import type { ShopId } from '../kernel/ids.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, listingIndex, shopsListing } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import { accessWrites } from './access-writes.ts';
import type { Access } from './rules.ts';
import { membershipWrites } from './membership-writes.ts';
import type { MemberChanges } from './member-rules.ts';
import type { OpsScope, TokenScope } from './scope.ts';

export interface AccessStore {
  read(scope: OpsScope, shopId: ShopId): Promise<Access | undefined>;
  /**
   * Saves a change made from the access that was read; `false` when somebody changed it in between.
   *
   * @param members what the change does to them: who signs in finds their shops by what is written here.
   */
  save(scope: OpsScope, shopId: ShopId, access: Access, event: OutboxEvent, members: MemberChanges): Promise<boolean>;
  /** Shops by ID, `limit` of them unless there are fewer. */
  list(
    scope: OpsScope,
    page: { limit: number; after?: ShopId },
  ): Promise<readonly { shopId: ShopId; access: Access }[]>;
}

/** The access that an item holds. */
export function toAccess(item: Item | undefined): Access | undefined {
  return item?.['access'] as Access | undefined;
}

/** For a seller's request; whether it is active is still to be judged. */
export function accessRead({ shopId }: TokenScope): ReadPlan<Access | undefined> {
  const key = accessKey(shopId);
  return { keys: [key], decode: (items) => toAccess(items.get(key)) };
}

export function createAccessStore(table: Table): AccessStore {
  return {
    async read(_scope, shopId) {
      const key = accessKey(shopId);
      return toAccess((await batchGet(table, [key])).get(key));
    },

    async save(_scope, shopId, access, event, members) {
      const outcome = await transact(table, {
        ...accessWrites(shopId, access),
        event: { put: outboxItem(shopId, event) },
        ...membershipWrites(shopId, members),
      });
      return outcome.type === 'committed';
    },

    async list(_scope, page) {
      const items = await queryItems(
        table,
        {
          IndexName: listingIndex,
          KeyConditionExpression: page.after === undefined ? 'listPk = :shops' : 'listPk = :shops AND listSk > :after',
          ExpressionAttributeValues: {
            ':shops': shopsListing,
            ...(page.after === undefined ? {} : { ':after': page.after }),
          },
        },
        page.limit,
      );
      return items.map((item) => ({ shopId: String(item['listSk']), access: item['access'] as Access }));
    },
  };
}
