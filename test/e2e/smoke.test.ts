import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/names.ts';
import { steps, unreachable } from '../../ops/smoke/steps.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

/** What a busy machine may take for one thing. */
const patience = '600';

describe('smoke', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
  });

  it('names every deployed function, or says why it cannot reach it', () => {
    const named = [
      ...steps.flatMap(({ functions }) => functions),
      ...unreachable.map((words) => words.split(' ')[0] ?? ''),
    ];
    expect([...new Set(named)].toSorted()).toEqual(functionNames.toSorted());
  });

  it('goes through the product, and reaches what it names', async () => {
    expect(await runOps(runtime, 'smoke', '--wait', patience)).toMatchObject({
      code: 0,
      output: expect.stringContaining('All well') as string,
    });
    const { items } = await runtime.local<{ items: { function?: string }[] }>('GET', 'calls');
    const reached = new Set(items.map((call) => call.function?.replace(/^ssc-local-/, '')));
    // It calls nobody.
    reached.add('public-api');
    expect([...new Set(steps.flatMap(({ functions }) => functions))].filter((name) => !reached.has(name))).toEqual([]);
  });

  it('names the gate when it fails', async () => {
    await runtime.local('POST', 'faults', [
      { service: 'dynamodb', operation: '*', function: 'gate', fault: 'disconnect' },
    ]);
    const { code, output } = await runOps(runtime, 'smoke', '--wait', '20');
    await runtime.local('DELETE', 'faults');
    expect(code).toBe(1);
    expect(output).toMatch(/FAILED {2}a buyer is exempt, and no longer/);
    expect(output).toContain(
      'waited 20 s for a decision of the gate by HTTP that is not degraded; last seen: degraded',
    );
    expect(output).toContain('gate: log group /aws/lambda/ssc-local-gate');
  });
});
