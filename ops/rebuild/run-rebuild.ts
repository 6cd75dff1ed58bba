import { groupScan, markerScan, nameOf, pieceOf } from './find-pieces.ts';
import type { ScannedItem } from './find-pieces.ts';
import { lookAtPieces, lookOnce } from './look-at-pieces.ts';
import type { Busy, Looking, Tally } from './look-at-pieces.ts';
import { countScan, createOrderTally, orderScan } from './order-tally.ts';
import { createScanProgress } from './scan-progress.ts';
import { phases } from './rebuild-options.ts';
import type { Phase } from './rebuild-options.ts';
import type { StateFile } from './state-file.ts';

export interface Scan {
  readonly FilterExpression: string;
  readonly ExpressionAttributeValues: Readonly<Record<string, string>>;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ProjectionExpression: string;
}
export interface ScanPage {
  readonly items: readonly ScannedItem[];
  /** Items that were read, before the filter. */
  readonly scanned: number;
  /** Where the next one begins. */
  readonly next?: Readonly<Record<string, string>>;
}

export interface RebuildJob extends Looking {
  readonly phases: readonly Phase[];
  readonly scan: (scan: Scan, from: ScanPage['next']) => Promise<ScanPage>;
  /** Items in the table, as far as it knows. */
  readonly items: () => Promise<number>;
  readonly state: StateFile;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export interface RebuildResult extends Tally {
  /** That kept changing: each in the last round, too. */
  readonly busy: number;
  readonly stopped: boolean;
}

/** Runs the phases, and counts what became of each piece. What stands in the state file is done: a run begins behind it. */
export async function runRebuild(job: RebuildJob): Promise<RebuildResult> {
  const tally: Tally = { looked: 0, mended: 0, wrong: 0, failed: 0 };
  const before = job.state.read(job.phases);
  if (before) job.say(`Going on with ${before.phase}, behind ${before.scanned} items that a run before has read.`);
  const begun = before?.phase ?? job.phases[0];
  const busy: Busy[] = [];
  for (const phase of phases.filter((one) => job.phases.includes(one) && isBehind(one, begun))) {
    if (job.stop.aborted) break;
    const from = before?.phase === phase ? before : undefined;
    busy.push(...(phase === 'orders' ? await rebuildOrders(job, tally) : await rebuildPages(job, tally, phase, from)));
  }
  if (!job.stop.aborted) job.state.remove();
  for (const { piece, found } of busy)
    job.say(`not judged: ${nameOf(piece)}: ${found.join('; ') || 'it kept changing'}`);
  return { ...tally, busy: busy.length, stopped: job.stop.aborted };
}

function isBehind(phase: Phase, begun: Phase | undefined): boolean {
  return begun === undefined || phases.indexOf(phase) >= phases.indexOf(begun);
}

/** Page by page of one scan. */
async function rebuildPages(
  job: RebuildJob,
  tally: Tally,
  phase: 'rosters' | 'markers',
  before: ReturnType<StateFile['read']>,
): Promise<readonly Busy[]> {
  const { scan, state, stop } = job;
  const progress = createScanProgress({ ...job, what: phase, items: await job.items() });
  let { from, scanned } = before ?? { from: undefined, scanned: 0 };
  const busy: Busy[] = [];
  while (!stop.aborted) {
    const page: ScanPage = await scan(phase === 'rosters' ? groupScan : markerScan, from);
    const pieces = page.items.flatMap((item) => pieceOf(item) ?? []);
    const rest = await lookAtPieces(job, tally, pieces);
    // Half a page is no page: the next run looks at it again.
    if (stop.aborted) break;
    busy.push(...rest);
    scanned += page.scanned;
    from = page.next;
    progress.show(scanned, tally);
    if (from === undefined) break;
    state.save({ phase, from, scanned });
  }
  if (!stop.aborted) {
    state.save({ phase: phases[phases.indexOf(phase) + 1] ?? phase, scanned: 0 });
    progress.end(scanned, tally);
  }
  return busy;
}

/** By two scans a round. What changed while they went on is looked at by the next two. */
async function rebuildOrders(job: RebuildJob, tally: Tally): Promise<readonly Busy[]> {
  let busy: readonly Busy[] = [];
  for (let round = 1; round <= job.rounds && !job.stop.aborted; round += 1) {
    const orders = createOrderTally();
    for await (const item of scanned(job, 'counts of orders', countScan)) orders.count(item);
    for await (const item of scanned(job, 'orders', orderScan)) orders.order(item);
    if (job.stop.aborted) return busy;
    const suspects = orders.suspects();
    job.say(`orders: ${orders.size()} buyers, ${suspects.length} to be looked at, round ${round}.`);
    busy = await lookOnce(job, tally, suspects);
    if (busy.length === 0) return [];
  }
  return busy;
}

async function* scanned(job: RebuildJob, what: string, wanted: Scan): AsyncGenerator<ScannedItem> {
  const progress = createScanProgress({ ...job, what, items: await job.items() });
  let from: ScanPage['next'];
  let read = 0;
  do {
    const page: ScanPage = await job.scan(wanted, from);
    yield* page.items;
    read += page.scanned;
    progress.show(read);
    from = page.next;
  } while (from && !job.stop.aborted);
}
