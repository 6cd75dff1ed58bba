import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PieceOf } from '../../../../shared/contracts/messages/rebuild-request.ts';
import { createLinkedAccountStore } from '../../../../shared/link-groups/linked-account-store.ts';
import { createMembershipStore } from '../../../../shared/rebuild/membership-store.ts';
import { rebuildGroup } from '../../../../shared/rebuild/rebuild-group.ts';
import { groupKey, linksKey, rosterKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { changeLinkGroup } from '../../../builders/worlds/link-work.ts';
import { buyersNamed } from '../../../builders/worlds/link-world.ts';

const group: PieceOf<'group'> = { kind: 'group', groupId: 'g' };
const members = buyersNamed('m', 250);

describe.each(engines())('what is derived from the rows of a link group on %s', (engine) => {
  const table = useTable(engine);
  const link = (buyerIds: readonly string[], revision: number) =>
    changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds, revision });
  const memberships = () => createMembershipStore(table);
  const rebuild = (piece = group, dryRun = false, store = memberships()) => rebuildGroup(store, piece, dryRun);
  const countAt = (buyer: string) =>
    createLinkedAccountStore(table)
      .countOf(buyer)
      .then(({ accounts }) => accounts);
  const second = { ...group, after: 'm-53' };
  beforeEach(() => link(members, 1));

  it('is left as it is when it is right, some members at a time', async () => {
    const { next, ...result } = await rebuild();
    expect(result).toEqual({ outcome: 'right', found: [] });
    expect(next).toMatchObject({ kind: 'group', groupId: 'g' });
    expect(await rebuild(next as typeof group)).toEqual({ outcome: 'right', found: [] });
    expect(await rebuild({ kind: 'group', groupId: 'absent' })).toEqual({ outcome: 'right', found: [] });
  });

  it('is mended: a roster of others, and a count of them', async () => {
    const buyerIds = [...members.slice(2), 'stranger'];
    await putItems(table, { ...rosterKey('g'), revision: 1, buyerIds });
    await table.client.send(
      new UpdateCommand({
        ...{ TableName: table.name, Key: groupKey('g'), UpdateExpression: 'SET #members = :wrong' },
        ...{ ExpressionAttributeNames: { '#members': 'members' }, ExpressionAttributeValues: { ':wrong': 9 } },
      }),
    );
    expect(await countAt('m-1')).toBe(8);
    expect((await rebuild(group, true)).outcome).toBe('wrong');
    expect(await rebuild()).toMatchObject({
      outcome: 'mended',
      found: ['its roster lacks 2 members, and names 1 who are none', 'it counts 9 members, where there are 250'],
      next: group,
    });
    expect(new Set((await readItem(table, rosterKey('g')))?.['buyerIds'] as string[])).toEqual(new Set(members));
    expect(await countAt('m-1')).toBe(249);
    expect((await rebuild()).outcome).toBe('right');
  });

  it('is mended: a roster that is missing', async () => {
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: rosterKey('g') }));
    expect(await rebuild()).toMatchObject({ outcome: 'mended', found: ['its roster is missing'] });
    expect(await readItem(table, rosterKey('g'))).toMatchObject({ revision: 1 });
  });

  it('is mended: a member who does not know of the group, and one who knows of none', async () => {
    await putItems(table, { ...linksKey('m-60'), revision: 4, groups: new Set(['elsewhere']) });
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: linksKey('m-61') }));
    expect(await rebuild(second)).toMatchObject({
      outcome: 'mended',
      found: [expect.stringMatching(/^2 of \d+ members do not know of the group$/)],
    });
    expect(await readItem(table, linksKey('m-60'))).toMatchObject({ revision: 5 });
    expect((await readItem(table, linksKey('m-60')))?.['groups']).toEqual(new Set(['elsewhere', 'g']));
    expect((await rebuild(second)).outcome).toBe('right');
  });

  it('is left to a link event that is at work, or comes in that moment', async () => {
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: rosterKey('g') }));
    const store = memberships();
    const late: typeof store = {
      ...store,
      async publish(...asked) {
        await link(members.slice(1), 2);
        return store.publish(...asked);
      },
    };
    expect(await rebuild(group, false, late)).toMatchObject({ outcome: 'busy' });
    expect(await readItem(table, rosterKey('g'))).toMatchObject({ revision: 2, buyerIds: expect.any(Array) });
    expect(await countAt('m-1')).toBe(248);

    await store.publish('g', { revision: 1, evidence: [] }, []);
    expect(await countAt('m-1')).toBe(248);
    await putItems(table, { ...groupKey('g'), revision: 3, appliedRevision: 2, members: 249 });
    expect(await rebuild()).toEqual({ outcome: 'busy', found: ['its last link event is not done'] });
  });
});
