import type { Access } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toBlock } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import { toTtl } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, digestKey, endingKey, noticeKey } from '../table/keys.ts';
import { queryRows } from '../table/query.ts';
import { transact } from '../table/transact.ts';
import { countInDigest, toDigest } from './digest-items.ts';
import type { BlockEnd } from './ending-rules.ts';
import type { NoticeOutcome } from './store.ts';

export interface EndingStore {
  access(scope: ShopScope): Promise<Access | undefined>;
  /** Puts an end into a digest, once however often it is told. */
  record(scope: ShopScope, end: BlockEnd, digest: string): Promise<Exclude<NoticeOutcome, { type: 'full' }>>;
  status(scope: ShopScope, digest: string): Promise<string | undefined>;
  /** What a digest holds: rows of one partition, as many as end on one day. */
  ends(scope: ShopScope, digest: string): Promise<readonly BlockEnd[]>;
  blocks(scope: ShopScope, roots: readonly BuyerId[]): Promise<readonly Block[]>;
}

/** Behind the end: longer than any dead letter waits that could tell of it again. */
const retentionMilliseconds = 30 * 86_400_000;

export function createEndingStore(table: Table): EndingStore {
  return {
    async access({ shopId }) {
      const key = accessKey(shopId);
      return toAccess((await batchGet(table, [key])).get(key));
    },

    async record({ shopId }, end, digest) {
      const { blockId, expiresAt } = end;
      const ttl = toTtl(expiresAt + retentionMilliseconds);
      const outcome = await transact(table, {
        notice: {
          put: { ...noticeKey(shopId, `${blockId}.ends.${expiresAt}`), digest, shopId, ttl },
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        digest: countInDigest(digestKey(shopId, digest), { shopId, ttl }),
        row: { put: { ...endingKey(shopId, digest, blockId), ...end, ttl } },
      });
      if (outcome.type === 'committed') return { type: 'recorded' };
      const { refused } = outcome;
      return 'notice' in refused ? { type: 'known', digest: String(refused.notice?.['digest']) } : { type: 'closed' };
    },

    async status({ shopId }, digest) {
      const key = digestKey(shopId, digest);
      return toDigest((await batchGet(table, [key])).get(key))?.status;
    },

    async ends({ shopId }, digest) {
      return (await queryRows(table, endingKey(shopId, digest, ''))) as unknown as readonly BlockEnd[];
    },

    async blocks({ shopId }, roots) {
      const keys = roots.map((root) => blockKey(shopId, root));
      const items = await batchGet(table, keys);
      return keys.flatMap((key) => {
        const item = items.get(key);
        return item ? [toBlock(item)] : [];
      });
    },
  };
}
