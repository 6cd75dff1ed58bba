import { fromCursor, toCursor } from '../http/cursor.ts';
import { assertCurrent } from '../http/entity-tag.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { callerOf } from '../http/service-caller.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { setAccess } from '../access/set-access.ts';
import * as contract from '../contracts/http/access.ts';
import { defaultQuotas, endingOf, versionOf, zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import { opsScope } from '../access/scope.ts';
import type { AccessStore } from '../access/store.ts';

export interface AdminDeps {
  readonly store: AccessStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Ops' routes: who has access, and ending it. IAM has let the caller in; its role's name goes into the activity. */
export function adminRoutes(deps: AdminDeps): readonly BoundRoute[] {
  return [
    {
      contract: contract.changeAccess,
      async handle(event) {
        const { path, body, ifMatch } = parseRequest(contract.changeAccess, event);
        const scope = opsScope(callerOf(event));
        const now = deps.clock.now();
        const wish = { change: body, assertCurrent: (version: EntityVersion) => assertCurrent(ifMatch, version) };
        const access = await setAccess(deps, scope, path.shopId, wish, now);
        return shown(path.shopId, access, now);
      },
    },
    {
      contract: contract.showAccess,
      async handle(event) {
        const { path } = parseRequest(contract.showAccess, event);
        const access = await deps.store.read(opsScope(callerOf(event)), path.shopId);
        return shown(path.shopId, access, deps.clock.now());
      },
    },
    {
      contract: contract.listShops,
      async handle(event) {
        const { query } = parseRequest(contract.listShops, event);
        const after = fromCursor('*', query.cursor, ['shopId'])?.shopId;
        const page = { limit: query.limit + 1, ...(after === undefined ? {} : { after }) };
        const shops = await deps.store.list(opsScope(callerOf(event)), page);
        const shown = shops.slice(0, query.limit);
        const last = shown.at(-1);
        const now = deps.clock.now();
        return {
          status: 200,
          body: {
            items: shown.map((shop) => toReply(shop.shopId, shop.access, now)),
            ...(last && shops.length > shown.length ? { nextCursor: toCursor('*', { shopId: last.shopId }) } : {}),
          },
        };
      },
    },
  ];
}

function shown(shopId: ShopId, access: Access | undefined, now: EpochMilliseconds) {
  return { status: 200, body: toReply(shopId, access, now), shows: versionOf(shopId, access) };
}

function toReply(shopId: ShopId, access: Access | undefined, now: EpochMilliseconds): Record<string, unknown> {
  if (!access) return { shopId, state: 'not_invited', revision: 0, quotas: defaultQuotas, members: [] };
  const next = access.nextTimeZone;
  return {
    shopId,
    state: access.state,
    revision: access.revision,
    since: toTimestamp(access.since),
    ...endingOf(access),
    timeZone: zoneAt(access, now),
    ...(next && next.from > now ? { nextTimeZone: { timeZone: next.timeZone, from: toTimestamp(next.from) } } : {}),
    quotas: access.quotas,
    members: access.members,
    ...(access.notify ? { notify: access.notify } : {}),
    ...(access.reason === undefined ? {} : { reason: access.reason }),
  };
}
