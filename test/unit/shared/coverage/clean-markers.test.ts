import { describe, expect, it } from 'vitest';
import { cleanMarkers } from '../../../../shared/coverage/clean-markers.ts';
import type { MarkedBlock } from '../../../../shared/coverage/marked-block.ts';
import { accountsAWrite } from '../../../../shared/coverage/marker-store.ts';
import type { MarkerStore } from '../../../../shared/coverage/marker-store.ts';
import type { Covered } from '../../../../shared/coverage/rules.ts';
import type { LinkStore } from '../../../../shared/coverage/store.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

const ended: MarkedBlock = { shopId: 'shop-1', buyerId: 'root', blockId: 'b1', scope: 'linked_user_ids' };
const accounts = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

/** Markers in memory: which block of the root guards each account, and what is left behind of blocks that did. */
function fakeLinks(groups: Readonly<Record<string, readonly string[]>>, guarding: Readonly<Record<string, string>>) {
  const entries = new Map(Object.entries(guarding));
  const past = new Map<string, { readonly blockId: string; readonly covered: Covered; readonly at: number }>();
  const reads: string[] = [];
  const sizes: number[] = [];
  const markers: Pick<MarkerStore, 'leaveBehind' | 'releaseEnded'> = {
    async leaveBehind({ blockId }, some, covered, at) {
      sizes.push(some.length);
      for (const account of some) past.set(account, { blockId, covered, at });
    },
    async releaseEnded({ blockId }, some) {
      for (const account of some) {
        if (!past.has(account)) throw new Error(`Nothing tells that ${account} was covered.`);
        if (entries.get(account) === blockId) entries.delete(account);
      }
    },
  };
  const store = {
    markers,
    async linkedByGroup(root: string, which: string) {
      reads.push(`${root} ${which}`);
      return new Map(Object.entries(groups));
    },
  } as unknown as LinkStore;
  return { store, entries, past, reads, sizes };
}

describe('cleanMarkers', () => {
  it('frees the root and all who are linked to it, each once, and leaves behind that they were covered', async () => {
    const links = fakeLinks({ g: ['a', 'b'], h: ['b', 'c'] }, { root: 'b1', a: 'b1', b: 'b1', c: 'b1', other: 'b9' });
    await cleanMarkers(links.store, ended, {}, buildClock());
    expect([...links.entries]).toEqual([['other', 'b9']]);
    expect([...links.past.keys()]).toEqual(['root', 'a', 'b', 'c']);
    expect(links.sizes).toEqual([4]);
    expect(links.past.get('a')).toEqual({ blockId: 'b1', covered: {}, at: noon });
  });

  it('looks for those who are leaving, too', async () => {
    const links = fakeLinks({}, {});
    await cleanMarkers(links.store, ended);
    expect(links.reads).toEqual(['root members_and_leaving']);
  });

  it('frees the root alone of a block on one ID, and reads no links for it', async () => {
    const links = fakeLinks({ g: ['a'] }, { root: 'b1', a: 'b2' });
    await cleanMarkers(links.store, { ...ended, scope: 'user_id_only' });
    expect([...links.entries]).toEqual([['a', 'b2']]);
    expect([...links.past.keys()]).toEqual(['root']);
    expect(links.reads).toEqual([]);
  });

  it('leaves what a later block has put in the place, but tells of this one there as well', async () => {
    const links = fakeLinks({ g: ['a'] }, { root: 'b2', a: 'b1' });
    const covered = { createdAt: noon - 2000, until: noon - 1000 };
    await cleanMarkers(links.store, ended, covered, buildClock());
    expect([...links.entries]).toEqual([['root', 'b2']]);
    expect(links.past.get('root')).toEqual({ blockId: 'b1', covered, at: noon });
  });

  it('takes no more accounts at once than one write holds', async () => {
    const many = accounts(2 * accountsAWrite);
    const links = fakeLinks({ g: many }, Object.fromEntries(many.map((account) => [account, 'b1'])));
    await cleanMarkers(links.store, ended);
    expect(links.sizes).toEqual([accountsAWrite, accountsAWrite, 1]);
    expect(links.entries.size).toBe(0);
  });

  it('done again after it died between two writes, frees everybody', async () => {
    const many = accounts(accountsAWrite);
    const links = fakeLinks({ g: many }, Object.fromEntries(['root', ...many].map((account) => [account, 'b1'])));
    const { leaveBehind } = links.store.markers;
    let left = 1;
    const dying = {
      ...links.store,
      markers: {
        ...links.store.markers,
        leaveBehind: (...given: Parameters<typeof leaveBehind>) =>
          left-- > 0 ? leaveBehind(...given) : Promise.reject(new Error('dead')),
      },
    };
    await expect(cleanMarkers(dying, ended)).rejects.toThrow('dead');
    expect([...links.entries.keys()]).toEqual([many.at(-1)]);
    await cleanMarkers(links.store, ended);
    expect(links.entries.size).toBe(0);
  });
});
