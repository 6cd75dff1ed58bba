import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { addDayStats, addTotals } from '../../../../shared/stats/writes.ts';
import { dayStatsRetentionMilliseconds } from '../../../../shared/stats/rules.ts';
import type { DayStatsChange } from '../../../../shared/stats/rules.ts';
import { dayStatsKey, totalsKey } from '../../../../shared/table/keys.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const day: DayStatsChange = { dayKey: 'd1', date: '2026-11-22', endsAt: noon, counts: { 'fraud#abusive_review': 1 } };

describe.each(engines())('counting on %s', (engine) => {
  const table = useTable(engine);
  const addToTotals = (change: Record<string, number>) => transact(table, { totals: addTotals('s', change) });
  const addToDay = (change: Partial<DayStatsChange>) =>
    transact(table, { day: addDayStats('s', { ...day, ...change }) });
  /** As DynamoDB keeps them: a JavaScript number would round. */
  const numbersOf = async (key: Key) =>
    (await table.client.send(new GetItemCommand({ TableName: table.name, Key: marshall(key) }))).Item;

  it('adds to the totals of one shop, and takes away again', async () => {
    await addToTotals({ 'open#risk_refund': 2, 'pending#order': 1 });
    await addToTotals({ 'open#risk_refund': -1 });
    expect(await readItem(table, totalsKey('s'))).toEqual({
      ...totalsKey('s'),
      'open#risk_refund': 1,
      'pending#order': 1,
    });
    expect(await readItem(table, totalsKey('t'))).toBeUndefined();
  });

  it('writes nothing where no total changes', () => {
    expect(addTotals('s', {})).toBeUndefined();
  });

  it('adds to a day what it counts and its money, exactly, and to no other day', async () => {
    const amount = (value: string, currency = 'USD') => ({ value, currency });
    await addToDay({ amount: amount('0.1') });
    await addToDay({ amount: amount('99999999999999999999.2') });
    await addToDay({ counts: { 'stopped#harassment': 1 }, amount: amount('7', 'EUR') });
    await addToDay({ counts: { 'stopped#harassment': 1 }, sums: { 'prevented#USD': '0.1', 'prevented#EUR': '7' } });
    await addToDay({ counts: {}, sums: { 'prevented#USD': '123456789012345678901234.000001' } });
    expect(await numbersOf(dayStatsKey('s', 'd1'))).toMatchObject({
      'fraud#abusive_review': { N: '2' },
      'stopped#harassment': { N: '2' },
      'prevented#USD': { N: '123456789012345678901234.100001' },
      'prevented#EUR': { N: '7' },
      'amount#USD': { N: '99999999999999999999.3' },
      'amount#EUR': { N: '7' },
    });
    expect(await readItem(table, dayStatsKey('s', 'd2'))).toBeUndefined();
  });

  it('keeps the date that the first gave a day, and the day for as long as the last says', async () => {
    await addToDay({});
    await addToDay({ date: '2026-11-23', endsAt: noon + 1 });
    expect(await readItem(table, dayStatsKey('s', 'd1'))).toMatchObject({
      date: '2026-11-22',
      ttl: (noon + dayStatsRetentionMilliseconds) / 1000 + 1,
    });
  });
});
