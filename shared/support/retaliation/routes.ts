import { opsScope } from '../../access/scope.ts';
import { fromCursor, toCursor } from '../../http/cursor.ts';
import type { BoundRoute } from '../../http/http-stack.ts';
import { parseRequest } from '../../http/parse-request.ts';
import { callerOf } from '../../http/service-caller.ts';
import type { Clock } from '../../kernel/clock.ts';
import { reportRetaliation } from '../../contracts/http/retaliation.ts';
import { lastDates, rankShops } from './rules.ts';
import type { Rank } from './rules.ts';
import type { RetaliationStore } from './store.ts';

/** Ops' report of shops whose blocking looks retaliatory. */
export function retaliationRoute(deps: { readonly store: RetaliationStore; readonly clock: Clock }): BoundRoute {
  return {
    contract: reportRetaliation,
    async handle(event) {
      const scope = opsScope(callerOf(event));
      const { query } = parseRequest(reportRetaliation, event);
      const { days, limit, minBlocks } = query;
      const list = `retaliation ${days} ${minBlocks}`;
      const after = toRank(fromCursor(list, query.cursor, ['suspicious', 'blocks', 'shopId']));
      const dates = lastDates(days, deps.clock.now());
      const { shops, next } = rankShops(await deps.store.days(scope, dates), { limit, minBlocks, after });
      return {
        status: 200,
        body: {
          from: dates.at(0),
          to: dates.at(-1),
          items: shops.map((shop) => ({ ...shop, share: Math.round((shop.suspicious / shop.blocks) * 1e4) / 1e4 })),
          ...(next ? { nextCursor: toCursor(list, toPosition(next)) } : {}),
        },
      };
    },
  };
}

function toPosition({ suspicious, blocks, shopId }: Rank) {
  return { suspicious: String(suspicious), blocks: String(blocks), shopId };
}

function toRank(position: ReturnType<typeof toPosition> | undefined): Rank | undefined {
  return position && { ...position, suspicious: Number(position.suspicious), blocks: Number(position.blocks) };
}
