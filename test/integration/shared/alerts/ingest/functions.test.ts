import { createHash, randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { waiverKey } from '../../../../../shared/table/keys.ts';
import { newUlid } from '../../../../../shared/table/ulid.ts';
import { buildAlertApis } from '../../../../builders/worlds/alert-apis.ts';
import { stubAwsEndpoint, unstubAwsEndpoint } from '../../../../builders/fakes/aws-endpoint.ts';
import { useEngine } from '../../../../builders/engines/engines.ts';
import { envelopeOf, eventExamples } from '../../../../builders/items/event-examples.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import type { InboundEvent } from '../../../../builders/worlds/ingest-world.ts';
import { buildContext } from '../../../../builders/items/lambda-context.ts';
import { startScriptedAwsServer } from '../../../../builders/fakes/scripted-aws-server.ts';
import type { ScriptedAwsServer } from '../../../../builders/fakes/scripted-aws-server.ts';
import { buildSqsEvent } from '../../../../builders/items/sqs-event.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { createTable, openClient } from '../../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

const consumers = {
  'Order Risk Flagged': 'order-flag-consumer',
  'Refund Risk Flagged': 'refund-flag-consumer',
  'Risk Flag Withdrawn': 'flag-withdrawal-consumer',
  'Fraud Outcome Confirmed': 'fraud-outcome-consumer',
  'Order Status Changed': 'order-consumer',
  'Refund Status Changed': 'refund-consumer',
  'Order Cancellation Refused': 'cancellation-refusal-consumer',
  'Refund Rejection Refused': 'rejection-refusal-consumer',
};

describe('the consumers, as they are deployed', () => {
  const engine = useEngine('dynoxide');
  const clock = { now: () => Date.now() };
  const table = { name: `ssc-test-${randomUUID()}`, client: openClient('http://127.0.0.1:1') };
  const handlers = new Map<string, Handler>();
  let queue: ScriptedAwsServer | undefined;

  const letters = () =>
    (queue?.received ?? []).map(({ body }) => JSON.parse(body) as { MessageAttributes: Record<string, object> });
  const receive = (type: string, ...bodies: readonly unknown[]) => {
    const handler = handlers.get(type);
    if (!handler) throw new Error(`Nobody consumes ${type}.`);
    return handler(buildSqsEvent(...bodies), buildContext());
  };
  const deliver = async (...events: readonly InboundEvent[]) => {
    for (const { source, type, detail } of events) {
      const time = new Date().toISOString().replace(/\.\d+Z/, 'Z');
      const envelope = { ...envelopeOf({ source, 'detail-type': type }, detail), time };
      expect(await receive(type, envelope, envelope)).toEqual({ batchItemFailures: [] });
    }
  };

  beforeAll(async () => {
    queue = await startScriptedAwsServer();
    queue.answer = ({ body }) => {
      const { MessageBody } = JSON.parse(body) as { MessageBody: string };
      const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
      return { status: 200, body: JSON.stringify({ MessageId: 'm', MD5OfMessageBody }) };
    };
    stubAwsEndpoint(engine.url);
    vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.url.href);
    vi.stubEnv('TABLE_NAME', table.name);
    vi.stubEnv('DEAD_LETTER_QUEUE_URL', `${queue.url.href}000000000000/dead-letters`);
    // Each dead letter is logged, as it should be.
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
    table.client = openClient(engine.url);
    await createTable(table.client, table.name);
    await putItems(table, accessItem('shop'));
    for (const [type, name] of Object.entries(consumers)) {
      const { handler } = (await import(`../../../../../functions/${name}.ts`)) as { handler: Handler };
      handlers.set(type, handler);
    }
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    unstubAwsEndpoint();
    table.client.destroy();
    await queue?.close();
  });

  it('bring an order from its flag over a refusal to its waiver, each event delivered twice', async () => {
    const world = createIngestWorld(table, clock);
    const ann = buildAlertApis(table, clock).seller('shop');
    await deliver(inbound.order('AWAITING_SHIPMENT'), inbound.orderFlag(1));
    expect((await ann.cancel(alertIds.order())).status).toBe(202);
    await deliver(inbound.cancellationRefused());
    expect(await world.alert()).toMatchObject({ status: 'open', lastAction: { outcome: 'refused' } });
    expect((await ann.cancel(alertIds.order())).status).toBe(202);
    await deliver(inbound.order('CANCELLED', 20));
    expect(await world.alert()).toMatchObject({ status: 'resolved' });
    expect(await readItem(table, waiverKey('shop', 'order', 'o1'))).toMatchObject({ status: 'granted' });
  });

  it('bring a refund from its flag over a refusal to its withdrawal', async () => {
    const world = createIngestWorld(table, clock);
    const ann = buildAlertApis(table, clock).seller('shop');
    await deliver(inbound.refund('BUYER_SHIPPED_ITEM'), inbound.refundFlag(1));
    expect((await ann.reject(alertIds.refund())).status).toBe(202);
    await deliver(inbound.rejectionRefused());
    await deliver(inbound.withdrawal(2, { subject: { type: 'refund', id: 'r1' } }));
    expect(await world.alert(alertIds.refund())).toMatchObject({
      status: 'withdrawn',
      lastAction: { outcome: 'refused' },
    });
  });

  it('hide nothing behind an event that its publisher dated ahead', async () => {
    const ahead = { time: '2031-01-01T00:00:00Z' };
    const subject = { type: 'order', id: 'o-ahead' };
    const [withdrawal, delivered] = [
      inbound.withdrawal(0, { subject, withdrawnAt: undefined }),
      inbound.order('DELIVERED', 0, { orderId: 'o-ahead', updatedAt: '2031-01-01T00:00:00.000Z' }),
    ];
    for (const { source, type, detail } of [withdrawal, delivered]) {
      const envelope = { ...envelopeOf({ source, 'detail-type': type }, detail), ...ahead };
      expect(await receive(type, envelope)).toEqual({ batchItemFailures: [] });
    }
    expect(letters().at(-1)?.MessageAttributes).toMatchObject({
      reason: { StringValue: 'future_time' },
      detail: { StringValue: 'detail.updatedAt' },
    });
    const { attributes } = buildSqsEvent('').Records[0] ?? {};
    const flaggedAt = new Date(Number(attributes?.SentTimestamp) + 60_000).toISOString();
    await deliver(
      inbound.orderFlag(0, { orderId: 'o-ahead', flaggedAt }),
      inbound.order('AWAITING_SHIPMENT', 1, { orderId: 'o-ahead' }),
    );
    expect(await createIngestWorld(table, clock).alert(alertIds.order('o-ahead'))).toMatchObject({ status: 'open' });
  });

  it('show a fraud outcome', async () => {
    await deliver(inbound.outcome());
    expect(await createIngestWorld(table, clock).alert(alertIds.outcome())).toMatchObject({ status: 'resolved' });
  });

  it.each(Object.keys(consumers))('read every example of %s, and put those aside that are malformed', async (type) => {
    const examples = eventExamples().find((one) => one['detail-type'] === type);
    if (!examples) throw new Error(`No examples of ${type}.`);
    const before = letters().length;
    const bodies = [...examples.valid, ...examples.malformed].map(({ detail }) =>
      envelopeOf(examples, { ...detail, eventId: newUlid() }),
    );
    expect(await receive(type, ...bodies)).toEqual({ batchItemFailures: [] });
    const told = letters().slice(before);
    expect(told).toHaveLength(examples.malformed.length);
    for (const { MessageAttributes } of told)
      expect(MessageAttributes).toMatchObject({ reason: { StringValue: 'invalid_event' } });
  });

  it.each(Object.keys(consumers))('give %s back to the queue while the store does not answer', async (type) => {
    const examples = eventExamples().find((one) => one['detail-type'] === type);
    const [example] = examples?.valid ?? [];
    if (!examples || !example) throw new Error(`No examples of ${type}.`);
    const failing = vi.spyOn(Object.getPrototypeOf(table.client) as typeof table.client, 'send');
    failing.mockRejectedValue(new Error('down'));
    const answer = await receive(type, envelopeOf(examples, example.detail));
    failing.mockRestore();
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });
});
