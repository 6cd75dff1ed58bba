import { runChecks } from './tooling/run-checks.ts';
import { runVitest } from './tooling/run-vitest.ts';

/**
 * `npm test`: every check, then every test with coverage; `--deep` adds the long ones.
 * A check that fails, or coverage below its threshold, counts as one failure beside the tests.
 */
const unknown = process.argv.slice(2).filter((flag) => flag !== '--deep');
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. Known: --deep`);

const failedChecks = await runChecks();
const tests = await runVitest({ deep: process.argv.includes('--deep') });
const failed = failedChecks + tests.failed;
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
