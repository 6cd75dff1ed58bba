import type { ServiceApi } from '../../../ops/service-api.ts';
import { ServiceRefusal } from '../../../ops/service-refusal.ts';

export const quotas = { blocks: 100, newBlocksPerDay: 10 };
export const since = '2026-11-22T12:00:00.000Z';
export const invited = { state: 'active', since, timeZone: 'UTC', quotas, members: [], revision: 1 };

/** The admin routes over a map. */
export function fakeAdminApi(shops: Record<string, object> = {}) {
  const puts: (readonly [string, unknown])[] = [];
  const notices: (readonly [string, string])[] = [];
  const refused = new Set<string>();
  const api: ServiceApi = {
    url: 'http://api',
    async call(method, path, body) {
      const shopId = path.split('/')[4] ?? '';
      if (path.startsWith('/v1/admin/shops?')) {
        const all = Object.entries(shops).map(([id, access]) => ({ shopId: id, revision: 1, ...access }));
        return path.includes('cursor=') ? { items: all.slice(1) } : { items: all.slice(0, 1), nextCursor: 'a+b' };
      }
      const [noticeId] = path.split('/notices/').slice(1);
      if (noticeId !== undefined) {
        notices.push([shopId, noticeId]);
        return { shopId, noticeId, state: 'active', since, channel: 'email' };
      }
      if (method === 'PUT') {
        if (refused.has(shopId)) throw new ServiceRefusal(503, '503 unavailable');
        puts.push([shopId, body]);
        const before = shops[shopId] as { revision?: number } | undefined;
        shops[shopId] = { ...invited, ...before, ...(body as object), quotas, revision: (before?.revision ?? 0) + 1 };
      }
      return { shopId, state: 'not_invited', quotas, members: [], revision: 0, ...shops[shopId] };
    },
  };
  return { api, puts, notices, refused };
}
