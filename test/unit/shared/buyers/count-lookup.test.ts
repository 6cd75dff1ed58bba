import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { countLookup, countMisses } from '../../../../shared/buyers/count-lookup.ts';
<<<<<<< HEAD
import { lookupLimits } from '../../../../shared/buyers/lookup-limit-rules.ts';
import type { LookupCounter } from '../../../../shared/buyers/lookup-limit-rules.ts';
import { createLookupMetrics } from '../../../../shared/buyers/lookup-metrics.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ErrorCode } from '../../../../shared/kernel/errors.ts';
=======
import { type LookupCounter, lookupLimits } from '../../../../shared/buyers/lookup-limit-rules.ts';
import { AppError, type ErrorCode } from '../../../../shared/kernel/errors.ts';
>>>>>>> mirror-a
import { noon } from '../../../builders/fakes/clock.ts';

const scope = platformScope('shop', 'ann');
const full: LookupCounter = { minute: { endsAt: noon + 1, used: lookupLimits.minute.most } };

/** Answers with each of these in turn, the last one for ever. */
function limitAnswering(...answers: readonly (LookupCounter | 'counted')[]) {
  let asked = 0;
  let told = 0;
  const count = async () => answers[Math.min(asked++, answers.length - 1)] ?? 'counted';
  return { limit: { store: { count }, metrics: { refused: () => void told++ } }, asked: () => asked, told: () => told };
}

describe('countLookup', () => {
  it('decides anew on what the store shows when somebody was faster', async () => {
    const { limit, asked } = limitAnswering({ minute: { endsAt: noon + 1, used: 1 } }, 'counted');
    await countLookup(limit, scope, noon);
    expect(asked()).toBe(2);
    const late = limitAnswering(full);
    await expect(countLookup(late.limit, scope, noon)).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: 1 },
    });
    expect(late.told()).toBe(1);
  });

  it('writes nothing when the windows as read are full', async () => {
    const { limit, asked, told } = limitAnswering('counted');
    await expect(countLookup(limit, scope, noon, full)).rejects.toMatchObject({ code: 'too_many_requests' });
    expect([asked(), told()]).toEqual([0, 1]);
  });

  it('gives up as unavailable where no round decides it', async () => {
    const { limit, told } = limitAnswering({});
    await expect(countLookup(limit, scope, noon)).rejects.toMatchObject({ code: 'unavailable' });
    expect(told()).toBe(0);
  });
});

describe('countMisses', () => {
  const refusing = (code: ErrorCode) => () => Promise.reject(new AppError(code, 'no'));

  it.each(['buyer_not_found', 'username_mismatch'] as const)('counts %s before it is told', async (code) => {
    const { limit, asked, told } = limitAnswering('counted');
    await expect(countMisses(limit, scope, noon, refusing(code))).rejects.toMatchObject({ code });
    expect([asked(), told()]).toEqual([1, 0]);
    const over = limitAnswering(full);
    await expect(countMisses(over.limit, scope, noon, refusing(code))).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    expect(over.told()).toBe(1);
  });

  it('leaves successes and other refusals alone', async () => {
    const { limit, asked, told } = limitAnswering(full);
    expect(await countMisses(limit, scope, noon, () => Promise.resolve(1))).toBe(1);
    await expect(countMisses(limit, scope, noon, refusing('block_list_full'))).rejects.toMatchObject({
      code: 'block_list_full',
    });
    expect([asked(), told()]).toEqual([0, 0]);
  });
});
