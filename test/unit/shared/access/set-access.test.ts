import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../shared/access/rules.ts';
import { opsScope } from '../../../../shared/access/scope.ts';
import { setAccess } from '../../../../shared/access/set-access.ts';
import type { AccessStore } from '../../../../shared/access/store.ts';
import type { OutboxEvent } from '../../../../shared/events/outbox.ts';
import { noon } from '../../../builders/fakes/clock.ts';

/** Keeps one shop; somebody else is first in the next `overtaken` saves. */
function fakeStore(overtaken = 0) {
  let stored: Access | undefined;
  let left = overtaken;
  const events: OutboxEvent[] = [];
  const store: AccessStore = {
    read: async () => stored,
    save: async (_scope, _shop, access, event) => {
      if (left > 0) {
        left -= 1;
        stored = { ...access, state: 'terminated', quotas: { blocks: 1, newBlocksPerDay: 1 } };
        return false;
      }
      if (access.revision !== (stored?.revision ?? 0) + 1) return false;
      stored = access;
      events.push(event);
      return true;
    },
    list: async () => [],
  };
  return { store, events, stored: () => stored };
}

const change = { state: 'active', timeZone: 'UTC' } as const;

describe('setAccess', () => {
  it('saves the change with its event, which names whoever made it', async () => {
    const { store, events, stored } = fakeStore();
    const access = await setAccess({ store, newId: () => 'e1' }, opsScope('ops/ann'), 'shop', { change }, noon);
    expect(stored()).toEqual(access);
    expect(events).toEqual([
      {
        eventId: 'e1',
        type: 'Access Granted',
        at: noon,
        actor: { kind: 'ops', id: 'ops/ann' },
        detail: {
          version: 1,
          eventId: 'e1',
          shopId: 'shop',
          state: 'active',
          timeZone: 'UTC',
          quotas: { blocks: 100, newBlocksPerDay: 10 },
          occurredAt: '2026-11-22T12:00:00.000Z',
        },
      },
    ]);
  });

  it('decides again on what somebody else saved first', async () => {
    const { store, events } = fakeStore(1);
    const access = await setAccess({ store, newId: () => 'e1' }, opsScope('ops'), 'shop', { change }, noon);
    expect(access).toMatchObject({ state: 'active', quotas: { blocks: 1, newBlocksPerDay: 1 }, revision: 2 });
    expect(events).toHaveLength(1);
  });

  it('gives up as unavailable when others keep being first', async () => {
    const { store, events } = fakeStore(100);
    await expect(
      setAccess({ store, newId: () => 'e1' }, opsScope('ops'), 'shop', { change }, noon),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(events).toEqual([]);
  });
});
