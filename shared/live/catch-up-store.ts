import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { connectionKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';

export interface CatchUpStore {
  /** Begins a catch-up, which ends by itself then; `false` while another one of the connection goes on. */
  begin(connectionId: string, now: EpochMilliseconds, until: EpochMilliseconds): Promise<boolean>;
  end(connectionId: string): Promise<void>;
}

/** Kept on the connection's own item, which goes with it. */
export function createCatchUpStore(table: Table): CatchUpStore {
  return {
    async begin(connectionId, now, until) {
      const outcome = await transact(table, {
        connection: {
          update: connectionKey(connectionId),
          expression: 'SET catchingUpUntil = :until',
          condition: {
            expression: 'attribute_exists(pk) AND (attribute_not_exists(catchingUpUntil) OR catchingUpUntil <= :now)',
          },
          values: { ':until': until, ':now': now },
        },
      });
      return outcome.type === 'committed';
    },

    async end(connectionId) {
      await transact(table, {
        connection: {
          update: connectionKey(connectionId),
          expression: 'REMOVE catchingUpUntil',
          // Else it would come back without anything, and for good.
          condition: { expression: 'attribute_exists(pk)' },
        },
      });
    },
  };
}
