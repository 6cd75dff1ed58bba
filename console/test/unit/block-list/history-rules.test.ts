import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { historyOf } from '../../../src/block-list/history-rules.ts';

type Activity = Schemas['Activity'];

const entry = (activityId: string, type: string, details: Activity['details'] = {}, kind = 'seller'): Activity => ({
  activityId,
  type,
  at: '2026-11-30T21:30:00.000Z',
  actor: { kind: kind as Activity['actor']['kind'], id: 'ada' },
  details: { buyerId: 'b', blockId: 'one', reason: 'order_abuse', scope: 'user_id_only', ...details },
});

describe('historyOf', () => {
  it('takes what happened to blocks of this buyer, in the order of the activity', () => {
    const activities = [
      entry('4', 'Buyer Unblocked'),
      entry('3', 'Order Stopped', {}, 'platform'),
      entry('x', 'Buyer Blocked', { buyerId: 'other' }),
      entry('y', 'Alert Raised'),
      entry('1', 'Buyer Blocked'),
    ];
    expect(historyOf(activities, 'b').map(({ id, kind }) => [id, kind])).toEqual([
      ['4', 'removed'],
      ['3', 'stopped'],
      ['1', 'blocked'],
    ]);
  });

  it('says what a change has changed, beside the state before it', () => {
    const activities = [
      entry('4', 'Block Changed', { reason: 'harassment', expiresAt: 'later' }),
      entry('3', 'Order Stopped', {}, 'platform'),
      entry('2', 'Block Changed', { scope: 'linked_user_ids' }),
      entry('1', 'Buyer Blocked', { scope: 'linked_user_ids' }),
    ];
    expect(historyOf(activities, 'b').map(({ changed }) => changed)).toEqual([['reason', 'scope', 'end'], [], [], []]);
  });

  it('compares with no other block of the same buyer', () => {
    const activities = [
      entry('2', 'Block Changed', { reason: 'harassment' }),
      entry('1', 'Buyer Blocked', { blockId: 'earlier' }),
    ];
    expect(historyOf(activities, 'b')[0]?.changed).toEqual([]);
  });

  it('tells a block that came back from a new one', () => {
    const restored = entry('3', 'Buyer Blocked', { removedAt: '2026-11-30T21:20:00.000Z' });
    const kinds = historyOf([restored, entry('2', 'Buyer Unblocked'), entry('1', 'Buyer Blocked')], 'b');
    expect(kinds.map(({ kind }) => kind)).toEqual(['restored', 'removed', 'blocked']);
  });

  it('names customer support and its reason where it lifted the block', () => {
    const lifted = entry('2', 'Buyer Unblocked', { agent: 'agent-7', supportReason: 'Mistaken.' }, 'support');
    expect(historyOf([lifted], 'b')[0]).toMatchObject({
      kind: 'lifted',
      support: { agent: 'agent-7', reason: 'Mistaken.' },
    });
  });
});
