import { describe, expect, it } from 'vitest';
import { definitionProblems } from '../../infra/definition-problems.ts';
import type { DeployedFunction, HttpFunction, Named, QueueFunction } from '../../infra/function-definition.ts';
import { fraudOutcomeConfirmed } from '../../shared/contracts/events/fraud-outcome-confirmed.ts';
import { orderCancellationRefused } from '../../shared/contracts/events/order-cancellation-refused.ts';

const consumer = (name: string, overrides: Partial<QueueFunction> = {}): Named<QueueFunction> => ({
  name,
  kind: 'queue',
  queue: name,
  maximumConcurrency: 2,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  hurts: 'Nobody.',
  ...overrides,
});
const api: Named<HttpFunction> = { name: 'api', kind: 'http', routes: [], timeoutSeconds: 28, hurts: 'Nobody.' };

describe('definitions of functions', () => {
  it.each<[string, readonly DeployedFunction[], readonly string[]]>([
    ['fit together', [consumer('a'), consumer('b', { grants: { schedulesInto: 'a' } })], []],
    [
      'may not share a queue',
      [consumer('a', { queue: 'work' }), consumer('b', { queue: 'work' })],
      ['b: another function works on work'],
    ],
    [
      'may not send where nobody works',
      [consumer('a'), { ...api, grants: { sendsTo: 'b' } }, consumer('c', { grants: { schedulesInto: 'd' } })],
      ['api: no function works on b', 'c: no function works on d'],
    ],
    [
      'may not take events of two sources',
      [consumer('a', { events: [fraudOutcomeConfirmed, orderCancellationRefused] })],
      ['a: its events come of several sources, and a rule knows one'],
    ],
    [
      'may take only events of the catalogue',
      [consumer('a', { events: [{ ...fraudOutcomeConfirmed, type: 'Fraud Outcome Suspected' }] })],
      ['a: Fraud Outcome Suspected is not in the catalogue of events'],
    ],
  ])('%s', (_what, functions, problems) => {
    expect(definitionProblems(functions)).toEqual(problems);
  });
});
