import { changeLinkGroup, coverBlock } from './link-work.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { buildApis } from './seller-api.ts';
import { buildSupportApi } from './support-apis.ts';

/** Shops, their sellers and customer support over one table, and what follows behind the events of links and of blocks. */
export function buildSupportWorld(table: Table, clock: Clock) {
  const { seller, ops } = buildApis(table, clock);
  return {
    seller,
    ops,
    support: buildSupportApi(table, clock),
    async open(...shops: readonly string[]) {
      for (const shop of shops) await ops.set(shop);
    },
    link: (...buyerIds: readonly string[]) =>
      changeLinkGroup(table, clock, { groupId: 'one-person', buyerIds: [...buyerIds], revision: 1 }),
    async blockLinked(shopId: string, root: string) {
      const { body } = await seller(shopId).add(root, { scope: 'linked_user_ids', note: 'about the root' });
      const block = { shopId, buyerId: root, blockId: String(body['blockId']), scope: 'linked_user_ids' } as const;
      await coverBlock(table, block);
      return block;
    },
  };
}
