import { describe, expect, it } from 'vitest';
import { scopeOfToken } from '../../../../shared/access/scope.ts';
import type { TokenScope } from '../../../../shared/access/scope.ts';
import { countRows } from '../../../../shared/bulk-blocks/count-rows.ts';
import { decideRows } from '../../../../shared/bulk-blocks/limit-rules.ts';
import type { BulkWindow } from '../../../../shared/bulk-blocks/limit-rules.ts';
import type { BulkLimitStore } from '../../../../shared/bulk-blocks/limit-store.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const scope = scopeOfToken({ sub: 'ann', shops: 'shop:owner' }, 'shop') as TokenScope;

/** A counter that refuses what was decided on another state than its own. */
function buildStore(window?: BulkWindow) {
  const held = { window, calls: 0 };
  const store: BulkLimitStore = {
    async count(_scope, does, rows, now) {
      held.calls += 1;
      const decision = decideRows(held.window, rows, now);
      if (decision.type !== 'count' || decision.window !== does) return { type: 'changed', window: held.window };
      held.window =
        does === 'begin' || !held.window
          ? { endsAt: now + 86_400_000, used: rows }
          : { ...held.window, used: held.window.used + rows };
      return { type: 'counted' };
    },
  };
  return { store, held };
}

describe('countRows', () => {
  it('takes one write where a day goes on, and two where one begins', async () => {
    const { store, held } = buildStore();
    await countRows(store, scope, 100, noon);
    expect(held).toEqual({ calls: 2, window: { endsAt: noon + 86_400_000, used: 100 } });
    await countRows(store, scope, 40, noon + 5);
    expect(held).toMatchObject({ calls: 3, window: { used: 140 } });
  });

  it('refuses rows that do not fit, says how many do, and counts none', async () => {
    const { store, held } = buildStore({ endsAt: noon + 60_000, used: 950 });
    await expect(countRows(store, scope, 51, noon)).rejects.toMatchObject({
      code: 'too_many_requests',
      message: expect.stringContaining('50 are left'),
      details: { retryAfterSeconds: 60 },
    });
    expect(held.window?.used).toBe(950);
  });

  it('gives up on a counter that never stands still', async () => {
    const store: BulkLimitStore = { count: async () => ({ type: 'changed', window: undefined }) };
    await expect(countRows(store, scope, 1, noon)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
