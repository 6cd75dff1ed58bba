import type { Access } from '../../access/rules.ts';
import type { ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { accessKey, alertKey } from '../../table/keys.ts';
import type { AlertId } from '../rules.ts';

export interface OutcomeStore {
  /** The shop's access, and whether a fraud outcome has been shown already, in one read. */
  read(scope: ShopScope, alertId: AlertId): Promise<{ readonly access: Access | undefined; readonly isShown: boolean }>;
}

export function createOutcomeStore(table: Table): OutcomeStore {
  return {
    async read({ shopId }, alertId) {
      const [access, alert] = [accessKey(shopId), alertKey(shopId, alertId)];
      const items = await batchGet(table, [access, alert]);
      return { access: toAccess(items.get(access)), isShown: items.get(alert) !== undefined };
    },
  };
}
