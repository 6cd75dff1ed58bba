import { describe, expect, it } from 'vitest';
import { restoreTable } from '../../../../ops/restore/restore-table.ts';
import type { TableAdmin } from '../../../../ops/restore/table-admin.ts';
import type { TableState } from '../../../../ops/restore/table-settings.ts';

const own: TableState = {
  status: 'ACTIVE',
  shapes: ['table(pk, sk)'],
  keyArn: 'arn:key',
  billingMode: 'PAY_PER_REQUEST',
  streamView: 'NEW_AND_OLD_IMAGES',
  streamArn: 'arn:own',
  deletionProtection: true,
  ttlAttribute: 'ttl',
  recovery: true,
  tags: { team: 'security' },
};
const off = { streamView: undefined, ttlAttribute: undefined, recovery: false, deletionProtection: false, tags: {} };
const turnedOn = {
  ttl: { ttlAttribute: 'ttl' },
  stream: { streamView: 'NEW_AND_OLD_IMAGES', streamArn: 'arn:new' },
  recovery: { recovery: true },
  protection: { deletionProtection: true },
  tags: { tags: own.tags },
} as const;

/** Tables as DynamoDB keeps them: what is restored is being created for a while, and each change takes one more look. */
function fakeAdmin(tables: Record<string, TableState>) {
  const done: string[] = [];
  let busy = 0;
  const admin: TableAdmin = {
    read: (name) => {
      const table = tables[name];
      if (!table || name === 'own' || busy === 0) return Promise.resolve(table);
      busy -= 1;
      return Promise.resolve({ ...table, status: 'UPDATING' });
    },
    restore: (from, to, at) => {
      done.push(`restore ${from} ${to} ${at?.toISOString() ?? 'now'}`);
      tables[to] = { ...own, ...off, streamArn: undefined };
      busy = 3;
      return Promise.resolve();
    },
    fix: (name, fix) => {
      if (busy > 0) throw new Error('ResourceInUseException');
      done.push(fix);
      tables[name] = { ...(tables[name] ?? own), ...turnedOn[fix] };
      busy = 1;
      return Promise.resolve();
    },
  };
  return { admin, done };
}

function job(admin: TableAdmin, more: object = {}) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const stop = new AbortController().signal;
  return { said, job: { admin, from: 'own', to: 'new', checkOnly: false, say, stop, pauseMilliseconds: 1, ...more } };
}

describe('restoring a table', () => {
  it('restores, waits, turns on what is off, one after the other, and reads it back', async () => {
    const { admin, done } = fakeAdmin({ own });
    const at = new Date('2026-12-01T10:00:00.000Z');
    const restored = await restoreTable(job(admin, { at }).job);
    expect(restored).toMatchObject({ streamArn: 'arn:new', ttlAttribute: 'ttl', recovery: true, tags: own.tags });
    expect(done).toEqual([
      'restore own new 2026-12-01T10:00:00.000Z',
      ...['ttl', 'stream', 'recovery', 'protection', 'tags'],
    ]);
  });

  it('goes on with a table that a run before has begun, and changes nothing of one that is done', async () => {
    const half = { ...own, ...off, ...turnedOn.ttl };
    const { admin, done } = fakeAdmin({ own, new: half });
    expect(await restoreTable(job(admin).job)).toBeDefined();
    expect(done).toEqual(['stream', 'recovery', 'protection', 'tags']);
    expect(await restoreTable(job(admin).job)).toBeDefined();
    expect(done).toHaveLength(4);
  });

  it('only says what is missing when it is to check', async () => {
    const { admin, done } = fakeAdmin({ own, new: { ...own, ...off } });
    const { said, job: check } = job(admin, { checkOnly: true });
    expect(await restoreTable(check)).toBeUndefined();
    expect(done).toEqual([]);
    expect(said).toContain('new: its stream is off.');
    const { admin: empty } = fakeAdmin({ own });
    await expect(restoreTable(job(empty, { checkOnly: true }).job)).rejects.toThrow('There is no table new.');
  });

  it('refuses a table that no switch can make right, and one that there is not', async () => {
    const { admin } = fakeAdmin({ own, new: { ...own, keyArn: 'arn:other' } });
    await expect(restoreTable(job(admin).job)).rejects.toThrow('it is encrypted under arn:other');
    await expect(restoreTable(job(fakeAdmin({}).admin).job)).rejects.toThrow('There is no table own.');
  });

  it('stops waiting when it is told to', async () => {
    const { admin } = fakeAdmin({ own, new: { ...own, status: 'CREATING' } });
    const { said, job: stopped } = job(admin, { stop: AbortSignal.abort() });
    expect(await restoreTable(stopped)).toBeUndefined();
    expect(said.at(-1)).toContain('Run the same again');
  });
});
