import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import { subjectDigest } from '../access/membership-writes.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { lookupCounterKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { lookupLimits, lookupWindowNames } from './lookup-limit-rules.ts';
import type { LookupCount, LookupCounter } from './lookup-limit-rules.ts';

export interface LookupLimitStore {
  /** Counts one lookup; or, when the windows are no longer as they were decided on, how they stand. */
  count(scope: ShopScope, windows: LookupCount, now: EpochMilliseconds): Promise<LookupCounter | 'counted'>;
}

/** How a seller's windows stand in this shop. */
export function lookupCounterRead(scope: TokenScope): ReadPlan<LookupCounter> {
  const key = lookupCounterOf(scope);
  return { keys: [key], decode: (items) => toLookupCounter(items.get(key)) };
}

/** Where a seller's lookups in a shop are counted. */
function lookupCounterOf({ shopId, actor }: ShopScope | TokenScope): Key {
  return lookupCounterKey(shopId, subjectDigest(actor.id));
}

function toLookupCounter(item: Item | undefined): LookupCounter {
  const windows = lookupWindowNames.flatMap((name) => {
    const [endsAt, used] = [item?.[`${name}EndsAt`], item?.[`${name}Used`]];
    return endsAt === undefined ? [] : [[name, { endsAt: Number(endsAt), used: Number(used) }] as const];
  });
  return Object.fromEntries(windows);
}

export function createLookupLimitStore(table: Table): LookupLimitStore {
  return {
    async count(scope, windows, now) {
      try {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { ...lookupCounterOf(scope) },
            ...countingWrite(windows, now),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'counted';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return toLookupCounter(error.Item && unmarshall(error.Item));
      }
    },
  };
}

/**
 * One write counts in both windows, under a condition for each. A window that goes on is never begun anew, by whichever
 * clock: so a write that is sent twice can count twice, and never lets one lookup more through.
 */
function countingWrite(windows: LookupCount, now: EpochMilliseconds) {
  const sets: string[] = [];
  const conditions: string[] = [];
  const values: Record<string, number> = { ':now': now, ':one': 1 };
  for (const name of lookupWindowNames) {
    const [endsAt, used] = [`${name}EndsAt`, `${name}Used`];
    if (windows[name] === 'go_on') {
      sets.push(`${used} = ${used} + :one`);
      conditions.push(`${endsAt} > :now AND ${used} < :${name}Most`);
      values[`:${name}Most`] = lookupLimits[name].most;
    } else {
      sets.push(`${endsAt} = :${endsAt}`, `${used} = :one`);
      conditions.push(`(attribute_not_exists(${endsAt}) OR ${endsAt} <= :now)`);
      values[`:${endsAt}`] = now + lookupLimits[name].milliseconds;
    }
  }
  // Behind the end of every window that can stand beside the day's.
  if (windows.day === 'begin') {
    sets.push('#ttl = :ttl');
    values[':ttl'] = toTtl(now + lookupLimits.day.milliseconds + lookupLimits.minute.milliseconds);
  }
  return {
    UpdateExpression: `SET ${sets.join(', ')}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeValues: values,
    ...(windows.day === 'begin' ? { ExpressionAttributeNames: { '#ttl': 'ttl' } } : {}),
  };
}
