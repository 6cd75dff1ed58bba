import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFunctions } from '../../../../services/lambda/functions.ts';
import type { FunctionsOptions } from '../../../../services/lambda/functions.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { buildDeployment, buildFunction } from '../../../../../test/builders/local-deployment.ts';
import { patient } from '../../../../../test/builders/patience.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

function start(
  code: string,
  overrides: Parameters<typeof buildFunction>[0] = {},
  options: Partial<FunctionsOptions> = {},
) {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'function-'));
  cleanUps.push(() => rmSync(codeDirectory, { recursive: true }));
  writeFileSync(join(codeDirectory, 'index.mjs'), code);
  const model = buildFunction({ codeDirectory, ...overrides });
  const clock = createClock(openJournal(undefined));
  const { lines, log } = collectLog();
  const functions = createFunctions(buildDeployment({ functions: [model] }), {
    clock,
    endpointUrl: 'http://127.0.0.1:1',
    credentialsFor: (name) => ({ accessKeyId: `fn-${name}`, secretAccessKey: 'secret' }),
    log,
    functionLog: (name, line) => log(`${name}: ${line}`),
    ...options,
  });
  cleanUps.push(() => functions.close());
  return {
    functions,
    clock,
    lines,
    arn: model.arn,
    invoke: (payload?: unknown) => functions.invoke(model.arn, payload),
  };
}

