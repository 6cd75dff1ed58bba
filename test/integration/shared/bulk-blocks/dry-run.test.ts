import { beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyer, knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { buildBulkSeller, rowOf } from '../../../builders/worlds/bulk.ts';
import type { BulkAnswer } from '../../../builders/worlds/bulk.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const outcomes = ({ body }: BulkAnswer) => body.rows.map(({ outcome }) => outcome);

describe.each(engines())('several blocks at once on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const [shop, ann] = [seller('shop'), buildBulkSeller(table, clock, 'shop')];
  const listed = async () => ((await shop.list({ limit: '100' })).body['items'] as { buyerId: string }[]).length;

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop', { quotas: { blocks: 90, newBlocksPerDay: 80 } });
  });

  it('of 100 rows with 20 bad ones: dry run and run agree row by row', async () => {
    await knowBuyers(table, 90, 'shop');
    await saveProfile(table, 'twin-1', { username: 'twin' });
    await saveProfile(table, 'twin-2', { username: 'twin' });
    await knowBuyer(table, 'foreign', 'other');
    await knowBuyer(table, 'twin-1', 'shop');
    await knowBuyer(table, 'twin-2', 'shop');
    for (const buyerId of ['twin-1', 'twin-2']) await saveProfile(table, buyerId, { username: 'twin', revision: 2 });
    await shop.add('b0');
    const good = Array.from({ length: 80 }, (_, at) => rowOf(`b${at + 1}`));
    const bad = [
      rowOf('b0'),
      rowOf('b5'),
      rowOf('nobody'),
      rowOf('foreign'),
      rowOf('b81', { username: 'twin' }),
      rowOf('b82', { buyerId: 'b82', username: 'another' }),
      rowOf('b83', { buyerId: 'b82' }),
      rowOf('b84', { buyerId: 'foreign', username: 'name-foreign' }),
      rowOf('b85', { reason: 'spite' }),
      rowOf('b86', { reason: 'other' }),
      rowOf('b87', { username: '' }),
      rowOf('b88', { more: true }),
      rowOf('b89', { alertId: 'no-alert' }),
      { username: 'name-b81' },
      'no row',
      null,
      rowOf('b81', { scope: 'all' }),
      rowOf('b81', { duration: 90 }),
      rowOf('b81', { buyerId: 'no id!' }),
      rowOf('B81'),
    ];
    expect(bad.length).toBe(20);
    const rows = bad.flatMap((one, at) => [...good.slice(at * 4, at * 4 + 4), one]);
    const dry = await ann.json(rows, { dryRun: true });
    expect(await listed()).toBe(1);
    const run = await ann.json(rows, { key: 'the-whole' });
    expect([dry.status, run.status]).toEqual([200, 200]);
    const spoken = outcomes(run).map((one) => (one === 'created' ? 'would_create' : one));
    expect(outcomes(dry)).toEqual(spoken);
    // One new block of the day was made before: the last of the good rows finds it used up.
    expect(run.body.summary).toEqual({
      created: 79,
      already_blocked: 2,
      buyer_not_found: 4,
      username_ambiguous: 1,
      username_mismatch: 2,
      validation_failed: 11,
      daily_block_limit_reached: 1,
    });
    expect(dry.body.summary).toEqual({ ...run.body.summary, created: undefined, would_create: 79 });
    expect(run.body.rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
    expect(dry.body.rows.map(({ errors }) => errors)).toEqual(run.body.rows.map(({ errors }) => errors));
    expect(await listed()).toBe(80);
  });

  it('name the buyer in a dry run, and answer with the block in a run', async () => {
    await knowBuyers(table, 1, 'shop');
    const dry = await ann.json([rowOf('b0')], { dryRun: true });
    expect(dry.body).toEqual({
      rows: [{ row: 1, outcome: 'would_create', buyerId: 'b0', avatarUrl: 'https://cdn.example/b0.png' }],
      summary: { would_create: 1 },
    });
    const run = await ann.json([rowOf('b0', { note: 'Three empty boxes.' })]);
    // What it prevented is the block's to tell: an answer that is repeated later would tell it wrong.
    const { prevented: _, ...block } = (await shop.get('b0')).body;
    expect(run.body.rows[0]).toEqual({
      row: 1,
      outcome: 'created',
      buyerId: 'b0',
      avatarUrl: 'https://cdn.example/b0.png',
      block,
    });
  });

  it('say which field of which row is wrong, as of a row alone', async () => {
    const { body } = await ann.json([rowOf('b0', { reason: 'other', scope: 'all' })], { dryRun: true });
    expect(body.rows[0]).toEqual({
      row: 1,
      outcome: 'validation_failed',
      errors: [{ path: 'scope', message: 'must be one of user_id_only, linked_user_ids' }],
    });
  });

  it('are refused as a whole for what is wrong with the whole', async () => {
    const refused = async (body: unknown) => (await ann.body(body)).body['errors'];
    expect(await refused({ rows: [] })).toEqual([{ path: 'rows', message: 'must have 1 to 100 rows' }]);
    expect(await refused({ rows: Array(101).fill(rowOf('b0')) })).toEqual([
      { path: 'rows', message: 'must have 1 to 100 rows' },
    ]);
    expect(await refused({ dryRun: 'no', rows: [rowOf('b0')] })).toEqual([
      { path: 'dryRun', message: 'must be true or false' },
    ]);
    expect(await refused({ rows: [rowOf('b0')], more: 1 })).toEqual([
      { path: 'more', message: 'is not a known field' },
    ]);
    expect((await ann.body(`{"rows": ["${'x'.repeat(1024 * 1024)}"]}`)).body['code']).toBe('payload_too_large');
    expect((await ann.body({ rows: ['x'.repeat(900_000)] })).status).toBe(200);
  });

  it('are not for viewers, nor for a shop without access', async () => {
    expect((await buildBulkSeller(table, clock, 'shop', 'eve', 'viewer').json([rowOf('b0')])).status).toBe(403);
    await ops.set('shop', { state: 'terminated' });
    expect((await ann.json([rowOf('b0')])).body['code']).toBe('access_not_active');
  });

  it('end where the day ends, in the order of the rows, also in a dry run', async () => {
    await knowBuyers(table, 4, 'shop');
    await ops.set('shop', { quotas: { blocks: 3, newBlocksPerDay: 2 } });
    const rows = ['b3', 'b0', 'b1', 'b2'].map((id) => rowOf(id));
    const expected = ['created', 'created', 'daily_block_limit_reached', 'daily_block_limit_reached'];
    const dry = outcomes(await ann.json(rows, { dryRun: true }));
    expect(dry.map((one) => one.replace('would_create', 'created'))).toEqual(expected);
    expect(outcomes(await ann.json(rows))).toEqual(expected);
    clock.advance(86_400_000);
    expect(outcomes(await ann.json(rows.slice(2), { dryRun: true }))).toEqual(['would_create', 'block_list_full']);
    expect(outcomes(await ann.json(rows.slice(2)))).toEqual(['created', 'block_list_full']);
  });

  it('count places that have expired as free in both, however many there are', async () => {
    await knowBuyers(table, 60, 'shop');
    await ops.set('shop', { quotas: { blocks: 30, newBlocksPerDay: 100 } });
    const batch = (from: number) => Array.from({ length: 30 }, (_, at) => rowOf(`b${from + at}`));
    await ann.json(batch(0));
    clock.advance(91 * 86_400_000);
    expect((await ann.json(batch(30), { dryRun: true })).body.summary).toEqual({ would_create: 30 });
    expect((await ann.json(batch(30))).body.summary).toEqual({ created: 30 });
  });

  it('count 1,000 rows a day for each seller, dry or not, and refuse what does not fit as a whole', async () => {
    const many = Array.from({ length: 99 }, () => ({}));
    for (let sent = 0; sent < 990; sent += 99) await ann.json(many, { dryRun: sent % 2 === 0 });
    const eleven = many.slice(0, 11);
    const refused = await ann.json(eleven, { dryRun: true });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(refused.body['detail']).toContain('10 are left');
    expect((await ann.json(eleven.slice(1))).status).toBe(200);
    expect((await ann.json([{}])).status).toBe(429);
    expect((await buildBulkSeller(table, clock, 'shop', 'ben').json(many)).status).toBe(200);
    clock.advance(86_400_000);
    expect((await ann.json(many)).status).toBe(200);
  });
});
