import { describe, expect, it } from 'vitest';
import { createGroupStore } from '../../../../shared/link-groups/group-store.ts';
import { toLinks } from '../../../../shared/link-groups/items.ts';
import type { Links } from '../../../../shared/link-groups/items.ts';
import type { MembershipPlan, MemberState } from '../../../../shared/link-groups/rules.ts';
import { linksKey, memberKey, rosterKey } from '../../../../shared/table/keys.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { buyersNamed } from '../../../builders/worlds/link-world.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const nobody: MembershipPlan = { join: [], stay: [], leave: [], leaving: [] };
const checked = { verifyStay: true, evidence: ['device'], now: noon };
const unchecked = { ...checked, verifyStay: false };

describe.each(engines())('the link groups on %s', (engine) => {
  const table = useTable(engine);
  const store = createGroupStore(table);
  const linksOf = async (buyer: string): Promise<Links> => toLinks(await readItem(table, linksKey(buyer)));
  const rows = async (group = 'g'): Promise<Record<string, MemberState>> => Object.fromEntries(await store.rows(group));

  /** Group `g` at revision 1, with these members. */
  async function begin(...members: readonly string[]): Promise<void> {
    await store.raise('g', undefined, 1);
    expect(await store.commit('g', 1, { ...nobody, join: members }, unchecked)).toBe('committed');
  }

  /** A higher revision comes. */
  async function supersede(): Promise<void> {
    await store.raise('g', await store.head('g'), 9);
  }

  describe('a head', () => {
    it('is none at first, and begins as applied nowhere', async () => {
      expect(await store.head('g')).toBeUndefined();
      expect(await store.raise('g', undefined, 3)).toBe(true);
      expect(await store.head('g')).toMatchObject({ revision: 3, appliedRevision: -1, members: 0 });
    });

    it('is raised only as it was read, and keeps what was applied', async () => {
      await begin();
      await store.finish('g', 1);
      const before = await store.head('g');
      expect(await store.raise('g', undefined, 2)).toBe(false);
      expect(await store.raise('g', before, 2)).toBe(true);
      expect(await store.raise('g', before, 3)).toBe(false);
      expect(await store.head('g')).toMatchObject({ revision: 2, appliedRevision: 1, members: 0 });
    });

    it('is finished at its revision alone', async () => {
      await begin();
      expect(await store.finish('g', 2)).toBe('superseded');
      expect(await store.finish('g', 1)).toBe('committed');
      expect(await store.head('g')).toMatchObject({ appliedRevision: 1 });
    });
  });

  describe('a membership', () => {
    it('stands on the row of the group and on the head of each buyer', async () => {
      await begin('a', 'b');
      expect(await rows()).toEqual({ a: 'member', b: 'member' });
      expect(await linksOf('a')).toEqual({ revision: 1, groups: ['g'], hasDependents: false });
    });

    it('is kept as a note of who is to be freed, for as long as a message can wait', async () => {
      await begin('a', 'b');
      expect(await store.commit('g', 1, { ...nobody, leave: ['a'] }, unchecked)).toBe('committed');
      expect(await rows()).toEqual({ a: 'leaving', b: 'member' });
      expect(await linksOf('a')).toEqual({ revision: 2, groups: [], hasDependents: false });
      const days = 15 * 86_400;
      expect(await readItem(table, memberKey('g', 'a'))).toMatchObject({ ttl: noon / 1000 + days });
    });

    it('begins again for one who is still to be freed', async () => {
      await begin('a');
      await store.commit('g', 1, { ...nobody, leave: ['a'] }, unchecked);
      expect(await store.commit('g', 1, { ...nobody, join: ['a'] }, unchecked)).toBe('committed');
      expect(await rows()).toEqual({ a: 'member' });
      expect(await readItem(table, memberKey('g', 'a'))).not.toHaveProperty('ttl');
      expect(await linksOf('a')).toEqual({ revision: 3, groups: ['g'], hasDependents: false });
    });

    it('is one of several that a buyer has', async () => {
      await begin('a');
      await store.raise('h', undefined, 1);
      await store.commit('h', 1, { ...nobody, join: ['a'] }, unchecked);
      expect((await linksOf('a')).groups.toSorted()).toEqual(['g', 'h']);
      await store.commit('g', 1, { ...nobody, leave: ['a'] }, unchecked);
      expect((await linksOf('a')).groups).toEqual(['h']);
      expect(await rows('h')).toEqual({ a: 'member' });
    });

    it('is written for more than one transaction holds', async () => {
      const many = buyersNamed('b', 120);
      await begin(...many);
      expect(Object.keys(await rows())).toHaveLength(120);
      expect(await store.commit('g', 1, { ...nobody, leave: many }, unchecked)).toBe('committed');
      expect(new Set(Object.values(await rows()))).toEqual(new Set(['leaving']));
    });
  });

  describe('a roster', () => {
    const roster = () => readItem(table, rosterKey('g'));

    it('names the members of the last revision that is committed as a whole, and the head counts them', async () => {
      const many = buyersNamed('b', 120);
      const slow = createGroupStore(overtaken(table, async () => expect(await roster()).toBeUndefined(), 3));
      await slow.raise('g', undefined, 1);
      await slow.commit('g', 1, { ...nobody, join: many }, unchecked);
      expect(await roster()).toMatchObject({ revision: 1, buyerIds: many });
      expect(await store.head('g')).toMatchObject({ members: 120 });

      await store.commit('g', 1, { ...nobody, stay: many.slice(0, 2), leave: many.slice(2) }, unchecked);
      expect(await roster()).toMatchObject({ buyerIds: many.slice(0, 2) });
      expect(await store.head('g')).toMatchObject({ members: 2 });
    });

    it('holds a group of 5,000 with the longest IDs', async () => {
      const long = (index: number) => String(index).padStart(64, 'x');
      const stay = Array.from({ length: 5000 }, (_, index) => long(index));
      await begin();
      expect(await store.commit('g', 1, { ...nobody, stay }, unchecked)).toBe('committed');
      expect((await roster())?.['buyerIds']).toHaveLength(5000);
    });

    it('is not written by a revision that a higher one has overtaken', async () => {
      await begin('a');
      await supersede();
      expect(await store.commit('g', 1, { ...nobody, leave: ['a'] }, unchecked)).toBe('superseded');
      expect(await roster()).toMatchObject({ buyerIds: ['a'] });
    });
  });

  describe('a plan', () => {
    it.each<[string, Partial<MembershipPlan>, typeof checked]>([
      ['joins who is a member', { join: ['a'] }, unchecked],
      ['lets go who is none', { leave: ['stranger'] }, unchecked],
      ['lets go who is leaving', { leave: ['gone'] }, unchecked],
      ['keeps who is leaving', { stay: ['gone'] }, checked],
      ['keeps who is none', { stay: ['stranger'] }, checked],
    ])('that %s says that the rows have changed, and changes nothing', async (_, plan, options) => {
      await begin('a', 'gone');
      await store.commit('g', 1, { ...nobody, leave: ['gone'] }, unchecked);
      expect(await store.commit('g', 1, { ...nobody, ...plan }, options)).toBe('changed');
      expect(await rows()).toEqual({ a: 'member', gone: 'leaving' });
      expect(await linksOf('stranger')).toMatchObject({ revision: 0 });
    });

    it('looks at those who stay only when it is asked to', async () => {
      await begin('a');
      expect(await store.commit('g', 1, { ...nobody, stay: ['stranger'] }, unchecked)).toBe('committed');
      expect(await store.commit('g', 1, { ...nobody, stay: ['a'] }, checked)).toBe('committed');
    });
  });

  describe('a page', () => {
    it('tells the rows in order, and where it ended', async () => {
      const many = buyersNamed('b', rowsAPage + 3).toSorted();
      await begin(...many);
      await store.commit('g', 1, { ...nobody, leave: many.slice(-1) }, unchecked);
      const first = await store.page('g', undefined);
      expect([...first.rows.keys()]).toEqual(many.slice(0, rowsAPage));
      expect(first.next).toBe(many[rowsAPage - 1]);
      const second = await store.page('g', first.next);
      expect([...second.rows]).toEqual(many.slice(rowsAPage).map((one, at) => [one, at === 2 ? 'leaving' : 'member']));
      expect(second.next).toBeUndefined();
    });

    it('takes one without a row for leaving', async () => {
      await begin('a');
      expect(await store.statesOf('g', ['a', 'b'])).toEqual(
        new Map([
          ['a', 'member'],
          ['b', 'leaving'],
        ]),
      );
    });
  });

  describe('a write that a higher revision has overtaken', () => {
    it.each<[string, (on: typeof store) => Promise<string>]>([
      ['join', (on) => on.commit('g', 1, { ...nobody, join: ['b'] }, unchecked)],
      ['leave', (on) => on.commit('g', 1, { ...nobody, leave: ['a'] }, unchecked)],
      ['check', (on) => on.commit('g', 1, { ...nobody, stay: ['a'] }, checked)],
      ['finish', (on) => on.finish('g', 1)],
    ])('is refused as superseded: %s', async (_, write) => {
      await begin('a', 'gone');
      await store.commit('g', 1, { ...nobody, leave: ['gone'] }, unchecked);
      const slow = createGroupStore(overtaken(table, supersede));
      expect(await write(slow)).toBe('superseded');
      expect(await rows()).toEqual({ a: 'member', gone: 'leaving' });
      expect(await store.head('g')).toMatchObject({ revision: 9, appliedRevision: -1 });
    });

    it('is superseded rather than changed where both are so', async () => {
      await begin('a');
      await supersede();
      expect(await store.commit('g', 1, { ...nobody, join: ['a'] }, unchecked)).toBe('superseded');
    });

    it('ends between two of its transactions, with the first of them done', async () => {
      await begin();
      const slow = createGroupStore(overtaken(table, supersede, 1));
      expect(await slow.commit('g', 1, { ...nobody, join: buyersNamed('b', 120) }, unchecked)).toBe('superseded');
      expect(Object.keys(await rows())).toHaveLength(49);
    });
  });
});
