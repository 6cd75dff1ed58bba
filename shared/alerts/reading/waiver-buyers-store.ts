import type { ShopScope } from '../../access/scope.ts';
import { toProfile } from '../../buyers/items.ts';
import type { BuyerId } from '../../kernel/ids.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { alertKey, profileKey } from '../../table/keys.ts';
import { toAlert } from '../items.ts';
import type { AlertId } from '../rules.ts';

/** As the marketplace names them now: an erased buyer has neither name nor picture. */
export interface WaiverBuyer {
  readonly buyerId: BuyerId;
  readonly username?: string | undefined;
  readonly avatarUrl?: string | undefined;
}

export interface WaiverBuyersStore {
  /**
   * Whose order or refund each waiver is about, by its alert, in their order; nothing where the alert is no longer kept. Two
   * items for each at most, each read once, a hundred in a round trip: two calls for a page.
   */
  read(scope: ShopScope, alertIds: readonly AlertId[]): Promise<readonly (WaiverBuyer | undefined)[]>;
}

export function createWaiverBuyersStore(table: Table): WaiverBuyersStore {
  return {
    async read({ shopId }, alertIds) {
      const keys = alertIds.map((alertId) => alertKey(shopId, alertId));
      const alerts = await batchGet(table, keys);
      const buyerIds = keys.map((key) => toAlert(alerts.get(key))?.buyerId);
      const known = buyerIds.flatMap((buyerId) => (buyerId === undefined ? [] : [profileKey(buyerId)]));
      const profiles = await batchGet(table, known);
      return buyerIds.map((buyerId) => {
        if (buyerId === undefined) return undefined;
        const profile = toProfile(profiles.get(profileKey(buyerId)));
        return { buyerId, username: profile?.username, avatarUrl: profile?.avatarUrl };
      });
    },
  };
}
