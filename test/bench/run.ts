import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectDirectory } from '../tooling/run-step.ts';
import { bundleAll } from './bundles.ts';
import { readCommandLine } from './command-line.ts';
import type { Part } from './command-line.ts';
import { toOperationsPage } from './report/operations-page.ts';
import { toSvg } from './report/plot.ts';
import { withSection } from './report/benchmarks-section.ts';
import type { SavedResults } from './report/benchmarks-section.ts';
import type { Results } from './report/results.ts';
import { decisionsToText, lookupsToText, toText } from './report/tables.ts';
import { judge, judgeDecisions, judgeLookups } from './report/thresholds.ts';
import type { Threshold } from './report/thresholds.ts';
import { measureAllocations } from './sections/allocations.ts';
import { measureColdStart } from './sections/cold-start.ts';
import { measureDecisions } from './sections/decisions.ts';
import { measureGrowth } from './sections/growth.ts';
import { measureLookups } from './sections/lookups.ts';
import { measureOperations } from './sections/operations.ts';
import { measureStarted } from './sections/started.ts';
import { measureOutage } from './sections/outage.ts';
import type { Bench } from './sections/section.ts';
import { seedMarkers } from './world/seed.ts';
import { startWorld } from './world/start-world.ts';

/**
 * `npm run bench`: what the gate costs, as ratios of one run. `-- --check` fails when a threshold is passed,
 * `-- --full` takes the sizes of the promise itself, `-- --rounds N` more rounds, `-- --only lookups` or `decisions` that part alone.
 */
const options = readCommandLine(process.argv.slice(2));
const started = performance.now();
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

async function withBench<Measured>(measure: (bench: Bench) => Promise<Measured>): Promise<Measured> {
  say('bundling');
  const bundles = await bundleAll();
  const world = await startWorld();
  try {
    const markers = { small: 1000, large: options.full ? 1_000_000 : 100_000 };
    const tables = { small: 'bench-small', large: 'bench-large' };
    return await measure({ options, files: bundles.files, world, tables, markers, say });
  } finally {
    await world.close();
    bundles.remove();
  }
}

async function fillSmallTable({ world, tables, markers }: Bench): Promise<void> {
  await world.createTable(tables.small);
  await seedMarkers(world.engine, tables.small, markers.small);
}

async function measureAll(bench: Bench): Promise<Results> {
  const { world, tables, markers } = bench;
  await fillSmallTable(bench);
  const [processor] = cpus();
  const coldStart = await measureColdStart(bench);
  const decisions = await measureDecisions(bench);
  const allocatedBytes = await measureAllocations(bench);
  const outage = await measureOutage(bench);
  const lookups = await measureLookups(bench);
  const operations = await measureOperations(bench);
  say(`${markers.large} markers`);
  await world.createTable(tables.large);
  await seedMarkers(world.engine, tables.large, markers.large);
  return {
    ranAt: new Date().toISOString(),
    rounds: options.rounds,
    full: options.full,
    machine: { node: process.versions.node, processor: processor?.model.trim() ?? '', cores: cpus().length },
    decisions,
    allocatedBytes,
    coldStart,
    outage,
    lookups,
    operations,
    growth: await measureGrowth(bench),
    ...(await measureStarted(bench)),
  };
}

async function save(results: Results, thresholds: readonly Threshold[]): Promise<void> {
  const folder = join(projectDirectory, 'test/bench/results');
  await mkdir(folder, { recursive: true });
  // Figures beyond the fourth place are noise.
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
  const text = `${JSON.stringify({ ...results, thresholds }, rounded, 2)}\n`;
  await writeFile(join(folder, 'bench.json'), text);
  await writeFile(join(folder, 'bench.svg'), toSvg(results));
  await writeFile(join(folder, 'operations.md'), toOperationsPage(results));
  const page = join(projectDirectory, 'docs/benchmarks.md');
  // From what was saved, to the last place.
  const written = withSection(await readFile(page, 'utf8'), JSON.parse(text) as SavedResults);
  if (written === undefined) say('docs/benchmarks.md has no marks for the table, and is left as it is');
  else await writeFile(page, written);
}

const only: Readonly<Record<Part, () => Promise<readonly Threshold[]>>> = {
  async decisions() {
    const decisions = await withBench(async (bench) => {
      await fillSmallTable(bench);
      return measureDecisions(bench);
    });
    const thresholds = judgeDecisions(decisions);
    console.log(`\n${decisionsToText(decisions, thresholds)}\n`);
    return thresholds;
  },
  async lookups() {
    const lookups = await withBench(measureLookups);
    const thresholds = judgeLookups(lookups);
    console.log(`\n${lookupsToText(lookups, thresholds)}\n`);
    return thresholds;
  },
};

/** Everything, which is saved; or one part, which is only shown. */
async function run(): Promise<readonly Threshold[]> {
  if (options.only) return only[options.only]();
  const results = await withBench(measureAll);
  const thresholds = judge(results);
  await save(results, thresholds);
  console.log(`\n${toText(results, thresholds)}\n`);
  say('test/bench/results holds the figures and the plot');
  return thresholds;
}

const missed = (await run()).filter(({ kept }) => !kept);
say(missed.length === 0 ? 'within all thresholds' : `over the limit: ${missed.map(({ name }) => name).join('; ')}`);
if (options.check && missed.length > 0) process.exitCode = 1;
