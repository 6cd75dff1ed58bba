import type { Piece, RebuildReply } from '../../shared/contracts/messages/rebuild-request.ts';
import { mostPieces } from '../../shared/contracts/messages/rebuild-request.ts';
import { countScan, createOrderTally, markerPiece, markerScan, orderScan } from './find-pieces.ts';
import type { ScannedItem } from './find-pieces.ts';
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
  /** Where the next one begins. */
  readonly next?: Readonly<Record<string, string>>;
}

export interface RebuildJob {
  readonly phases: readonly Phase[];
  readonly dryRun: boolean;
  readonly concurrency: number;
  readonly rounds: number;
  readonly scan: (scan: Scan, from: ScanPage['next']) => Promise<ScanPage>;
  readonly rebuild: (pieces: readonly Piece[], dryRun: boolean) => Promise<RebuildReply>;
  readonly state: StateFile;
  readonly say: (line: string) => void;
  /** When it aborts, pieces in flight are finished and no more are begun. */
  readonly stop: AbortSignal;
}

export interface RebuildResult {
  readonly looked: number;
  readonly mended: number;
  readonly wrong: number;
  readonly failed: number;
  /** That kept changing: each in the last round, too. */
  readonly busy: number;
  readonly stopped: boolean;
}

/** Runs the phases, and counts what became of each piece. */
export async function runRebuild(job: RebuildJob): Promise<RebuildResult> {
  const tally = { looked: 0, mended: 0, wrong: 0, failed: 0 };
  let busy = 0;
  const look = async (pieces: readonly Piece[]): Promise<Piece[]> => {
    const again: Piece[] = [];
    const batches = inBatches(pieces);
    const work = async (): Promise<void> => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const { outcomes } = await job.rebuild(batch, job.dryRun);
        for (const [index, { outcome, found }] of outcomes.entries()) {
          const piece = batch[index];
          if (!piece) continue;
          tally.looked += 1;
          if (outcome === 'busy') again.push(piece);
          else if (outcome !== 'right') {
            tally[outcome] += 1;
            job.say(`${outcome}: ${piece.kind} of ${piece.buyerId} in ${piece.shopId}: ${found.join('; ')}`);
          }
        }
      }
    };
    await Promise.all(Array.from({ length: job.concurrency }, work));
    return again;
  };
  if (job.phases.includes('markers')) busy += await rebuildMarkers(job, look, tally);
  if (job.phases.includes('orders') && !job.stop.aborted) busy += await rebuildOrders(job, look);
  return { ...tally, busy, stopped: job.stop.aborted };
}

type Look = (pieces: readonly Piece[]) => Promise<Piece[]>;

/** Page by page: what stands in the state file is done. */
async function rebuildMarkers(job: RebuildJob, look: Look, tally: { readonly looked: number }): Promise<number> {
  const { scan, state, say, stop } = job;
  const before = state.read();
  if (before) say(`Going on behind the ${before.looked} blocks and markers that a run before has looked at.`);
  let from = before?.from;
  let busy = 0;
  for (let pages = 1; !stop.aborted; pages += 1) {
    const page: ScanPage = await scan(markerScan, from);
    let rest = page.items.flatMap((item) => markerPiece(item) ?? []);
    for (let round = 0; round < job.rounds && rest.length > 0; round += 1) rest = await look(rest);
    busy += rest.length;
    from = page.next;
    const looked = (before?.looked ?? 0) + tally.looked;
    if (from === undefined) {
      state.remove();
      say(`markers: ${looked} looked at, all pages done.`);
      break;
    }
    state.save({ from, looked });
    if (pages % 10 === 0) say(`markers: ${looked} looked at.`);
  }
  return busy;
}

/** By two scans a round. What changed while they went on is looked at by the next two. */
async function rebuildOrders(job: RebuildJob, look: Look): Promise<number> {
  let busy = 0;
  for (let round = 1; round <= job.rounds && !job.stop.aborted; round += 1) {
    const tally = createOrderTally();
    for await (const item of scanned(job, countScan)) tally.count(item);
    for await (const item of scanned(job, orderScan)) tally.order(item);
    if (job.stop.aborted) return busy;
    const suspects = tally.suspects();
    job.say(`orders: ${tally.size()} buyers, ${suspects.length} to be looked at, round ${round}.`);
    busy = (await look(suspects)).length;
    if (busy === 0) return 0;
  }
  return busy;
}

async function* scanned({ scan, stop }: RebuildJob, wanted: Scan): AsyncGenerator<ScannedItem> {
  let from: ScanPage['next'];
  do {
    const page: ScanPage = await scan(wanted, from);
    yield* page.items;
    from = page.next;
  } while (from && !stop.aborted);
}

function inBatches(pieces: readonly Piece[]): (readonly Piece[])[] {
  const batches: (readonly Piece[])[] = [];
  for (let start = 0; start < pieces.length; start += mostPieces) batches.push(pieces.slice(start, start + mostPieces));
  return batches;
}
