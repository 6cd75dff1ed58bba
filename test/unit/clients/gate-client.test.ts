import { describe, expect, it } from 'vitest';
import { createGateClient } from '../../../clients/gate-client.ts';
import type { DegradedAnswer, GateClientOptions } from '../../../clients/gate-client.ts';
import type { GateAnswer } from '../../../clients/gate-transports.ts';
import type { Connections } from '../../../clients/kept-connections.ts';

const request = { checkoutId: 'c1', checks: [{ shopId: 's1', buyerId: 'b1' }] };
const decision = (overrides: object = {}) => ({
  ...request.checks[0],
  action: 'place_order',
  decision: 'deny',
  reason: 'blocked',
  degraded: false,
  decidedAt: '2026-01-15T10:00:00.000Z',
  ...overrides,
});
const answered = (...decisions: object[]): GateAnswer => ({ status: 200, body: { decisions }, requestId: 'r1' });
const refused = (status: number, body: object = {}): GateAnswer => ({ status, body, requestId: 'r2' });
const lost = new Error('ECONNRESET');
const never = 'never';
type Given = GateAnswer | Error | typeof never;

/** A deadline that no busy machine passes; what hangs has an attempt of a tenth of a second. */
const generous = { deadlineMilliseconds: 60_000, attemptMilliseconds: 30_000 };

/** A gate that gives these answers, the last again and again. */
function clientOf(answers: readonly Given[], options: Partial<GateClientOptions> = {}) {
  const asked: string[] = [];
  const degraded: DegradedAnswer[] = [];
  let isClosed = false;
  const connections: Connections = {
    post: () => Promise.reject(new Error('not used')),
    close: () => {
      isClosed = true;
    },
  };
  const client = createGateClient({
    ask: async (body) => {
      asked.push(body);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer === undefined || answer === never) return new Promise<never>(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    failMode: 'open',
    onDegraded: (one) => degraded.push(one),
    connections,
    ...generous,
    ...options,
  });
  return { client, asked, degraded, isClosed: () => isClosed };
}

describe('a gate that answers', () => {
  it('is asked once, and its decision is given', async () => {
    const { client, asked, degraded } = clientOf([answered(decision())]);
    expect(await client.decide(request)).toEqual([decision()]);
    expect(asked).toEqual([JSON.stringify(request)]);
    expect(degraded).toEqual([]);
  });

  it('by its own failure contract is not asked again: it has used its time', async () => {
    const own = decision({ decision: 'allow', reason: 'marker_unreadable', degraded: true });
    const { client, asked, degraded } = clientOf([answered(own)]);
    expect(await client.decide(request)).toEqual([own]);
    expect(asked).toHaveLength(1);
    expect(degraded).toMatchObject([{ decisions: [own], attempts: [{ status: 200, requestId: 'r1' }] }]);
  });

  it.each<[string, Given]>([
    ['breaks the connection', lost],
    ['is throttled', refused(429)],
    ['fails', refused(503)],
    ['crashes', refused(500)],
    ['hangs', never],
  ])('at the second attempt, when the first %s', async (_what, first) => {
    const limits = first === never ? { attemptMilliseconds: 100 } : {};
    const { client, asked, degraded } = clientOf([first, answered(decision())], limits);
    expect(await client.decide(request)).toEqual([decision()]);
    expect(asked).toHaveLength(2);
    expect(degraded).toEqual([]);
  });
});

describe('a gate that gives no answer', () => {
  const unanswered = { reason: 'gate_unanswered', degraded: true };

  it('is asked three times at most, and the order allowed', async () => {
    const { client, asked, degraded } = clientOf([lost]);
    expect(await client.decide(request)).toMatchObject([{ decision: 'allow', ...unanswered }]);
    expect(asked).toHaveLength(3);
    expect(degraded).toMatchObject([{ attempts: Array(3).fill({ status: 0, error: lost }) }]);
  });

  it('denies by configuration', async () => {
    const { client } = clientOf([lost], { failMode: 'closed' });
    expect(await client.decide(request)).toMatchObject([{ decision: 'deny', ...unanswered }]);
  });

  it('is not asked behind the deadline', async () => {
    const { client, asked } = clientOf([never], { deadlineMilliseconds: 60, attemptMilliseconds: 60 });
    expect(await client.decide(request)).toMatchObject([{ decision: 'allow', ...unanswered }]);
    expect(asked).toHaveLength(1);
  });

  it.each([401, 403, 404])('but %d, is not asked again: the next answer would be the same', async (status) => {
    const { client, asked, degraded } = clientOf([refused(status)]);
    expect(await client.decide(request)).toMatchObject([{ decision: 'allow', ...unanswered }]);
    expect(asked).toHaveLength(1);
    expect(degraded).toMatchObject([{ attempts: [{ status, requestId: 'r2' }] }]);
  });

  it.each([
    ['a page of a proxy', { status: 200, body: undefined, requestId: undefined }],
    ['the answer to another request', answered(decision({ buyerId: 'b2' }))],
  ])('but %s, is none', async (_what, answer) => {
    const { client, asked } = clientOf([answer]);
    expect(await client.decide(request)).toMatchObject([unanswered]);
    expect(asked).toHaveLength(1);
  });

  it('does not let an order wait for a counter that fails', async () => {
    const onDegraded = () => {
      throw new Error('no metrics today');
    };
    const { client } = clientOf([lost], { onDegraded });
    expect(await client.decide(request)).toMatchObject([unanswered]);
  });
});

it('throws what its caller asked wrongly, with the fields', async () => {
  const errors = [{ path: 'checks.0.buyerId', message: 'must be an ID' }];
  const problem = { code: 'validation_failed', detail: 'Wrong.', status: 400, requestId: 'r3', errors };
  const { client, asked } = clientOf([refused(400, problem)]);
  await expect(client.decide(request)).rejects.toMatchObject({ code: 'validation_failed', errors, requestId: 'r3' });
  expect(asked).toHaveLength(1);
});

it('closes its connections', () => {
  const { client, isClosed } = clientOf([]);
  client.close();
  expect(isClosed()).toBe(true);
});
