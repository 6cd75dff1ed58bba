import { describe, expect, it } from 'vitest';
import { httpStack } from '../../../../shared/http/http-stack.ts';
import { createOpenApi } from '../../../../shared/http/openapi.ts';
import { allContracts, publicRoutes } from '../../../../shared/public/routes.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';

describe('the public routes', () => {
  const handler = httpStack(publicRoutes(), allContracts);
  const get = async (path: string, method = 'GET') => {
    const { statusCode, headers, body } = await handler(buildHttpEvent({ method, path }), buildContext());
    const { 'content-type': type, allow } = headers ?? {};
    return {
      status: statusCode,
      type,
      ...(allow === undefined ? {} : { allow }),
      body: JSON.parse(body ?? 'null') as unknown,
    };
  };

  it('answer without a token', async () => {
    expect(await get('/v1/health')).toEqual({ status: 200, type: 'application/json', body: { status: 'ok' } });
    expect(await get('/v1/openapi.json')).toEqual({
      status: 200,
      type: 'application/json',
      body: JSON.parse(JSON.stringify(createOpenApi(allContracts))) as unknown,
    });
  });

  it.each([
    ['GET', '/'],
    ['GET', '/v2/health'],
    ['DELETE', '/v1/shops'],
    ['POST', '/v1/shops/1/blocks/2/3'],
    ['GET', '/v1/..%2f..%2fetc/passwd'],
  ])('answer %s %s with not_found', async (method, path) => {
    expect(await get(path, method)).toMatchObject({
      status: 404,
      type: 'application/problem+json',
      body: { code: 'not_found', requestId: 'request-1' },
    });
  });

  it.each([
    ['POST', '/v1/health', 'GET, HEAD'],
    ['DELETE', '/v1/shops/1/blocks', 'GET, HEAD, POST'],
    ['GET', '/v1/gate/decisions', 'POST'],
  ])('answer %s %s with the methods of the path: %s', async (method, path, allow) => {
    expect(await get(path, method)).toMatchObject({ status: 405, allow, body: { code: 'method_not_allowed' } });
  });
});
