import * as z from 'zod';
import { deliveries, endingDeliveries } from '../../kernel/words/notifications.ts';
import { noQuery, shopPath } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

const delivery = z.enum(deliveries).meta({
  id: 'Delivery',
  description:
    '`at_once`: within about a minute. `digest`: in the next message that collects, within minutes. `off`: in the console alone.',
});
const endingDelivery = z.enum(endingDeliveries).meta({
  description: 'Blocks that end in a week: in one message a day at most, or in the console alone.',
});
const bySeverity = z
  .strictObject({ low: delivery, medium: delivery, high: delivery })
  .meta({ id: 'DeliveryBySeverity' });

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, 00:00 to 23:59')
  .meta({ examples: ['22:00'] });
const quietHours = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from the time that they begin' })
  .meta({
    id: 'QuietHours',
    description: "Every night, or day, in the shop's time zone; over midnight where `to` is earlier.",
  });

const settings = z
  .object({
    revision: z.int().meta({ description: 'Grows with each change; 0 while the shop has set nothing.' }),
    alerts: z.object({ security_alert_order: bySeverity, risk_refund: bySeverity, fraud_outcome: bySeverity }),
    expiringBlocks: endingDelivery,
    quietHours: quietHours.optional().meta({ description: 'Absent where there are none.' }),
    timeZone: z.string().meta({ description: "The shop's, in which its quiet hours are." }),
    channel: z.enum(['email', 'seller_center_message']).optional().meta({
      description: 'How the shop is told, as the marketplace set it. Absent where it is told nothing at all.',
    }),
  })
  .meta({ id: 'NotificationSettings' });

export const readNotificationSettings = {
  operationId: 'readNotificationSettings',
  method: 'GET',
  path: '/v1/shops/{shopId}/notification-settings',
  summary: 'What the shop gets messages about, and when',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  success: 200,
  reply: settings,
  showsOne: 'always',
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const setNotificationSettings = {
  operationId: 'setNotificationSettings',
  method: 'PUT',
  path: '/v1/shops/{shopId}/notification-settings',
  summary: 'Set what the shop gets messages about, and when',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  body: z
    .strictObject({
      alerts: z
        .strictObject({
          security_alert_order: bySeverity.optional(),
          risk_refund: bySeverity.optional(),
          fraud_outcome: bySeverity.optional(),
        })
        .optional(),
      expiringBlocks: endingDelivery.optional(),
      quietHours: quietHours.optional(),
    })
    .meta({
      id: 'NotificationSettingsChange',
      description: 'All settings: what is left out is as it is in a shop that has set nothing.',
    }),
  success: 200,
  reply: settings,
  showsOne: 'always',
  takesIfMatch: true,
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'precondition_failed',
    'payload_too_large',
    'idempotency_key_reused',
    'too_many_requests',
    'unavailable',
  ],
  writes: true,
} as const satisfies RouteContract;
