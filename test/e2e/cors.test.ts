import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantAccess } from './grant-access.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441800';
/** Of a development server beside the product. */
const page = 'http://localhost:5173';

describe('a page of another origin', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
    await grantAccess(runtime, shopId);
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const access = () => `${runtime.httpUrl}/v1/shops/${shopId}/access`;
  const corsOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));
  const preflight = (url: string, origin: string, method: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization' },
    });

  it('may ask the seller API what it may send, without a token', async () => {
    const answer = await preflight(access(), page, 'GET');
    expect(answer.status).toBe(204);
    expect(corsOf(answer)).toEqual({
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'DELETE,GET,PATCH,POST,PUT',
      'access-control-allow-headers': expect.stringMatching(/^Authorization,.*,If-None-Match,/),
      'access-control-max-age': '7200',
    });
  });

  it('may read every answer, also of the authorizer and of refusals', async () => {
    const token = await runtime.token({ shops: [`${shopId}:viewer`] });
    const readable = {
      'access-control-allow-origin': page,
      'access-control-expose-headers': expect.stringMatching(/,ETag,Link,Location,Retry-After$/),
    };
    for (const [authorization, url, status] of [
      [`Bearer ${token}`, access(), 200],
      [`Bearer ${token}`, access().replace(shopId, 'another'), 403],
      ['Bearer none', access(), 401],
    ] as const) {
      const answer = await fetch(url, { headers: { origin: page, authorization } });
      expect(answer.status, url).toBe(status);
      expect(corsOf(answer), url).toEqual(readable);
    }
  });

  it('may do nothing from an origin that the stage does not name, nor with the service API', async () => {
    expect(corsOf(await preflight(access(), 'http://localhost.evil:5173', 'GET'))).toEqual({});
    expect(corsOf(await preflight(`${runtime.httpUrl}/v1/gate/decisions`, page, 'POST'))).toEqual({});
  });
});
