import { describe, expect, it } from 'vitest';
import type { Canary } from '../../../../ops/smoke/canary.ts';
import { SmokeFailure } from '../../../../ops/smoke/failure.ts';
import { runSteps } from '../../../../ops/smoke/run-steps.ts';
import type { Step } from '../../../../ops/smoke/step.ts';

const step = (name: string, run: () => Promise<void>): Step => ({ name, functions: [`${name}-api`], run });
const well = () => Promise.resolve();

function run(steps: readonly Step[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  // No step of these asks it for anything.
  return { said, broken: runSteps({ canary: {} as Canary, steps, memory: {}, say, now: () => 0 }) };
}

describe('the steps of the canary', () => {
  it('are taken in their order', async () => {
    const { said, broken } = run([step('one', well), step('two', well)]);
    expect(await broken).toBeUndefined();
    expect(said).toEqual(['ok      one (0.0 s)', 'ok      two (0.0 s)']);
  });

  it('end with the first that fails, with its functions', async () => {
    const fails = () => Promise.reject(new SmokeFailure('denied', { requestId: 'r-1' }));
    const { said, broken } = run([step('one', fails), step('two', well)]);
    expect(await broken).toMatchObject({ reason: 'denied', requestId: 'r-1', functions: ['one-api'] });
    expect(said).toEqual(['FAILED  one (0.0 s)']);
  });

  it('take an error that nobody expected for a failure of its step', async () => {
    const { broken } = run([step('one', () => Promise.reject(new TypeError('x is undefined')))]);
    expect(await broken).toMatchObject({ reason: 'x is undefined', requestId: undefined });
  });
});
