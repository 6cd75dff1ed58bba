import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeadLetter } from '../../../../shared/events/dead-letter.ts';
import type { DeadLetters } from '../../../../shared/events/dead-letters.ts';
import type { MessageHandler } from '../../../../shared/events/inbound.ts';
import { queueStack } from '../../../../shared/events/queue-stack.ts';
import { correlationId } from '../../../../shared/logs/correlation.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { buildSqsEvent } from '../../../builders/items/sqs-event.ts';

const context = buildContext();

function start(handle: MessageHandler, overrides: Partial<DeadLetters> = {}) {
  const letters: { body: string; reason: string; detail: string }[] = [];
  const deadLetters: DeadLetters = {
    add: async (body, { reason, detail }) => void letters.push({ body, reason, detail }),
    ...overrides,
  };
  const logged: string[] = [];
  // Powertools' logger has a console of its own over these streams.
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  }
  return { handler: queueStack({ deadLetters, handle }), letters, logged };
}
afterEach(() => vi.restoreAllMocks());

describe('queueStack', () => {
  it('hands every message of a batch to its handler as JSON', async () => {
    const seen: unknown[] = [];
    const { handler } = start(async (message) => void seen.push(message));
    expect(await handler(buildSqsEvent({ n: 1 }, { n: 2 }), context)).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('says when the queue took each message', async () => {
    const event = buildSqsEvent(1);
    const seen: number[] = [];
    const { handler } = start(async (_, sentAt) => void seen.push(sentAt));
    await handler(event, context);
    expect(seen.map(String)).toEqual([event.Records[0]?.attributes.SentTimestamp]);
  });

  it('reports only the messages that failed', async () => {
    const { handler } = start((message) => (message === 2 ? Promise.reject(new Error('busy')) : Promise.resolve()));
    expect(await handler(buildSqsEvent(1, 2, 3), context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('reports all messages when all failed, rather than failing itself', async () => {
    const { handler } = start(() => Promise.reject(new Error('busy')));
    const { batchItemFailures } = await handler(buildSqsEvent(1, 2), context);
    expect(batchItemFailures.map((failure) => failure.itemIdentifier)).toEqual(['m0', 'm1']);
  });

  it('reports a message whose handler throws something that is no error', async () => {
    const { handler } = start(() => Promise.reject(null as unknown as Error));
    expect(await handler(buildSqsEvent(1), context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('logs each message under the ID of what it follows from, and works on it under that ID', async () => {
    const seen: unknown[] = [];
    const { handler, logged } = start(async (message) => {
      seen.push(correlationId());
      if (message !== 1) throw new Error('busy');
    });
    const event = (id: string) => ({ id, detail: { correlationId: `${id}-request` } });
    await handler(buildSqsEvent(event('a'), 1, event('b')), context);
    expect(seen).toEqual(['a-request', 'm1', 'b-request']);
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => [line['messageId'], line['correlationId']])).toEqual([
      ['m0', 'a-request'],
      ['m2', 'b-request'],
    ]);
  });

  it('sends what is not JSON to the dead letters unchanged, and counts it as done', async () => {
    const { handler, letters } = start(() => Promise.resolve());
    expect(await handler(buildSqsEvent('{"n": 1'), context)).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body: '{"n": 1', reason: 'malformed_json', detail: '' }]);
  });

  it('sends what its handler refuses for good there, with the reason', async () => {
    const body = '{ "order" : "o1" }';
    const { handler, letters } = start(() => Promise.reject(new DeadLetter('conflicting_buyer', 'detail.buyerId')));
    expect(await handler(buildSqsEvent(body), context)).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body, reason: 'conflicting_buyer', detail: 'detail.buyerId' }]);
  });

  it('keeps a message in its queue while the dead letters do not take it', async () => {
    const { handler } = start(() => Promise.resolve(), { add: () => Promise.reject(new Error('no answer')) });
    expect(await handler(buildSqsEvent('no JSON', 1), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm0' }],
    });
  });

  it('logs neither content nor error messages', async () => {
    const { handler, logged } = start((message) => {
      const { username, readable } = message as { username: string; readable: boolean };
      return Promise.reject(
        readable
          ? new TypeError(`cannot save ${username}\nat once`)
          : new DeadLetter('invalid_event', 'detail.username'),
      );
    });
    await handler(
      buildSqsEvent({ username: 'lina.m', readable: true }, { username: 'lina.m', readable: false }, 'lina.m'),
      context,
    );
    expect(logged.join('\n')).not.toContain('lina');
    expect(logged.join('\n')).toContain('TypeError');
    expect(logged.join('\n')).toContain('invalid_event');
  });
});