describe('createFunctions', () => {
  it('gives the event and a context, and answers what the handler returns', async () => {
    const { invoke, arn } = start(`
      export const handler = async (event, context) => ({
        event, id: context.awsRequestId, arn: context.invokedFunctionArn, memory: context.memoryLimitInMB,
        remaining: context.getRemainingTimeInMillis(),
      });`);
    const { payload, functionError, requestId } = await invoke({ a: 1 });
    expect(functionError).toBeUndefined();
    expect(payload).toMatchObject({ event: { a: 1 }, id: requestId, arn, memory: '256' });
    const { remaining } = payload as { remaining: number };
    expect(remaining).toBeGreaterThan(1_500);
    expect(remaining).toBeLessThanOrEqual(2_000);
  });

  it('gives exactly the environment that Lambda gives', async () => {
    process.env['OF_THE_RUNTIME'] = 'must not be seen';
    cleanUps.push(() => delete process.env['OF_THE_RUNTIME']);
    const { invoke } = start('export const handler = async () => process.env;', { environment: { TABLE_NAME: 't' } });
    const { payload } = await invoke();
    expect(payload).toMatchObject({
      TABLE_NAME: 't',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'fn-ssc-local-sample',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_LAMBDA_FUNCTION_NAME: 'ssc-local-sample',
      _HANDLER: 'index.handler',
    });
    expect(payload).not.toHaveProperty('OF_THE_RUNTIME');
  });

  it('puts Date on the local clock, also in the middle of an invocation', async () => {
    const startedAt = Date.now();
    const { invoke, clock } = start(`
      const atLoad = Date.now();
      export const handler = async ({ waitMilliseconds }) => {
        await new Promise((wake) => setTimeout(wake, waitMilliseconds));
        const date = new Date();
        return {
          atLoad, now: Date.now(), constructed: date.getTime(), called: Date.parse(Date()),
          isDate: date instanceof Date && date.constructor === Date, given: new Date(5).getTime(),
        };
      };`);
    await invoke({ waitMilliseconds: 0 });
    const pending = invoke({ waitMilliseconds: 200 });
    clock.advance(86_400);
    const advancedAt = clock.now();
    const seen = (await pending).payload as Record<string, number>;
    // `Date()` tells whole seconds.
    for (const [name, unit] of [
      ['now', 1],
      ['constructed', 1],
      ['called', 1_000],
    ] as const) {
      expect(seen[name]).toBeGreaterThanOrEqual(advancedAt - (advancedAt % unit));
      expect(seen[name]).toBeLessThanOrEqual(clock.now());
    }
    expect(seen['atLoad']).toBeGreaterThanOrEqual(startedAt);
    expect(seen['atLoad']).toBeLessThanOrEqual(clock.realNow());
    expect(seen).toMatchObject({ isDate: true, given: 5 });
  });

  it('runs one invocation at a time in a worker, and more workers up to the limit', async () => {
    const { invoke } = start(
      `let busy = 0; const id = Math.random();
       export const handler = async ({ n }) => {
         busy += 1;
         const alone = busy === 1;
         await new Promise((wake) => setTimeout(wake, 100));
         busy -= 1;
         return { id, alone, n };
       };`,
      {},
      { maximumWorkers: 2 },
    );
    const results = await Promise.all([0, 1, 2, 3, 4, 5].map(async (n) => (await invoke({ n })).payload));
    const seen = results as { id: number; alone: boolean }[];
    expect(seen.every((result) => result.alone)).toBe(true);
    expect(new Set(seen.map((result) => result.id)).size).toBe(2);
  });

  it('lets what comes beyond the limit wait in order', async () => {
    const code = 'const seen = []; export const handler = async ({ n }) => { seen.push(n); return seen; };';
    const { invoke } = start(code, { reservedConcurrency: 1 });
    const results = await Promise.all([0, 1, 2, 3].map(async (n) => (await invoke({ n })).payload));
    expect(results.at(-1)).toEqual([0, 1, 2, 3]);
  });

  it('writes thrown errors as Lambda does and goes on in the same worker', async () => {
    const { invoke, lines } = start(`
      let count = 0;
      export const handler = async () => { count += 1; if (count === 1) throw new TypeError('no such thing'); return count; };`);
    const failed = await invoke();
    expect(failed).toMatchObject({
      functionError: 'Unhandled',
      payload: {
        errorType: 'TypeError',
        errorMessage: 'no such thing',
        trace: expect.arrayContaining([expect.any(String)]) as unknown,
      },
    });
    expect((await invoke()).payload).toBe(2);
    expect(lines).toContain('ssc-local-sample failed: TypeError');
  });

  it('ends a worker at the function timeout and starts anew', async () => {
    const { invoke } = start(
      `let first = true;
       export const handler = ({ hang }) => { if (hang) { for (;;) {} } const was = first; first = false; return { first: was }; };`,
      { timeoutSeconds: 1 },
    );
    const { payload, functionError, requestId, durationMilliseconds } = await invoke({ hang: true });
    // It would hang for good.
    expect(durationMilliseconds).toBeGreaterThan(990);
    expect(functionError).toBe('Unhandled');
    const { errorMessage } = payload as { errorMessage: string };
    expect(errorMessage).toMatch(new RegExp(`^\\d{4}-.*Z ${requestId} Task timed out after 1\\.00 seconds$`));
    expect((await invoke({})).payload).toEqual({ first: true });
  });

  it('answers an error when a worker crashes, also after an answer, and starts anew', async () => {
    const { invoke } = start(`
      export const handler = async ({ crash }) => {
        if (crash === 'exit') process.exit(3);
        if (crash === 'later') setTimeout(() => { throw new Error('left behind'); }, 10);
        return 'fine';
      };`);
    expect(await invoke({ crash: 'exit' })).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: exit status 3' },
    });
    expect((await invoke({ crash: 'later' })).payload).toBe('fine');
    await new Promise((wake) => setTimeout(wake, 100));
    expect((await invoke({})).payload).toBe('fine');
  });

  it('answers what failed when a bundle cannot be loaded or exports no handler', async () => {
    const broken = await start(`throw new RangeError('at load');`).invoke();
    expect(broken).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'RangeError', errorMessage: 'at load' },
    });
    const empty = await start('export const other = 1;').invoke();
    expect(empty).toMatchObject({ payload: { errorType: 'Runtime.HandlerNotFound' } });
  });

  it('forwards what a function writes, line by line', async () => {
    const { invoke, lines } = start(
      `export const handler = async () => { console.log('one\\ntwo'); console.error('three'); };`,
    );
    expect((await invoke()).payload).toBeNull();
    await expect
      .poll(() => lines.toSorted(), patient)
      .toEqual(['ssc-local-sample: one', 'ssc-local-sample: three', 'ssc-local-sample: two']);
  });

  it('answers an error to what runs or waits when it closes', async () => {
    const code = 'export const handler = () => new Promise(() => setTimeout(() => {}, 60_000));';
    const { functions, invoke } = start(code, { timeoutSeconds: 60 }, { maximumWorkers: 1 });
    const pending = [invoke(), invoke()];
    await new Promise((wake) => setTimeout(wake, 200));
    await functions.close();
    const results = await Promise.all([...pending, invoke()]);
    expect(results.map((result) => result.functionError)).toEqual(['Unhandled', 'Unhandled', 'Unhandled']);
  });

  it('finds a function by name, ARN and partial ARN, with or without a version', () => {
    const { functions, arn } = start('export const handler = 1;');
    for (const name of ['ssc-local-sample', arn, `${arn}:$LATEST`, '000000000000:function:ssc-local-sample']) {
      expect(functions.resolve(name)).toBe(arn);
    }
    expect(functions.resolve('ssc-local-other')).toBeUndefined();
  });

  it('stops the start by name when a handler file is missing', () => {
    expect(() => start('', { handler: 'absent.handler' })).toThrow(/ssc-local-sample .* absent\.handler/);
  });
});
