import { Logger } from '@aws-lambda-powertools/logger';
import { rebuildRequest } from '../contracts/messages/rebuild-request.ts';
import type { Piece, RebuildReply } from '../contracts/messages/rebuild-request.ts';
import { AppError } from '../kernel/errors.ts';
import { traceOf } from '../kernel/error-trace.ts';
import { isTransientError } from '../kernel/transient-errors.ts';
import type { CountsStore } from './counts-store.ts';
import { rebuildBlock } from './rebuild-block.ts';
import type { RebuildDeps, Rebuilt } from './rebuild-block.ts';
import { rebuildMarker } from './rebuild-marker.ts';
import { rebuildOrders } from './rebuild-orders.ts';

const logger = new Logger();

/**
 * Works on pieces one after the other, for ops. What others keep changing is told as busy, what cannot be looked at as failed, and the
 * rest goes on.
 */
export function rebuildHandler(
  deps: RebuildDeps & { readonly counts: CountsStore },
): (event: unknown) => Promise<RebuildReply> {
  return async (event) => {
    const { pieces, dryRun } = rebuildRequest.parse(event);
    const outcomes: RebuildReply['outcomes'] = [];
    for (const piece of pieces) {
      const { outcome, found } = await work(deps, piece, dryRun).catch(outcomeOf);
      outcomes.push({ outcome, found: [...found] });
    }
    return { outcomes };
  };
}

function outcomeOf(error: unknown): Pick<RebuildReply['outcomes'][number], 'outcome' | 'found'> {
  const passes = isTransientError(error) || (error instanceof AppError && error.code === 'unavailable');
  if (passes) return { outcome: 'busy', found: [] };
  logger.error('A piece could not be looked at', { ...traceOf(error) });
  return { outcome: 'failed', found: ['it could not be looked at: see the log of the function'] };
}

function work(deps: Parameters<typeof rebuildHandler>[0], piece: Piece, dryRun: boolean): Promise<Rebuilt> {
  switch (piece.kind) {
    case 'block':
      return rebuildBlock(deps, piece, dryRun);
    case 'marker':
      return rebuildMarker(deps, piece, dryRun);
    case 'orders':
      return rebuildOrders(deps.counts, piece, dryRun);
  }
}
