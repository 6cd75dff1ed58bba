import { describe, expect, it } from 'vitest';
import { scopeOfToken } from '../../../../shared/access/scope.ts';
import type { TokenScope } from '../../../../shared/access/scope.ts';
import { countWrite } from '../../../../shared/write-limit/count-write.ts';
import type { WriteWindow } from '../../../../shared/write-limit/rules.ts';
import type { WriteLimitStore } from '../../../../shared/write-limit/store.ts';
import { sellerWriteRoute } from '../../../../shared/seller-api/seller-write-route.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import { accessIn, caller, nameRead, writingContract } from '../../../builders/worlds/seller-routes.ts';

const scope = scopeOfToken({ sub: 'ann', shops: 's:owner' }, 's') as TokenScope;

/** One window in memory, under the table's conditions. */
function fakeStore(before?: WriteWindow) {
  let window = before;
  let asked = 0;
  const store: WriteLimitStore = {
    async count(_scope, does, now) {
      asked += 1;
      const goesOn = window !== undefined && window.endsAt > now && window.used < 120;
      const begins = window === undefined || window.endsAt <= now;
      if (does === 'go_on' ? !goesOn : !begins) return { type: 'changed', window };
      window =
        does === 'begin'
          ? { endsAt: now + 60_000, used: 1 }
          : { ...(window as WriteWindow), used: (window?.used ?? 0) + 1 };
      return { type: 'counted' };
    },
  };
  return { store, window: () => window, asked: () => asked };
}

describe('countWrite', () => {
  it('takes one update while a minute goes on, and another where one begins', async () => {
    const fake = fakeStore();
    await countWrite(fake.store, scope, noon);
    expect([fake.asked(), fake.window()]).toEqual([2, { endsAt: noon + 60_000, used: 1 }]);
    await countWrite(fake.store, scope, noon + 1);
    expect([fake.asked(), fake.window()?.used]).toEqual([3, 2]);
  });

  it('refuses the 121st until the minute has ended', async () => {
    const fake = fakeStore({ endsAt: noon + 30_000, used: 119 });
    await countWrite(fake.store, scope, noon);
    await expect(countWrite(fake.store, scope, noon)).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: 30 },
    });
    await countWrite(fake.store, scope, noon + 30_000);
    expect(fake.window()).toEqual({ endsAt: noon + 90_000, used: 1 });
  });

  it('is unavailable where the window never stays as it was found', async () => {
    let turn = 0;
    const store: WriteLimitStore = {
      count: async (_scope, _does, now) => {
        turn += 1;
        return { type: 'changed', window: turn % 2 === 0 ? undefined : { endsAt: now + 1, used: 1 } };
      },
    };
    await expect(countWrite(store, scope, noon)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a write over the limit', () => {
  it('is refused before anything is read, whatever else is to be refused', async () => {
    const window = { endsAt: noon + 12_345, used: 120 };
    const fake = fakeReader(accessIn('terminated'));
    const deps = {
      reader: fake.reader,
      clock: buildClock(),
      writeLimit: { count: async () => ({ type: 'changed', window }) as const },
    };
    const route = sellerWriteRoute(deps, writingContract, {
      read: () => nameRead,
      handle: async () => ({ status: 200 }),
      replay: () => ({ status: 200 }),
    });
    await expect(caller(route)({ headers: { 'idempotency-key': 'k' } })).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: 13 },
    });
    expect(fake.reads).toEqual([]);
  });
});
