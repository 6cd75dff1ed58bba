import { allowed } from '../world/seed.ts';
import { startAt, subjectNames } from './section.ts';
import type { Bench, SubjectName } from './section.ts';

/** Room for all calls of a measurement, so that nothing is collected in between. */
const flags = ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128'];
const calls = 300;

/** Bytes on the JavaScript heap for one allowed decision. */
export async function measureAllocations(bench: Bench): Promise<Readonly<Record<SubjectName, number>>> {
  const scenario = allowed(1);
  const bytes: [SubjectName, number][] = [];
  for (const name of subjectNames) {
    const subject = await startAt(bench, name, bench.tables.small, { flags });
    await subject.prepare(scenario);
    await subject.run(scenario.name, calls * 2);
    bytes.push([name, (await subject.allocate(scenario.name, calls)).bytes]);
    await subject.close();
  }
  return Object.fromEntries(bytes) as Record<SubjectName, number>;
}
