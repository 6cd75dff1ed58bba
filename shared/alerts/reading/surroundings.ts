import { toProfile } from '../../buyers/items.ts';
import { toBlock } from '../../block-list/items.ts';
import { isLive } from '../../block-list/rules.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { ShopId } from '../../kernel/ids.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { blockKey, profileKey, shopBuyerKey, waiverKey } from '../../table/keys.ts';
import { toWaiver } from '../../waivers/waiver-write.ts';
import type { Alert } from '../rules.ts';
import { stateOfSubject, subjectKey } from '../subject-items.ts';
import type { ReplyContext } from './reply.ts';

/** What is shown of one alert beyond itself, in one round trip: buyer, waiver, and how its order or refund stands. */
export async function readSurroundings(
  table: Table,
  shopId: ShopId,
  alert: Alert,
  now: EpochMilliseconds,
): Promise<Pick<ReplyContext, 'profile' | 'waiver' | 'subject' | 'buyerCanBeBlocked'>> {
  const { subject, buyerId } = alert;
  const subjectAt = subjectKey(shopId, subject);
  const waiverAt = subject.type === 'outcome' ? undefined : waiverKey(shopId, subject.type, subject.id);
  const buyerAt = [profileKey(buyerId), shopBuyerKey(shopId, buyerId), blockKey(shopId, buyerId)];
  const items = await batchGet(table, [...[subjectAt, waiverAt].filter((key) => key !== undefined), ...buyerAt]);
  const profile = toProfile(items.get(profileKey(buyerId)));
  const block = items.get(blockKey(shopId, buyerId));
  const isBlocked = block !== undefined && isLive(toBlock(block), now);
  return {
    profile,
    waiver: waiverAt && toWaiver(items.get(waiverAt)),
    subject: stateOfSubject(subject, subjectAt && items.get(subjectAt)),
    buyerCanBeBlocked: profile !== undefined && items.get(shopBuyerKey(shopId, buyerId)) !== undefined && !isBlocked,
  };
}
