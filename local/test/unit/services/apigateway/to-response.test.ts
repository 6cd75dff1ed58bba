import { describe, expect, it } from 'vitest';
import { toResponse } from '../../../../services/apigateway/to-response.ts';

const responseOf = (payload: unknown, functionError?: 'Unhandled') =>
  toResponse({ payload, durationMilliseconds: 1, requestId: 'r', ...(functionError && { functionError }) });

describe('toResponse', () => {
  it('answers 200 with what is no response', () => {
    expect(responseOf({ a: 1 })).toEqual({
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"a":1}',
    });
    expect(responseOf('text').body).toBe('text');
    expect(responseOf(null).body).toBe('null');
  });

  it('hands over status, headers, cookies and body', () => {
    const response = responseOf({
      statusCode: 201,
      headers: { 'Content-Type': 'application/json', 'X-Count': 3, 'Content-Length': '99' },
      cookies: ['a=1', 'b=2'],
      body: '{}',
    });
    expect(response).toEqual({
      status: 201,
      headers: [
        ['content-type', 'application/json'],
        ['x-count', '3'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
      body: '{}',
    });
  });

  it('calls a body without a type plain text', () => {
    expect(responseOf({ statusCode: 200, body: 'x' }).headers).toEqual([['content-type', 'text/plain;charset=UTF-8']]);
  });

  it('decodes a base64 body', () => {
    expect(responseOf({ statusCode: 200, body: 'AAH/', isBase64Encoded: true }).body).toEqual(Buffer.from([0, 1, 255]));
  });

  it.each([
    { statusCode: 'fine' },
    { statusCode: 99 },
    { statusCode: 200, body: { a: 1 } },
    { statusCode: 200, headers: 'x' },
    { statusCode: 200, headers: { a: { b: 1 } } },
    { statusCode: 200, headers: { 'a b': '1' } },
    { statusCode: 200, headers: { a: 'x\r\ny: z' } },
    { statusCode: 200, cookies: 'a=1' },
  ])('answers 500 for the malformed %j', (payload) => {
    expect(responseOf(payload)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });

  it('answers 500 for a function that failed, and says nothing of it', () => {
    expect(responseOf({ errorMessage: 'secret' }, 'Unhandled')).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
  });
});
