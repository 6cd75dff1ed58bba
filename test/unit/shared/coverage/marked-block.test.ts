import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { blockEvent } from '../../../../shared/block-list/block-event.ts';
import { toBlockItem } from '../../../../shared/block-list/items.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { expiredBlock, markedBlockAdded, markedBlockEnded } from '../../../../shared/coverage/marked-block.ts';
import { coverageConsumer } from '../../../../infra/functions/coverage-consumer.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('a block as its markers need it', () => {
  const block = buildBlock({ scope: 'linked_user_ids', expiresAt: noon + 1 });
  const scope = platformScope('shop-1', 'test');

  it.each([
    [markedBlockAdded, {}],
    [markedBlockEnded, { occurredAt: toTimestamp(noon) }],
  ] as const)('is read from the event as it is written, and routed to coverage: $0.type', (contract, more) => {
    const event = blockEvent(contract.type, 'e1', scope, block, noon);
    expect(contract.detail.parse(event.detail)).toEqual({
      version: 1,
      eventId: 'e1',
      shopId: 'shop-1',
      buyerId: block.buyerId,
      blockId: block.blockId,
      scope: 'linked_user_ids',
      ...more,
    });
    const routed = coverageConsumer.events.map(({ source, type }) => ({ source, type }));
    expect(routed).toContainEqual({ source: contract.source, type: contract.type });
  });

  it('does not look at what markers do not need', () => {
    const { detail } = blockEvent('Buyer Blocked', 'e1', scope, block, noon);
    expect(markedBlockAdded.detail.safeParse({ ...detail, reason: 'unheard_of' }).success).toBe(true);
    expect(markedBlockAdded.detail.safeParse({ ...detail, version: 2 }).success).toBe(false);
  });

  it("is named by its item's old image", () => {
    expect(expiredBlock.parse(toBlockItem('shop-1', block))).toEqual({
      shopId: 'shop-1',
      buyerId: block.buyerId,
      blockId: block.blockId,
      scope: 'linked_user_ids',
      createdAt: block.createdAt,
      expiresAt: noon + 1,
    });
  });
});
