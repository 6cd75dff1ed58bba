import { describe, expect, it } from 'vitest';
import { cleanLinked, cleanMarkers } from '../../../../shared/coverage/clean-markers.ts';
import type { MarkedBlock } from '../../../../shared/coverage/marked-block.ts';
import { accountsAWrite } from '../../../../shared/coverage/marker-store.ts';
import type { MarkerStore } from '../../../../shared/coverage/marker-store.ts';
import type { Covered } from '../../../../shared/coverage/rules.ts';
import type { LinkStore } from '../../../../shared/coverage/store.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildStepQueue } from '../../../builders/worlds/link-work.ts';

const ended: MarkedBlock = { shopId: 'shop-1', buyerId: 'root', blockId: 'b1', scope: 'linked_user_ids' };
const accounts = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

/** Markers in memory: which block of the root guards each account, and what is left behind of blocks that did. */
function fakeLinks(
  pages: readonly Readonly<Record<string, readonly string[]>>[],
  guarding: Readonly<Record<string, string>>,
  leaving: readonly string[] = [],
) {
  const entries = new Map(Object.entries(guarding));
  const past = new Map<string, { readonly blockId: string; readonly covered: Covered; readonly at: number }>();
  const reads: string[] = [];
  const sizes: number[] = [];
  const markers: Pick<MarkerStore, 'leaveBehind' | 'releaseEnded' | 'bearers'> = {
    async bearers({ blockId }, some) {
      return some.filter((account) => entries.get(account) === blockId);
    },
    async leaveBehind({ blockId }, some, covered, at) {
      if (some.length > 0) sizes.push(some.length);
      for (const account of some) past.set(account, { blockId, covered, at });
    },
    async releaseEnded({ blockId }, some) {
      for (const account of some) {
        if (entries.get(account) !== blockId) continue;
        if (!past.has(account)) throw new Error(`Nothing tells that ${account} was covered.`);
        entries.delete(account);
      }
    },
  };
  const linked: Pick<LinkStore['linked'], 'page'> = {
    async page(root, from, reach) {
      reads.push(`${root} ${reach} ${from?.group ?? ''}`);
      const at = Number(from?.group ?? 0);
      const groups = Object.entries(pages[at] ?? {}).map(([group, accounts]) => {
        return { group, accounts, members: accounts.filter((account) => !leaving.includes(account)) };
      });
      return { groups, ...(at + 1 < pages.length && { next: { group: String(at + 1) } }) };
    },
  };
  const store = { markers, linked } as unknown as LinkStore;
  return { deps: { store, queue: buildStepQueue(), clock: buildClock() }, entries, past, reads, sizes };
}

describe('cleanMarkers', () => {
  it('frees the root and all who are linked to it, each once, and leaves behind that they were covered', async () => {
    const links = fakeLinks([{ g: ['a', 'b'], h: ['b', 'c'] }], { root: 'b1', a: 'b1', b: 'b1', c: 'b1', other: 'b9' });
    await cleanMarkers(links.deps, ended);
    expect([...links.entries]).toEqual([['other', 'b9']]);
    expect([...links.past.keys()]).toEqual(['root', 'a', 'b', 'c']);
    expect(links.sizes).toEqual([4]);
    expect(links.past.get('a')).toEqual({ blockId: 'b1', covered: {}, at: noon });
    expect(links.deps.queue.sent).toEqual([]);
  });

  it('frees those who are leaving, too, and says nothing anew of who has been freed already', async () => {
    const links = fakeLinks([{ g: ['a', 'left', 'freed'] }], { a: 'b1', left: 'b1' }, ['left', 'freed']);
    await cleanMarkers(links.deps, ended);
    expect(links.reads).toEqual(['root members_and_leaving ']);
    expect(links.entries.size).toBe(0);
    expect([...links.past.keys()]).toEqual(['root', 'a', 'left']);
  });

  it('frees the root alone of a block on one ID, and reads no links for it', async () => {
    const links = fakeLinks([{ g: ['a'] }], { root: 'b1', a: 'b2' });
    await cleanMarkers(links.deps, { ...ended, scope: 'user_id_only' });
    expect([...links.entries]).toEqual([['a', 'b2']]);
    expect([...links.past.keys()]).toEqual(['root']);
    expect(links.reads).toEqual([]);
  });

  it('leaves what a later block has put in the place, but tells of this one there as well', async () => {
    const links = fakeLinks([{ g: ['a'] }], { root: 'b2', a: 'b1' });
    const covered = { createdAt: noon - 2000, until: noon - 1000 };
    await cleanMarkers(links.deps, ended, covered);
    expect([...links.entries]).toEqual([['root', 'b2']]);
    expect(links.past.get('root')).toEqual({ blockId: 'b1', covered, at: noon });
  });

  it('takes no more accounts at once than one write holds', async () => {
    const many = accounts(2 * accountsAWrite);
    const links = fakeLinks([{ g: many }], Object.fromEntries(many.map((account) => [account, 'b1'])));
    await cleanMarkers(links.deps, ended);
    expect(links.sizes).toEqual([accountsAWrite, accountsAWrite, 1]);
    expect(links.entries.size).toBe(0);
  });

  it('cleans a page, and sends the next one as a step', async () => {
    const links = fakeLinks([{ g: ['a'] }, { h: ['b'] }], { root: 'b1', a: 'b1', b: 'b1' });
    const covered = { createdAt: noon - 2000, until: noon - 1000 };
    await cleanMarkers(links.deps, ended, covered);
    expect([...links.entries.keys()]).toEqual(['b']);
    const block = { shopId: 'shop-1', root: 'root', blockId: 'b1' };
    expect(links.deps.queue.sent).toEqual([{ step: 'clean', block, covered, from: { group: '1' } }]);
    await cleanLinked(links.deps, { block, covered, from: { group: '1' } });
    expect(links.entries.size).toBe(0);
    expect(links.past.get('b')?.covered).toEqual(covered);
    expect(links.deps.queue.sent).toHaveLength(1);
  });
});
