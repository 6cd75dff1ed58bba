import { describe, expect, it } from 'vitest';
import { retention } from '../../../../infra/retention.ts';
import { endedBlockItem, removedBlockItem, toRemovedBlock } from '../../../../shared/block-list/ended-items.ts';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import { activityRetentionMilliseconds } from '../../../../shared/events/outbox.ts';
import { buildBlock, buildRemoved } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const block = buildBlock({ expiresAt: noon + 3_600_000, duration: '90_days', note: 'SECRET', revision: 2 });

describe('endedBlockItem', () => {
  it('can be proven to have been live for as long as the bus and our queues hold what tells of an order', () => {
    expect(longestWait).toBe((1 + retention.deadLetters) * 86_400_000);
    const ended = endedBlockItem('shop', block, { endedAt: noon, because: 'removed', by: 'ann' });
    expect(ended['ttl']).toBe((noon + activityRetentionMilliseconds) / 1000);
    expect(activityRetentionMilliseconds).toBeGreaterThan(longestWait);
  });

  it('says who ended it and how, and leaves neither name nor note behind', () => {
    const ended = endedBlockItem('shop', block, { endedAt: noon, because: 'lifted', by: 'agent-1' });
    expect(ended).toMatchObject({ endedBecause: 'lifted', endedBy: 'agent-1', endedAt: noon, revision: 3 });
    expect(JSON.stringify(ended)).not.toMatch(/SECRET|ada/);
    const expired = endedBlockItem('shop', block, { endedAt: block.expiresAt, because: 'expired' });
    expect(expired).toMatchObject({ endedBecause: 'expired', endedAt: block.expiresAt, revision: 2 });
    expect(expired).not.toHaveProperty('endedBy');
  });

  it('keeps when it had been removed before', () => {
    const gaps = [{ from: noon - 2000, until: noon - 1000 }];
    const end = { endedAt: noon, because: 'removed', by: 'ann' } as const;
    expect(endedBlockItem('shop', { ...block, gaps }, end)).toMatchObject({ gaps });
  });
});

describe('removedBlockItem', () => {
  it('comes back as it was, and is gone when it can no longer be undone', () => {
    const removed = buildRemoved(block);
    const item = removedBlockItem('shop', removed);
    expect(toRemovedBlock(item)).toEqual(removed);
    expect(item['ttl']).toBe(noon / 1000 + 15 * 60);
    expect(toRemovedBlock(undefined)).toBeUndefined();
  });
});
