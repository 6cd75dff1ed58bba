import { describe, expect, it } from 'vitest';
import { requestWaiver, settleWaiver } from '../../../../shared/waivers/rules.ts';
import type { Waiver } from '../../../../shared/waivers/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const { status: _s, revision: _r, createdAt: _c, steps: _st, ...request } = buildWaiver();
const statusOf = (waiver: Waiver | undefined) => waiver?.status;

describe('a waiver', () => {
  it('begins pending, with its first step', () => {
    expect(requestWaiver(undefined, request)).toEqual(buildWaiver());
  });

  it.each([
    ['pending', 'confirmed', 'granted'],
    ['pending', 'refused', 'void'],
    ['granted', 'confirmed', undefined],
    ['granted', 'refused', undefined],
    // One that was refused is confirmed by nothing: its alert tells the two apart.
    ['void', 'confirmed', 'granted'],
    ['void', 'refused', undefined],
    ['pending', 'given_up', 'void'],
    ['granted', 'given_up', undefined],
    ['void', 'given_up', undefined],
  ] as const)('that is %s, when the answer is %s, becomes %s', (status, answer, after) => {
    expect(statusOf(settleWaiver(buildWaiver({ status }), answer, noon))).toBe(after);
  });

  it.each([
    ['pending', 'pending'],
    ['void', 'pending'],
    ['granted', undefined],
  ] as const)('that is %s, when it is asked for again, becomes %s', (status, after) => {
    expect(statusOf(requestWaiver(buildWaiver({ status }), request))).toBe(after);
  });

  it('stays one through all attempts, proves each of them, and keeps its place in the list', () => {
    let waiver: Waiver = buildWaiver();
    for (let attempt = 1; attempt <= 40; attempt++) {
      waiver = settleWaiver(waiver, 'refused', noon + attempt * 2 - 1) ?? waiver;
      waiver =
        requestWaiver(waiver, { ...request, requestedAt: noon + attempt * 2, requestedBy: `seller-${attempt}` }) ??
        waiver;
    }
    expect(waiver).toMatchObject({ status: 'pending', revision: 81, createdAt: noon, requestedBy: 'seller-40' });
    expect(waiver.steps).toHaveLength(50);
    expect(waiver.steps[0]).toEqual({ status: 'pending', at: noon, by: 'ann' });
    expect(waiver.steps.at(-1)).toEqual({ status: 'pending', at: noon + 80, by: 'seller-40' });
    expect(waiver.steps.at(-2)).toEqual({ status: 'void', at: noon + 79 });
  });
});
