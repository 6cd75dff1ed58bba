import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { synthesizeStage } from '../infra/synthesized-stage.ts';
import { runEntry } from './spawn-entry.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

interface Call {
  readonly caller: string;
  readonly service: string;
  readonly operation: string;
  readonly error?: string;
  readonly statement?: string;
}

const shopId = '7494049642642441733';

describe('the role of ops', () => {
  let runtime: LocalRuntime;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-ops-'));
    runtime = await startLocal();
    // As on AWS: the stage's own stack says where everything is, and the environment who asks.
    vi.stubEnv('AWS_ENDPOINT_URL', runtime.endpointUrl);
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ops');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ops = async (...args: string[]): Promise<string> => {
    const { code, output } = await runEntry('ops/ops.ts', [...args, '--stage', 'local']);
    expect({ args, code, output }).toEqual({ args, code: 0, output });
    return output;
  };

  async function leaveDeadLetter(queue: string, body: string): Promise<void> {
    const client = new SQSClient({});
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: `ssc-local-${queue}` }));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
    client.destroy();
  }

  it('is allowed all that the commands do, and has no statement that none of them needs', async () => {
    const csv = join(folder, 'shops.csv');
    writeFileSync(csv, `shopId,timeZone\n${shopId},UTC\n`);
    await ops('access', 'grant', '--csv', csv);
    await ops('access', 'grant', '--shop', shopId, '--notify', 'seller_center_message');
    await ops('access', 'notify', '--shop', shopId);
    await ops('access', 'show', '--shop', shopId);
    await ops('access', 'list');
    await ops('access', 'terminate', '--shop', shopId);
    await ops('report', 'retaliation');

    const order = { version: 1, eventId: 'e-1', shopId, orderId: 'o-1', buyerId: 'b-1', status: 'AWAITING_SHIPMENT' };
    const time = '2026-01-15T10:00:00.000Z';
    const event = {
      time,
      source: 'marketplace.orders',
      'detail-type': 'Order Status Changed',
      detail: { ...order, createdAt: time, updatedAt: time },
    };
    await leaveDeadLetter('orders-dead-letters', JSON.stringify(event));
    await leaveDeadLetter('unrouted-events', JSON.stringify(event));
    await leaveDeadLetter('outbox-dead-letters', '{}');
    const letters = join(folder, 'letters.jsonl');
    await ops('dlq', 'list');
    await ops('dlq', 'list', '--export', letters);
    expect(readFileSync(letters, 'utf8').trim().split('\n')).toHaveLength(3);
    await ops('dlq', 'redrive', '--queue', 'outbox-dead-letters');
    await ops('dlq', 'redrive', '--corrected', letters, '--wait', '300');
    await ops('replay', '--from', new Date(Date.now() - 3_600_000).toISOString());
    const smoke = await runEntry('ops/ops.ts', ['smoke', '--local', String(runtime.port), '--wait', '600']);
    expect(smoke).toMatchObject({ code: 0 });
    await ops('rebuild', '--state', join(folder, 'rebuild.json'));

    const { items } = await runtime.local<{ items: readonly Call[] }>('GET', 'calls');
    const own = items.filter(({ caller }) => caller === 'ops');
    expect(own.filter(({ error }) => error !== undefined)).toEqual([]);
    const role = synthesizeStage('local')
      .deployment()
      .roles.find(({ name }) => /-ops(-|$)/.test(name));
    const used = new Set(own.map(({ statement }) => statement));
    const unused = role?.statements.filter(({ source }) => !used.has(source)) ?? [];
    // Nothing is encrypted here, nor restored, and API Gateway asks for the one about routes before it answers one, and records no call.
    const elsewhere = unused.map(({ actions }) => actions[0]).toSorted();
    expect(elsewhere).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:DescribeContinuousBackups',
      'execute-api:Invoke',
      'kms:CreateGrant',
      'kms:Decrypt',
    ]);
  });
});
