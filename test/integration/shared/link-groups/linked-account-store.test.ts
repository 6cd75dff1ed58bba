import { beforeEach, describe, expect, it } from 'vitest';
import { createLinkedAccountStore, groupsCounted } from '../../../../shared/link-groups/linked-account-store.ts';
import type { LinkPosition } from '../../../../shared/link-groups/linked-account-store.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

describe.each(engines())('accounts that are linked to a buyer, on %s', (engine) => {
  const table = recordCalls(useTable(engine, { stream: false }));
  const store = createLinkedAccountStore(table);
  const links = (...groups: string[]) => ({ revision: 1, groups, hasDependents: false });

  /** A group as a link event left it before there were rosters; those who are leaving are no members any more, and not freed yet. */
  const group = (groupId: string, members: readonly string[], leaving: readonly string[] = []) =>
    putItems(
      table,
      { ...groupKey(groupId), revision: 1, appliedRevision: 1, members: members.length },
      ...members.map((buyerId) => ({ ...memberKey(groupId, buyerId), buyerId, state: 'member' })),
      ...leaving.map((buyerId) => ({ ...memberKey(groupId, buyerId), buyerId, state: 'leaving' })),
    );
  const inGroups = (buyerId: string, ...groups: string[]) =>
    putItems(table, { ...linksKey(buyerId), revision: 1, groups: new Set(groups) });

  beforeEach(async () => {
    await group('g', ['root', 'a', 'b'], ['gone']);
    await group('h', ['root', 'b', 'c']);
    await group('other', ['a', 'far']);
    await inGroups('root', 'g', 'h');
    await inGroups('a', 'g', 'other');
    table.calls.length = 0;
  });

  it('are told group by group, without the buyer and those who are leaving', async () => {
    expect(await store.page('root', undefined, 'members')).toEqual({
      groups: [
        { group: 'g', accounts: ['a', 'b'], members: ['a', 'b'] },
        { group: 'h', accounts: ['b', 'c'], members: ['b', 'c'] },
      ],
    });
  });

  it('have among them those who are leaving, where they are asked for', async () => {
    const { groups } = await store.page('root', undefined, 'members_and_leaving');
    expect(groups).toEqual([
      { group: 'g', accounts: ['a', 'b', 'gone'], members: ['a', 'b'] },
      { group: 'h', accounts: ['b', 'c'], members: ['b', 'c'] },
    ]);
  });

  it.each([
    ['one large group', [2 * rowsAPage + 5]],
    ['a large group among small ones', [3, rowsAPage, 3]],
    ['many small groups', Array.from({ length: 25 }, () => 2)],
  ])('are told in pages of as many accounts and calls at most, and each once in its group: %s', async (_, sizes) => {
    const names = sizes.map((_size, index) => `p-${String(index).padStart(2, '0')}`);
    const all = sizes.map((size, index) => Array.from({ length: size }, (_one, at) => `n-${index}-${at}`));
    for (const [index, name] of names.entries()) await group(name, ['z', ...(all[index] ?? [])]);
    await inGroups('z', ...names);
    const told: string[] = [];
    let next: LinkPosition | undefined;
    do {
      table.calls.length = 0;
      const page = await store.page('z', next, 'members');
      expect(table.calls.length).toBeLessThanOrEqual(11);
      const accounts = page.groups.flatMap((one) => one.accounts.map((account) => `${one.group}|${account}`));
      expect(accounts.length).toBeLessThanOrEqual(rowsAPage);
      told.push(...accounts);
      next = page.next;
    } while (next);
    expect(told.toSorted()).toEqual(
      names.flatMap((name, at) => (all[at] ?? []).map((one) => `${name}|${one}`)).toSorted(),
    );
    expect(await store.sizeOf('z')).toEqual({ accounts: told.length, memberships: told.length });
  });

  it('are each told once, however many groups link them, and never through another account', async () => {
    expect([...(await store.linkedAccounts('root'))].toSorted()).toEqual(['a', 'b', 'c']);
    expect([...(await store.linkedAccounts('nobody'))]).toEqual([]);
  });

  it('are counted by the group’s own count where there is one group, in one read, and by their rows where there are several without a roster', async () => {
    expect((await store.countLinkedAccounts('root', links('g'))).accounts).toBe(2);
    expect(table.calls.map(({ name }) => name)).toEqual(['BatchGetCommand']);
    expect((await store.countLinkedAccounts('root', links('g', 'h'))).accounts).toBe(3);
  });

  it.each([2, 60, groupsCounted])('are counted in one read through %i groups that overlap', async (count) => {
    const names = Array.from({ length: count }, (_, index) => `many-${index}`);
    // Each shares an account with the next.
    await putItems(
      table,
      ...names.map((name, index) => ({
        ...rosterKey(name),
        revision: 1,
        buyerIds: ['hub', `n-${index}`, `n-${index + 1}`],
      })),
    );
    await inGroups('hub', ...names);
    table.calls.length = 0;
    expect((await store.countLinkedAccounts('hub', links(...names))).accounts).toBe(count + 1);
    expect(table.calls.map(({ name }) => name)).toEqual(['BatchGetCommand']);
    expect((await store.linkedAccounts('hub')).size).toBe(count + 1);
    expect(table.calls).toHaveLength(3);
  });

  it('are counted through a bounded number of groups, and told through all', async () => {
    const names = Array.from({ length: groupsCounted + 20 }, (_, index) => `more-${String(index).padStart(3, '0')}`);
    await putItems(
      table,
      ...names.map((name) => ({ ...rosterKey(name), revision: 1, buyerIds: ['hub', `of-${name}`] })),
    );
    await inGroups('hub', ...names);
    table.calls.length = 0;
    expect((await store.countLinkedAccounts('hub', links(...names.toReversed()))).accounts).toBe(groupsCounted);
    expect(table.calls).toHaveLength(1);
    expect((await store.linkedAccounts('hub')).size).toBe(names.length);
  });

  it('are counted by rosters and rows together, while some groups have none yet', async () => {
    await putItems(table, { ...rosterKey('new'), revision: 1, buyerIds: ['root', 'b', 'd'] });
    expect((await store.countLinkedAccounts('root', links('g', 'new'))).accounts).toBe(3);
  });

  it('are counted by the kinds of evidence that each group came with, whatever the number of groups, in one read', async () => {
    await putItems(
      table,
      { ...groupKey('one'), revision: 1, members: 3, evidence: ['device', 'payment_instrument'] },
      { ...rosterKey('one'), revision: 1, buyerIds: ['hub', 'a', 'b'], evidence: ['device', 'payment_instrument'] },
      { ...rosterKey('two'), revision: 1, buyerIds: ['hub', 'b', 'c'], evidence: ['device'] },
      { ...rosterKey('old'), revision: 1, buyerIds: ['hub', 'd'] },
    );
    expect(await store.countLinkedAccounts('hub', links('one'))).toEqual({
      accounts: 2,
      links: [
        { evidence: 'device', accounts: 2 },
        { evidence: 'payment_instrument', accounts: 2 },
      ],
    });
    table.calls.length = 0;
    expect(await store.countLinkedAccounts('hub', links('one', 'two', 'old'))).toEqual({
      accounts: 4,
      links: [
        { evidence: 'device', accounts: 3 },
        { evidence: 'payment_instrument', accounts: 2 },
      ],
    });
    expect(table.calls.map(({ name }) => name)).toEqual(['BatchGetCommand']);
  });

  it('are none without a group, and none in one that is gone: the first asks nothing', async () => {
    expect((await store.countLinkedAccounts('root', links())).accounts).toBe(0);
    expect(table.calls).toEqual([]);
    expect((await store.countLinkedAccounts('root', links('dissolved'))).accounts).toBe(0);
  });

  it('are none where the buyer is the only member, and none of one who has left', async () => {
    await group('alone', ['hermit']);
    await inGroups('hermit', 'alone');
    expect(await store.page('hermit', undefined, 'members')).toEqual({
      groups: [{ group: 'alone', accounts: [], members: [] }],
    });
    expect((await store.countLinkedAccounts('hermit', links('alone'))).accounts).toBe(0);
    expect(await store.page('gone', undefined, 'members_and_leaving')).toEqual({ groups: [] });
  });
});
