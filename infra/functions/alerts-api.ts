import { cancelOrder, dismissAlert, rejectRefund } from '../../shared/contracts/http/alert-actions.ts';
import { getAlert, listAlerts, readOrderRisk, readRefundRisk } from '../../shared/contracts/http/alerts.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Alerts and risk tags of one shop, and what its sellers do about them. */
export const alertsApi = {
  kind: 'http',
  routes: [listAlerts, getAlert, cancelOrder, rejectRefund, dismissAlert, readOrderRisk, readRefundRisk],
  ...apiLimits,
  grants: {
    table: [
      {
        actions: read,
        partitions: [
          partition.shop,
          partition.alert,
          partition.waiver,
          partition.order,
          partition.refund,
          partition.buyer,
          partition.shopBuyer,
          partition.idempotency,
        ],
      },
      {
        actions: ['PutItem'],
        partitions: [partition.alert, partition.waiver, partition.activity, partition.idempotency],
      },
      { actions: ['UpdateItem'], partitions: [partition.stats] },
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
      { actions: ['ConditionCheckItem'], partitions: [partition.shop, partition.order, partition.refund] },
    ],
    indexes: [{ index: 'listing', partitions: [partition.alertsListing] }],
  },
  environment: ({ waiverTermsVersion }) => ({ WAIVER_TERMS_VERSION: waiverTermsVersion }),
  hurts: 'Sellers do not see alerts and cannot act on them, while their deadlines pass.',
} satisfies HttpFunction;
