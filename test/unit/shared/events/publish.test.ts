import type { EventBridgeClient, PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { createPublisher, toUnpublished } from '../../../../shared/events/publish.ts';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { correlated } from '../../../../shared/logs/correlation.ts';
import { buildOutboxEvent, buildUnpublished } from '../../../builders/items/unpublished.ts';

type Entries = NonNullable<PutEventsCommandInput['Entries']>;

/** A bus that refuses the entries that it is told to refuse, by call and event. */
function bus(refuses: (eventId: string, call: number) => boolean = () => false) {
  const calls: Entries[] = [];
  const send = async ({ input }: { input: PutEventsCommandInput }) => {
    const entries = input.Entries ?? [];
    calls.push(entries);
    const results = entries.map((entry) =>
      refuses(String((JSON.parse(entry.Detail ?? '{}') as { eventId?: string }).eventId), calls.length)
        ? { ErrorCode: 'ThrottlingException', ErrorMessage: 'later' }
        : { EventId: 'x' },
    );
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  };
  return { client: { send } as unknown as EventBridgeClient, calls };
}
const events = (count: number) => Array.from({ length: count }, (_, index) => buildUnpublished(`e${index}`));
const idsOf = (entries: Entries | undefined) =>
  entries?.map((entry) => (JSON.parse(entry.Detail ?? '{}') as { eventId: string }).eventId);

describe('the publisher', () => {
  it('puts events on the named bus as ours, ten a call', async () => {
    const { client, calls } = bus();
    const batch = events(23);
    expect(await createPublisher(client, 'ssc-test').publish(batch)).toEqual(batch);
    expect(calls.map((entries) => entries.length)).toEqual([10, 10, 3]);
    expect(calls[0]?.[0]).toEqual({
      EventBusName: 'ssc-test',
      Source: 'ssc',
      DetailType: 'Buyer Blocked',
      Detail: JSON.stringify({ version: 1, eventId: 'e0' }),
      Time: new Date('2026-11-22T12:00:00.000Z'),
    });
  });

  it('tells subscribers what an event follows from', async () => {
    const { client, calls } = bus();
    const item = correlated('request-1', () => outboxItem('s', buildOutboxEvent()));
    const unpublished = toUnpublished(item);
    await createPublisher(client, 'b').publish(unpublished ? [unpublished] : []);
    expect(JSON.parse(calls[0]?.[0]?.Detail ?? '')).toEqual({ ...Object(item['detail']), correlationId: 'request-1' });
  });

  it('sends again just the entries that a successful call refused', async () => {
    const { client, calls } = bus((eventId, call) => call === 1 && ['e1', 'e3'].includes(eventId));
    expect(await createPublisher(client, 'b').publish(events(5))).toHaveLength(5);
    expect(calls.map(idsOf)).toEqual([
      ['e0', 'e1', 'e2', 'e3', 'e4'],
      ['e1', 'e3'],
    ]);
  });

  it('answers without those that stay refused', async () => {
    const { client, calls } = bus((eventId) => eventId === 'e2');
    const taken = await createPublisher(client, 'b').publish(events(12));
    expect(taken.map(({ eventId }) => eventId)).not.toContain('e2');
    expect(taken).toHaveLength(11);
    expect(calls.filter((entries) => idsOf(entries)?.includes('e2'))).toHaveLength(3);
  });

  it.each([
    {},
    { Entries: [] },
    { Entries: [{}], FailedEntryCount: 0 },
  ])('does not take a reply of %j for a yes', async (reply) => {
    const client = { send: async () => reply } as unknown as EventBridgeClient;
    expect(await createPublisher(client, 'b').publish(events(1))).toEqual([]);
  });

  it('calls nobody without events', async () => {
    const { client, calls } = bus();
    expect(await createPublisher(client, 'b').publish([])).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('rejects when the bus cannot be reached', async () => {
    const client = { send: () => Promise.reject(new Error('unreachable bus')) } as unknown as EventBridgeClient;
    await expect(createPublisher(client, 'b').publish(events(1))).rejects.toThrow('unreachable bus');
  });
});

describe('an outbox item', () => {
  it('becomes the event that was put into it', () => {
    const event = buildOutboxEvent();
    expect(toUnpublished(outboxItem('s', event))).toEqual({
      shopId: 's',
      eventId: 'e1',
      type: 'Buyer Blocked',
      at: '2026-11-22T12:00:00.000Z',
      detail: event.detail,
    });
  });

  it('is none any more once it was published, and no other item is one', () => {
    const { outboxPk: _pk, outboxSk: _sk, ...published } = outboxItem('s', buildOutboxEvent());
    expect(toUnpublished(published)).toBeUndefined();
    expect(toUnpublished({ pk: 'SHOP#s', sk: 'ACCESS' })).toBeUndefined();
    for (const field of ['shopId', 'type', 'at'])
      expect(toUnpublished({ ...outboxItem('s', buildOutboxEvent()), [field]: 7 })).toBeUndefined();
  });

  it('is spread over four partitions, kept for 396 days, and named by its event', () => {
    const items = Array.from({ length: 200 }, (_, index) =>
      outboxItem('s', buildOutboxEvent({ eventId: `e${index}` })),
    );
    expect([...new Set(items.map((item) => item['outboxPk']))].toSorted()).toEqual([
      'OUTBOX#0',
      'OUTBOX#1',
      'OUTBOX#2',
      'OUTBOX#3',
    ]);
    expect(items[0]).toMatchObject({
      pk: 'ACTIVITY#s',
      sk: 'e0',
      outboxSk: 'e0',
      ttl: Date.parse('2026-11-22T12:00:00Z') / 1000 + 396 * 86_400,
    });
  });
});
