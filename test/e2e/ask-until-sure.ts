import { setTimeout as sleep } from 'node:timers/promises';
import { patientWithProduct } from '../builders/patience.ts';

interface Decided {
  readonly degraded: boolean;
}

/**
 * The gate's decisions on these checks, in their order. Where the store misses the gate's deadline an answer is degraded: a
 * promise kept, which says nothing about blocks. Those checks, and they alone, are asked again until their answers are sure.
 *
 * @param ask one request.
 * @throws Error when some stay degraded: that is no busy machine any more.
 */
export async function askUntilSure<Check, Decision extends Decided>(
  checks: readonly Check[],
  ask: (checks: readonly Check[]) => Promise<readonly Decision[]>,
): Promise<readonly Decision[]> {
  const sure = new Map<number, Decision>();
  const givenUpAt = performance.now() + patientWithProduct.timeout;
  for (let open = checks.map((check, index) => ({ check, index })); open.length > 0; ) {
    const answers = await ask(open.map(({ check }) => check));
    if (answers.length !== open.length) throw new Error(`${open.length} checks, ${answers.length} decisions`);
    for (const [nth, { index }] of open.entries()) {
      const answer = answers[nth];
      if (answer && !answer.degraded) sure.set(index, answer);
    }
    open = open.filter(({ index }) => !sure.has(index));
    if (open.length === 0) break;
    if (performance.now() > givenUpAt) throw new Error(`The gate stays degraded on ${open.length} checks.`);
    await sleep(patientWithProduct.interval);
  }
  return checks.map((_, index) => sure.get(index) as Decision);
}
