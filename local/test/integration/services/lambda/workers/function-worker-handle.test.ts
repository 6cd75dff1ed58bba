import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFunctionWorker } from '../../../../../services/lambda/workers/function-worker-handle.ts';
import type { FunctionWorker, LoadTurns } from '../../../../../services/lambda/workers/function-worker-handle.ts';

let folder = '';
const workers: FunctionWorker[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end()));
  rmSync(folder, { recursive: true });
});

function start(code: string, inTurn: LoadTurns = pLimit(1)): FunctionWorker {
  const modulePath = join(folder, `function-${workers.length}.mjs`);
  writeFileSync(modulePath, code);
  const worker = startFunctionWorker({
    setup: {
      modulePath,
      exportName: 'handler',
      sharedOffset: new Float64Array(new SharedArrayBuffer(8)),
      functionName: 'sample',
      functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:sample',
      memoryMegabytes: 128,
    },
    environment: {},
    functionLog: () => undefined,
    inTurn,
  });
  workers.push(worker);
  return worker;
}

const message = (requestId: string) => ({ requestId, event: '{}', remainingMilliseconds: 60_000 });
/** Loads slowly, and writes down when it begins and ends to. */
const slow = (file: string) => `
  import { appendFileSync } from 'node:fs';
  appendFileSync(${JSON.stringify(file)}, 'begin ');
  await new Promise((wake) => setTimeout(wake, 100));
  appendFileSync(${JSON.stringify(file)}, 'end ');
  export const handler = async () => 'loaded';`;

describe('startFunctionWorker', () => {
  it('loads when it is its turn, and answers then', async () => {
    const file = join(folder, 'loads');
    const inTurn = pLimit(1);
    const three = [slow(file), slow(file), slow(file)].map((code) => start(code, inTurn));
    const outcomes = await Promise.all(three.map((worker, index) => worker.invoke(message(`r-${index}`))));
    expect(outcomes).toEqual(Array(3).fill({ type: 'answered', payload: '"loaded"' }));
    expect(readFileSync(file, 'utf8')).toBe('begin end begin end begin end ');
  });

  it('gives its turn to the next when its bundle does not load', async () => {
    const inTurn = pLimit(1);
    const [broken, sound] = [start('throw new Error("no")', inTurn), start('export const handler = () => 1;', inTurn)];
    expect(await broken.invoke(message('r-1'))).toMatchObject({ type: 'init_failed', error: { errorMessage: 'no' } });
    expect(await sound.invoke(message('r-2'))).toEqual({ type: 'answered', payload: '1' });
  });

  it('never loads once it has ended, and says that it is gone', async () => {
    const file = join(folder, 'loads');
    let next: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (next = resolve));
    const worker = start(slow(file), async (load) => {
      await held;
      return load();
    });
    const outcome = worker.invoke(message('r-1'));
    await worker.end();
    next();
    expect(await outcome).toMatchObject({ type: 'crashed' });
    expect(worker.isAlive()).toBe(false);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});
