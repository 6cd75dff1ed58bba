import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../../clients/seller-client.ts';
import { removalsIn } from '../../../../src/block-list/standing/removal-rules.ts';

type Activity = Schemas['Activity'];

const removal = (details: Activity['details']): Activity => ({
  activityId: 'a1',
  type: 'Buyer Unblocked',
  at: '2026-11-30T12:00:00.000Z',
  actor: { kind: 'seller', id: 'ada' },
  details: { buyerId: 'b1', blockId: 'x', ...details },
});

describe('removalsIn', () => {
  it('takes what can still be undone, with whoever removed it', () => {
    const restorableUntil = '2026-11-30T12:15:00.000Z';
    expect(removalsIn([removal({}), removal({ restorableUntil })])).toEqual([
      { buyerId: 'b1', blockId: 'x', by: 'ada', restorableUntil },
    ]);
  });
});
