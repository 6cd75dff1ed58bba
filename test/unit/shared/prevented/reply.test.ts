import { describe, expect, it } from 'vitest';
import { toPreventedReply } from '../../../../shared/prevented/reply.ts';
import { nothingPrevented } from '../../../../shared/prevented/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('toPreventedReply', () => {
  it('says when the last order was stopped, if there was one', () => {
    expect(toPreventedReply(nothingPrevented)).toEqual({ orders: 0, amounts: [] });
    expect(toPreventedReply({ orders: 1, amounts: [], lastAt: noon })).toEqual({
      orders: 1,
      amounts: [],
      lastAt: '2026-11-22T12:00:00.000Z',
    });
  });
});
