import { describe, expect, it } from 'vitest';
import { retention } from '../../../../infra/retention.ts';
import { platformScope } from '../../../../shared/access/scope.ts';
import { blockEvent } from '../../../../shared/block-list/block-event.ts';
import {
  blockedByItem,
  endedBlockItem,
  toBlock,
  toBlockItem,
  toBlockReply,
  toLedger,
} from '../../../../shared/block-list/items.ts';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import { blockedByKey } from '../../../../shared/table/keys.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('toLedger', () => {
  it('is empty without an item', () => {
    expect(toLedger(undefined)).toEqual({ places: {}, newBlocks: {} });
  });

  it('reads buyers whose IDs are names of the language as buyers', () => {
    const blocks = Object.fromEntries(['__proto__', 'constructor', 'ttl'].map((id) => [`b#${id}`, noon]));
    const ledger = toLedger({ pk: 'SHOP#s', sk: 'LEDGER', blocks, 'd#2026-11-22T00:00:00.000Z': 3 });
    expect(Object.entries(ledger.places)).toEqual([
      ['__proto__', noon],
      ['constructor', noon],
      ['ttl', noon],
    ]);
    expect(ledger.newBlocks).toEqual({ '2026-11-22T00:00:00.000Z': 3 });
  });
});

describe('a block as an item', () => {
  /** Seconds: an erasure finds the block by it. */
  const rowOutlives = 30 * 86_400;
  const block = buildBlock({ expiresAt: noon + 1, duration: '90_days', note: 'n' });

  it('comes back as it was', () => {
    expect(toBlock(toBlockItem('shop', block))).toEqual(block);
  });

  it('was not changed yet when it is older than revisions', () => {
    const { revision: _revision, ...older } = toBlockItem('shop', block);
    expect(toBlock(older)).toEqual({ ...block, revision: 1 });
  });

  it('is deleted by the TTL in whole seconds, never before its expiry, and never while permanent', () => {
    expect(toBlockItem('shop', block)['ttl']).toBe(noon / 1000 + 1);
    expect(toBlockItem('shop', { ...block, expiresAt: noon })['ttl']).toBe(noon / 1000);
    expect(toBlockItem('shop', buildBlock())).not.toHaveProperty('ttl');
    expect(blockedByItem(buildBlock(), 'shop', blockedByKey('buyer-1', 'shop'))).not.toHaveProperty('ttl');
    expect(blockedByItem(block, 'shop', blockedByKey('buyer-1', 'shop'))).toMatchObject({
      ttl: noon / 1000 + 1 + rowOutlives,
    });
  });

  it('can be proven to have been live for as long as the bus and our queues hold what tells of an order', () => {
    const day = 86_400_000;
    expect(longestWait).toBe((1 + retention.deadLetters) * day);
    expect(endedBlockItem('shop', block, noon)['ttl']).toBe((noon + longestWait) / 1000);
  });

  it('leaves neither name nor note behind when it ends', () => {
    const ended = endedBlockItem('shop', block, noon);
    expect(Object.keys(ended).toSorted()).toEqual([
      'blockId',
      'buyerId',
      'createdAt',
      'endedAt',
      'expiresAt',
      'pk',
      'reason',
      'scope',
      'sk',
      'ttl',
    ]);
  });
});

describe('toBlockReply', () => {
  it('writes times as RFC 3339 with milliseconds, and none for a permanent block', () => {
    expect(toBlockReply(buildBlock({ expiresAt: noon + 1 }))).toMatchObject({
      createdAt: '2026-11-22T12:00:00.000Z',
      expiresAt: '2026-11-22T12:00:00.001Z',
    });
    expect(toBlockReply(buildBlock({ updatedAt: noon }))).toMatchObject({
      updatedAt: '2026-11-22T12:00:00.000Z',
      expiresAt: undefined,
    });
  });
});

describe('blockEvent', () => {
  const secret = buildBlock({
    username: 'SECRET-NAME',
    avatarUrl: 'https://SECRET',
    note: 'SECRET-NOTE',
    expiresAt: noon + 1,
  });

  it('says who, where, why and until when, but no username, avatar or note', () => {
    const event = blockEvent('Buyer Unblocked', 'e1', platformScope('shop', 'w'), secret, noon);
    expect(JSON.stringify(event)).not.toContain('SECRET');
    expect(event.detail).toEqual({
      version: 1,
      eventId: 'e1',
      shopId: 'shop',
      buyerId: 'buyer-1',
      blockId: 'block-1',
      reason: 'order_abuse',
      scope: 'user_id_only',
      duration: 'permanent',
      revision: 2,
      expiresAt: '2026-11-22T12:00:00.001Z',
      occurredAt: '2026-11-22T12:00:00.000Z',
    });
  });

  it('has the revision of what it tells, and of an end one more than all before it', () => {
    const told = (type: Parameters<typeof blockEvent>[0]) =>
      blockEvent(type, 'e1', platformScope('s', 'w'), buildBlock({ revision: 7 }), noon).detail['revision'];
    expect([told('Buyer Blocked'), told('Block Changed'), told('Buyer Unblocked')]).toEqual([7, 7, 8]);
  });

  it('has no expiry for a permanent block', () => {
    expect(blockEvent('Buyer Blocked', 'e1', platformScope('s', 'w'), buildBlock(), noon).detail).not.toHaveProperty(
      'expiresAt',
    );
  });
});
