import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ofKind } from '../../infra/function-definition.ts';
import { loadFunctions } from '../../infra/load-functions.ts';
import type { AlertDeadline } from '../../shared/contracts/messages/alert-deadline.ts';
import type { CoverageStep } from '../../shared/contracts/messages/coverage-step.ts';
import type { DigestDue } from '../../shared/contracts/messages/digest-due.ts';
import type { StoppedCandidates } from '../../shared/contracts/messages/stopped-candidates.ts';
import { stubAwsEndpoint, unstubAwsEndpoint } from '../builders/fakes/aws-endpoint.ts';
import { envelopeOf, examplesOf } from '../builders/items/event-examples.ts';
import { buildContext } from '../builders/items/lambda-context.ts';
import { buildSqsEvent } from '../builders/items/sqs-event.ts';
import { synthesizeStage } from '../infra/synthesized-stage.ts';

/**
 * Nothing acknowledged is lost: whatever a function was doing with a message when AWS refused it, the message comes back. A function
 * that catches too much, for one event of several, is found here and not by an outage.
 */
const block = { shopId: 'shop-1', root: 'buyer-1', blockId: 'block-1' };
const instants = { createdAt: 1_700_000_000_000, expiresAt: 9_000_000_000_000 };
const linkedBlock = { ...block, ...instants, scope: 'linked_user_ids' as const };
const group = { groupId: 'group-1', revision: 1, isFresh: false };

/** Of queues that no event of the bus goes into: what functions and schedules send. */
const messages: Readonly<Record<string, readonly object[]>> = {
  'alert-deadline': [
    { version: 1, shopId: 'shop-1', alertId: 'alert-1', due: '2026-01-15T10:00:00.000Z' } satisfies AlertDeadline,
  ],
  'coverage-step-consumer': [
    { step: 'find_dependents', ...group },
    { step: 'follow_group', ...group, block: linkedBlock, left: 1 },
    { step: 'cover', block: linkedBlock, left: 1 },
    { step: 'release_earlier', block },
    { step: 'clean', block, covered: { ...instants } },
  ] satisfies CoverageStep[],
  'digest-sender': [{ version: 1, shopId: 'shop-1', digest: '1700000000000' } satisfies DigestDue],
  'stopped-order-consumer': [
    {
      version: 1,
      candidates: [
        {
          shopId: 'shop-1',
          buyerId: 'buyer-1',
          occasion: 'checkout-1',
          decidedAt: '2026-01-15T10:00:00.000Z',
          blocks: [{ root: 'buyer-1', blockId: 'block-1' }],
        },
      ],
    } satisfies StoppedCandidates,
  ],
};

const consumers = ofKind(await loadFunctions(), 'queue');
const deployed = synthesizeStage('local').ofType('AWS::Lambda::Function');

/** What a queue of a function may hold, each with a name for the test. */
function messagesOf({ name, events = [] }: (typeof consumers)[number]): readonly (readonly [string, object])[] {
  const own = (messages[name] ?? []).map((message, index) => [`message ${index + 1}`, message] as const);
  const fromBus = events.flatMap(({ source, type }) => {
    const examples = examplesOf({ source, type });
    return examples.valid.map(({ title, detail }) => [`${type}: ${title}`, envelopeOf(examples, detail)] as const);
  });
  return [...own, ...fromBus];
}

/** The environment of the template, with places for what is known only once it is deployed. */
function environmentOf(name: string, endpoint: string): Readonly<Record<string, string>> {
  const found = deployed.find(({ properties }) => properties['FunctionName'] === `ssc-local-${name}`);
  const { Variables = {} } = (found?.properties['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(Variables).map(([key, value]) => [key, typeof value === 'string' ? value : `${endpoint}/${key}`]),
  );
}

type Handler = (event: SQSEvent, context: Context) => Promise<{ batchItemFailures: readonly object[] }>;

describe('AWS refuses all that a queue function asks for', () => {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    request.resume().on('end', () => {
      response
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': 'AccessDeniedException' })
        .end(JSON.stringify({ __type: 'AccessDeniedException', message: 'refused' }));
    });
  });
  let endpoint = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stubAwsEndpoint(endpoint);
  });
  afterAll(() => {
    unstubAwsEndpoint();
    server.closeAllConnections();
    server.close();
  });

  it.each(consumers)('$name gives every message back', async (consumer) => {
    for (const [key, value] of Object.entries(environmentOf(consumer.name, endpoint))) vi.stubEnv(key, value);
    const { handler } = (await import(`../../functions/${consumer.name}.ts`)) as { handler: Handler };
    const kinds = messagesOf(consumer);
    expect(kinds.map(([title]) => title)).not.toEqual([]);
    const withCalls = new Set<string>();
    const lost: string[] = [];
    for (const [title, message] of kinds) {
      const before = calls;
      const { batchItemFailures } = await handler(buildSqsEvent(message), buildContext());
      // There are events that say nothing to this function: an edit of a note moves no marker.
      if (calls === before) continue;
      withCalls.add(title.split(':')[0] ?? title);
      if (batchItemFailures.length !== 1) lost.push(title);
    }
    expect(lost).toEqual([]);
    const types = new Set(kinds.map(([title]) => title.split(':')[0] ?? title));
    expect([...types].filter((type) => !withCalls.has(type))).toEqual([]);
  });
});
