import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../shared/access/scope.ts';
import { countLookup, countMisses } from '../../../shared/buyers/count-lookup.ts';
import { type LookupCounter, lookupLimits } from '../../../shared/buyers/lookup-limit-rules.ts';
import { AppError, type ErrorCode } from '../../../shared/kernel/errors.ts';
import { noon } from '../../builders/clock.ts';

const scope = platformScope('shop', 'ann');
const full: LookupCounter = { minute: { endsAt: noon + 1, used: lookupLimits.minute.most } };

/** Answers with each of these in turn, the last one for ever. */
function storeAnswering(...answers: readonly (LookupCounter | 'counted')[]) {
  let asked = 0;
  const count = async () => answers[Math.min(asked++, answers.length - 1)] ?? 'counted';
  return { store: { count }, asked: () => asked };
}

describe('countLookup', () => {
  it('decides anew on what the store shows when somebody was faster', async () => {
    const { store, asked } = storeAnswering({ minute: { endsAt: noon + 1, used: 1 } }, 'counted');
    await countLookup(store, scope, noon);
    expect(asked()).toBe(2);
    await expect(countLookup(storeAnswering(full).store, scope, noon)).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: 1 },
    });
  });

  it('writes nothing when the windows as read are full', async () => {
    const { store, asked } = storeAnswering('counted');
    await expect(countLookup(store, scope, noon, full)).rejects.toMatchObject({ code: 'too_many_requests' });
    expect(asked()).toBe(0);
  });

  it('gives up as unavailable where no round decides it', async () => {
    await expect(countLookup(storeAnswering({}).store, scope, noon)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('countMisses', () => {
  const refusing = (code: ErrorCode) => () => Promise.reject(new AppError(code, 'no'));

  it.each(['buyer_not_found', 'username_mismatch'] as const)('counts %s before it is told', async (code) => {
    const { store, asked } = storeAnswering('counted');
    await expect(countMisses(store, scope, noon, refusing(code))).rejects.toMatchObject({ code });
    expect(asked()).toBe(1);
    await expect(countMisses(storeAnswering(full).store, scope, noon, refusing(code))).rejects.toMatchObject({
      code: 'too_many_requests',
    });
  });

  it('leaves successes and other refusals alone', async () => {
    const { store, asked } = storeAnswering(full);
    expect(await countMisses(store, scope, noon, () => Promise.resolve(1))).toBe(1);
    await expect(countMisses(store, scope, noon, refusing('block_list_full'))).rejects.toMatchObject({
      code: 'block_list_full',
    });
    expect(asked()).toBe(0);
  });
});
