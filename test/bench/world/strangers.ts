import { createProfileStore } from '../../../shared/buyers/profile-store.ts';
import type { Table } from '../../../shared/table/client.ts';
import { linksKey } from '../../../shared/table/keys.ts';
import { noon } from '../../builders/fakes/clock.ts';
import { knowBuyer, saveProfile } from '../../builders/items/known-buyer.ts';
import { accessItem } from '../../builders/items/stored-items.ts';
import { putItems } from '../../builders/items/table-items.ts';

/** Whose sellers look buyers up. */
export const ownShop = '7494049642642441621';
const otherShop = '7494049642642441622';

/** Whom they do not find; two sets of nobody differ in nothing but their names. */
const numbers = { nobody: 0, nobodyElse: 1, foreign: 2, erased: 3 } as const;
export type StrangerKind = keyof typeof numbers;
export const strangersOfAKind = 100;

/** IDs of the length that marketplaces use; usernames, which hold them, are of one length, too. */
const buyerId = (who: StrangerKind, index: number): string =>
  `702143681${numbers[who]}${String(index).padStart(9, '0')}`;

type Stranger = Readonly<Record<'buyerId' | 'username' | 'orderId', string>>;

export function strangerAt(who: StrangerKind, index: number): Stranger {
  const id = buyerId(who, index);
  return { buyerId: id, username: `name-${id}`, orderId: `order-of-${id}` };
}

/**
 * A shop, and another one with buyers of whom there is much to be read: a long avatar URL, link groups. Those who are
 * erased had ordered in both.
 */
export async function seedStrangers(table: Table): Promise<void> {
  await putItems(table, accessItem(ownShop), accessItem(otherShop));
  const profiles = createProfileStore(table);
  for (let index = 0; index < strangersOfAKind; index++) {
    const [foreign, erased] = [buyerId('foreign', index), buyerId('erased', index)];
    const avatarUrl = `https://cdn.example/${'a'.repeat(180)}/${foreign}.png`;
    await knowBuyer(table, foreign, otherShop);
    await saveProfile(table, foreign, { revision: 2, avatarUrl });
    await putItems(table, { ...linksKey(foreign), revision: 1, groups: new Set(['group-1', 'group-2']) });
    await knowBuyer(table, erased, ownShop, otherShop);
    await profiles.erase(erased, noon);
  }
}
