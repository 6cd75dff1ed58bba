import * as z from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { describe, expect, it } from 'vitest';
import { errorResponses } from '../../../../shared/http/error-responses.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';

const nothing = z.object({});
const contract = (api: RouteContract['api'], errors: RouteContract['errors'] = []): RouteContract => ({
  operationId: 'doSomething',
  method: 'POST',
  path: '/v1/something',
  summary: 'Does something.',
  api,
  pathParameters: nothing,
  query: nothing,
  success: 200,
  errors,
  writes: false,
});
const problem = 'application/problem+json';
const gateway = 'application/json';
const bodiesOf = (response: ZodOpenApiResponseObject | undefined) => Object.keys(response?.content ?? {});
const headersOf = (response: ZodOpenApiResponseObject | undefined): readonly string[] =>
  response?.headers instanceof z.ZodObject ? Object.keys(response.headers.shape) : [];

describe('errorResponses', () => {
  it.each([
    ['open', ['400', '413', '429', '500', '503', 'default']],
    ['service', ['400', '403', '413', '429', '500', '503', 'default']],
    ['seller', ['400', '401', '403', '413', '429', '500', '503', 'default']],
  ] as const)('tells of what API Gateway refuses for an %s route', (api, statuses) => {
    expect(Object.keys(errorResponses(contract(api)))).toEqual(statuses);
  });

  it('tells errors that share a status together, in the order of the contract', () => {
    const { 409: conflict } = errorResponses(contract('seller', ['block_list_full', 'already_blocked']));
    expect(conflict?.description).toBe(
      '`block_list_full`: The Block List is full; `already_blocked`: The buyer is already blocked',
    );
    expect(bodiesOf(conflict)).toEqual([problem]);
  });

  it('tells bodies apart by their media type', () => {
    const responses = errorResponses(contract('seller', ['forbidden', 'not_found']));
    expect(bodiesOf(responses['404'])).toEqual([problem]);
    expect(bodiesOf(responses['401'])).toEqual([gateway]);
    expect(responses['401']?.description).toBe('refused by API Gateway');
    expect(bodiesOf(responses['403'])).toEqual([problem, gateway]);
    expect(responses['403']?.description).toBe('`forbidden`: Not allowed; refused by API Gateway');
    expect(bodiesOf(responses['default'])).toEqual([problem, gateway]);
  });

  it('tells of an internal error of every route, though no contract lists it', () => {
    expect(errorResponses(contract('open'))['500']?.description).toContain('`internal`');
  });

  it('says what is wrong with a token only where tokens are', () => {
    const statuses = ['401', '403'];
    const seller = errorResponses(contract('seller'));
    expect(statuses.map((status) => headersOf(seller[status]))).toEqual([['WWW-Authenticate'], ['WWW-Authenticate']]);
    expect(headersOf(errorResponses(contract('service'))['403'])).toEqual([]);
  });

  it.each([
    ['unavailable', '503', '429'],
    ['too_many_requests', '429', '503'],
  ] as const)('says with %s when to try again, and with no other status', (code, own, other) => {
    const responses = errorResponses(contract('seller', [code]));
    expect(headersOf(responses[own])).toEqual(['Retry-After']);
    expect(headersOf(responses[other])).toEqual([]);
  });
});
