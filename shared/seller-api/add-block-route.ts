import { toAlert } from '../alerts/items.ts';
import { countMisses } from '../buyers/count-lookup.ts';
import { toProfile } from '../buyers/items.ts';
import { createLookupLimitStore } from '../buyers/lookup-limit-store.ts';
import type { LookupMetrics } from '../buyers/lookup-metrics.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { liveRecord } from '../idempotency/record.ts';
import { sellerRoute } from './seller-route.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { alertKey, type Key, profileKey } from '../table/keys.ts';
import * as useCase from '../block-list/add-block.ts';
import { candidateKeys, toCandidate } from '../block-list/candidate.ts';
import * as contract from '../contracts/http/block-list.ts';
import { toBlockReply } from '../block-list/items.ts';
import { settled } from '../block-list/read-block.ts';
import type { Block } from '../block-list/rules.ts';
import type { BlockListStore } from '../block-list/store.ts';

export interface BlockListDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly store: BlockListStore;
  readonly newId: NewId;
  readonly lookupMetrics: LookupMetrics;
}

/** `POST` of the Block List: what it takes is read in one round trip, and again in each further round. */
export function addBlockRoute(deps: BlockListDeps): BoundRoute {
  const limit = { store: createLookupLimitStore(deps.table), metrics: deps.lookupMetrics };
  const created = (block: Block, shopId: string) => ({
    status: 201,
    body: toBlockReply(block),
    headers: { location: `/v1/shops/${shopId}/blocks/${block.buyerId}` },
  });
  return sellerRoute(deps, contract.addBlock, {
    preload: (token, { body }) => [...candidateKeys(token.shopId, body.buyerId), ...alertKeys(token.shopId, body)],
    replay: async (record, { body, path, loaded }) => {
      await settled(deps.table, path.shopId, body.buyerId);
      return created(useCase.fromOutcome(record, body, toProfile(loaded.get(profileKey(body.buyerId)))), path.shopId);
    },
    async handle(request) {
      const { scope, body, idempotency } = request;
      const alertAt = alertKeys(scope.shopId, body);
      const keys = [
        ...candidateKeys(scope.shopId, body.buyerId),
        ...alertAt,
        ...(idempotency ? [idempotency.key] : []),
      ];
      const read = async (again: boolean) => {
        const items = again ? await batchGet(deps.table, keys) : request.loaded;
        const record = idempotency && liveRecord(items.get(idempotency.key), request.now);
        const [alert] = alertAt.map((key) => toAlert(items.get(key)));
        return { candidate: toCandidate(scope.shopId, body.buyerId, items), alert, record };
      };
      const added = await countMisses(limit, scope, request.now, () =>
        useCase.addBlock(deps, request.token, body, idempotency, request.now, read),
      );
      if (added.type === 'added') return created(added.block, scope.shopId);
      await settled(deps.table, scope.shopId, body.buyerId);
      return created(useCase.fromOutcome(added.record, body, added.profile), scope.shopId);
    },
  });
}

function alertKeys(shopId: string, { alertId }: { readonly alertId?: string | undefined }): readonly Key[] {
  return alertId === undefined ? [] : [alertKey(shopId, alertId)];
}
