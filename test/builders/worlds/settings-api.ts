import { createMemberStore } from '../../../shared/access/member-store.ts';
import { httpStack } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { createSettingsStore } from '../../../shared/notifications/settings-store.ts';
import { fairnessRoute } from '../../../shared/seller-api/fairness-route.ts';
import { memberRoutes } from '../../../shared/seller-api/member-routes.ts';
import { notificationSettingsRoutes } from '../../../shared/seller-api/notification-settings-routes.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { createWriteLimitStore } from '../../../shared/write-limit/store.ts';
import { ask } from './seller-api.ts';

interface As {
  readonly subject?: string;
  readonly role?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What sellers of a shop set, and what they see of their fairness, over one table. */
export function buildSettingsApi(table: Table, clock: Clock) {
  const deps = { reader: createPlanReader(table), clock, newId: newUlid, writeLimit: createWriteLimitStore(table) };
  const handler = httpStack([
    ...memberRoutes({ ...deps, members: createMemberStore(table) }),
    ...notificationSettingsRoutes({ ...deps, settings: createSettingsStore(table) }),
    fairnessRoute(deps),
  ]);
  return (shopId: string) => {
    const call = (
      method: string,
      rest: string,
      { subject = 'ann', role = 'owner', key, headers = {} }: As,
      more: { body?: unknown; query?: Record<string, string> } = {},
    ) =>
      ask(handler, {
        method,
        path: `/v1/shops/${shopId}/${rest}`,
        pathParameters: { shopId },
        claims: { sub: subject, shops: `${shopId}:${role}`, scope: 'ssc/seller' },
        headers: { ...headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        ...more,
      });
    return {
      members: (as: As = {}) => call('GET', 'members', as),
      setMembers: (members: unknown, as: As = {}) => call('PUT', 'members', as, { body: { members } }),
      notifications: (as: As = {}) => call('GET', 'notification-settings', as),
      setNotifications: (body: unknown, as: As = {}) => call('PUT', 'notification-settings', as, { body }),
      fairness: (query: Record<string, string> = {}, as: As = {}) => call('GET', 'fairness', as, { query }),
    };
  };
}
