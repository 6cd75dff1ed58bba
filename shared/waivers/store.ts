import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../access/scope.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { listingIndex, waiverKey, waiversListing } from '../table/keys.ts';
import type { Waiver } from './rules.ts';
import { toWaiver, waiverListSk } from './waiver-write.ts';

type WaiverPosition = Readonly<Record<'createdAt' | 'subjectType' | 'subjectId', string>>;

export interface WaiverStore {
  read(scope: ShopScope, subject: Pick<Waiver, 'subjectType' | 'subjectId'>): Promise<Waiver | undefined>;
  /** Newest first, from the index, which can lag by a moment: one query of bounded size. */
  list(
    scope: ShopScope,
    page: { readonly limit: number; readonly after?: WaiverPosition | undefined },
  ): Promise<{ readonly waivers: readonly Waiver[]; readonly next?: WaiverPosition | undefined }>;
}

export function createWaiverStore(table: Table): WaiverStore {
  return {
    async read({ shopId }, { subjectType, subjectId }) {
      const key = waiverKey(shopId, subjectType, subjectId);
      return toWaiver((await batchGet(table, [key])).get(key));
    },

    async list({ shopId }, { limit, after }) {
      const reply = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: listingIndex,
          KeyConditionExpression: `listPk = :list${after ? ' AND listSk < :after' : ''}`,
          ExpressionAttributeValues: { ':list': waiversListing(shopId), ':after': after && waiverListSk(after) },
          ScanIndexForward: false,
          // One more than is shown tells whether there is a next page.
          Limit: limit + 1,
        }),
      );
      const waivers = (reply.Items ?? []).flatMap((item) => toWaiver(item) ?? []);
      const shown = waivers.slice(0, limit);
      const last = shown.at(-1);
      const isLast = waivers.length <= limit && reply.LastEvaluatedKey === undefined;
      return { waivers: shown, ...(last && !isLast ? { next: toPosition(last) } : {}) };
    },
  };
}

function toPosition({ createdAt, subjectType, subjectId }: Waiver): WaiverPosition {
  return { createdAt: String(createdAt), subjectType, subjectId };
}
