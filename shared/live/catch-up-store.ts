import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { connectionKey } from '../table/keys.ts';

export interface CatchUpStore {
  /** Begins a catch-up, which ends by itself then; `false` while another one of the connection goes on. */
  begin(connectionId: string, now: EpochMilliseconds, until: EpochMilliseconds): Promise<boolean>;
  end(connectionId: string): Promise<void>;
}

/** Kept on the connection's own item, which goes with it. */
export function createCatchUpStore(table: Table): CatchUpStore {
  const change = async (connectionId: string, change: object): Promise<boolean> => {
    try {
      await table.client.send(
        new UpdateCommand({ TableName: table.name, Key: { ...connectionKey(connectionId) }, ...change }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    begin: (connectionId, now, until) =>
      change(connectionId, {
        UpdateExpression: 'SET catchingUpUntil = :until',
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(catchingUpUntil) OR catchingUpUntil <= :now)',
        ExpressionAttributeValues: { ':until': until, ':now': now },
      }),
    async end(connectionId) {
      await change(connectionId, {
        UpdateExpression: 'REMOVE catchingUpUntil',
        // Else it would come back without anything, and for good.
        ConditionExpression: 'attribute_exists(pk)',
      });
    },
  };
}
