import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../../shared/contracts/http/gate.ts';
import { gateHandler } from '../../../../shared/gate/handler.ts';
import { parseRequest } from '../../../../shared/http/parse-request.ts';
import { toProblem } from '../../../../shared/http/problem.ts';
import { block, buildWorld, gateOver, useStandingTime } from '../../../builders/fakes/fake-gate.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';

const world = buildWorld();
block(world, 's', 'b');
const handler = gateHandler(gateOver(world));
const request = {
  checks: [
    { shopId: 's', buyerId: 'b' },
    { shopId: 's', buyerId: 'c' },
  ],
};

async function overHttp(body: unknown, overrides: object = {}) {
  const event = { ...buildHttpEvent({ method: 'POST', path: '/v1/gate/decisions', body }), ...overrides };
  const reply = (await handler(event, buildContext())) as {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
  };
  return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(reply.body) as Record<string, unknown> };
}
const direct = (event: unknown) => handler(event, buildContext()) as Promise<Record<string, unknown>>;

useStandingTime();

describe('the gate handler', () => {
  it('answers HTTP and direct invokes with the same body', async () => {
    const { status, headers, body } = await overHttp(request);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(body).toMatchObject({
      decisions: [
        { buyerId: 'b', action: 'place_order', decision: 'deny' },
        { buyerId: 'c', decision: 'allow' },
      ],
    });
    expect(JSON.parse(JSON.stringify(await direct(request)))).toEqual(body);
  });

  it.each([
    ['nothing to check', { checks: [] }, 'checks'],
    ['51 checks', { checks: Array.from({ length: 51 }, () => request.checks[0]) }, 'checks'],
    ['no checks', {}, 'checks'],
    ['a number for an ID', { checks: [{ shopId: 1, buyerId: 'b' }] }, 'checks.0.shopId'],
    ['a missing buyer', { checks: [...request.checks, { shopId: 's' }] }, 'checks.2.buyerId'],
    ['an unknown action', { checks: [{ shopId: 's', buyerId: 'b', action: 'pay' }] }, 'checks.0.action'],
    ['an unknown field in a check', { checks: [{ shopId: 's', buyerId: 'b', username: 'ada' }] }, 'checks.0.username'],
    ['an unknown field', { ...request, force: true }, 'force'],
    ['a wrong checkout', { ...request, checkoutId: '' }, 'checkoutId'],
    ['a list', [], 'body'],
    ['null', null, 'body'],
    ['a number', 7, 'body'],
  ])('refuses %s alike on both ways, naming the field', async (_, body, path) => {
    const http = await overHttp(body);
    expect(http.status).toBe(400);
    expect(http.headers['content-type']).toBe('application/problem+json');
    expect(http.body).toMatchObject({
      code: 'validation_failed',
      status: 400,
      requestId: 'request-1',
      errors: [{ path }],
    });
    expect(await direct(body)).toMatchObject({
      code: 'validation_failed',
      status: 400,
      requestId: buildContext().awsRequestId,
      errors: [{ path }],
    });
  });

  it.each([
    { requestContext: null, rawPath: 1 },
    { requestContext: null, rawPath: '/v1/gate/decisions' },
    { requestContext: {}, rawPath: null },
    { requestContext: 'x', rawPath: '/' },
    { ...request, requestContext: undefined, rawPath: undefined },
    { requestContext: {}, rawPath: '/' },
    { requestContext: [], rawPath: '/', body: 7, rawQueryString: 7, isBase64Encoded: 'x' },
    [[]],
    'text',
    undefined,
  ])('answers a caller who sends %j, and does not throw', async (event) => {
    const reply = await handler(event, buildContext());
    const problem = 'statusCode' in reply ? (JSON.parse(String(reply.body)) as object) : reply;
    expect(problem).toMatchObject({ code: expect.stringMatching(/^(validation_failed|internal)$/) });
  });

  it('refuses a body that is no JSON, or too large', async () => {
    expect(await overHttp('{')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'body', message: 'is not JSON' }] },
    });
    expect(await overHttp(`"${'x'.repeat(65_536)}"`)).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large' },
    });
  });

  it.each([
    ['{"checks": [], "x": 1}', 'a=1&a=2&b=%20&b=%20', false],
    [JSON.stringify(request), 'a=1&a=2', false],
    [undefined, '', false],
    [undefined, '', true],
    ['{', 'a=1&a=2', false],
    ['{', '', true],
    ['e30', '', true],
  ])('refuses %j?%s as the contract would', async (body, rawQueryString, isBase64Encoded) => {
    const { body: _, ...event } = buildHttpEvent({ method: 'POST' });
    const asked = { ...event, rawQueryString, isBase64Encoded, ...(body === undefined ? {} : { body }) };
    let refusal: unknown;
    try {
      parseRequest(decideChecks, asked);
    } catch (error) {
      refusal = toProblem(error, 'request-1');
    }
    const reply = (await handler(asked, buildContext())) as { body: string };
    expect(JSON.parse(reply.body)).toEqual(refusal);
  });

  it('takes base64 bodies', async () => {
    const body = Buffer.from(JSON.stringify(request)).toString('base64');
    expect((await overHttp(body, { isBase64Encoded: true })).status).toBe(200);
  });

  it('says nothing about an error of its own', async () => {
    const broken = gateHandler(gateOver(world, { clock: { now: () => Number.NaN } }));
    const reply = await broken(request, buildContext());
    expect(reply).toMatchObject({ code: 'internal', status: 500, detail: 'The request could not be completed.' });
    const http = (await broken(buildHttpEvent({ method: 'POST', body: request }), buildContext())) as {
      statusCode: number;
      body: string;
    };
    expect(http.statusCode).toBe(500);
    expect(http.body).not.toContain('Invalid time');
  });
});
