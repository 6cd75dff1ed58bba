import { median, percentile, ratio } from '../report/statistics.ts';
import type { Scenario } from '../subjects/messages.ts';
import { startSubject } from '../subjects/start-subject.ts';
import { putAway } from '../world/distance.ts';
import { allowed } from '../world/seed.ts';
import { gateEnvironment } from '../world/start-world.ts';
import type { Bench } from './section.ts';

/** About what a call to DynamoDB takes within a region; one to SQS takes longer. */
export const millisecondsAway = 5;

export interface AtDistance {
  readonly allowanceMilliseconds: number;
  /** p50 of a denial to that of an allowance. */
  readonly toAllowance: Readonly<Record<string, number>>;
}

const calls = 100;

/**
 * On loopback a call takes what its CPU takes, and calls that are under way together take as long as one after the other. Where the
 * table and the queue are some milliseconds away, as in a region, round trips count.
 */
export async function measureAtDistance<Name extends string>(
  { files, world, tables, options, say }: Bench,
  denials: Readonly<Record<Name, Scenario>>,
): Promise<AtDistance & { readonly toAllowance: Readonly<Record<Name, number>> }> {
  say(`denials, ${millisecondsAway} ms away`);
  const [table, queue] = await Promise.all(
    [world.engineUrl, world.proxy.url].map((url) => putAway(url, millisecondsAway)),
  );
  if (!table || !queue) throw new Error('Both stand.');
  const environment = gateEnvironment(tables.small, { table: table.url, queue: queue.url });
  const gate = await startSubject({ worker: files.worker, handler: files.gate, takes: 'events' }, environment);
  const scenarios: readonly Scenario[] = [allowed(1), ...Object.values<Scenario>(denials)];
  const p50s = new Map<string, number[]>();
  try {
    for (const scenario of scenarios) {
      await gate.prepare(scenario);
      await gate.run(scenario.name, calls);
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const { name } of scenarios) {
        const { milliseconds } = await gate.run(name, calls);
        p50s.set(name, [...(p50s.get(name) ?? []), percentile(milliseconds, 0.5)]);
      }
    }
  } finally {
    await Promise.all([gate.close(), table.close(), queue.close()]);
  }
  const allowances = p50s.get(allowed(1).name) ?? [];
  const ratios = Object.entries<Scenario>(denials).map(([name, scenario]) => [
    name,
    ratio(p50s.get(scenario.name) ?? [], allowances),
  ]);
  return {
    allowanceMilliseconds: median(allowances),
    toAllowance: Object.fromEntries(ratios) as Record<Name, number>,
  };
}
