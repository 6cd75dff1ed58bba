import { beforeEach, describe, expect, it } from 'vitest';
import { runAccess } from '../../../ops/access-command.ts';
import { fakeAdminApi, invited, since } from '../../builders/fakes/fake-admin-api.ts';

describe('access of one shop', () => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  beforeEach(() => void lines.splice(0));

  it('is granted in the zone that it is to have, or has, or is about to have', async () => {
    const { api, puts } = fakeAdminApi({
      here: { ...invited, state: 'terminated', timeZone: 'Asia/Tokyo' },
      moving: { ...invited, nextTimeZone: { timeZone: 'Africa/Cairo', from: since } },
    });
    const grant = (shopId: string, change = {}) =>
      runAccess(api, { name: 'grant', shopId, change, mayBeNew: shopId === 'new' }, write);
    await grant('new', { timeZone: 'Europe/Berlin' });
    await grant('here', { reason: 'again' });
    await grant('moving');
    const told = { reasonCode: 'policy', text: 'Read section 4.' };
    await runAccess(api, { name: 'terminate', shopId: 'here', change: told, mayBeNew: false }, write);
    expect(puts).toEqual([
      ['new', { state: 'active', timeZone: 'Europe/Berlin' }],
      ['here', { state: 'active', timeZone: 'Asia/Tokyo', reason: 'again' }],
      ['moving', { state: 'active', timeZone: 'Africa/Cairo' }],
      ['here', { state: 'terminated', timeZone: 'Asia/Tokyo', ...told }],
    ]);
    expect(lines[0]).toBe(
      `new is active since ${since}; Europe/Berlin; 100 blocks, 10 new a day; 0 members; not told: there is no --notify.`,
    );
    expect(lines[3]).toContain(`here is terminated since ${since} (policy);`);
  });

  it('is left without members by an empty list, and is told of in words that fit', async () => {
    const { api, puts } = fakeAdminApi({ here: { ...invited, members: [{ subject: 'ann', role: 'owner' }] } });
    await runAccess(api, { name: 'grant', shopId: 'here', change: {}, mayBeNew: false }, write);
    await runAccess(api, { name: 'grant', shopId: 'here', change: { members: [] }, mayBeNew: false }, write);
    expect(puts.at(-1)).toEqual(['here', { state: 'active', timeZone: 'UTC', members: [] }]);
    expect(lines).toEqual([expect.stringContaining('; 1 member;'), expect.stringContaining('; 0 members;')]);
    await runAccess(api, { name: 'list' }, write);
    expect(lines.at(-1)).toBe('1 shop.');
  });

  it('is told again, each time under an ID of its own, and changed by that in nothing', async () => {
    const { api, puts, notices } = fakeAdminApi({ here: invited });
    await runAccess(api, { name: 'notify', shopId: 'here' }, write);
    await runAccess(api, { name: 'notify', shopId: 'here' }, write);
    expect(lines[0]).toBe(`here is to be told again by email: it is active since ${since}.`);
    expect(puts).toEqual([]);
    expect(notices.map(([shopId]) => shopId)).toEqual(['here', 'here']);
    expect(new Set(notices.map(([, noticeId]) => noticeId)).size).toBe(2);
  });

  it('is neither granted without a zone nor ended where there is none', async () => {
    const { api, puts } = fakeAdminApi();
    await expect(runAccess(api, { name: 'grant', shopId: 'new', change: {}, mayBeNew: true }, write)).rejects.toThrow(
      '--zone',
    );
    await expect(
      runAccess(api, { name: 'terminate', shopId: 'new', change: {}, mayBeNew: true }, write),
    ).rejects.toThrow('never had access');
    expect(puts).toEqual([]);
  });

  it('is not granted to an ID that nobody knows, unless it is said to be new', async () => {
    const { api, puts } = fakeAdminApi();
    const change = { timeZone: 'UTC' };
    const grant = (mayBeNew: boolean) => runAccess(api, { name: 'grant', shopId: 'tyop', change, mayBeNew }, write);
    await expect(grant(false)).rejects.toThrow('The shop tyop never had access. Look at the ID, or say --new');
    expect(puts).toEqual([]);
    await grant(true);
    expect(puts).toHaveLength(1);
  });

  it('is told where its state changes, and else nobody is', async () => {
    const { api } = fakeAdminApi({ here: invited });
    const notify = { channel: 'email', address: 'a@b.example' };
    const grant = (shopId: string) =>
      runAccess(api, { name: 'grant', shopId, change: { timeZone: 'UTC', notify }, mayBeNew: true }, write);
    await grant('new');
    await grant('here');
    expect(lines[0]).toMatch(/; to be told by email\.$/);
    expect(lines[1]).toMatch(/; not told: it was active already\.$/);
  });

  it('is shown, and listed page by page', async () => {
    const { api } = fakeAdminApi({ a: { ...invited, reason: 'pilot' }, b: invited });
    await runAccess(api, { name: 'show', shopId: 'a' }, write);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ shopId: 'a', reason: 'pilot' });
    await runAccess(api, { name: 'list' }, write);
    expect(lines[1]).toMatch(/^shop .*\na .* pilot\nb /);
    expect(lines[2]).toBe('2 shops.');
  });
});
