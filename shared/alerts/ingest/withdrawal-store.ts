import type { ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { accessKey, alertKey, withdrawalKey } from '../../table/keys.ts';
import { transact } from '../../table/transact.ts';
import { toAlert } from '../items.ts';
import type { Alert, AlertId } from '../rules.ts';
import { rememberWithdrawal, toWithdrawnAt } from '../withdrawal-items.ts';

/** What a withdrawal finds. */
export interface WithdrawalSituation {
  readonly alert: Alert | undefined;
  /** Flags up to this instant are taken back already. */
  readonly withdrawnAt: EpochMilliseconds | undefined;
  readonly accessIsActive: boolean;
}

export interface WithdrawalStore {
  read(scope: ShopScope, alertId: AlertId): Promise<WithdrawalSituation>;
  /**
   * Remembers that flags up to `at` are taken back; `false` when alert or withdrawal has changed since it was read. A flag that
   * is being written meanwhile checks what is remembered, and this checks the alert: one of the two is decided again.
   */
  remember(
    scope: ShopScope,
    alertId: AlertId,
    seen: WithdrawalSituation,
    times: { readonly at: EpochMilliseconds; readonly now: EpochMilliseconds },
  ): Promise<boolean>;
}

export function createWithdrawalStore(table: Table): WithdrawalStore {
  return {
    async read({ shopId }, alertId) {
      const [access, alert, withdrawal] = [
        accessKey(shopId),
        alertKey(shopId, alertId),
        withdrawalKey(shopId, alertId),
      ];
      const items = await batchGet(table, [access, alert, withdrawal]);
      return {
        alert: toAlert(items.get(alert)),
        withdrawnAt: toWithdrawnAt(items.get(withdrawal)),
        accessIsActive: toAccess(items.get(access))?.state === 'active',
      };
    },

    async remember({ shopId }, alertId, { alert, withdrawnAt }, times) {
      const outcome = await transact(table, {
        withdrawal: rememberWithdrawal(shopId, alertId, withdrawnAt, times),
        alert: {
          check: alertKey(shopId, alertId),
          condition: alert
            ? { expression: 'revision = :revision', values: { ':revision': alert.revision } }
            : { expression: 'attribute_not_exists(pk)' },
        },
      });
      return outcome.type === 'committed';
    },
  };
}
