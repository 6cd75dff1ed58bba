import { houseReport, readHouse } from './architecture/house-report.ts';
import { unitTests } from './tooling/check-steps.ts';
import { runChecks } from './tooling/run-checks.ts';

/** `npm run check`: format, lint, types, dead code, templates and unit tests; a line each, and the output of what fails. */
const started = performance.now();
const failed = await runChecks([unitTests]);
for (const line of houseReport(readHouse())) console.log(`  ${line}`);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`${failed === 0 ? 'all good' : `${failed} failed`}, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
