import { startLogScan } from './tooling/log-scan/log-scan.ts';
import { startPermissionRecord } from './tooling/permissions/permission-record.ts';
import { runChecks } from './tooling/run-checks.ts';
import { runVitest } from './tooling/run-vitest.ts';

/**
 * `npm test`: every check, then every test with coverage, then a search of all logs for what none may hold, and a look at
 * who asked for which permission; `--deep` adds the long tests. A check that fails, coverage below its threshold, something found in a log,
 * and a permission that is missing count as one failure each beside the tests.
 */
const unknown = process.argv.slice(2).filter((flag) => flag !== '--deep');
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. Known: --deep`);

const failedChecks = await runChecks();
const scan = await startLogScan();
const permissions = await startPermissionRecord();
const tests = await runVitest({
  deep: process.argv.includes('--deep'),
  environment: { ...scan.environment, ...permissions.environment },
});
const failed = failedChecks + tests.failed + (await scan.finish()) + (await permissions.finish());
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
