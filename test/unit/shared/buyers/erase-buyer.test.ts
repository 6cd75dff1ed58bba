import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { ShopScope } from '../../../../shared/access/scope.ts';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import type { ProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

const erased = { version: 1, eventId: 'e1', buyerId: 'buyer-1' } as const;
const shops = (count: number) => Array.from({ length: count }, (_, index) => `shop-${index}`);

/** A buyer whom these shops block, page by page, and those exempt, in memory. `failing` is the shop at which the first scrub fails. */
function fakeProfiles(pages: readonly (readonly string[])[], failing?: string, exempting: readonly string[] = []) {
  const named = new Set(pages.flat());
  const exempt = new Set(exempting);
  const profile: { erasedAt?: number; liftReasons: number } = { liftReasons: 2 };
  const calls: string[] = [];
  let [atOnce, most, fails] = [0, 0, failing];
  const store: ProfileStore = {
    save: () => Promise.reject(new Error('An erasure saves no profile.')),
    async erase(buyerId, at) {
      calls.push(`erase ${buyerId}`);
      profile.erasedAt ??= at;
    },
    async forgetLifts(buyerId) {
      calls.push(`forgetLifts ${buyerId}`);
      profile.liftReasons = 0;
    },
    async forgetRemovals(buyerId) {
      calls.push(`forgetRemovals ${buyerId}`);
    },
    async *blockingShops(buyerId): AsyncGenerator<readonly ShopScope[]> {
      calls.push(`blockingShops ${buyerId}`);
      for (const page of pages) yield page.map((shop) => platformScope(shop, 'test'));
    },
    async *exemptingShops(buyerId): AsyncGenerator<readonly ShopScope[]> {
      calls.push(`exemptingShops ${buyerId}`);
      yield exempting.map((shop) => platformScope(shop, 'test'));
    },
    async scrubExemption({ shopId }, buyerId) {
      calls.push(`scrubExemption ${buyerId}`);
      exempt.delete(shopId);
    },
    async scrubBlock({ shopId }, buyerId) {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      if (shopId === fails) {
        fails = undefined;
        throw new Error('scrub');
      }
      calls.push(`scrubBlock ${buyerId}`);
      named.delete(shopId);
    },
  };
  return { store, profile, named, exempt, calls, mostAtOnce: () => most };
}

describe('eraseBuyer', () => {
  it('erases the profile before it looks for blocks: none that begins later can bring the name back', async () => {
    const profiles = fakeProfiles([['shop-1']]);
    await eraseBuyer({ store: profiles.store, clock: buildClock() })(erased);
    expect(profiles.calls).toEqual([
      'erase buyer-1',
      'forgetLifts buyer-1',
      'forgetRemovals buyer-1',
      'blockingShops buyer-1',
      'scrubBlock buyer-1',
      'exemptingShops buyer-1',
    ]);
    expect(profiles.profile).toEqual({ erasedAt: noon, liftReasons: 0 });
  });

  it('scrubs the blocks of all shops on all pages, ten at a time', async () => {
    const pages = [shops(23), [], ['shop-x', 'shop-y']];
    const profiles = fakeProfiles(pages);
    await eraseBuyer({ store: profiles.store, clock: buildClock() })(erased);
    expect([...profiles.named]).toEqual([]);
    expect(profiles.calls.filter((call) => call.startsWith('scrubBlock'))).toHaveLength(25);
    expect(profiles.mostAtOnce()).toBe(10);
  });

  it('fails with a scrub that fails, and is finished by the next attempt', async () => {
    const profiles = fakeProfiles([shops(11), ['shop-x']], 'shop-10');
    const erase = eraseBuyer({ store: profiles.store, clock: buildClock() });
    await expect(erase(erased)).rejects.toThrow('scrub');
    expect([...profiles.named]).toEqual(['shop-10', 'shop-x']);
    await erase(erased);
    expect([...profiles.named]).toEqual([]);
  });

  it('scrubs the exemptions of all shops', async () => {
    const profiles = fakeProfiles([], undefined, ['shop-1', 'shop-2']);
    await eraseBuyer({ store: profiles.store, clock: buildClock() })(erased);
    expect([...profiles.exempt]).toEqual([]);
  });

  it('is done with a buyer whom nobody blocks', async () => {
    const profiles = fakeProfiles([]);
    await eraseBuyer({ store: profiles.store, clock: buildClock() })(erased);
    expect(profiles.profile.erasedAt).toBe(noon);
    expect(profiles.calls).not.toContain('scrubBlock buyer-1');
  });
});
