import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useWrite } from '../api/use-write.ts';
import { useShop } from '../session/shop-provider.tsx';

/** What is set, and the tag of that state: two people do not undo what the other did. */
export interface Tagged<Value> {
  readonly value: Value;
  readonly etag: string;
}
export type NotificationSettings = Schemas['NotificationSettings'];
export type NotificationSettingsChange = Schemas['NotificationSettingsChange'];
export type Members = Schemas['ShopMembers'];

interface Edit<Body> {
  readonly etag: string;
  readonly body: Body;
}

const tagOf = (response: Response): string => response.headers.get('ETag') ?? '*';

export function useNotificationSettings() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.notificationSettings(shopId),
    queryFn: async ({ signal }): Promise<Tagged<NotificationSettings>> => {
      const params = { path: { shopId } };
      const call = api.GET('/v1/shops/{shopId}/notification-settings', { params, signal });
      return { value: await dataOf(call), etag: tagOf((await call).response) };
    },
  });
}

export function useSetNotificationSettings(onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Edit<NotificationSettingsChange>, Tagged<NotificationSettings>>({
    send: async ({ etag, body }, key) => {
      const params = { path: { shopId }, header: { 'Idempotency-Key': key, 'If-Match': etag } };
      const call = api.PUT('/v1/shops/{shopId}/notification-settings', { params, body });
      return { value: await dataOf(call), etag: tagOf((await call).response) };
    },
    onDone: (set) => {
      cache.setQueryData(queryKeys.notificationSettings(shopId), set);
      void cache.invalidateQueries({ queryKey: queryKeys.activity(shopId) });
      onDone();
    },
  });
}

export function useMembers() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.members(shopId),
    queryFn: async ({ signal }): Promise<Tagged<Members>> => {
      const call = api.GET('/v1/shops/{shopId}/members', { params: { path: { shopId } }, signal });
      return { value: await dataOf(call), etag: tagOf((await call).response) };
    },
  });
}

export function useSetMembers(onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Edit<Members['members']>, Tagged<Members>>({
    send: async ({ etag, body }, key) => {
      const params = { path: { shopId }, header: { 'Idempotency-Key': key, 'If-Match': etag } };
      const call = api.PUT('/v1/shops/{shopId}/members', { params, body: { members: [...body] } });
      return { value: await dataOf(call), etag: tagOf((await call).response) };
    },
    onDone: (set) => {
      cache.setQueryData(queryKeys.members(shopId), set);
      void cache.invalidateQueries({ queryKey: queryKeys.activity(shopId) });
      onDone();
    },
  });
}
