import { describe, expect, it } from 'vitest';
import type { RecordedCall } from '../../../../local/core/aws-endpoint/recorder.ts';
import { costOfCalls } from '../../../bench/operations/recorded-cost.ts';

const noon = Date.parse('2026-11-22T12:00:00.000Z');

/** A call that ended so many milliseconds after noon. */
const call = (operation: string, endedAt: number, overrides: Partial<RecordedCall> = {}): RecordedCall => ({
  at: new Date(noon + endedAt).toISOString(),
  caller: 'ssc-local-blocks-api',
  service: 'dynamodb',
  operation,
  durationMilliseconds: 12,
  status: 200,
  consumedCapacity: 1,
  ...overrides,
});

describe('the cost of recorded calls', () => {
  it('adds up what reads and writes consumed', () => {
    const calls = [
      call('BatchGetItem', 12, { consumedCapacity: 5 }),
      call('TransactWriteItems', 30, { consumedCapacity: 16 }),
    ];
    expect(costOfCalls(calls)).toEqual({ requests: 2, roundTrips: 2, readUnits: 5, writeUnits: 16 });
  });

  it('takes calls that are under way together for one round trip', () => {
    const calls = [call('GetItem', 12), call('Query', 30), call('Query', 33), call('Query', 41)];
    expect(costOfCalls(calls).roundTrips).toBe(2);
  });

  it('tells calls apart that seem to overlap by the millisecond to which their ends are known', () => {
    expect(costOfCalls([call('GetItem', 12), call('Query', 23)]).roundTrips).toBe(2);
  });

  it('counts calls of other services as round trips, but not as requests to the table', () => {
    const calls = [call('PutEvents', 12, { service: 'events' }), call('UpdateItem', 30, { consumedCapacity: 2 })];
    expect(costOfCalls(calls)).toEqual({ requests: 1, roundTrips: 2, readUnits: 0, writeUnits: 2 });
  });
});
