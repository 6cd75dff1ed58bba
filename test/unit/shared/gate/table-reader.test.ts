import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../../../shared/aws-json/deadline.ts';
import { createTableReader } from '../../../../shared/gate/table-reader.ts';
import { keyText, markerKey } from '../../../../shared/table/keys.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { scriptedAwsClient } from '../../../builders/fakes/scripted-aws-client.ts';
import type { SentCall } from '../../../builders/fakes/scripted-aws-client.ts';
import { throughTime, useVirtualTime } from '../../../builders/fakes/virtual-time.ts';

const keys = Array.from({ length: 120 }, (_, index) => markerKey('s', `b${index}`));
const first = keys[0] ?? markerKey('s', 'b0');
type WireKey = { pk: { S: string }; sk: { S: string } };
type Asked = { RequestItems: Record<string, { Keys: WireKey[]; ConsistentRead: boolean }> };
const wire = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } });
const asked = ({ input }: SentCall) =>
  (input as Asked).RequestItems['ssc-test'] ?? { Keys: [] as WireKey[], ConsistentRead: false };
const failures: string[] = [];
const read = (client: ReturnType<typeof scriptedAwsClient>, wanted = keys, milliseconds = 5000) =>
  throughTime(
    createTableReader({ client, tableName: 'ssc-test', onFailure: (name) => failures.push(name) }).read(
      wanted,
      deadlineIn(milliseconds),
    ),
  );
const throttled = () => Object.assign(new Error('slow down'), { name: 'ThrottlingException' });

useVirtualTime();

describe('the reader of the gate', () => {
  it('reads one key with one strongly consistent GetItem', async () => {
    const client = scriptedAwsClient(() => ({ Item: { ...wire(first), x: { N: '1' } } }));
    expect([...(await read(client, [first]))]).toEqual([[keyText(first), { ...wire(first), x: { N: '1' } }]]);
    expect(client.sent).toMatchObject([
      { operation: 'GetItem', input: { TableName: 'ssc-test', Key: wire(first), ConsistentRead: true } },
    ]);
    const empty = scriptedAwsClient(() => ({}));
    expect([...(await read(empty, [first]))]).toEqual([[keyText(first), null]]);
  });

  it('reads more keys in batches of 100 at most, and matches what comes back in any order', async () => {
    const client = scriptedAwsClient((call) => ({
      Responses: {
        'ssc-test': asked(call)
          .Keys.filter((_, index) => index % 2 === 0)
          .reverse(),
      },
    }));
    const found = await read(client);
    expect(client.sent.map((call) => asked(call).Keys.length).toSorted((a, b) => a - b)).toEqual([20, 100]);
    expect(client.sent.every((call) => call.operation === 'BatchGetItem' && asked(call).ConsistentRead)).toBe(true);
    expect(found.size).toBe(120);
    expect([...found.values()].filter((item) => item !== null)).toHaveLength(60);
  });

  it('asks for each key once', async () => {
    const client = scriptedAwsClient(() => ({ Responses: {} }));
    expect((await read(client, [first, ...keys.slice(0, 3)])).size).toBe(3);
    expect(client.sent.map((call) => asked(call).Keys)).toEqual([keys.slice(0, 3).map(wire)]);
    expect((await read(client, [])).size).toBe(0);
    expect(client.sent).toHaveLength(1);
  });

  it('asks again for just the keys that were left unprocessed', async () => {
    const client = scriptedAwsClient((call, count) =>
      count === 1
        ? { Responses: {}, UnprocessedKeys: { 'ssc-test': { Keys: asked(call).Keys.slice(0, 2) } } }
        : { Responses: {} },
    );
    const found = await read(client, keys.slice(0, 5));
    expect(client.sent.map((call) => asked(call).Keys.length)).toEqual([5, 2]);
    expect(found.size).toBe(5);
  });

  it('leaves out what stays unprocessed, and keeps the rest', async () => {
    const left = keys.slice(0, 2).map(wire);
    const client = scriptedAwsClient(() => ({ Responses: {}, UnprocessedKeys: { 'ssc-test': { Keys: left } } }));
    const found = await read(client, keys.slice(0, 3), 50);
    expect([...found.keys()]).toEqual(keys.slice(2, 3).map(keyText));
  });

  it('repeats a read that failed for a moment, and never rejects', async () => {
    failures.length = 0;
    const client = scriptedAwsClient((_, count) => {
      if (count < 3) throw throttled();
      return { Item: wire(first) };
    });
    expect((await read(client, [first])).size).toBe(1);
    expect(failures).toEqual(['ThrottlingException', 'ThrottlingException']);
  });

  it('repeats a read that keeps failing until its deadline, and no longer', async () => {
    const client = scriptedAwsClient(() => Promise.reject(throttled()));
    const started = performance.now();
    expect((await read(client, [first], 80)).size).toBe(0);
    expect(performance.now() - started).toBeLessThanOrEqual(80);
    expect(client.sent.length).toBeGreaterThan(1);
    expect(client.sent.length).toBeLessThan(50);
  });

  it('does not repeat a read that will never do', async () => {
    failures.length = 0;
    const client = scriptedAwsClient(() => {
      throw Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    });
    expect((await read(client, keys.slice(0, 2))).size).toBe(0);
    expect([failures, client.sent.length]).toEqual([['AccessDeniedException'], 1]);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'busy'],
    ['no responses', {}],
  ])('does not take %s for an answer that no item is there', async (_, reply) => {
    failures.length = 0;
    const client = scriptedAwsClient(() => reply);
    expect((await read(client, keys.slice(0, 2))).size).toBe(0);
    expect((await read(client, [first])).size).toBe(failures.length === 2 ? 0 : 1);
    expect(new Set(failures)).toEqual(new Set(['MalformedReply']));
  });

  it('keeps one batch when the other fails, and ends at the deadline', async () => {
    failures.length = 0;
    const client = scriptedAwsClient((call) =>
      asked(call).Keys.length === 100 ? new Promise(() => undefined) : { Responses: {} },
    );
    const started = performance.now();
    expect((await read(client, keys, 40)).size).toBe(20);
    expect(performance.now() - started).toBe(40);
    expect(failures).toEqual(['TimeoutError']);
  });

  it('does not even ask after the deadline', async () => {
    const client = scriptedAwsClient(() => ({}));
    expect((await read(client, keys, -1)).size).toBe(0);
    expect(client.sent).toEqual([]);
  });
});

