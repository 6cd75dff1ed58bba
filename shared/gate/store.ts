import type { Access } from '../access/rules.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Item } from '../table/batch-get.ts';
import { accessKey, blockKey, buyerAttribute, type Key, keyText, markerKey } from '../table/keys.ts';
import type { ConfirmedBlock, Marker } from './rules.ts';

/** Strongly consistent reads that give back what they have by the deadline; a key that was not answered is not in the map. */
export interface DeadlineReader {
  /** Item, or `null` when there is none; keys without an answer in time are left out. Never rejects. */
  read(keys: readonly Key[], deadline: AbortSignal): Promise<ReadonlyMap<string, Item | null>>;
}

export interface Place {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
}

/** `unread`: the store did not say in time. */
export type Read<Value> = { readonly type: 'read'; readonly value: Value } | { readonly type: 'unread' };

export interface GateStore {
  markers(places: readonly Place[], deadline: AbortSignal): Promise<(place: Place) => Read<Marker | undefined>>;
  /** The blocks that entries name, and their shops' access. */
  confirm(
    roots: readonly { readonly shopId: ShopId; readonly root: BuyerId }[],
    deadline: AbortSignal,
  ): Promise<Confirmation>;
}
export interface Confirmation {
  accessIsActive(shopId: ShopId): Read<boolean>;
  block(shopId: ShopId, root: BuyerId): Read<ConfirmedBlock | undefined>;
}

export function createGateStore(reader: DeadlineReader): GateStore {
  return {
    async markers(places, deadline) {
      const items = await reader.read(
        places.map((place) => markerKey(place.shopId, place.buyerId)),
        deadline,
      );
      return (place) => readOf(items, markerKey(place.shopId, place.buyerId), toMarker);
    },
    async confirm(roots, deadline) {
      const keys = roots.flatMap(({ shopId, root }) => [blockKey(shopId, root), accessKey(shopId)]);
      const items = await reader.read(keys, deadline);
      return {
        accessIsActive: (shopId) =>
          readOf(items, accessKey(shopId), (item) => (item?.['access'] as Access | undefined)?.state === 'active'),
        block: (shopId, root) => readOf(items, blockKey(shopId, root), toConfirmedBlock),
      };
    },
  };
}

function readOf<Value>(
  items: ReadonlyMap<string, Item | null>,
  key: Key,
  convert: (item: Item | undefined) => Value,
): Read<Value> {
  const item = items.get(keyText(key));
  return item === undefined ? { type: 'unread' } : { type: 'read', value: convert(item ?? undefined) };
}

const prefix = buyerAttribute('');

function toMarker(item: Item | undefined): Marker | undefined {
  if (!item) return undefined;
  const entries = Object.entries(item)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, entry]) => ({
      root: name.slice(prefix.length),
      ...(entry as { blockId: BlockId; expiresAt: EpochMilliseconds }),
    }));
  return { entries };
}

function toConfirmedBlock(item: Item | undefined): ConfirmedBlock | undefined {
  return (
    item && {
      blockId: String(item['blockId']),
      scope: item['scope'] as ConfirmedBlock['scope'],
      expiresAt: Number(item['expiresAt']),
    }
  );
}
