import type { ShopId } from '../kernel/ids.ts';
import { accessKey, ledgerKey, shopsListing } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import type { Access } from './rules.ts';

/** An access in place of the one before it, for the transaction that changes it: refused when somebody else was first. */
export function accessWrites(shopId: ShopId, access: Access): Readonly<Record<'access' | 'ledger', Write>> {
  return {
    access: {
      // `state` stands beside the map too, so that conditions of other writes stay short.
      put: {
        ...accessKey(shopId),
        access,
        state: access.state,
        revision: access.revision,
        listPk: shopsListing,
        listSk: shopId,
      },
      condition: {
        expression: access.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :before',
        ...(access.revision === 1 ? {} : { values: { ':before': access.revision - 1 } }),
      },
    },
    // Conditions on the ledger's map need the map to be there: granting makes it, and keeps what it finds.
    ledger: {
      update: ledgerKey(shopId),
      expression: 'SET blocks = if_not_exists(blocks, :empty)',
      values: { ':empty': {} },
    },
  };
}