describe('a read of the gate that is asked otherwise', () => {
  const three = keys.slice(0, 3);
  const how = { only: { expression: 'pk,sk,#r0', names: { '#r0': 'b#__proto__' } }, once: true } as const;
  const readSo = (client: ReturnType<typeof scriptedAwsClient>, milliseconds = 5000) =>
    throughTime(
      createTableReader({ client, tableName: 'ssc-test', onFailure: (name) => failures.push(name) }).read(
        three,
        deadlineIn(milliseconds),
        how,
      ),
    );

  it('brings some attributes alone, strongly consistent', async () => {
    const client = scriptedAwsClient(() => ({ Responses: { 'ssc-test': [wire(first)] } }));
    expect([...(await readSo(client)).values()]).toEqual([wire(first), null, null]);
    expect(client.sent.map((call) => asked(call))).toEqual([
      {
        Keys: three.map(wire),
        ConsistentRead: true,
        ProjectionExpression: 'pk,sk,#r0',
        ExpressionAttributeNames: { '#r0': 'b#__proto__' },
      },
    ]);
  });

  it('is asked once, and gives back what came of it', async () => {
    failures.length = 0;
    const left = three.slice(1).map(wire);
    const partly = scriptedAwsClient(() => ({ Responses: {}, UnprocessedKeys: { 'ssc-test': { Keys: left } } }));
    expect([...(await readSo(partly)).keys()]).toEqual([keyText(first)]);
    const slow = scriptedAwsClient(() => Promise.reject(throttled()));
    expect((await readSo(slow)).size).toBe(0);
    const silent = scriptedAwsClient(() => new Promise(() => undefined));
    expect((await readSo(silent, 30)).size).toBe(0);
    expect([partly, slow, silent].map(({ sent }) => sent.length)).toEqual([1, 1, 1]);
    expect(failures).toEqual(['ThrottlingException', 'TimeoutError']);
  });
});
