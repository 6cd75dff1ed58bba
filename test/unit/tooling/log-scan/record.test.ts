import { describe, expect, it } from 'vitest';
import { programOf } from '../../../tooling/log-scan/record.ts';

describe('programOf', () => {
  it.each([
    [['node', '/project/run.js', 'local/start.ts', '--empty'], 'local/start.ts'],
    [['node', 'run.js', 'ops/ops.ts', 'dlq', 'list'], 'ops/ops.ts'],
    [['node', '/project/run.js'], '/project/run.js'],
    [['node', '/project/test/builders/engines/run-function.ts', 'x'], '/project/test/builders/engines/run-function.ts'],
    [['node', '/project/tools/overrun.js', 'x'], '/project/tools/overrun.js'],
    [['node'], 'node'],
  ])('of %o is %s: what run.js was given, where that starts it', (argv, program) => {
    expect(programOf(argv)).toBe(program);
  });
});
