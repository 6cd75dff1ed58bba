import type { ShopScope } from '../access/scope.ts';
import { isErased } from '../buyers/items.ts';
import { AppError } from '../kernel/errors.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { buyerAttribute, exemptInKey, exemptionAttribute, exemptionKey, markerKey, profileKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';

/** What is left to do behind an exemption's events. */
export interface FollowExemptionStore {
  /** Whether the buyer was erased by the time at which an erasure began to find the exemption by itself. */
  isErased(scope: ShopScope, buyerId: BuyerId): Promise<boolean>;
  /** Takes username, avatar and note off the exemption. */
  scrub(scope: ShopScope, buyerId: BuyerId): Promise<void>;
  /** Deletes the buyer's marker if nothing stands on it any more. */
  dropEmptyMarker(scope: ShopScope, buyerId: BuyerId): Promise<void>;
}

/** Each refused attempt means that another writer got something done. */
const attempts = 10;

export function createFollowExemptionStore(table: Table): FollowExemptionStore {
  return {
    async isErased({ shopId }, buyerId) {
      // Settled: from here on an erasure finds the row, and what it did before is found from here.
      await readSettled(table, [exemptionKey(shopId, buyerId), exemptInKey(buyerId, shopId)]);
      return isErased((await batchGet(table, [profileKey(buyerId)])).get(profileKey(buyerId)));
    },

    async scrub({ shopId }, buyerId) {
      await transact(table, {
        exemption: {
          update: exemptionKey(shopId, buyerId),
          expression: 'REMOVE username, avatarUrl, note',
          condition: { expression: 'attribute_exists(pk)' },
        },
      });
    },

    async dropEmptyMarker({ shopId }, buyerId) {
      const key = markerKey(shopId, buyerId);
      for (let attempt = 0; attempt < attempts; attempt++) {
        const [marker] = await readSettled(table, [key]);
        if (!marker || exemptionAttribute in marker) return;
        if (Object.keys(marker).some((name) => name.startsWith(buyerAttribute('')))) return;
        const outcome = await transact(table, {
          marker: {
            delete: key,
            // A marker that was deleted and made anew counts from 1 again; but no exemption ends twice.
            condition: {
              expression: 'revision = :revision AND exemptionEnded = :ended',
              values: { ':revision': marker['revision'], ':ended': marker['exemptionEnded'] },
            },
          },
        });
        if (outcome.type === 'committed') return;
      }
      throw new AppError('unavailable', 'The marker of an exemption that has ended keeps changing.');
    },
  };
}
