import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadFunctions } from '../../infra/load-functions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssc-definitions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const define = (file: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
};

describe('loading the definitions of functions', () => {
  it('takes every file of the folder for a function of its name', async () => {
    define('late-consumer.ts', "export const lateConsumer = { kind: 'queue', queue: 'late', hurts: 'Nobody.' };\n");
    define('early.ts', "export const early = { kind: 'http', routes: [], hurts: 'Nobody.' };\n");
    expect(await loadFunctions(folder)).toEqual([
      { name: 'early', kind: 'http', routes: [], hurts: 'Nobody.' },
      { name: 'late-consumer', kind: 'queue', queue: 'late', hurts: 'Nobody.' },
    ]);
  });

  it.each([
    ['exports nothing', 'export {};\n'],
    ['exports it under another name', "export const consumer = { kind: 'queue', queue: 'late', hurts: 'Nobody.' };\n"],
    ['exports something else', "export const lateConsumer = 'late';\n"],
  ])('stops at a file that %s', async (_what, text) => {
    define('late-consumer.ts', text);
    await expect(loadFunctions(folder)).rejects.toThrow('late-consumer.ts exports no function as lateConsumer');
  });

  it('says what is wrong with definitions that do not fit together', async () => {
    define('one.ts', "export const one = { kind: 'queue', queue: 'late', hurts: 'Nobody.' };\n");
    define('two.ts', "export const two = { kind: 'queue', queue: 'late', hurts: 'Nobody.' };\n");
    await expect(loadFunctions(folder)).rejects.toThrow(/infra\/functions\/:\n {2}two: another function works on late/);
  });
});
