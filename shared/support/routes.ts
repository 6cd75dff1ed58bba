import { supportScope } from '../access/scope.ts';
import { toBlockReply } from '../block-list/items.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { callerOf } from '../http/service-caller.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import * as contract from '../contracts/http/support.ts';
import type { CoveringBlock } from './covering-store.ts';
import { liftBlock } from './lift-block.ts';
import { toLift } from './lift-request.ts';
import type { SupportStore } from './store.ts';

export interface SupportDeps {
  readonly store: SupportStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Customer support's routes: a buyer who cannot order was sent there. IAM has let the caller in. */
export function supportRoutes(deps: SupportDeps): readonly BoundRoute[] {
  return [
    {
      contract: contract.listCoveringBlocks,
      async handle(event) {
        const { path, query } = parseRequest(contract.listCoveringBlocks, event);
        const after = fromCursor(path.buyerId, query.cursor, ['shopId', 'blockId']);
        const page = { limit: query.limit, after, now: deps.clock.now() };
        const { items, next } = await deps.store.list(supportScope(callerOf(event)), path.buyerId, page);
        const nextCursor = next && toCursor(path.buyerId, next);
        return { status: 200, body: { items: items.map(toReply), ...(nextCursor ? { nextCursor } : {}) } };
      },
    },
    {
      contract: contract.liftBlock,
      async handle(event) {
        callerOf(event);
        const { path, query, body } = parseRequest(contract.liftBlock, event);
        await liftBlock(deps, path, toLift(query, body), deps.clock.now());
        return { status: 204 };
      },
    },
  ];
}

/** The reply's schema leaves out the root and who blocked them; the note is about the root, who may be somebody else. */
function toReply({ shopId, block, via, inEffect }: CoveringBlock): Record<string, unknown> {
  const { note, ...shown } = toBlockReply(block);
  return { ...shown, shopId, via, inEffect, ...(via === 'own' ? { note } : {}) };
}
