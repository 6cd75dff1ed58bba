import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/tooling/longest-first.ts';

const deep = process.env['SSC_DEEP_TESTS'] === '1';

/** Of a test or a hook. They only end what hangs: a busy machine takes many times as long as a calm one, and that is no failure. */
const endOfHangs = (seconds: number) => ({ testTimeout: seconds * 1000, hookTimeout: seconds * 1000 });
/** What a started product or browser leaves when it is killed goes with the run; all others have to leave nothing. */
const leavesNothing = { setupFiles: 'test/tooling/temporary-folders/after-each-file.ts' };
const exclude = [...configDefaults.exclude, '**/*.deep.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    env: { CDK_VALIDATION: 'false' },
    globalSetup: 'test/tooling/temporary-folders/run-folder.ts',
    sequence: { sequencer: LongestFirst },
    // The product's own starts come after all others: they need both cores.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...endOfHangs(120),
          ...leavesNothing,
          sequence: { groupOrder: 0 },
          include: [
            'test/unit/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/docs/**/*.test.ts',
            'local/test/unit/**/*.test.ts',
          ],
          exclude,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'console',
          ...endOfHangs(120),
          ...leavesNothing,
          sequence: { groupOrder: 0 },
          include: ['console/test/unit/**/*.test.{ts,tsx}'],
          exclude,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          ...endOfHangs(120),
          ...leavesNothing,
          sequence: { groupOrder: 0 },
          include: ['test/infra/**/*.test.ts'],
          exclude,
          // CDK takes a second to load: once a worker, not once a file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          ...endOfHangs(180),
          ...leavesNothing,
          sequence: { groupOrder: 0 },
          include: ['test/integration/**/*.test.ts', 'local/test/integration/**/*.test.ts'],
          exclude,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'model',
          ...endOfHangs(300),
          ...leavesNothing,
          sequence: { groupOrder: 0 },
          include: ['test/model/**/*.test.ts', 'test/faults/**/*.test.ts'],
          exclude,
          isolate: false,
        },
      },
      {
        extends: true,
        // Each of these files starts the whole product.
        test: {
          name: 'e2e',
          ...endOfHangs(900),
          sequence: { groupOrder: 1 },
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...exclude, '**/*.alone.test.ts'],
        },
      },
      {
        extends: true,
        // These keep all cores busy by themselves: one at a time.
        test: {
          name: 'alone',
          ...endOfHangs(900),
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.alone.test.ts'],
          exclude,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Each of these files starts the product and a browser.
        test: {
          name: 'browser',
          ...endOfHangs(900),
          sequence: { groupOrder: 3 },
          include: ['test/browser/**/*.test.ts'],
          exclude,
        },
      },
      ...(deep
        ? [
            {
              extends: true as const,
              test: {
                name: 'deep',
                ...endOfHangs(1800),
                sequence: { groupOrder: 4 },
                include: ['test/**/*.deep.test.ts'],
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
    coverage: {
      provider: 'v8',
      reportOnFailure: true,
      include: ['shared/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
