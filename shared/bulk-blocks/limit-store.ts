import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { subjectDigest } from '../access/membership-writes.ts';
import type { TokenScope } from '../access/scope.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { bulkCounterKey } from '../table/keys.ts';
import { bulkLimit } from './limit-rules.ts';
import type { BulkWindow } from './limit-rules.ts';

export interface BulkLimitStore {
  /** Counts rows with one conditional update; or, when the window is not as it was decided on, how it stands. */
  count(
    scope: TokenScope,
    window: 'begin' | 'go_on',
    rows: number,
    now: EpochMilliseconds,
  ): Promise<{ readonly type: 'counted' } | { readonly type: 'changed'; readonly window: BulkWindow | undefined }>;
}

export function createBulkLimitStore(table: Table): BulkLimitStore {
  return {
    async count({ shopId, actor }, window, rows, now) {
      try {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { ...bulkCounterKey(shopId, subjectDigest(actor.id)) },
            ...(window === 'begin' ? beginning(rows, now) : goingOn(rows, now)),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { type: 'counted' };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const item = error.Item && unmarshall(error.Item);
        return { type: 'changed', window: item && { endsAt: Number(item['endsAt']), used: Number(item['used']) } };
      }
    },
  };
}

function goingOn(rows: number, now: EpochMilliseconds) {
  return {
    UpdateExpression: 'SET used = used + :rows',
    ConditionExpression: 'endsAt > :now AND used <= :before',
    ExpressionAttributeValues: { ':rows': rows, ':now': now, ':before': bulkLimit.most - rows },
  };
}

/** Never anew while a window goes on, by whichever clock. */
function beginning(rows: number, now: EpochMilliseconds) {
  const endsAt = now + bulkLimit.milliseconds;
  return {
    UpdateExpression: 'SET endsAt = :endsAt, used = :rows, #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(endsAt) OR endsAt <= :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: {
      ':endsAt': endsAt,
      ':rows': rows,
      ':now': now,
      // Behind its end, since a clock may be late.
      ':ttl': toTtl(endsAt + 60_000),
    },
  };
}
