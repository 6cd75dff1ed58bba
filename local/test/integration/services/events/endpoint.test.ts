import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';
import { takeMessage } from '../../../builders/take-message.ts';

const aws = useEndpoint();
const orders = 'ssc-local-orders';

describe('the AWS endpoint’s EventBridge', () => {
  const put = (who: string, ...entries: readonly object[]) =>
    aws.events(who).send(new PutEventsCommand({ Entries: entries as never }));
  const entry = {
    EventBusName: 'ssc-local',
    Source: 'marketplace.orders',
    DetailType: 'Order Status Changed',
    Detail: '{"orderId":"1"}',
  };

  it('takes events of the marketplace to the queues of the rules they match', async () => {
    expect(await put('marketplace', entry)).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.any(String) as string }],
    });
    expect(JSON.parse((await takeMessage(aws, orders))?.Body ?? '')).toMatchObject({
      source: 'marketplace.orders',
      detail: { orderId: '1' },
    });
  });

  it('fails an entry by itself', async () => {
    expect(await put('marketplace', entry, { ...entry, Detail: 'no JSON' })).toMatchObject({ FailedEntryCount: 1 });
    await takeMessage(aws, orders);
  });

  it('refuses a source that the caller may not speak for, and callers who may not speak at all', async () => {
    await expect(put('marketplace', { ...entry, Source: 'ssc' })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(put('order-service', entry)).rejects.toMatchObject({
      message: expect.stringContaining(
        'events:PutEvents on resource: arn:aws:events:us-east-1:000000000000:event-bus/ssc-local',
      ) as string,
    });
  });

  it('keeps to the limits of a request', async () => {
    await expect(put('marketplace', ...Array.from({ length: 11 }, () => entry))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(
      put('marketplace', { ...entry, Detail: JSON.stringify({ a: 'x'.repeat(256 * 1024) }) }),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
