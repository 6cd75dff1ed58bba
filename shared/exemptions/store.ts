import type { ShopScope, TokenScope } from '../access/scope.ts';
import { isErased, toProfile } from '../buyers/items.ts';
import type { Profile } from '../buyers/items.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { exemptionKey, exemptionsListing, listingIndex, markerKey, profileKey } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import { exemptWrites, removeWrites } from './exemption-writes.ts';
import type { EndedExemption, ExemptWrite } from './exemption-writes.ts';
import { toExemption } from './items.ts';
import type { Exemption } from './rules.ts';

export type ExemptionPosition = Readonly<Record<'exemptionId' | 'buyerId', string>>;

/** Each write answers `false` when something that it was decided on has changed: decide again on a new read. */
export interface ExemptionStore {
  exempt(scope: ShopScope, write: ExemptWrite): Promise<boolean>;
  remove(
    scope: ShopScope,
    ended: EndedExemption,
    recorded: OutcomeOfUse | undefined,
    now: EpochMilliseconds,
  ): Promise<boolean>;
  /** Only of a buyer who ordered in the shop or is on its list: a read that finds nobody is quicker, and would tell. */
  profileOf(
    scope: ShopScope | TokenScope,
    buyerId: BuyerId,
  ): Promise<{ readonly profile: Profile | undefined; readonly isErased: boolean }>;
  /** The exemption as it is once every write on it, and on the marker, that has begun can be read. */
  settled(scope: ShopScope | TokenScope, buyerId: BuyerId): Promise<Exemption | undefined>;
  /** Newest first, from the index: it can lag by a moment, and decides nothing. */
  list(
    scope: ShopScope,
    page: { readonly limit: number; readonly after?: ExemptionPosition | undefined },
  ): Promise<{ readonly items: readonly Exemption[]; readonly next?: ExemptionPosition }>;
}

export function createExemptionStore(table: Table): ExemptionStore {
  const committed = async (writes: Parameters<typeof transact>[1]) =>
    (await transact(table, writes)).type === 'committed';
  return {
    exempt: ({ shopId }, write) => committed(exemptWrites(shopId, write)),
    remove: ({ shopId }, ended, recorded, now) => committed(removeWrites(shopId, ended, recorded, now)),

    async profileOf(_scope, buyerId) {
      const item = (await batchGet(table, [profileKey(buyerId)])).get(profileKey(buyerId));
      return { profile: toProfile(item), isErased: isErased(item) };
    },

    async settled({ shopId }, buyerId) {
      const [item] = await readSettled(table, [exemptionKey(shopId, buyerId), markerKey(shopId, buyerId)]);
      return toExemption(item);
    },

    async list({ shopId }, { limit, after }) {
      const found = await queryItems(
        table,
        {
          IndexName: listingIndex,
          KeyConditionExpression: 'listPk = :list',
          ExpressionAttributeValues: { ':list': exemptionsListing(shopId) },
          ScanIndexForward: false,
          // One more tells whether there is a next page.
          Limit: limit + 1,
          ...(after === undefined ? {} : { ExclusiveStartKey: indexKey(shopId, after) }),
        },
        limit + 1,
      );
      const items = found.slice(0, limit).map((item) => toExemption(item) as Exemption);
      const last = items.at(-1);
      if (!last || found.length <= limit) return { items };
      return { items, next: { exemptionId: last.exemptionId, buyerId: last.buyerId } };
    },
  };
}

function indexKey(shopId: string, { exemptionId, buyerId }: ExemptionPosition): Record<string, string> {
  return { listPk: exemptionsListing(shopId), listSk: exemptionId, ...exemptionKey(shopId, buyerId) };
}
