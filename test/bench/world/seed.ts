import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoClient } from '../../../local/core/engines/dynamo-client.ts';
import { toBlockItem } from '../../../shared/block-list/items.ts';
import { never } from '../../../shared/block-list/rules.ts';
import type { Item } from '../../../shared/table/batch-get.ts';
import { buyerAttribute, exemptionAttribute, markerKey } from '../../../shared/table/keys.ts';
import { buildBlock } from '../../builders/items/block-list.ts';
import { accessItem } from '../../builders/items/stored-items.ts';
import type { Check, Scenario } from '../subjects/messages.ts';

/** Shops whose blocks are there, 100 each; the markers of all other shops have nobody to ask for them. */
const wholeShops = 10;
const blocksAShop = 100;
/** All that a shop can have. */
const exemptions = 100;
/** A shop with one block only. */
export const smallShop = '7494049642642999999';

/** Shops from 0 on; the first ten are whole. */
export const shop = (index: number): string => `7494049642642${String(index).padStart(6, '0')}`;
const blocked = (index: number): string => `70214368104${String(index).padStart(8, '0')}`;
const exempt = (index: number): string => `70555555555${String(index).padStart(8, '0')}`;
const free = (index: number): string => `70999999999${String(index).padStart(8, '0')}`;
const blockId = (index: number): string => `01JD8Q5V7N${String(index).padStart(16, '0')}`;

/** As many markers as asked, 100 a shop, in IDs of the length that marketplaces use. */
export async function seedMarkers(engine: DynamoClient, tableName: string, markers: number): Promise<void> {
  await put(engine, tableName, itemsOf(markers));
}

function* itemsOf(markers: number): Generator<Item> {
  yield accessItem(smallShop);
  yield* blockAndMarker(smallShop, 99_999_999, true);
  for (let index = 0; index < exemptions; index++) yield exemptMarker(index);
  for (let index = 0; index < markers; index++) {
    const number = Math.floor(index / blocksAShop);
    if (number < wholeShops && index % blocksAShop === 0) yield accessItem(shop(number));
    yield* blockAndMarker(shop(number), index, number < wholeShops);
  }
}

/** Of a buyer whom a block of the first whole shop covers as a linked account, and who is exempt there. */
function exemptMarker(index: number): Item {
  return {
    ...markerKey(shop(0), exempt(index)),
    [buyerAttribute(blocked(index))]: { blockId: blockId(index), expiresAt: never, createdAt: 0 },
    [exemptionAttribute]: { exemptionId: blockId(index) },
    revision: 2,
  };
}

function* blockAndMarker(shopId: string, index: number, withBlock: boolean): Generator<Item> {
  const buyerId = blocked(index);
  const entry = { blockId: blockId(index), expiresAt: never };
  if (withBlock) yield toBlockItem(shopId, buildBlock({ ...entry, buyerId, username: `name-${index}` }));
  yield { ...markerKey(shopId, buyerId), [buyerAttribute(buyerId)]: entry, revision: 1 };
}

const batchSize = 25;
const writers = 3;

async function put(engine: DynamoClient, tableName: string, items: Generator<Item>): Promise<void> {
  const write = async () => {
    for (;;) {
      const batch = [...take(items, batchSize)];
      if (batch.length === 0) return;
      const puts = batch.map((item) => ({ PutRequest: { Item: marshall(item) } }));
      await engine.table('BatchWriteItem', { RequestItems: { [tableName]: puts } });
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}

function* take(items: Generator<Item>, count: number): Generator<Item> {
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = items.next();
    if (done) return;
    yield value;
  }
}

const someVariants = 40;

function scenario(
  decision: Scenario['decision'],
  checks: number,
  check: (index: number) => Check,
  variants = someVariants,
): Scenario {
  const requests = Array.from({ length: variants }, (_, variant) =>
    Array.from({ length: checks }, (_unused, index) => check(variant * checks + index)),
  );
  return { name: `${decision} ${checks}`, requests, decision, checkouts: 'new' };
}

/** Buyers whom nobody blocks, in ten shops. */
export const allowed = (checks: number): Scenario =>
  scenario('allow', checks, (index) => ({ shopId: shop(index % wholeShops), buyerId: free(index) }));

/** Exempt buyers of a shop with a hundred of them and a hundred blocks, each of whom a linked block would stop. */
export const allowedByExemption: Scenario = {
  ...scenario('allow', 1, (index) => ({ shopId: shop(0), buyerId: exempt(index) }), exemptions),
  name: 'allow 1 exempt',
};

function blockedAt(index: number): Check {
  const [number, place] = [index % wholeShops, Math.floor(index / wholeShops) % blocksAShop];
  return { shopId: shop(number), buyerId: blocked(number * blocksAShop + place) };
}

/** Blocked buyers of ten shops, so few that the gate has stopped each of them before. */
export const denied = (checks: number): Scenario => scenario('deny', checks, blockedAt);

/** The same buyers, who try the same checkout again. */
export const deniedAgain: Scenario = { ...denied(1), name: 'deny 1 again', checkouts: 'again' };

/** All blocked buyers, one after the other: more than a gate remembers, so that it has never heard of any. */
export const deniedFirst: Scenario = {
  ...scenario('deny', 1, blockedAt, wholeShops * blocksAShop),
  name: 'deny 1 first',
  goesOn: true,
};

/** The one buyer of the shop with one block. */
export const deniedInSmallShop: Scenario = {
  ...scenario('deny', 1, () => ({ shopId: smallShop, buyerId: blocked(99_999_999) })),
  name: 'deny in a small shop',
};
