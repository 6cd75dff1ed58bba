import type { ShopScope } from '../../access/scope.ts';
import { toProfile } from '../../buyers/items.ts';
import { toBlock } from '../../block-list/items.ts';
import { isLive } from '../../block-list/rules.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { blockKey, profileKey, shopBuyerKey, waiverKey } from '../../table/keys.ts';
import { toWaiver } from '../../waivers/items.ts';
import type { Alert } from '../rules.ts';
import { subjectKey, toToldSubject } from '../subject-items.ts';
import { stateOfSubject } from '../subject-rules.ts';
import type { ReplyContext } from './reply.ts';

type Surroundings = Pick<ReplyContext, 'profile' | 'waiver' | 'subject' | 'buyerCanBeBlocked'>;

export interface SurroundingsStore {
  /** What is shown of one alert beyond itself, in one round trip: buyer, waiver, and how its order or refund stands. */
  read(scope: ShopScope, alert: Alert, now: EpochMilliseconds): Promise<Surroundings>;
}

export function createSurroundingsStore(table: Table): SurroundingsStore {
  return {
    async read({ shopId }, { subject, buyerId }, now) {
      const subjectAt = subjectKey(shopId, subject);
      const waiverAt = subject.type === 'outcome' ? undefined : waiverKey(shopId, subject.type, subject.id);
      const [profileAt, ordersAt, blockAt] = [
        profileKey(buyerId),
        shopBuyerKey(shopId, buyerId),
        blockKey(shopId, buyerId),
      ];
      const ofAlert = [subjectAt, waiverAt].filter((key) => key !== undefined);
      const items = await batchGet(table, [...ofAlert, profileAt, ordersAt, blockAt]);
      const profile = toProfile(items.get(profileAt));
      const block = items.get(blockAt);
      const isBlocked = block !== undefined && isLive(toBlock(block), now);
      return {
        profile,
        waiver: waiverAt && toWaiver(items.get(waiverAt)),
        subject: stateOfSubject(toToldSubject(subject, subjectAt && items.get(subjectAt))),
        buyerCanBeBlocked: profile !== undefined && items.get(ordersAt) !== undefined && !isBlocked,
      };
    },
  };
}
