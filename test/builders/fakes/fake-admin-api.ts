import type { ServiceApi } from '../../../ops/service-api.ts';
import { ServiceRefusal } from '../../../ops/service-refusal.ts';

export const quotas = { blocks: 100, newBlocksPerDay: 10 };
export const since = '2026-11-22T12:00:00.000Z';
export const invited = { state: 'active', revision: 1, since, timeZone: 'UTC', quotas, members: [] };

/** The admin routes over a map. */
export function fakeAdminApi(shops: Record<string, object> = {}) {
  const puts: (readonly [string, unknown])[] = [];
  const refused = new Set<string>();
  const api: ServiceApi = {
    url: 'http://api',
    async call(method, path, body) {
      const shopId = path.split('/')[4] ?? '';
      if (path.startsWith('/v1/admin/shops?')) {
        const all = Object.entries(shops).map(([id, access]) => ({ shopId: id, ...access }));
        return path.includes('cursor=') ? { items: all.slice(1) } : { items: all.slice(0, 1), nextCursor: 'a+b' };
      }
      if (method === 'PUT') {
        if (refused.has(shopId)) throw new ServiceRefusal(503, '503 unavailable');
        puts.push([shopId, body]);
        shops[shopId] = { ...invited, ...shops[shopId], ...(body as object), quotas };
      }
      return { shopId, state: 'not_invited', revision: 0, quotas, members: [], ...shops[shopId] };
    },
  };
  return { api, puts, refused };
}
