import type { ShopScope } from '../access/scope.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { IdempotentUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { transact } from '../table/transact.ts';

export interface BeginStore {
  /**
   * Ties a key to its request before the first row, so that the same key with other rows is refused however far this one
   * comes. `false` when the key has a record by now.
   */
  begin(scope: ShopScope, use: IdempotentUse, now: EpochMilliseconds): Promise<boolean>;
}

export function createBeginStore(table: Table): BeginStore {
  return {
    async begin(_scope, use, now) {
      const { type } = await transact(table, { record: recordWrite({ use, outcome: {} }, now) });
      return type === 'committed';
    },
  };
}
