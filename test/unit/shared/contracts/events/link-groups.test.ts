import { describe, expect, it } from 'vitest';
import { coverageConsumer } from '../../../../../infra/functions/coverage-consumer.ts';
import { blockEvent } from '../../../../../shared/block-list/block-event.ts';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { toBlockItem } from '../../../../../shared/block-list/items.ts';
import {
  buyerBlocked,
  buyerUnblocked,
  linkGroupChanged,
  markedBlock,
} from '../../../../../shared/contracts/events/link-groups.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { buyersNamed } from '../../../../builders/worlds/link-world.ts';

const change = { version: 1, eventId: 'e1', groupId: 'g1', buyerIds: ['b1'], evidence: ['device'], revision: 0 };

describe('Buyer Link Group Changed', () => {
  it('holds 5,000 members and no more', () => {
    expect(linkGroupChanged.detail.safeParse({ ...change, buyerIds: buyersNamed('b', 5_000) }).success).toBe(true);
    expect(linkGroupChanged.detail.safeParse({ ...change, buyerIds: buyersNamed('b', 5_001) }).success).toBe(false);
  });

  it.each([
    ['a negative revision', { revision: -1 }],
    ['a revision that is no whole number', { revision: 1.5 }],
    ['a revision beyond what a number holds', { revision: 2 ** 53 }],
    ['a numeric buyer ID', { buyerIds: [7] }],
    ['a buyer ID with the separator of keys', { buyerIds: ['a#b'] }],
    ['another version', { version: 2 }],
  ])('refuses %s', (_, wrong) => {
    expect(linkGroupChanged.detail.safeParse({ ...change, ...wrong }).success).toBe(false);
  });
});

describe('our own block events', () => {
  const block = buildBlock({ scope: 'linked_user_ids' });
  const scope = platformScope('shop-1', 'test');

  it.each([buyerBlocked, buyerUnblocked])('are read as they are written, and routed to coverage: $type', (contract) => {
    const event = blockEvent(contract.type, 'e1', scope, block, noon);
    expect(contract.detail.parse(event.detail)).toMatchObject({
      shopId: 'shop-1',
      buyerId: block.buyerId,
      blockId: block.blockId,
      scope: 'linked_user_ids',
    });
    expect(coverageConsumer.events).toContainEqual(expect.objectContaining({ source: 'ssc', type: contract.type }));
  });

  it("name of a block what its item's old image names", () => {
    const { shopId, buyerId, blockId } = markedBlock.parse(toBlockItem('shop-1', block));
    expect([shopId, buyerId, blockId]).toEqual(['shop-1', block.buyerId, block.blockId]);
  });
});
