import { beforeEach, describe, expect, it } from 'vitest';
import { signInScope } from '../../../../shared/access/scope.ts';
import { createMembershipStore } from '../../../../shared/identity/store.ts';
import { writeLimit } from '../../../../shared/write-limit/rules.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { buildSettingsApi } from '../../../builders/worlds/settings-api.ts';

const ann = { subject: 'ann', role: 'owner' };
const zoe = { subject: 'zoe', role: 'owner' };
const bob = { subject: 'bob', role: 'agent' };
const eve = { subject: 'eve', role: 'viewer' };

describe.each(engines())('the members of a shop, by its owners, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { ops } = buildApis(table, clock);
  const shop = buildSettingsApi(table, clock)('s');
  const shopsOf = async (subject: string) => createMembershipStore(table).shopsOf(signInScope(subject));
  const changes = async () =>
    (await eventsOf(table, 's', 'Access Changed')).map(({ actor, detail }) => ({ actor, detail }));
  beforeEach(async () => {
    clock.time = noon;
    await ops.set('s', { members: [ann, zoe] });
  });

  it('are invited, and find the shop at their next sign-in', async () => {
    expect(await shop.setMembers([bob, eve])).toMatchObject({
      status: 200,
      body: { revision: 2, members: [ann, zoe, bob, eve] },
    });
    expect((await shop.members()).body).toEqual({ revision: 2, members: [ann, zoe, bob, eve] });
    expect(await shopsOf('bob')).toEqual([{ shopId: 's', role: 'agent' }]);
    expect((await ops.show('s')).body).toMatchObject({ revision: 2, members: [ann, zoe, bob, eve] });

    await shop.setMembers([{ ...bob, role: 'viewer' }], { subject: 'zoe' });
    expect(await shopsOf('bob')).toEqual([{ shopId: 's', role: 'viewer' }]);
    expect(await shopsOf('eve')).toEqual([]);
    expect(await shopsOf('ann')).toEqual([{ shopId: 's', role: 'owner' }]);
  });

  it('are in the activity as counts, by who changed them, and named in no event', async () => {
    await shop.setMembers([bob, eve]);
    await shop.setMembers([{ ...bob, role: 'viewer' }]);
    expect(await changes()).toMatchObject([
      { actor: { kind: 'seller', id: 'ann' }, detail: { members: { added: 2, changed: 0, removed: 0 } } },
      { actor: { kind: 'seller', id: 'ann' }, detail: { members: { added: 0, changed: 1, removed: 1 } } },
    ]);
    expect(JSON.stringify(await scanPrefix(table, 'ACTIVITY#'))).not.toMatch(/"(bob|eve)"/);
  });

  it('stay when what GET answered is sent back, which is no change and no event', async () => {
    await shop.setMembers([bob]);
    const { body } = await shop.members();
    expect(await shop.setMembers(body['members'])).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await changes()).length).toBe(1);
  });

  it.each([
    ['a new owner', [{ ...bob, role: 'owner' }]],
    ['another owner with a lower role', [{ ...zoe, role: 'agent' }]],
    ['themselves with a lower role', [{ ...ann, role: 'agent' }]],
  ])('are not %s', async (_, members) => {
    expect(await shop.setMembers(members)).toMatchObject({
      status: 403,
      body: { code: 'forbidden', errors: [{ path: 'members.0.role' }] },
    });
    expect((await shop.members()).body).toEqual({ revision: 1, members: [ann, zoe] });
  });

  it('are seen by agents and viewers, and set by owners alone', async () => {
    await shop.setMembers([bob, eve]);
    for (const as of [bob, eve]) {
      expect((await shop.members(as)).status).toBe(200);
      expect(await shop.setMembers([], as)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    // The token is older than the demotion.
    await ops.set('s', { members: [{ ...ann, role: 'viewer' }, zoe] });
    expect((await shop.setMembers([bob])).status).toBe(403);
  });

  it.each([
    ['an unknown role', [{ subject: 'x', role: 'admin' }], 'members.0.role'],
    ['a subject twice', [bob, { ...bob, role: 'viewer' }], 'members'],
    ['no subject', [{ subject: '', role: 'agent' }], 'members.0.subject'],
    ['too many', Array.from({ length: 101 }, (_, index) => ({ subject: `m${index}`, role: 'agent' })), 'members'],
    [
      'too many with the owners',
      Array.from({ length: 99 }, (_, index) => ({ subject: `m${index}`, role: 'agent' })),
      'members',
    ],
  ])('are refused for %s, and nothing changes', async (_, members, path) => {
    const answer = await shop.setMembers(members);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(JSON.stringify(answer.body['errors'])).toContain(`"path":"${path}"`);
    expect((await shop.members()).body['revision']).toBe(1);
  });

  it('lose no edit of two owners who send If-Match', async () => {
    const seen = (await shop.members()).headers['etag'] ?? '';
    const headers = { 'if-match': String(seen) };
    const answers = await Promise.all([
      shop.setMembers([bob], { headers }),
      shop.setMembers([eve], { subject: 'zoe', headers }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'precondition_failed',
      revision: 2,
    });
  });

  it('are changed once for one key, also where the first time changed nothing', async () => {
    const first = await shop.setMembers([bob], { key: 'k' });
    await shop.setMembers([eve], { subject: 'zoe' });
    const again = await shop.setMembers([bob], { key: 'k' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await shop.members()).body['members']).toEqual([ann, zoe, eve]);
    expect((await shop.setMembers([], { key: 'k' })).body['code']).toBe('idempotency_key_reused');

    expect((await shop.setMembers([eve], { key: 'same' })).body['revision']).toBe(3);
    await shop.setMembers([bob], { subject: 'zoe' });
    await shop.setMembers([eve], { key: 'same' });
    expect((await shop.members()).body['members']).toEqual([ann, zoe, bob]);
  });

  it('cannot be set where the access has ended, or beyond the limit of writes', async () => {
    await ops.set('s', { state: 'terminated' });
    expect((await shop.setMembers([bob])).body['code']).toBe('access_not_active');
    expect((await shop.members()).body['code']).toBe('access_not_active');
    await ops.set('s', {});
    clock.advance(writeLimit.milliseconds);
    for (let writes = 0; writes < writeLimit.most; writes++) await shop.setMembers([]);
    expect((await shop.setMembers([])).status).toBe(429);
  });
});
