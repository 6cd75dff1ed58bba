import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../../../core/engines/dynamo-client.ts';
import type { AttributeMap, DynamoClient } from '../../../../core/engines/dynamo-client.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { createTables } from '../../../../services/dynamodb/create-tables.ts';
import { createTtlRemovals } from '../../../../services/dynamodb/ttl-removals.ts';
import { createTtlSweeper } from '../../../../services/dynamodb/ttl-sweeper.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';
import { useEngine } from '../../../builders/use-engine.ts';

const table = buildTable();
const { ttlAttribute: _, ...lasting } = buildTable({ name: 'ssc-local-lasting' });
const { sortKey: __, ...partitionKey } = table.key;
const plain = buildTable({ name: 'ssc-local-plain', key: partitionKey, attributes: { pk: 'S' } });
const deployment = buildDeployment({ tables: [table, lasting, plain] });
const year = 366 * 86_400;

/** A sweeper over a client, of which `before` may look at each call, or do something first. */
function open(client: DynamoClient, before: (operation: string, input: object) => unknown = () => undefined) {
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const removals = createTtlRemovals(journal, clock.realNow);
  const table: DynamoClient['table'] = async (operation, input) => {
    await before(operation, input);
    return client.table(operation, input);
  };
  const sweeper = createTtlSweeper(deployment, {
    client: { ...client, table },
    clock,
    removals,
    log: collectLog().log,
  });
  return { sweeper, clock, removals, seconds: Math.floor(clock.now() / 1000) };
}

describe('createTtlSweeper', () => {
  const { client } = useEngine();
  beforeAll(() => createTables(deployment, client));
  const keysOf = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
  const put = (sk: string, ttl: AttributeMap[string] | undefined, more: AttributeMap = {}, name = table.name) =>
    client.table('PutItem', { TableName: name, Item: { ...keysOf(sk), ...(ttl && { ttl }), ...more } });
  const left = async (name = table.name) => {
    const { Items } = await client.table<{ Items: readonly AttributeMap[] }>('Scan', { TableName: name });
    return Items.map(({ sk }) => String(sk?.['S'])).toSorted();
  };
  const number = (value: number) => ({ N: String(value) });
  beforeEach(async () => {
    for (const sk of await left()) await client.table('DeleteItem', { TableName: table.name, Key: keysOf(sk) });
  });

  it('deletes what has expired on the local clock, and marks it as its own removal', async () => {
    const { sweeper, clock, removals, seconds } = open(client);
    await put('soon', number(seconds + 50));
    await put('later', number(seconds + 500));
    expect(await sweeper.sweep()).toBe(0);
    clock.advance(60);
    expect(await sweeper.sweep()).toBe(1);
    expect(await left()).toEqual(['later']);
    expect(removals.has(table.name, keysOf('soon'), String(seconds + 50))).toBe(true);
    expect(removals.has(table.name, keysOf('later'), undefined)).toBe(false);
  });

  it.each([
    ['has no time', undefined],
    ['has a text for a time', { S: '1700000000' }],
    ['has a time more than five years back', number(Math.floor(Date.now() / 1000) - 5 * year - 60)],
  ])('leaves alone what %s', async (_, ttl) => {
    await put('stays', ttl);
    expect(await open(client).sweeper.sweep()).toBe(0);
    expect(await left()).toEqual(['stays']);
  });

  it('leaves alone a table without time to live, and sweeps one without a sort key', async () => {
    const { sweeper, seconds } = open(client);
    await put('stays', number(seconds - 5), {}, lasting.name);
    await client.table('PutItem', { TableName: plain.name, Item: { pk: { S: 'goes' }, ttl: number(seconds - 5) } });
    expect(await sweeper.sweep()).toBe(1);
    expect(await left(lasting.name)).toEqual(['stays']);
  });

  it('leaves alone what was renewed between the look and the deletion, without a mark', async () => {
    const { sweeper, removals, seconds } = open(client, (operation) => {
      if (operation === 'DeleteItem') return put('renewed', number(seconds + 900));
    });
    await put('renewed', number(seconds - 5));
    expect(await sweeper.sweep()).toBe(0);
    expect(await left()).toEqual(['renewed']);
    expect(removals.has(table.name, keysOf('renewed'), undefined)).toBe(false);
  });

  it('sweeps a table of several pages, deleting few at once', async () => {
    const scans: object[] = [];
    const { sweeper, seconds } = open(client, (operation, input) => operation === 'Scan' && scans.push(input));
    const wide = { wide: { S: 'x'.repeat(150_000) } };
    await Promise.all(Array.from({ length: 10 }, (_, n) => put(`n${n}`, number(seconds - n), wide)));
    expect(await sweeper.sweep()).toBe(10);
    expect(await left()).toEqual([]);
    expect(scans.filter((input) => 'ExclusiveStartKey' in input).length).toBeGreaterThan(0);
  });

  it('keeps its mark when it does not know whether the deletion happened, and tries again', async () => {
    let failures = 1;
    const { sweeper, removals, seconds } = open(client, (operation) => {
      if (operation === 'DeleteItem' && failures-- > 0) throw new EngineError(operation, 'InternalServerError', '');
    });
    await put('a', number(seconds - 5));
    await expect(sweeper.sweep()).rejects.toThrow('InternalServerError');
    expect(removals.has(table.name, keysOf('a'), String(seconds - 5))).toBe(true);
    expect(await sweeper.sweep()).toBe(1);
  });

  it('sweeps one time after the other', async () => {
    const { sweeper, seconds } = open(client);
    await put('a', number(seconds - 5));
    expect(await Promise.all([sweeper.sweep(), sweeper.sweep()])).toEqual([1, 0]);
  });
});
