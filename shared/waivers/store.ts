import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { isKept } from '../table/kept.ts';
import { listingIndex, waiverKey, waiversListing } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import type { Waiver } from './rules.ts';
import { toWaiver, waiverListSk } from './items.ts';

type WaiverPosition = Readonly<Record<'createdAt' | 'subjectType' | 'subjectId', string>>;

export interface WaiverQuery {
  readonly limit: number;
  readonly subjectType?: Waiver['subjectType'] | undefined;
  readonly status?: Waiver['status'] | undefined;
  readonly after?: WaiverPosition | undefined;
  readonly now: EpochMilliseconds;
}

/** A filter is applied to what was read: so much at once that a rare match does not take a request for each page. */
const filteredReadAhead = 1_000;

export interface WaiverStore {
  read(scope: ShopScope, subject: Pick<Waiver, 'subjectType' | 'subjectId'>): Promise<Waiver | undefined>;
  /** Newest first, from the index, which can lag by a moment: one query of bounded size. What is past its retention is left out. */
  list(
    scope: ShopScope,
    page: WaiverQuery,
  ): Promise<{
    readonly waivers: readonly Waiver[];
    /** Where to go on, also behind a page that is short or empty. */
    readonly next?: WaiverPosition | undefined;
  }>;
}

/** The waiver of one order or refund, beside whatever else a route reads. */
export function waiverRead(
  { shopId }: TokenScope,
  { subjectType, subjectId }: Pick<Waiver, 'subjectType' | 'subjectId'>,
): ReadPlan<Waiver | undefined> {
  const key = waiverKey(shopId, subjectType, subjectId);
  return { keys: [key], decode: (items) => toWaiver(items.get(key)) };
}

export function createWaiverStore(table: Table): WaiverStore {
  return {
    async read({ shopId }, { subjectType, subjectId }) {
      const key = waiverKey(shopId, subjectType, subjectId);
      return toWaiver((await batchGet(table, [key])).get(key));
    },

    async list({ shopId }, { limit, subjectType, status, after, now }) {
      const asked = [
        ...(subjectType === undefined ? [] : ['subjectType = :type']),
        ...(status === undefined ? [] : ['#status = :status']),
      ];
      const reply = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: listingIndex,
          KeyConditionExpression: `listPk = :list${after ? ' AND listSk < :after' : ''}`,
          FilterExpression: [...asked, isKept.expression].join(' AND '),
          ExpressionAttributeNames: { ...isKept.names, ...(status && { '#status': 'status' }) },
          ExpressionAttributeValues: {
            ':list': waiversListing(shopId),
            ':after': after && waiverListSk(after),
            ':type': subjectType,
            ':status': status,
            ...isKept.values(now),
          },
          ScanIndexForward: false,
          // One more than is shown tells whether there is a next page.
          Limit: asked.length === 0 ? limit + 1 : filteredReadAhead,
        }),
      );
      const waivers = (reply.Items ?? []).flatMap((item) => toWaiver(item) ?? []);
      const shown = waivers.slice(0, limit);
      const last = shown.at(-1);
      const readUntil = reply.LastEvaluatedKey?.['listSk'];
      // Of what was read some may not be shown: it is gone on where the reading ended.
      const next = waivers.length > limit ? last && toPosition(last) : readUntil && fromListSk(String(readUntil));
      return { waivers: shown, ...(next ? { next } : {}) };
    },
  };
}

function fromListSk(listSk: string): WaiverPosition {
  const [createdAt = '', subjectType = '', subjectId = ''] = listSk.split('#');
  return { createdAt, subjectType, subjectId };
}

function toPosition({ createdAt, subjectType, subjectId }: Waiver): WaiverPosition {
  return { createdAt: String(createdAt), subjectType, subjectId };
}
