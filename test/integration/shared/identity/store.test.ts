import { beforeEach, describe, expect, it } from 'vitest';
import { createMembershipStore } from '../../../../shared/identity/store.ts';
import { writeShopsClaim } from '../../../../shared/identity/write-shops-claim.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { accessClaims, buildSignIn } from '../../../builders/items/sign-in.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(engines())('who signs in, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { ops } = buildApis(table, clock);
  const trigger = writeShopsClaim(createMembershipStore(table));
  const claimOf = async (subject: string) => accessClaims(await trigger(buildSignIn(subject)))['shops'];
  beforeEach(() => {
    clock.time = noon;
  });

  it('opens the shops whose member ops made them, in each role', async () => {
    await ops.set('shop-2', { members: [{ subject: 'ann', role: 'viewer' }] });
    await ops.set('shop-1', {
      members: [
        { subject: 'ann', role: 'owner' },
        { subject: 'bob', role: 'agent' },
      ],
    });
    expect(await claimOf('ann')).toBe('shop-1:owner shop-2:viewer');
    expect(await claimOf('bob')).toBe('shop-1:agent');
    expect(await claimOf('eve')).toBeUndefined();
  });

  it('opens a shop no more once it is taken from them', async () => {
    const ann = { subject: 'ann', role: 'owner' };
    await ops.set('shop', { members: [ann, { subject: 'bob', role: 'agent' }] });
    await ops.set('shop', { members: [{ subject: 'bob', role: 'viewer' }] });
    expect(await claimOf('ann')).toBeUndefined();
    expect(await claimOf('bob')).toBe('shop:viewer');
    await ops.set('shop', { members: [] });
    expect(await claimOf('bob')).toBeUndefined();
    expect(await scanPrefix(table, 'MEMBER#')).toEqual([]);
  });

  it('keeps members where a change is silent about them, ending the access included', async () => {
    await ops.set('shop', { members: [{ subject: 'ann', role: 'owner' }] });
    await ops.set('shop', { quotas: { blocks: 5 } });
    await ops.set('shop', { state: 'terminated' });
    expect(await claimOf('ann')).toBe('shop:owner');
  });

  it('tells subjects apart whatever they hold, and writes none of them into a key', async () => {
    const subjects = [
      'auth0|1',
      'auth0|1#SHOP#x',
      'a:b',
      'A:b',
      'ann@example.com',
      '__proto__',
      'é',
      'e\u0301',
      'a :b',
    ];
    await Promise.all(
      subjects.map((subject, index) => ops.set(`shop-${index}`, { members: [{ subject, role: 'agent' }] })),
    );
    for (const [index, subject] of subjects.entries()) expect(await claimOf(subject)).toBe(`shop-${index}:agent`);
    for (const row of await scanPrefix(table, 'MEMBER#')) {
      expect(Object.keys(row).toSorted()).toEqual(['pk', 'role', 'shopId', 'sk']);
      expect(row['pk']).toMatch(/^MEMBER#[0-9a-f]{64}$/);
    }
  });

  it('follows both of two changes of members that cross', async () => {
    await ops.set('shop', { members: [{ subject: 'ann', role: 'owner' }] });
    const slow = overtaken(table, () => ops.set('shop', { members: [{ subject: 'bob', role: 'agent' }] }));
    await buildApis(slow, clock).ops.set('shop', { members: [{ subject: 'eve', role: 'viewer' }] });
    expect(await Promise.all(['ann', 'bob', 'eve'].map(claimOf))).toEqual([undefined, undefined, 'shop:viewer']);
    expect(await scanPrefix(table, 'MEMBER#')).toHaveLength(1);
  });

  it('has as many members as one change can make, and is refused one more, with nothing changed', async () => {
    const named = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => ({ subject: `${prefix}-${index}`, role: 'viewer' }));
    expect(await ops.set('shop', { members: named(91, 'first') })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'members', message: 'would change 91 members; one request changes 90 at most' }] },
    });
    expect((await ops.show('shop')).body).toMatchObject({ state: 'not_invited', members: [] });
    expect((await ops.set('shop', { members: named(90, 'first') })).status).toBe(200);
    expect((await ops.set('shop', { members: named(100, 'first') })).status).toBe(200);
    expect((await ops.set('shop', { members: named(46, 'second') })).body['code']).toBe('validation_failed');
    expect(await scanPrefix(table, 'MEMBER#')).toHaveLength(100);
    expect((await ops.set('shop', { members: named(101, 'first') })).status).toBe(400);
  });

  it('names each subject once', async () => {
    const twice = [
      { subject: 'ann', role: 'viewer' },
      { subject: 'ann', role: 'owner' },
    ];
    expect(await ops.set('shop', { members: twice })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'members' }] },
    });
  });
});
