import { blockEvent } from '../../../shared/block-list/block-event.ts';
import type { OutboxEvent } from '../../../shared/events/outbox.ts';
import type { Publisher, Unpublished } from '../../../shared/events/publish.ts';
import type { OutboxStore } from '../../../shared/events/outbox-store.ts';
import { buildBlock } from './block-list.ts';
import { noon } from '../fakes/clock.ts';

/** A `Buyer Blocked` of shop `s`. */
export function buildOutboxEvent({ eventId = 'e1', at = noon } = {}): OutboxEvent {
  return blockEvent('Buyer Blocked', eventId, { shopId: 's', actor: { kind: 'seller', id: 'ann' } }, buildBlock(), at);
}

export function buildUnpublished(eventId = 'e1'): Unpublished {
  return {
    shopId: 's',
    eventId,
    type: 'Buyer Blocked',
    at: '2026-11-22T12:00:00.000Z',
    detail: { version: 1, eventId },
  };
}

/** A bus and an outbox in memory: what lies in `waiting` is unpublished; the bus refuses the events in `refused`. */
export function fakeOutbox(waiting: Unpublished[], refused: ReadonlySet<string> = new Set()) {
  const published: string[] = [];
  const asked: { before: number; limit: number }[] = [];
  const publisher: Publisher = {
    publish: async (events) => {
      const taken = events.filter(({ eventId }) => !refused.has(eventId));
      published.push(...taken.map(({ eventId }) => eventId));
      return taken;
    },
  };
  const store: OutboxStore = {
    markPublished: async (event) => {
      const at = waiting.findIndex(({ eventId }) => eventId === event.eventId);
      if (at >= 0) waiting.splice(at, 1);
    },
    unpublished: async (before, limit) => {
      asked.push({ before, limit });
      return waiting.slice(0, limit);
    },
  };
  return { publisher, store, published, waiting, asked };
}
