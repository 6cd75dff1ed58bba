import type { ShopScope } from '../../access/scope.ts';
import { toProfile } from '../../buyers/items.ts';
import { toBlock } from '../../block-list/items.ts';
import { isLive } from '../../block-list/rules.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { ShopId } from '../../kernel/ids.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { ItemsByKey } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { blockKey, profileKey, shopBuyerKey, waiverKey } from '../../table/keys.ts';
import type { Key } from '../../table/keys.ts';
import { toWaiver } from '../../waivers/items.ts';
import type { Alert } from '../rules.ts';
import { subjectKey, toToldSubject } from '../subject-items.ts';
import { stateOfSubject } from '../subject-rules.ts';
import type { ReplyContext } from './reply.ts';

type Surroundings = Pick<ReplyContext, 'profile' | 'waiver' | 'subject' | 'isBlocked' | 'buyerCanBeBlocked'>;

export interface SurroundingsStore {
  /**
   * What is shown of alerts beyond themselves, in their order: buyer, waiver, and how their orders or refunds stand. Five items
   * for each alert at most, each read once, a hundred in a round trip: one call for a page of 20, five for one of 100.
   */
  read(scope: ShopScope, alerts: readonly Alert[], now: EpochMilliseconds): Promise<readonly Surroundings[]>;
}

export function createSurroundingsStore(table: Table): SurroundingsStore {
  return {
    async read({ shopId }, alerts, now) {
      const placed = alerts.map((alert) => ({ alert, keys: keysOf(shopId, alert) }));
      const wanted = placed.flatMap(({ keys }): (Key | undefined)[] => Object.values(keys));
      const items = await batchGet(
        table,
        wanted.filter((key) => key !== undefined),
      );
      return placed.map(({ alert, keys }) => toSurroundings(alert, keys, items, now));
    },
  };
}

interface Keys {
  readonly subject: Key | undefined;
  readonly waiver: Key | undefined;
  readonly profile: Key;
  readonly orders: Key;
  readonly block: Key;
}

function keysOf(shopId: ShopId, { subject, buyerId }: Alert): Keys {
  return {
    subject: subjectKey(shopId, subject),
    waiver: subject.type === 'outcome' ? undefined : waiverKey(shopId, subject.type, subject.id),
    profile: profileKey(buyerId),
    orders: shopBuyerKey(shopId, buyerId),
    block: blockKey(shopId, buyerId),
  };
}

function toSurroundings({ subject }: Alert, keys: Keys, items: ItemsByKey, now: EpochMilliseconds): Surroundings {
  const profile = toProfile(items.get(keys.profile));
  const block = items.get(keys.block);
  const isBlocked = block !== undefined && isLive(toBlock(block), now);
  return {
    profile,
    waiver: keys.waiver && toWaiver(items.get(keys.waiver)),
    subject: stateOfSubject(toToldSubject(subject, keys.subject && items.get(keys.subject))),
    isBlocked,
    buyerCanBeBlocked: profile !== undefined && items.get(keys.orders) !== undefined && !isBlocked,
  };
}
