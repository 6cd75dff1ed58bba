import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { accessKey, blockKey, buyerAttribute, exemptionAttribute, keyText, markerKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { Deadline } from '../aws-json/deadline.ts';
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
  read(keys: readonly Key[], deadline: Deadline, how?: HowToRead): Promise<ReadonlyMap<string, WireItem | null>>;
}

export interface HowToRead {
  /** Other attributes stay where they are. */
  readonly only?: Projection;
  /** What is left out is not asked for again. */
  readonly once?: true;
}

/** As DynamoDB takes it. */
export interface Projection {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface Place {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
}

/** `unread`: the store did not say in time. */
export type Read<Value> = { readonly type: 'read'; readonly value: Value } | { readonly type: 'unread' };

/** A buyer whose block may stand in this shop. */
export interface ShopRoot {
  readonly shopId: ShopId;
  readonly root: BuyerId;
}

export interface GateStore {
  markers(places: readonly Place[], deadline: Deadline): Promise<MarkerOf>;
  /** The blocks that entries name, and their shops' access. */
  confirm(roots: readonly ShopRoot[], deadline: Deadline): Promise<Confirmation>;
  /**
   * Both at the same time, for places where that root's block probably stands; asked once, whatever is left out. Good for a
   * denial alone: a marker's other entries are not looked at, but its exemption is. Nobody needs a marker to be guarded by a block of their own.
   */
  together(places: readonly (Place & ShopRoot)[], deadline: Deadline): Promise<MarkersAndBlocks>;
}
export type MarkerOf = (place: Place) => Read<Marker | undefined>;
export interface MarkersAndBlocks {
  readonly markerOf: MarkerOf;
  readonly confirmation: Confirmation;
}
export interface Confirmation {
  accessIsActive(shopId: ShopId): Read<boolean>;
  block(shopId: ShopId, root: BuyerId): Read<ConfirmedBlock | undefined>;
}

export function createGateStore(reader: DeadlineReader): GateStore {
  return {
    markers: async (places, deadline) => toMarkers(await reader.read(markerKeysOf(places), deadline)),
    confirm: async (roots, deadline) =>
      toConfirmation(await reader.read(keysOf(roots), deadline, { only: blockAndAccess })),
    async together(places, deadline) {
      const linked = places.filter(({ buyerId, root }) => buyerId !== root);
      const only = withEntriesOf(linked.map(({ root }) => root));
      const items = await reader.read([...markerKeysOf(linked), ...keysOf(places)], deadline, { only, once: true });
      return { markerOf: toMarkers(items), confirmation: toConfirmation(items) };
    },
  };
}

/** No username, note or address ever reaches the gate; and the less comes, the less is parsed. */
const blockAndAccess: Projection = {
  expression: 'pk,sk,blockId,#scope,linkedSince,expiresAt,#access.#state',
  names: { '#scope': 'scope', '#access': 'access', '#state': 'state' },
};

function withEntriesOf(roots: readonly BuyerId[]): Projection {
  if (roots.length === 0) return blockAndAccess;
  const names: Record<string, string> = { ...blockAndAccess.names };
  let expression = `${blockAndAccess.expression},${exemptionAttribute}`;
  for (const [index, root] of [...new Set(roots)].entries()) {
    names[`#r${index}`] = buyerAttribute(root);
    expression += `,#r${index}`;
  }
  return { expression, names };
}

function markerKeysOf(places: readonly Place[]): readonly Key[] {
  return places.map((place) => markerKey(place.shopId, place.buyerId));
}

function keysOf(roots: readonly ShopRoot[]): readonly Key[] {
  return roots.flatMap(({ shopId, root }) => [blockKey(shopId, root), accessKey(shopId)]);
}

function toMarkers(items: ReadonlyMap<string, WireItem | null>): MarkerOf {
  return (place) => readOf(items, markerKey(place.shopId, place.buyerId), toMarker);
}

function toConfirmation(items: ReadonlyMap<string, WireItem | null>): Confirmation {
  return {
    accessIsActive: (shopId) =>
      readOf(items, accessKey(shopId), (item) => item?.['access']?.M?.['state']?.S === 'active'),
    block: (shopId, root) => readOf(items, blockKey(shopId, root), toConfirmedBlock),
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
      ...sinceOf(entry),
    });
  }
  return exemptionAttribute in item ? { entries, isExempt: true } : { entries };
}

function sinceOf(item: WireItem | undefined): { readonly linkedSince?: EpochMilliseconds } {
  const since = item?.['linkedSince']?.N;
  return since === undefined ? {} : { linkedSince: Number(since) };
}

function toConfirmedBlock(item: WireItem | undefined): ConfirmedBlock | undefined {
  return (
    item && {
      blockId: item['blockId']?.S ?? '',
      scope: item['scope']?.S as ConfirmedBlock['scope'],
      expiresAt: Number(item['expiresAt']?.N),
      ...sinceOf(item),
    }
  );
}
