import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { accessKey, blockKey, buyerAttribute, type Key, keyText, markerKey } from '../table/keys.ts';
import type { Deadline } from './deadline.ts';
import type { ConfirmedBlock, Marker } from './rules.ts';

/** A value as DynamoDB writes it, as far as the gate reads any; numbers are text. */
interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly M?: WireItem;
}

/** An item as it comes over the wire: what nobody asks for is never converted. */
export type WireItem = Readonly<Record<string, AttributeValue>>;

/** Strongly consistent reads that give back what they have by the deadline; a key that was not answered is not in the map. */
export interface DeadlineReader {
  /** Item, or `null` when there is none; keys without an answer in time are left out. Never rejects. */
  read(keys: readonly Key[], deadline: Deadline): Promise<ReadonlyMap<string, WireItem | null>>;
}

export interface Place {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
}

/** `unread`: the store did not say in time. */
export type Read<Value> = { readonly type: 'read'; readonly value: Value } | { readonly type: 'unread' };

export interface GateStore {
  markers(places: readonly Place[], deadline: Deadline): Promise<(place: Place) => Read<Marker | undefined>>;
  /** The blocks that entries name, and their shops' access. */
  confirm(
    roots: readonly { readonly shopId: ShopId; readonly root: BuyerId }[],
    deadline: Deadline,
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
          readOf(items, accessKey(shopId), (item) => item?.['access']?.M?.['state']?.S === 'active'),
        block: (shopId, root) => readOf(items, blockKey(shopId, root), toConfirmedBlock),
      };
    },
  };
}

function readOf<Value>(
  items: ReadonlyMap<string, WireItem | null>,
  key: Key,
  convert: (item: WireItem | undefined) => Value,
): Read<Value> {
  const item = items.get(keyText(key));
  return item === undefined ? { type: 'unread' } : { type: 'read', value: convert(item ?? undefined) };
}

const prefix = buyerAttribute('');

function toMarker(item: WireItem | undefined): Marker | undefined {
  if (!item) return undefined;
  const entries: Marker['entries'][number][] = [];
  for (const name of Object.keys(item)) {
    if (!name.startsWith(prefix)) continue;
    const entry = item[name]?.M;
    entries.push({
      root: name.slice(prefix.length),
      blockId: entry?.['blockId']?.S ?? '',
      expiresAt: Number(entry?.['expiresAt']?.N),
    });
  }
  return { entries };
}

function toConfirmedBlock(item: WireItem | undefined): ConfirmedBlock | undefined {
  return (
    item && {
      blockId: item['blockId']?.S ?? '',
      scope: item['scope']?.S as ConfirmedBlock['scope'],
      expiresAt: Number(item['expiresAt']?.N),
    }
  );
}
