import { describe, expect, it } from 'vitest';
import { createFaults } from '../../../../core/aws-endpoint/faults.ts';
import type { Fault } from '../../../../core/aws-endpoint/faults.ts';

const fault = (overrides: Partial<Fault> = {}): Fault => ({
  service: 'dynamodb',
  operation: 'GetItem',
  fault: { kind: 'hang' },
  ...overrides,
});
const call = { service: 'dynamodb', operation: 'GetItem', caller: 'ssc-local-gate' };

describe('createFaults', () => {
  it('takes a fault for the calls it names and for no others', () => {
    const faults = createFaults();
    faults.add([fault({ function: 'gate' })]);
    expect(faults.take(call)?.fault.kind).toBe('hang');
    expect(faults.take({ ...call, operation: 'PutItem' })).toBeUndefined();
    expect(faults.take({ ...call, service: 'sqs' })).toBeUndefined();
    expect(faults.take({ ...call, caller: 'ssc-local-blocks-api' })).toBeUndefined();
  });

  it.each(['gate', 'ssc-local-gate'])('knows the function gate by the name %s', (name) => {
    const faults = createFaults();
    faults.add([fault({ function: name })]);
    expect(faults.take(call)).toBeDefined();
  });

  it('takes a star for any operation', () => {
    const faults = createFaults();
    faults.add([fault({ operation: '*' })]);
    expect(faults.take({ ...call, operation: 'Query' })).toBeDefined();
  });

  it('gives out a fault as often as it says, then the next', () => {
    const faults = createFaults();
    faults.add([fault({ times: 2 }), fault({ fault: { kind: 'disconnect' } })]);
    expect([1, 2, 3].map(() => faults.take(call)?.fault.kind)).toEqual(['hang', 'hang', 'disconnect']);
    expect(faults.list()).toHaveLength(1);
  });

  it('lists how often a fault is still to come', () => {
    const faults = createFaults();
    faults.add([fault({ times: 3 })]);
    faults.take(call);
    expect(faults.list()).toEqual([fault({ times: 2 })]);
  });

  it('follows a probability', () => {
    const draws = [0.2, 0.7];
    const faults = createFaults(() => draws.shift() ?? 0);
    faults.add([fault({ probability: 0.5 })]);
    expect([faults.take(call), faults.take(call)].map(Boolean)).toEqual([true, false]);
  });

  it('forgets all of them', () => {
    const faults = createFaults();
    faults.add([fault()]);
    faults.clear();
    expect(faults.take(call)).toBeUndefined();
  });
});
