import type { Access } from '../../../shared/access/rules.ts';
import { platformScope } from '../../../shared/access/scope.ts';
import type { SellerWrite } from '../../../shared/access/seller-write.ts';
import type { AddBlockWrite } from '../../../shared/block-list/add-writes.ts';
import type { Candidate, MarketplaceBuyer } from '../../../shared/block-list/candidate-store.ts';
import type { Change } from '../../../shared/block-list/change-writes.ts';
import type { Removal } from '../../../shared/block-list/removed-store.ts';
import type { RemovedBlock } from '../../../shared/block-list/restore-rules.ts';
import type { Block, Ledger, LedgerPlan } from '../../../shared/block-list/rules.ts';
import type { BlockListStore } from '../../../shared/block-list/store.ts';
import type { IdempotentUse } from '../../../shared/idempotency/record.ts';
import { buildAccess, buildLedger } from '../items/block-list.ts';
import { noon } from './clock.ts';

interface Shop extends Candidate, MarketplaceBuyer {
  readonly access: Access;
  /** Of the one buyer. */
  readonly block: Block | undefined;
  readonly removed: RemovedBlock | undefined;
}

/** A shop, and one buyer of it, in memory. A write holds only while all that it was decided on stands, as in the table. */
export function fakeBlockList(overrides: Partial<Shop> = {}) {
  let shop: Shop = {
    access: buildAccess(),
    ledger: buildLedger(),
    profile: { buyerId: 'buyer-1', username: 'ada', avatarUrl: 'https://cdn.example/ada.png', revision: 3 },
    shopBuyer: { orders: 1, openOrders: 0 },
    exemption: undefined,
    links: { revision: 0, groups: [], hasDependents: false },
    alertBuyerId: undefined,
    block: undefined,
    removed: undefined,
    isErased: false,
    ...overrides,
  };
  const adds: AddBlockWrite[] = [];
  const prunes: LedgerPlan['drops'][] = [];
  const changes: Change[] = [];
  const reads: boolean[] = [];
  let buyersRead = 0;
  let crossing: { readonly happens: () => void; left: number } | undefined;
  const somebodyElse = (): void => {
    if (crossing && crossing.left-- > 0) crossing.happens();
  };
  const isAsRead = (before: Block): boolean =>
    shop.block?.blockId === before.blockId &&
    shop.block.revision === before.revision &&
    shop.block.expiresAt === before.expiresAt;

  const store: BlockListStore = {
    async add(_scope, write) {
      adds.push(write);
      somebodyElse();
      const { access, profile, links } = shop;
      if (access.revision !== write.access.revision) return false;
      if (write.undoes ? shop.removed !== write.undoes : profile?.revision !== write.profileRevision) return false;
      if (write.block.scope === 'linked_user_ids' && links.revision !== write.linksRevision) return false;
      if (write.exemption?.exemption.exemptionId !== shop.exemption?.exemptionId) return false;
      const ledger = takePlace(shop.ledger, write);
      if (!ledger) return false;
      shop = { ...shop, ledger, block: write.block, exemption: undefined, ...(write.undoes && { removed: undefined }) };
      return true;
    },
    async prune(_scope, drops) {
      prunes.push(drops);
      somebodyElse();
      if (!stand(shop.ledger, drops)) return false;
      shop = { ...shop, ledger: { ...shop.ledger, places: without(shop.ledger, drops) } };
      return true;
    },
    async change(_scope, before, after, change) {
      changes.push(change);
      somebodyElse();
      if (!isAsRead(before)) return false;
      shop = { ...shop, block: after };
      return true;
    },
    async remove(_scope, removed, change) {
      changes.push(change);
      somebodyElse();
      if (!isAsRead(removed.block)) return false;
      shop = { ...shop, block: undefined, removed };
      return true;
    },
    settled: async () => shop.block,
    async marketplaceBuyer() {
      buyersRead += 1;
      return shop;
    },
    list: async () => ({ items: [] }),
  };

  /** A seller's write, whose reads show the shop as it is then. */
  function sellerWrite<Loaded>(show: (shop: Shop) => Loaded, use: IdempotentUse | undefined): SellerWrite<Loaded> {
    return {
      scope: platformScope('shop', 'seller-1'),
      now: noon,
      use,
      async read(again) {
        reads.push(again);
        return { access: shop.access, loaded: show(shop) };
      },
    };
  }

  return {
    store,
    adds,
    prunes,
    changes,
    /** Of each read, whether it was made again. */
    reads,
    /** How often what the marketplace knows of the buyer was read. */
    buyersRead: () => buyersRead,
    block: () => shop.block,
    set: (changed: Partial<Shop>): void => void (shop = { ...shop, ...changed }),
    /** Somebody else gets in between, right before each of the next writes. */
    crossedBy: (happens: (shop: Shop) => Partial<Shop>, times = 1): void => {
      crossing = { happens: () => void (shop = { ...shop, ...happens(shop) }), left: times };
    },
    toAdd: (use?: IdempotentUse): SellerWrite<Candidate> => sellerWrite((now) => now, use),
    toUndo: (use?: IdempotentUse): SellerWrite<Removal> =>
      sellerWrite(({ block, removed, ledger, exemption }) => ({ block, removed, ledger, exemption }), use),
    toChange: (use?: IdempotentUse): SellerWrite<Block | undefined> => sellerWrite(({ block }) => block, use),
  };
}

/** Somebody in ops saves the access, and changes nothing else of it. */
export function resaved({ access }: Shop): Partial<Shop> {
  return { access: { ...access, revision: access.revision + 1 } };
}

function takePlace(ledger: Ledger, { block, plan, dayKey, access }: AddBlockWrite): Ledger | undefined {
  const { buyerId, expiresAt } = block;
  const newBlocks = dayKey === undefined ? 0 : (ledger.newBlocks[dayKey] ?? 0);
  if (ledger.places[buyerId] !== plan.replaces || !stand(ledger, plan.drops)) return undefined;
  const left = Object.entries(without(ledger, plan.drops)).filter(([other]) => other !== buyerId);
  if (left.length >= access.quotas.blocks || (dayKey !== undefined && newBlocks >= access.quotas.newBlocksPerDay))
    return undefined;
  return {
    places: { ...Object.fromEntries(left), [buyerId]: expiresAt },
    newBlocks: dayKey === undefined ? ledger.newBlocks : { ...ledger.newBlocks, [dayKey]: newBlocks + 1 },
  };
}

function stand({ places }: Ledger, drops: LedgerPlan['drops']): boolean {
  return drops.every(({ buyerId, expiresAt }) => places[buyerId] === expiresAt);
}

function without({ places }: Ledger, drops: LedgerPlan['drops']): Ledger['places'] {
  const dropped = new Set(drops.map(({ buyerId }) => buyerId));
  return Object.fromEntries(Object.entries(places).filter(([buyerId]) => !dropped.has(buyerId)));
}
