import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { createOpenApi } from '../../../../shared/http/openapi.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { departuresFrom } from '../../../builders/answers/described-answers.ts';
import type { DescribedApis, GivenAnswer } from '../../../builders/answers/described-answers.ts';

const contract = {
  operationId: 'make',
  method: 'POST',
  path: '/v1/things',
  summary: 'test',
  api: 'seller',
  pathParameters: z.object({}),
  query: z.object({}),
  success: 201,
  reply: z.object({ at: z.iso.datetime(), inner: z.object({ id: z.string().max(3) }).meta({ id: 'Inner' }) }),
  replyHeaders: z.object({ Location: z.string() }),
  errors: ['validation_failed', 'unauthenticated', 'too_many_requests'],
  writes: false,
} as const satisfies RouteContract;
const removal = { ...contract, operationId: 'remove', method: 'DELETE', success: 204, reply: undefined } as const;
const { reply: _, replyHeaders: __, ...bodiless } = removal;
const departures = departuresFrom(createOpenApi([contract, bodiless]) as DescribedApis);

const body = { at: '2026-11-22T09:30:00.000Z', inner: { id: 'a' } };
const json = 'application/json';
const made = (value: unknown, headers: Record<string, string> = {}): GivenAnswer => ({
  status: 201,
  headers: { 'content-type': json, location: '/v1/things/a', ...headers },
  text: JSON.stringify(value),
});
const refused = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
  more: object = {},
): GivenAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  text: JSON.stringify({ type: 't', title: 't', status, code, detail: 'd', requestId: 'r', ...more }),
});
const ofGateway = (status: number): GivenAnswer => ({
  status,
  headers: { 'content-type': json },
  text: '{"message":"m"}',
});

describe('departuresFrom', () => {
  it.each([
    made(body),
    refused(400, 'validation_failed'),
    refused(401, 'unauthenticated'),
    refused(429, 'too_many_requests', { 'retry-after': '3' }),
    refused(500, 'internal'),
    ...[400, 401, 403, 413, 429, 500, 503].map(ofGateway),
  ])('has nothing against $status $text', (answer) => {
    expect(departures('make', answer)).toEqual([]);
  });

  it.each([
    ['a status', ofGateway(418), '418 is not described'],
    ['a status that only others have', refused(404, 'not_found'), '404 is not described'],
    ['a media type', refused(403, 'forbidden'), '403: application/problem+json is not described'],
    ['a media type that is missing', { ...made(body), headers: { location: '' } }, '201: none is not described'],
    ['the code of another route', refused(400, 'not_found'), '400: not_found is not described'],
    ['a field too many', made({ ...body, more: 1 }), '201: application/json at /: unrecognized_keys'],
    ['a field of a problem too many', refused(500, 'internal', {}, { stack: 's' }), 'at /: unrecognized_keys'],
    ['a field that is missing', made({ at: body.at }), '201: application/json at /inner: invalid_type'],
    ['a text too long, inside', made({ ...body, inner: { id: 'abcd' } }), 'at /inner/id: too_big'],
    ['a time that is none', made({ ...body, at: 'today' }), 'at /at: invalid_format'],
    ['a header that is missing', { ...made(body), headers: { 'content-type': json } }, 'location is missing'],
    ['a header that is none', refused(429, 'too_many_requests', { 'retry-after': '0.5' }), 'retry-after is 0.5'],
    ['a header too many', made(body, { 'retry-after': '1' }), 'retry-after is not described'],
  ])('names %s', (_name, answer, departure) => {
    expect(departures('make', answer).join('\n')).toContain(departure);
  });

  it('takes no body where none is described', () => {
    expect(departures('remove', { status: 204, headers: {}, text: '' })).toEqual([]);
    expect(departures('remove', { status: 204, headers: {}, text: '{}' })).toEqual([
      'remove: 204: a body is not described',
    ]);
  });
});
