import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441703';
const rounds = 20;
const blocksARound = 30;
const buyers = Array.from({ length: rounds * blocksARound }, (_, index) => `buyer-${index}`);

describe('writes cut off by SIGKILL', () => {
  let data = '';
  let runtime: LocalRuntime;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'ssc-sigkill-'));
    runtime = await startLocal({ args: ['--data', data] });
    await grantAccess(runtime, shopId, { quotas: { blocks: 1000, newBlocksPerDay: 1000 } });
    for (const buyerId of buyers) await publish(runtime, buyerWithOrder(shopId, buyerId, `name-${buyerId}`));
    await untilFound(
      openShop(runtime, shopId),
      buyers.map((buyerId) => `name-${buyerId}`),
    );
  });
  afterEach(async () => {
    await runtime.stop();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it(`keeps every acknowledged block in ${rounds} kills at random moments: there, denied, and published`, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const shop = openShop(runtime, shopId);
      const writing = buyers.slice(round * blocksARound, (round + 1) * blocksARound).map(async (buyerId, index) => {
        await sleep(index * 8);
        const { status } = await shop.seller('POST', 'blocks', newBlock(buyerId));
        if (status === 201) acknowledged.push(buyerId);
      });
      // Handled at once: most of them are cut off.
      const cutOff = Promise.allSettled(writing);
      // The moment counts from the round's first answer: before it, a worker is only starting.
      const before = acknowledged.length;
      await vi.waitUntil(() => acknowledged.length > before, { ...patientWithProduct, interval: 2 });
      await sleep(Math.random() * 250);
      await runtime.kill();
      await cutOff;
      runtime = await startLocal({ args: ['--data', data], port: runtime.port });

      const again = openShop(runtime, shopId);
      const decisions = await again.ask(acknowledged);
      expect(acknowledged.filter((_, index) => decisions[index]?.decision !== 'deny')).toEqual([]);
    }
    const shop = openShop(runtime, shopId);
    for (const buyerId of acknowledged) expect((await shop.seller('GET', `blocks/${buyerId}`)).status).toBe(200);
    // The sweep publishes each minute what a stream lost; the clock brings it on.
    await runtime.local('POST', 'clock', { advanceSeconds: 120 });
    await vi.waitFor(async () => expect(await unpublished(runtime)).toEqual([]), patientWithProduct);
    const blocked = (await activity(runtime)).filter(({ type }) => type === 'Buyer Blocked');
    const published = new Set(blocked.map(({ detail }) => detail.buyerId));
    expect(acknowledged.filter((buyerId) => !published.has(buyerId))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(rounds);
    console.warn(`${acknowledged.length} blocks were acknowledged in ${rounds} rounds.`);
  });
});

interface Activity {
  readonly type: string;
  readonly outboxPk?: string;
  readonly detail: { readonly buyerId: string };
}

/** An item of the activity leaves the outbox only after the bus has taken its event. */
async function unpublished(runtime: LocalRuntime): Promise<readonly Activity[]> {
  return (await activity(runtime)).filter(({ outboxPk }) => outboxPk !== undefined);
}

async function activity(runtime: LocalRuntime): Promise<readonly Activity[]> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: runtime.endpointUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'ops', secretAccessKey: 'local' },
    }),
  );
  const items: Activity[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: 'ssc-local',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `ACTIVITY#${shopId}` },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...((page.Items ?? []) as Activity[]));
    from = page.LastEvaluatedKey;
  } while (from);
  client.destroy();
  return items;
}
