import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../shared/access/rules.ts';
import { opsScope } from '../../../../shared/access/scope.ts';
import type { OutboxEvent } from '../../../../shared/events/outbox.ts';
import { requestAccessNotice } from '../../../../shared/notifications/request-access-notice.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

/** One shop's access, and requests in memory. */
function world(access: Access | undefined) {
  const events = new Map<string, OutboxEvent>();
  const deps = {
    store: { read: async () => access },
    requests: {
      async record(_scope: unknown, _shopId: string, noticeId: string, event: OutboxEvent) {
        if (events.has(noticeId)) return false;
        events.set(noticeId, event);
        return true;
      },
    },
    newId: () => `event-${events.size}`,
  };
  const request = (noticeId: string) =>
    requestAccessNotice(deps, opsScope('ssc-local-ops/ada'), { shopId: 's', noticeId }, noon);
  return { events, request };
}
const notify = { channel: 'seller_center_message' } as const;

describe('telling a shop of its access once more', () => {
  it('is asked for as an event that names the state and since when, once for each ID', async () => {
    const { events, request } = world(buildAccess({ since: noon - 1000, notify }));
    await request('one');
    await request('one');
    expect([...events.values()]).toEqual([
      {
        eventId: 'event-0',
        type: 'Access Notice Requested',
        at: noon,
        actor: { kind: 'ops', id: 'ssc-local-ops/ada' },
        detail: {
          version: 1,
          eventId: 'event-0',
          shopId: 's',
          state: 'active',
          since: '2026-11-22T11:59:59.000Z',
          occurredAt: '2026-11-22T12:00:00.000Z',
        },
      },
    ]);
  });

  it.each([
    ['never had access', undefined],
    ['has no way to be told', buildAccess()],
  ])('is refused where the shop %s', async (_, access) => {
    const { events, request } = world(access);
    await expect(request('one')).rejects.toMatchObject({ code: 'not_found' });
    expect(events.size).toBe(0);
  });
});
