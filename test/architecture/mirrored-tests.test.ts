import { describe, expect, it } from 'vitest';
import { mirrorReport, sourcesOf, strayUnitTests } from './mirrored-tests.ts';
import { parseSource } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

const file = (path: string, text = 'export const one = 1;\n'): SourceFile => parseSource(path, text);
const missing = (...paths: readonly string[]): readonly string[] =>
  mirrorReport(paths.map((path) => file(path))).missing;

describe('a mirrored test', () => {
  it.each([
    ['test/unit/shared/gate/rules.test.ts', 'shared/gate/rules.ts'],
    ['test/unit/shared/live/push.deep.test.ts', 'shared/live/push.ts'],
    ['test/integration/shared/orders/record-order.test.ts', 'shared/orders/record-order.ts'],
    ['test/infra/stacks/api-stack.test.ts', 'infra/stacks/api-stack.ts'],
    ['test/unit/tooling/log-scan/search.test.ts', 'test/tooling/log-scan/search.ts'],
    ['test/unit/bin/run.test.ts', 'bin/run.js'],
    ['local/test/unit/services/sqs/state.test.ts', 'local/services/sqs/state.ts'],
  ])('%s is that of %s', (test, source) => {
    expect(sourcesOf(test)).toContain(source);
  });

  it('is nothing else: neither a scenario of the product nor what tests are built with', () => {
    expect(sourcesOf('test/e2e/limits.test.ts')).toEqual([]);
    expect(sourcesOf('test/builders/items/known-buyer.ts')).toEqual([]);
  });
});

describe('mirrorReport', () => {
  it('misses a use case and a file of rules, whatever stands beside them', () => {
    const paths = ['shared/gate/decide-checks.ts', 'shared/gate/rules.ts', 'shared/gate/request-rules.ts'];
    expect(missing(...paths, 'test/integration/shared/gate/gate-over-table.test.ts')).toEqual(paths);
  });

  it('misses rules even where they would fall under a reason', () => {
    expect(missing('shared/contracts/rules.ts', 'infra/stacks/stack-rules.ts')).toEqual([
      'shared/contracts/rules.ts',
      'infra/stacks/stack-rules.ts',
    ]);
  });

  it.each(['unit', 'integration'])('finds what test/%s mirrors', (kind) => {
    expect(missing('shared/gate/rules.ts', `test/${kind}/shared/gate/rules.test.ts`)).toEqual([]);
  });

  it('asks the local runtime for tests beside its services, except of what reads, asks, runs or shows', () => {
    const rules = ['local/services/sqs/visibility.ts', 'local/core/assembly/property-rules.ts'];
    const others = ['template', 'service', 'endpoint'].map((name) => `local/services/sqs/${name}.ts`);
    expect(missing(...rules, ...others, 'local/demo/seed.ts', 'local/core/engines/engine.ts')).toEqual(rules);
    expect(missing('local/services/sqs/visibility.ts', 'local/test/unit/services/sqs/visibility.test.ts')).toEqual([]);
  });

  it('lets a store go only where its room has scenarios', () => {
    expect(missing('shared/orders/store.ts')).toEqual(['shared/orders/store.ts']);
    expect(missing('shared/orders/store.ts', 'test/integration/shared/refunds/record-refund.test.ts')).toHaveLength(1);
    expect(missing('shared/orders/store.ts', 'test/integration/shared/orders/record-order.test.ts')).toEqual([]);
  });

  it('counts what needs no test of its own, by reason', () => {
    const types = "import type { Clock } from './clock.ts';\nexport interface Actor {}\nexport type Kind = 'one';\n";
    const files = [file('shared/kernel/actor.ts', types), file('functions/gate.ts'), file('functions/live.ts')];
    const { unmirrored, missing: none } = mirrorReport(files);
    expect(unmirrored.map(({ count }) => count)).toEqual([1, 2]);
    expect(none).toEqual([]);
  });

  it('takes no file for types that leaves anything to run', () => {
    for (const text of ["import './start.ts';\nexport type A = 1;\n", 'export const a = 1;\n', 'export enum A {}\n'])
      expect(mirrorReport([file('shared/kernel/actor.ts', text)]).missing).toHaveLength(1);
  });

  it('asks for no test of tests', () => {
    expect(missing('local/test/unit/start-door.ts', 'test/builders/worlds/link-world.ts')).toEqual([]);
  });
});

describe('strayUnitTests', () => {
  it('names those whose source is not there', () => {
    const tests = [
      'test/unit/shared/gate/rules.test.ts',
      'test/unit/shared/gate/odd.test.ts',
      'test/e2e/limits.test.ts',
    ];
    const known = (path: string): boolean => path === 'shared/gate/rules.ts';
    expect(
      strayUnitTests(
        tests.map((path) => file(path)),
        known,
      ),
    ).toEqual(['test/unit/shared/gate/odd.test.ts']);
  });
});
