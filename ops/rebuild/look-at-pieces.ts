import { mostPieces } from '../../shared/contracts/messages/rebuild-request.ts';
import type { Piece, RebuildReply } from '../../shared/contracts/messages/rebuild-request.ts';
import { nameOf } from './find-pieces.ts';

export interface Looking {
  readonly dryRun: boolean;
  /** Invocations at once. */
  readonly concurrency: number;
  /** How often what changes meanwhile is looked at again. */
  readonly rounds: number;
  readonly rebuild: (pieces: readonly Piece[], dryRun: boolean) => Promise<RebuildReply>;
  /** Before another round: long enough for work that is under way to get on. */
  readonly pause: () => Promise<void>;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
}

export interface Tally {
  looked: number;
  mended: number;
  wrong: number;
  failed: number;
}

/** A piece that is to be looked at again, and what was said of it. */
export interface Busy {
  readonly piece: Piece;
  readonly found: readonly string[];
}

/** Looks at pieces, and at what comes behind them, again and again; answers those that were busy each time. */
export async function lookAtPieces(looking: Looking, tally: Tally, pieces: readonly Piece[]): Promise<readonly Busy[]> {
  let rest = await lookOnce(looking, tally, pieces);
  for (let round = 1; round < looking.rounds && rest.length > 0 && !looking.stop.aborted; round += 1) {
    await looking.pause();
    rest = await lookOnce(
      looking,
      tally,
      rest.map(({ piece }) => piece),
    );
  }
  return rest;
}

/** Once each. After the stop nothing more is begun: what is left over is looked at by the next run. */
export async function lookOnce(looking: Looking, tally: Tally, pieces: readonly Piece[]): Promise<readonly Busy[]> {
  const { rebuild, dryRun, concurrency, say, stop } = looking;
  const waiting = [...pieces];
  const again: Busy[] = [];
  const take = (): readonly Piece[] => (stop.aborted ? [] : waiting.splice(0, mostPieces));
  const work = async (): Promise<void> => {
    for (let batch = take(); batch.length > 0; batch = take()) {
      const { outcomes } = await rebuild(batch, dryRun);
      for (const [index, { outcome, found, next }] of outcomes.entries()) {
        const piece = batch[index];
        if (!piece) continue;
        if (outcome === 'busy') again.push({ piece: next ?? piece, found });
        else {
          tally.looked += 1;
          if (next) waiting.push(next);
          if (outcome === 'right') continue;
          tally[outcome] += 1;
          say(`${outcome}: ${nameOf(piece)}: ${found.join('; ')}`);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return again;
}
