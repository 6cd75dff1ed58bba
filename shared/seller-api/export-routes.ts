import { toActivity } from '../activity/rules.ts';
import type { ActivityStore } from '../activity/store.ts';
import type { WaiverBuyersStore } from '../alerts/reading/waiver-buyers-store.ts';
import { toBlockReply } from '../block-list/items.ts';
import type { BlockListStore } from '../block-list/store.ts';
import * as contract from '../contracts/http/exports.ts';
import type { Reply } from '../contracts/http/route-contract.ts';
import type { Column } from '../csv/write-csv.ts';
import { activityColumns } from '../exports/activity-columns.ts';
import { blockColumns } from '../exports/block-columns.ts';
import { collectCsv } from '../exports/collect-csv.ts';
import type { Page } from '../exports/collect-csv.ts';
import { waiverColumns } from '../exports/waiver-columns.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { Position } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { nothingToRead } from '../table/read-plan.ts';
import type { WaiverStore } from '../waivers/store.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps, SellerRequest } from './seller-route.ts';

export interface ExportDeps extends SellerDeps {
  readonly blocks: Pick<BlockListStore, 'list'>;
  readonly waivers: Pick<WaiverStore, 'list'>;
  readonly waiverBuyers: WaiverBuyersStore;
  readonly activity: ActivityStore;
}

type ExportContract = typeof contract.exportBlocks | typeof contract.exportWaivers | typeof contract.exportActivity;
type ExportRequest = SellerRequest<ExportContract, undefined>;

/** What of a list is made a file: three routes. */
export function exportRoutes(deps: ExportDeps): readonly BoundRoute[] {
  return [exportBlocksRoute(deps), exportWaiversRoute(deps), exportActivityRoute(deps)];
}

function exportBlocksRoute(deps: ExportDeps): BoundRoute {
  return exportRoute(deps, contract.exportBlocks, ['blockId', 'buyerId'], blockColumns, async (request, page) => {
    const { items, next } = await deps.blocks.list(request.scope, { ...page, now: request.now });
    return { rows: items.map(toBlockReply), next };
  });
}

function exportWaiversRoute(deps: ExportDeps): BoundRoute {
  const fields = ['createdAt', 'subjectType', 'subjectId'] as const;
  return exportRoute(deps, contract.exportWaivers, fields, waiverColumns, async ({ scope, now }, page) => {
    const { waivers, next } = await deps.waivers.list(scope, { ...page, now });
    const alertIds = waivers.map(({ tag }) => tag.alertId);
    const buyers = await deps.waiverBuyers.read(scope, alertIds);
    return { rows: waivers.map((waiver, index) => ({ waiver, buyer: buyers[index] })), next };
  });
}

function exportActivityRoute(deps: ExportDeps): BoundRoute {
  return exportRoute(deps, contract.exportActivity, ['eventId'], activityColumns, async ({ scope, now }, page) => {
    const { items, next } = await deps.activity.list(scope, { ...page, after: page.after?.eventId, now });
    const reasons = await deps.activity.liftReasons(scope, items);
    return {
      rows: items.map((event) => toActivity(event, reasons.get(event.eventId))),
      next: next === undefined ? undefined : { eventId: next },
    };
  });
}

/** No page is begun later, so that there is an answer within API Gateway's 30 s; the cursor leads on. */
const mostMilliseconds = 16_000;

function exportRoute<const Field extends string, Row>(
  deps: SellerDeps,
  route: ExportContract,
  cursorFields: readonly Field[],
  columns: readonly Column<Row>[],
  read: (
    request: ExportRequest,
    page: { readonly limit: number; readonly after: Position<Field> | undefined },
  ) => Promise<Page<Row, Position<Field>>>,
): BoundRoute {
  return sellerRoute(deps, route, {
    read: () => nothingToRead,
    async handle(request) {
      const { shopId } = request.scope;
      const giveUpAt = performance.now() + mostMilliseconds;
      const { text, next } = await collectCsv(
        columns,
        (page) => read(request, page),
        fromCursor(shopId, request.query.cursor, cursorFields),
        () => performance.now() >= giveUpAt,
      );
      return fileReply(route, shopId, text, next && toCursor(shopId, next));
    },
  });
}

function fileReply({ path }: ExportContract, shopId: string, text: string, cursor: string | undefined): Reply {
  const own = path.replace('{shopId}', shopId);
  const [name = ''] = path.split('/').slice(-2);
  return {
    status: 200,
    body: text,
    headers: {
      'content-disposition': `attachment; filename="${name}-${shopId}.csv"`,
      // The body is the file alone: where it goes on stands beside it (RFC 8288).
      ...(cursor === undefined ? {} : { link: `<${own}?cursor=${cursor}>; rel="next"` }),
    },
  };
}
