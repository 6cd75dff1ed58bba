import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const deep = process.env['SSC_DEEP_TESTS'] === '1';
const exclude = [...configDefaults.exclude, '**/*.deep.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    env: { CDK_VALIDATION: 'false' },
    // The product's own starts come after all others: they need both cores.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: [
            'test/unit/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/docs/**/*.test.ts',
            'local/test/unit/**/*.test.ts',
          ],
          exclude,
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          sequence: { groupOrder: 0 },
          include: ['test/infra/**/*.test.ts'],
          exclude,
          // CDK takes a second to load: once a worker, not once a file.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          sequence: { groupOrder: 0 },
          include: ['test/integration/**/*.test.ts', 'local/test/integration/**/*.test.ts'],
          exclude,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'model',
          sequence: { groupOrder: 0 },
          include: ['test/model/**/*.test.ts', 'test/faults/**/*.test.ts'],
          exclude,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Each of these files starts the whole product.
        test: {
          name: 'e2e',
          sequence: { groupOrder: 1 },
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...exclude, '**/*.alone.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // These measure time, or keep both cores busy: one at a time.
        test: {
          name: 'alone',
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.alone.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      ...(deep
        ? [
            {
              extends: true as const,
              test: {
                name: 'deep',
                sequence: { groupOrder: 3 },
                include: ['test/**/*.deep.test.ts'],
                fileParallelism: false,
                testTimeout: 1_800_000,
                hookTimeout: 120_000,
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
