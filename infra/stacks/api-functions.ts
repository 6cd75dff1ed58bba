import type { FunctionName } from '../function-names.ts';

interface ApiFunction {
  readonly name: FunctionName;
  /** `GET /v1/…`, as the contracts name them. */
  readonly routes: readonly string[];
  /** Who is hurt when it fails. */
  readonly hurts: string;
}

const shop = '/v1/shops/{shopId}';
const block = `${shop}/blocks/{buyerId}`;
const alert = `${shop}/alerts/{alertId}`;

/** Who answers which routes of the seller API. */
export const sellerFunctions: readonly ApiFunction[] = [
  { name: 'access-api', routes: [`GET ${shop}/access`], hurts: 'Sellers do not see whether they have access.' },
  { name: 'buyers-api', routes: [`GET ${shop}/buyers`], hurts: 'Sellers cannot look up whom to block.' },
  {
    name: 'blocks-api',
    routes: [`GET ${shop}/blocks`, `POST ${shop}/blocks`, `GET ${block}`, `PATCH ${block}`, `DELETE ${block}`],
    hurts: 'Sellers cannot block or unblock buyers.',
  },
  {
    name: 'alerts-api',
    routes: [
      `GET ${shop}/alerts`,
      `GET ${alert}`,
      `POST ${alert}/cancel-order`,
      `POST ${alert}/reject-refund`,
      `POST ${alert}/dismiss`,
      `GET ${shop}/orders/{orderId}/risk`,
      `GET ${shop}/refunds/{refundId}/risk`,
    ],
    hurts: 'Sellers do not see alerts and cannot act on them, while their deadlines pass.',
  },
  {
    name: 'live-ticket-api',
    routes: [`POST ${shop}/live-ticket`],
    hurts: 'Sellers cannot connect, and see alerts only when they reload.',
  },
  { name: 'waivers-api', routes: [`GET ${shop}/waivers`], hurts: 'Sellers do not see which penalties are waived.' },
  { name: 'dashboard-api', routes: [`GET ${shop}/dashboard`], hurts: 'Sellers do not see what waits for them.' },
  { name: 'activity-api', routes: [`GET ${shop}/activity`], hurts: 'Sellers do not see who did what in their shop.' },
];

/** Who answers which routes of the service API, beside the gate. */
export const serviceFunctions: readonly ApiFunction[] = [
  {
    name: 'admin-api',
    routes: [
      'PUT /v1/admin/shops/{shopId}/access',
      'GET /v1/admin/shops/{shopId}/access',
      'GET /v1/admin/shops',
      'GET /v1/admin/reports/retaliation',
    ],
    hurts: 'Nobody can grant or end the access of a shop.',
  },
  {
    name: 'performance-api',
    routes: ['GET /v1/performance/waivers'],
    hurts: 'The performance service cannot tell which cancellations and rejections are waived, and may count them.',
  },
  {
    name: 'support-api',
    routes: ['GET /v1/support/buyers/{buyerId}/blocks', 'DELETE /v1/support/shops/{shopId}/blocks/{buyerId}'],
    hurts: 'Customer support can neither tell a buyer why they cannot order, nor lift a block.',
  },
];
