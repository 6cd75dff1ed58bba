import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { eventConsumer, messageConsumer } from '../../../../shared/events/consumer.ts';
import { onEvent } from '../../../../shared/events/inbound.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { buildSqsEvent } from '../../../builders/items/sqs-event.ts';

const context = buildContext();
const happened = { source: 'marketplace.orders', type: 'Something Happened', detail: z.object({ what: z.string() }) };
const envelope = (type: string) => ({
  source: 'marketplace.orders',
  'detail-type': type,
  time: '2026-11-22T12:00:00Z',
  detail: { what: 'this' },
});

afterEach(() => vi.unstubAllEnvs());

describe('a function behind a queue', () => {
  it('does not start without a queue for its dead letters', () => {
    vi.stubEnv('DEAD_LETTER_QUEUE_URL', '');
    expect(() => eventConsumer()).toThrow('DEAD_LETTER_QUEUE_URL is missing');
    expect(() => messageConsumer(z.object({}), () => Promise.resolve())).toThrow('DEAD_LETTER_QUEUE_URL is missing');
  });

  it('that rules fill hands each event to what is bound to it', async () => {
    vi.stubEnv('DEAD_LETTER_QUEUE_URL', 'http://127.0.0.1:1/queue');
    const seen: unknown[] = [];
    const other = { ...happened, type: 'Something Else' };
    const handler = eventConsumer(
      onEvent(happened, async (detail) => void seen.push(['happened', detail])),
      onEvent(other, async (detail) => void seen.push(['else', detail])),
    );
    const event = buildSqsEvent(envelope('Something Else'), envelope('Something Happened'));
    expect(await handler(event, context)).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([
      ['else', { what: 'this' }],
      ['happened', { what: 'this' }],
    ]);
  });

  it('that is sent to directly hands each message over as its schema reads it', async () => {
    vi.stubEnv('DEAD_LETTER_QUEUE_URL', 'http://127.0.0.1:1/queue');
    const seen: unknown[] = [];
    const handler = messageConsumer(
      z.object({ n: z.number(), of: z.string().default('all') }),
      async (message) => void seen.push(message),
    );
    expect(await handler(buildSqsEvent({ n: 1 }, { n: 2, of: 'two' }), context)).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([
      { n: 1, of: 'all' },
      { n: 2, of: 'two' },
    ]);
  });
});
