import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { subjectDigest } from '../access/membership-writes.ts';
import type { TokenScope } from '../access/scope.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { writeCounterKey } from '../table/keys.ts';
import { writeLimit } from './rules.ts';
import type { WriteWindow } from './rules.ts';

export interface WriteLimitStore {
  /** Counts one write with one conditional update; or, when the window is not as it was decided on, how it stands. */
  count(
    scope: TokenScope,
    window: 'begin' | 'go_on',
    now: EpochMilliseconds,
  ): Promise<{ readonly type: 'counted' } | { readonly type: 'changed'; readonly window: WriteWindow | undefined }>;
}

export function createWriteLimitStore(table: Table): WriteLimitStore {
  return {
    async count({ shopId, actor }, window, now) {
      try {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { ...writeCounterKey(shopId, subjectDigest(actor.id)) },
            ...(window === 'begin' ? beginning(now) : goingOn(now)),
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

function goingOn(now: EpochMilliseconds) {
  return {
    UpdateExpression: 'SET used = used + :one',
    ConditionExpression: 'endsAt > :now AND used < :most',
    ExpressionAttributeValues: { ':one': 1, ':now': now, ':most': writeLimit.most },
  };
}

/** Never anew while a window goes on, by whichever clock. */
function beginning(now: EpochMilliseconds) {
  const endsAt = now + writeLimit.milliseconds;
  return {
    UpdateExpression: 'SET endsAt = :endsAt, used = :one, #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(endsAt) OR endsAt <= :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: {
      ':endsAt': endsAt,
      ':one': 1,
      ':now': now,
      // Behind its end, since a clock may be late.
      ':ttl': toTtl(endsAt + writeLimit.milliseconds),
    },
  };
}
