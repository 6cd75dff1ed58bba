import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { toTtl } from '../../../../shared/kernel/clock.ts';
import type { EpochMilliseconds } from '../../../../shared/kernel/clock.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { takeWrongTtls } from '../../../builders/engines/ttl-check.ts';
import { putItems } from '../../../builders/items/table-items.ts';

const key = { pk: 'P', sk: 'S' };
const now = Date.now() as EpochMilliseconds;

describe.each(engines().slice(0, 1))('times to live that tests write on %s', (engine) => {
  const table = useTable(engine);
  const update = (names: Record<string, string>, expression: string, value: unknown) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: expression,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':until': value },
      }),
    );

  it.each([
    ['milliseconds', now],
    ['a fraction', toTtl(now) + 0.5],
    ['a text', String(toTtl(now))],
    ['nothing', 0],
  ])('fail a test that writes %s, in an item, a transaction or an update', async (_, ttl) => {
    await putItems(table, { ...key, ttl });
    await transact(table, { item: { put: { ...key, ttl } } });
    const set = { expression: 'SET #end = :until', names: { '#end': 'ttl' }, values: { ':until': ttl } };
    await transact(table, { item: { update: key, ...set } });
    await update({ '#end': 'ttl', '#other': 'other' }, 'SET #other = :until, #end = :until', ttl);
    expect(takeWrongTtls()).toHaveLength(4);
  });

  it('are as they should be in seconds, or when there are none', async () => {
    await putItems(table, { ...key, ttl: toTtl(now) }, { ...key, sk: 'T' });
    await update({ '#end': 'ttl' }, 'SET #end = :until', toTtl(now));
    await update({ '#end': 'endsAt' }, 'SET #end = :until', now);
    expect(takeWrongTtls()).toEqual([]);
  });
});
