import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { rebuildRequest } from '../contracts/messages/rebuild-request.ts';
import type { Piece, RebuildReply } from '../contracts/messages/rebuild-request.ts';
import { AppError } from '../kernel/errors.ts';
import { traceOf } from '../kernel/error-trace.ts';
import { isTransientError } from '../kernel/transient-errors.ts';
import type { CountsStore } from './counts-store.ts';
import type { MembershipStore } from './membership-store.ts';
import { rebuildBlock } from './rebuild-block.ts';
import { rebuildGroup } from './rebuild-group.ts';
import { rebuildMarker } from './rebuild-marker.ts';
import { rebuildOrders } from './rebuild-orders.ts';
import type { RebuildDeps, Rebuilt } from './rebuilt.ts';

const logger = new Logger();

export interface RebuildHandlerDeps extends RebuildDeps {
  readonly counts: CountsStore;
  readonly memberships: MembershipStore;
}

/** With less time left, no piece is begun: one can wait 20 seconds for its turn, and each of its writes as long. */
const leastMilliseconds = 60_000;

/**
 * Works on pieces one after the other, for ops. What others keep changing, and what there is no time for, is told as busy, what cannot be
 * looked at as failed, and the rest goes on.
 */
export function rebuildHandler(
  deps: RebuildHandlerDeps,
): (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<RebuildReply> {
  return async (event, context) => {
    const { pieces, dryRun } = rebuildRequest.parse(event);
    const outcomes: RebuildReply['outcomes'] = [];
    for (const piece of pieces) {
      const isLate = context.getRemainingTimeInMillis() < leastMilliseconds;
      const { found, ...rest }: Rebuilt | Told = isLate
        ? { outcome: 'busy', found: [] }
        : await work(deps, piece, dryRun).catch(told);
      outcomes.push({ ...rest, found: [...found] });
    }
    return { outcomes };
  };
}

type Told = Pick<RebuildReply['outcomes'][number], 'outcome' | 'found'>;

function told(error: unknown): Told {
  const passes = isTransientError(error) || (error instanceof AppError && error.code === 'unavailable');
  if (passes) return { outcome: 'busy', found: [] };
  logger.error('A piece could not be looked at', { ...traceOf(error) });
  return { outcome: 'failed', found: ['it could not be looked at: see the log of the function'] };
}

function work(deps: RebuildHandlerDeps, piece: Piece, dryRun: boolean): Promise<Rebuilt> {
  switch (piece.kind) {
    case 'group':
      return rebuildGroup(deps.memberships, piece, dryRun);
    case 'block':
      return rebuildBlock(deps, piece, dryRun);
    case 'marker':
      return rebuildMarker(deps, piece, dryRun);
    case 'orders':
      return rebuildOrders(deps.counts, piece, dryRun);
  }
}
